using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Nuke.Common.Utilities;

/// <summary>Asks for and changes text.</summary>
public static partial class StringExtensions
{
    public static bool IsNullOrEmpty([NotNullWhen(false)] this string? str) => string.IsNullOrEmpty(str);

    public static bool IsNullOrWhiteSpace([NotNullWhen(false)] this string? str) => string.IsNullOrWhiteSpace(str);

    public static string? ToNullIfEmpty(this string? str) => string.IsNullOrEmpty(str) ? null : str;

    public static string? ToNullIfWhiteSpace(this string? str) => string.IsNullOrWhiteSpace(str) ? null : str;

    [return: NotNullIfNotNull(nameof(text))]
    public static string? Capitalize(this string? text) => string.IsNullOrEmpty(text) ? text : char.ToUpperInvariant(text[0]) + text[1..];

    public static string Prepend(this string? str, string? prependText) => prependText + str;

    public static string Append(this string? str, string? appendText) => str + appendText;

    public static string Repeat(this char ch, int count) => new(ch, count);

    /// <summary>The text after the given number of spaces.</summary>
    public static string Indent(this string? text, int count) => new string(' ', count) + text;

    /// <summary>At most the given number of characters, followed by an ellipsis when that is not all.</summary>
    public static string Truncate(this string str, int maxChars) => str.Length <= maxChars ? str : str[..maxChars] + "…";

    /// <summary>Doubles braces, for texts that become part of a format or of a log template. Nothing but white space becomes empty.</summary>
    public static string EscapeBraces(this string? str) => string.IsNullOrWhiteSpace(str) ? "" : str.Replace("{", "{{").Replace("}", "}}");

    public static string ReplaceRegex(this string str, string pattern, MatchEvaluator matchEvaluator, RegexOptions options = RegexOptions.None)
        => Regex.Replace(str, pattern, matchEvaluator, options);

    /// <summary>Position of the first match; 0 also when there is none.</summary>
    public static int IndexOfRegex(this string text, string expression) => Regex.Match(text, expression).Index;

    /// <summary>\u0041 becomes A.</summary>
    public static string ReplaceUnicode(this string str)
        => Regex.Replace(str, @"\\u([0-9a-fA-F]{4})", x => ((char)int.Parse(x.Groups[1].ValueSpan, NumberStyles.HexNumber)).ToString());

    /// <summary>nuget and github become NuGet and GitHub, as they are written.</summary>
    public static string ReplaceKnownWords(this string str)
    {
        foreach (var word in KnownWords)
        {
            str = str.Replace(word, word, StringComparison.OrdinalIgnoreCase);
        }

        return str;
    }
}
