using System.Globalization;
using System.Text;
using Nuke.Common.Execution;
using Serilog.Events;
using Serilog.Parsing;

namespace Nuke.Common.ConsoleOutput;

/// <summary>Words of a log event as NUKE prints them: strings without quotes, objects in braces.</summary>
internal static class LogText
{
    /// <param name="logEvent">What was logged.</param>
    /// <param name="wholeException">With the stack trace, else the messages only.</param>
    public static string Of(LogEvent logEvent, bool wholeException)
    {
        var text = Render(logEvent, highlight: null);
        if (logEvent.Exception is not { } exception)
        {
            return text;
        }

        var reason = wholeException ? exception.ToString() : ExceptionText.Of(exception);
        return text.Length == 0 ? reason : text.Contains(reason, StringComparison.Ordinal) ? text : $"{text}: {reason}";
    }

    /// <summary>With the values of its properties set off in a colour; null when it is nothing but one value.</summary>
    public static string? Highlighted(LogEvent logEvent, string color)
        => logEvent.Exception is null && logEvent.MessageTemplate.Tokens.Take(2).Count() == 2 ? Render(logEvent, color) : null;

    private static string Render(LogEvent logEvent, string? highlight)
    {
        using var writer = new StringWriter(new StringBuilder(), CultureInfo.InvariantCulture);
        foreach (var token in logEvent.MessageTemplate.Tokens)
        {
            if (token is not PropertyToken property || !logEvent.Properties.TryGetValue(property.PropertyName, out var value))
            {
                token.Render(logEvent.Properties, writer, CultureInfo.InvariantCulture);
                continue;
            }

            writer.Write(highlight);
            if (value is ScalarValue { Value: string text } && property.Format is null or "l")
            {
                writer.Write(property.Alignment is { } alignment ? Align(text, alignment) : text);
            }
            else
            {
                property.Render(logEvent.Properties, writer, CultureInfo.InvariantCulture);
            }

            if (highlight is not null)
            {
                writer.Write(Ansi.Reset);
            }
        }

        return writer.ToString();
    }

    private static string Align(string text, Alignment alignment)
        => alignment.Direction == AlignmentDirection.Left ? text.PadRight(alignment.Width) : text.PadLeft(alignment.Width);
}
