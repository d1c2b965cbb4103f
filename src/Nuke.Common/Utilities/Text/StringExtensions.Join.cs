namespace Nuke.Common.Utilities;

public static partial class StringExtensions
{
    public static string Join(this IEnumerable<string?> enumerable, string separator) => string.Join(separator, enumerable);

    public static string Join(this IEnumerable<string?> enumerable, char separator) => string.Join(separator, enumerable);

    public static string JoinSpace(this IEnumerable<string?> values) => values.Join(' ');

    public static string JoinDash(this IEnumerable<string?> values) => values.Join('-');

    public static string JoinUnderscore(this IEnumerable<string?> values) => values.Join('_');

    public static string JoinAmpersand(this IEnumerable<string?> values) => values.Join('&');

    public static string JoinSemicolon(this IEnumerable<string?> values) => values.Join(';');

    public static string JoinSlash(this IEnumerable<string?> values) => values.Join('/');

    public static string JoinBackslash(this IEnumerable<string?> values) => values.Join('\\');

    public static string JoinDot(this IEnumerable<string?> values) => values.Join('.');

    public static string JoinComma(this IEnumerable<string?> values) => values.Join(',');

    public static string JoinCommaSpace(this IEnumerable<string?> values) => values.Join(", ");

    /// <summary>"a or b"; "a, b, or c".</summary>
    public static string JoinCommaOr(this IEnumerable<string?> values) => Enumerate([.. values], "or");

    /// <summary>"a and b"; "a, b, and c".</summary>
    public static string JoinCommaAnd(this IEnumerable<string?> values) => Enumerate([.. values], "and");

    /// <summary>With the line break of the platform; by default of the one that this runs on.</summary>
    public static string JoinNewLine(this IEnumerable<string?> values, PlatformFamily? platformFamily = null) => values.Join(LineBreak(platformFamily));

    /// <summary>With an empty line between the values.</summary>
    public static string JoinParagraph(this IEnumerable<string?> values, PlatformFamily? platformFamily = null)
        => values.Join(LineBreak(platformFamily) + LineBreak(platformFamily));

    internal static string LineBreak(PlatformFamily? platform) => platform switch
    {
        null => Environment.NewLine,
        PlatformFamily.Windows => "\r\n",
        _ => "\n",
    };

    private static string Enumerate(string?[] values, string conjunction) => values switch
    {
        [var first, var second] => $"{first} {conjunction} {second}",
        [.. var others, var last] when others.Length > 0 => $"{others.JoinCommaSpace()}, {conjunction} {last}",
        _ => values.JoinCommaSpace(),
    };
}
