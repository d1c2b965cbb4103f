using System.Runtime.CompilerServices;
using System.Text;
using Nuke.Common.IO;
using Nuke.Common.Utilities;

namespace Nuke.Common.Tooling;

/// <summary>
/// Builds a command line from <c>$"push {image} --token {token:r}"</c>: a value with spaces is put in double quotes unless quotes stand around
/// it already, and a value with the format <c>r</c> is not shown in the log.
/// </summary>
[InterpolatedStringHandler]
public ref struct ArgumentStringHandler
{
    private readonly StringBuilder _builder;
    private readonly List<string> _secrets = [];
    private bool _insideQuotes;

    public ArgumentStringHandler(int literalLength, int formattedCount) => _builder = new StringBuilder(literalLength + formattedCount * 11);

    public static implicit operator ArgumentStringHandler(string value)
    {
        var handler = new ArgumentStringHandler(value?.Length ?? 0, 0);
        if (value is not null)
            handler.AppendLiteral(value);
        return handler;
    }

    public void AppendLiteral(string value)
    {
        _builder.Append(value);
        foreach (var character in value)
            _insideQuotes ^= character == '"';
    }

    /// <summary>A value; of several values each is an argument of its own.</summary>
    public void AppendFormatted<T>(T value, int alignment = 0, string format = null)
    {
        if (value is not IEnumerable<string> values)
        {
            Append(Text(value, format), format);
            return;
        }

        var first = true;
        foreach (var item in values)
        {
            if (!first)
                _builder.Append(' ');
            first = false;
            Append(item, format);
        }
    }

    public void AppendFormatted(string value, int alignment = 0, string format = null) => Append(value, format);

    public string ToStringAndClear()
    {
        var value = _builder?.ToString() ?? "";
        _builder?.Clear();
        return value;
    }

    /// <summary>Removes the secrets among the arguments from a text.</summary>
    public Func<string, string> GetFilter()
    {
        var secrets = (_secrets ?? []).Where(x => x.Length > 0).OrderByDescending(x => x.Length).ToList();
        return text => secrets.Aggregate(text, (x, secret) => x.Replace(secret, "[REDACTED]"));
    }

    private static string Text(object value, string format) => value switch
    {
        AbsolutePath path => path.ToString(),
        IAbsolutePathHolder holder => holder.Path.ToString(),
        IFormattable formattable => formattable.ToString(format is "r" ? null : format, System.Globalization.CultureInfo.InvariantCulture),
        _ => value?.ToString(),
    };

    private void Append(string value, string format)
    {
        if (format is "r" && value is not null)
            _secrets.Add(value);
        if (_insideQuotes)
            _builder.Append(value?.Replace("\"", "\\\""));
        else
            _builder.Append(Quote(value));
    }

    internal static string Quote(string value) =>
        string.IsNullOrEmpty(value) || value.IsDoubleQuoted() || value.IndexOfAny([' ', '\t', '\n', '"']) < 0 ? value : QuoteAlways(value);

    // Inside of double quotes a backslash counts only in front of a quote: C:\dir\ needs its last one doubled.
    internal static string QuoteAlways(string value)
    {
        var escaped = new StringBuilder("\"");
        var backslashes = 0;
        foreach (var character in value)
        {
            if (character == '"')
                escaped.Append('\\', backslashes + 1);
            backslashes = character == '\\' ? backslashes + 1 : 0;
            escaped.Append(character);
        }

        return escaped.Append('\\', backslashes).Append('"').ToString();
    }
}
