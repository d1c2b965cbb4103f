using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Fairlead.Secrets;
using Nuke.Common.IO;
using Nuke.Common.Utilities;

namespace Nuke.Common.Tooling;

/// <summary>
/// Builds a command line from <c>$"push {image} --token {token:r}"</c>. A value with spaces or quotes is put in double quotes, so that it
/// arrives as one argument, unless it has double quotes around it or the format <c>nq</c>. A value with the format <c>r</c> is not shown. An
/// empty value leaves nothing. A single text that is everything, <c>$"{arguments}"</c>, is a command line by itself.
/// </summary>
[InterpolatedStringHandler]
public ref struct ArgumentStringHandler
{
    private readonly StringBuilder _builder;
    private readonly List<string> _secrets;
    private readonly bool _isWhole;
    private bool _insideQuotes;
    private int _trailingBackslashes;

    public ArgumentStringHandler(int literalLength, int formattedCount, out bool handlerIsValid)
    {
        _builder = new StringBuilder(literalLength + formattedCount * 11);
        _secrets = [];
        _isWhole = literalLength == 0 && formattedCount == 1;
        handlerIsValid = true;
    }

    public static implicit operator ArgumentStringHandler(string? value)
    {
        var handler = new ArgumentStringHandler(value?.Length ?? 0, 0, out _);
        if (value is not null)
        {
            handler.AppendLiteral(value);
        }

        return handler;
    }

    public void AppendLiteral(string value)
    {
        // "{directory}" with C:\dir\: the last backslash would take the closing quote for a character.
        if (_insideQuotes && value.StartsWith('"'))
        {
            _builder.Append('\\', _trailingBackslashes);
        }

        _trailingBackslashes = 0;
        _builder.Append(value);
        for (var i = 0; i < value.Length; i++)
        {
            _insideQuotes ^= value[i] == '"' && (i == 0 || value[i - 1] != '\\');
        }
    }

    /// <summary>A value; of several texts or paths each is an argument of its own.</summary>
    public void AppendFormatted(object? obj, int alignment = 0, string? format = null)
    {
        switch (obj)
        {
            case string text:
                Append(text, alignment, format, isPath: false);
                break;
            case IAbsolutePathHolder path:
                Append(path.Path, alignment, format, isPath: true);
                break;
            case IEnumerable<string> texts:
                AppendAll(texts, alignment, format, isPath: false);
                break;
            case IFormattable formattable:
                Append(formattable.ToString(format is "r" or "nq" ? null : format, CultureInfo.InvariantCulture), alignment, format, isPath: false);
                break;
            default:
                Append(obj?.ToString(), alignment, format, isPath: false);
                break;
        }
    }

    public void AppendFormatted(IEnumerable<IAbsolutePathHolder>? paths, int alignment = 0, string? format = null)
        => AppendAll((paths ?? []).Select(x => (string)x.Path), alignment, format, isPath: true);

    public string ToStringAndClear()
    {
        var value = _builder?.ToString() ?? "";
        _builder?.Clear();
        return value;
    }

    /// <summary>Replaces the values with the format <c>r</c> in a text by [REDACTED].</summary>
    public Func<string, string> GetFilter() => SecretMask.Filter(_secrets ?? []);

    private void AppendAll(IEnumerable<string?> values, int alignment, string? format, bool isPath)
    {
        var first = true;
        foreach (var value in values)
        {
            if (!first)
            {
                _builder.Append(' ');
            }

            first = false;
            Append(value, alignment, format, isPath);
        }
    }

    private void Append(string? value, int alignment, string? format, bool isPath)
    {
        if (string.IsNullOrEmpty(value))
        {
            return;
        }

        if (format is "r")
        {
            _secrets.Add(value);
        }

        var written = isPath && format is not (null or "r") ? ((AbsolutePath)value).ToString(format)
            : format is "nq" || (_isWhole && !isPath) ? value
            : _insideQuotes ? Escape(value)
            : Quote(value);
        _trailingBackslashes = _insideQuotes ? written.Length - written.TrimEnd('\\').Length : 0;
        _builder.Append(alignment < 0 ? written.PadRight(-alignment) : written.PadLeft(alignment));
    }

    /// <summary>In double quotes when it would not arrive as one argument otherwise; unchanged when it is in double quotes already.</summary>
    internal static string Quote(string value)
        => string.IsNullOrEmpty(value) || value.IsDoubleQuoted() || value.IndexOfAny([' ', '\t', '\r', '\n', '"']) < 0 ? value : QuoteAlways(value);

    // Inside of double quotes a backslash counts only in front of a quote: C:\dir\ needs its last one doubled.
    internal static string QuoteAlways(string value)
    {
        var escaped = Escape(value);
        return $"\"{escaped}{new string('\\', escaped.Length - escaped.TrimEnd('\\').Length)}\"";
    }

    private static string Escape(string value)
    {
        if (!value.Contains('"'))
        {
            return value;
        }

        var escaped = new StringBuilder(value.Length + 8);
        var backslashes = 0;
        foreach (var character in value)
        {
            if (character == '"')
            {
                escaped.Append('\\', backslashes + 1);
            }

            backslashes = character == '\\' ? backslashes + 1 : 0;
            escaped.Append(character);
        }

        return escaped.ToString();
    }
}
