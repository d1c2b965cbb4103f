using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Nuke.Common.Utilities;

/// <summary>Asks for and changes text.</summary>
public static class StringExtensions
{
    public static bool IsNullOrEmpty(this string str) => string.IsNullOrEmpty(str);
    public static bool IsNullOrWhiteSpace(this string str) => string.IsNullOrWhiteSpace(str);
    public static string ToNullIfEmpty(this string str) => str.IsNullOrEmpty() ? null : str;
    public static string ToNullIfWhiteSpace(this string str) => str.IsNullOrWhiteSpace() ? null : str;
    public static string Capitalize(this string str) => str.IsNullOrEmpty() ? str : char.ToUpperInvariant(str[0]) + str[1..];

    public static string Join(this IEnumerable<string> enumerable, string separator) => string.Join(separator, enumerable);
    public static string Join(this IEnumerable<string> enumerable, char separator) => string.Join(separator, enumerable);
    public static string JoinSpace(this IEnumerable<string> values) => values.Join(" ");
    public static string JoinComma(this IEnumerable<string> values) => values.Join(",");
    public static string JoinCommaSpace(this IEnumerable<string> values) => values.Join(", ");
    public static string JoinDash(this IEnumerable<string> values) => values.Join("-");
    public static string JoinUnderscore(this IEnumerable<string> values) => values.Join("_");
    public static string JoinDot(this IEnumerable<string> values) => values.Join(".");
    public static string JoinSlash(this IEnumerable<string> values) => values.Join("/");
    public static string JoinSemicolon(this IEnumerable<string> values) => values.Join(";");
    public static string JoinNewLine(this IEnumerable<string> values) => values.Join(Environment.NewLine);

    public static string DoubleQuote(this string str) => $"\"{str?.Replace("\"", "\\\"")}\"";
    public static string DoubleQuoteIfNeeded(this string str) => str is null ? "" : str.Contains(' ') && !str.IsDoubleQuoted() ? str.DoubleQuote() : str;
    public static string SingleQuote(this string str) => $"'{str}'";
    public static string SingleQuoteIfNeeded(this string str) => str is null ? "" : str.Contains(' ') && !str.IsSingleQuoted() ? str.SingleQuote() : str;
    public static bool IsDoubleQuoted(this string str) => str.Length > 1 && str[0] == '"' && str[^1] == '"';
    public static bool IsSingleQuoted(this string str) => str.Length > 1 && str[0] == '\'' && str[^1] == '\'';
    public static string TrimMatchingDoubleQuotes(this string str) => str.IsDoubleQuoted() ? str[1..^1] : str;

    public static string TrimEnd(this string str, string trim) => str.EndsWith(trim, StringComparison.Ordinal) ? str[..^trim.Length] : str;
    public static string TrimStart(this string str, string trim) => str.StartsWith(trim, StringComparison.Ordinal) ? str[trim.Length..] : str;
    public static string Truncate(this string str, int maxChars) => str.Length <= maxChars ? str : str[..maxChars] + "…";
    public static string Repeat(this string str, int count) => string.Concat(Enumerable.Repeat(str, count));
    public static string ReplaceRegex(this string str, string pattern, MatchEvaluator matchEvaluator, RegexOptions options = RegexOptions.None) =>
        Regex.Replace(str, pattern, matchEvaluator, options);

    public static string[] SplitLineBreaks(this string str) => str.Split(["\r\n", "\n"], StringSplitOptions.None);
    public static string[] SplitSpace(this string str) => str.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    public static string SplitCamelHumpsWithKnownWords(this string str, string separator) => Parameters.ParameterNames.Words(str).Join(separator);

    public static bool ContainsOrdinalIgnoreCase(this string str, string other) => str.Contains(other, StringComparison.OrdinalIgnoreCase);
    public static bool EqualsOrdinalIgnoreCase(this string str, string other) => str.Equals(other, StringComparison.OrdinalIgnoreCase);
    public static bool EqualsAnyOrdinalIgnoreCase(this string str, params string[] others) => others.Any(str.EqualsOrdinalIgnoreCase);
    public static bool StartsWithOrdinalIgnoreCase(this string str, string other) => str.StartsWith(other, StringComparison.OrdinalIgnoreCase);
    public static bool EndsWithOrdinalIgnoreCase(this string str, string other) => str.EndsWith(other, StringComparison.OrdinalIgnoreCase);

    /// <summary>Of the UTF-8 bytes, in lower-case hexadecimal digits.</summary>
    public static string GetSHA256Hash(this string str) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(str)));
}
