namespace Nuke.Common.Utilities;

public static partial class StringExtensions
{
    public static string DoubleQuote(this string? str) => $"\"{str?.Replace("\"", "\\\"")}\"";

    /// <summary>Quoted when it has a space and is not quoted yet; empty when it has nothing but white space.</summary>
    public static string DoubleQuoteIfNeeded(this string? str) => str.DoubleQuoteIfNeeded(' ');

    /// <summary>Quoted when it has one of the characters and is not quoted yet; empty when it has nothing but white space.</summary>
    public static string DoubleQuoteIfNeeded(this string? str, params char?[] disallowed)
        => string.IsNullOrWhiteSpace(str) ? "" : str.IsDoubleQuoted() || !HasAny(str, disallowed) ? str : str.DoubleQuote();

    public static string SingleQuote(this string? str) => $"'{str?.Replace("'", "\\'")}'";

    /// <inheritdoc cref="DoubleQuoteIfNeeded(string)"/>
    public static string SingleQuoteIfNeeded(this string? str) => str.SingleQuoteIfNeeded(' ');

    /// <inheritdoc cref="DoubleQuoteIfNeeded(string, char?[])"/>
    public static string SingleQuoteIfNeeded(this string? str, params char?[] disallowed)
        => string.IsNullOrWhiteSpace(str) ? "" : str.IsSingleQuoted() || !HasAny(str, disallowed) ? str : str.SingleQuote();

    public static bool IsDoubleQuoted(this string str) => IsQuoted(str, '"');

    public static bool IsSingleQuoted(this string str) => IsQuoted(str, '\'');

    public static string TrimMatchingDoubleQuotes(this string str) => str.IsDoubleQuoted() ? str[1..^1] : str;

    public static string TrimMatchingSingleQuotes(this string str) => str.IsSingleQuoted() ? str[1..^1] : str;

    private static bool IsQuoted(string str, char quote) => str.Length > 1 && str[0] == quote && str[^1] == quote;

    private static bool HasAny(string str, char?[] characters) => characters.Any(x => x is { } character && str.Contains(character));
}
