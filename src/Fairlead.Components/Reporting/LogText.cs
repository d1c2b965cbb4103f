using System.Globalization;
using Serilog.Events;

namespace Fairlead.Components.Reporting;

/// <summary>A log event in words: strings without quotes, of an exception its message.</summary>
internal static class LogText
{
    public static string Of(LogEvent logEvent)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        foreach (var token in logEvent.MessageTemplate.Tokens)
        {
            if (token is Serilog.Parsing.PropertyToken property
                && logEvent.Properties.TryGetValue(property.PropertyName, out var value)
                && value is ScalarValue { Value: string text })
            {
                writer.Write(text);
            }
            else
            {
                token.Render(logEvent.Properties, writer, CultureInfo.InvariantCulture);
            }
        }

        var message = writer.ToString();
        return logEvent.Exception is { } exception && !message.Contains(exception.Message, StringComparison.Ordinal)
            ? $"{message} {exception.Message}".Trim()
            : message;
    }
}
