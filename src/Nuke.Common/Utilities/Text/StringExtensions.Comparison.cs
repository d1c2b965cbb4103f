namespace Nuke.Common.Utilities;

public static partial class StringExtensions
{
    public static bool EqualsOrdinalIgnoreCase(this string str, string? other) => str.Equals(other, StringComparison.OrdinalIgnoreCase);

    public static bool EqualsAnyOrdinalIgnoreCase(this string str, params string[] others) => others.Any(str.EqualsOrdinalIgnoreCase);

    public static bool EqualsAnyOrdinalIgnoreCase(this string str, IEnumerable<string> others) => others.Any(str.EqualsOrdinalIgnoreCase);

    public static bool ContainsOrdinalIgnoreCase(this string str, string other) => str.Contains(other, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether one of the texts is one of the others.</summary>
    public static bool ContainsAnyOrdinalIgnoreCase(this IEnumerable<string> str, params string[] others)
        => others.Any(x => str.Contains(x, StringComparer.OrdinalIgnoreCase));

    public static bool ContainsAnyOrdinalIgnoreCase(this string str, params string[] others) => others.Any(str.ContainsOrdinalIgnoreCase);

    public static bool ContainsAnyOrdinalIgnoreCase(this string str, IEnumerable<string> others) => others.Any(str.ContainsOrdinalIgnoreCase);

    public static bool StartsWithOrdinalIgnoreCase(this string str, string other) => str.StartsWith(other, StringComparison.OrdinalIgnoreCase);

    public static bool StartsWithAny(this string str, params string[] others) => str.StartsWithAny(others.AsEnumerable());

    public static bool StartsWithAny(this string str, IEnumerable<string> others) => others.Any(x => str.StartsWith(x, StringComparison.Ordinal));

    public static bool StartsWithAnyOrdinalIgnoreCase(this string str, params string[] others) => others.Any(str.StartsWithOrdinalIgnoreCase);

    public static bool StartsWithAnyOrdinalIgnoreCase(this string str, IEnumerable<string> others) => others.Any(str.StartsWithOrdinalIgnoreCase);

    public static bool EndsWithOrdinalIgnoreCase(this string str, string other) => str.EndsWith(other, StringComparison.OrdinalIgnoreCase);

    public static bool EndsWithAny(this string str, params string[] others) => str.EndsWithAny(others.AsEnumerable());

    public static bool EndsWithAny(this string str, IEnumerable<string> others) => others.Any(x => str.EndsWith(x, StringComparison.Ordinal));

    public static bool EndsWithAnyOrdinalIgnoreCase(this string str, params string[] others) => others.Any(str.EndsWithOrdinalIgnoreCase);

    public static bool EndsWithAnyOrdinalIgnoreCase(this string str, IEnumerable<string> others) => others.Any(str.EndsWithOrdinalIgnoreCase);
}
