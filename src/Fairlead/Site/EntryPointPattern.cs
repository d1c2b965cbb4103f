using System.IO.Enumeration;

namespace Fairlead.Site;

/// <summary>The patterns of <see cref="SiteOptions.EntryPoints"/>.</summary>
internal static class EntryPointPattern
{
    /// <param name="pattern">The pattern.</param>
    /// <param name="path">Of the file below the site's folder, with forward slashes.</param>
    public static bool Matches(string pattern, string path) => pattern.Contains('/', StringComparison.Ordinal)
        ? Matches(pattern.TrimStart('/').Split('/'), path.Split('/'))
        : FileSystemName.MatchesSimpleExpression(pattern, path.AsSpan(path.LastIndexOf('/') + 1));

    private static bool Matches(ReadOnlySpan<string> pattern, ReadOnlySpan<string> path) => pattern is [var first, .. var rest]
        ? first == "**"
            ? Matches(rest, path) || (path.Length > 0 && Matches(pattern, path[1..]))
            : path.Length > 0 && FileSystemName.MatchesSimpleExpression(first, path[0]) && Matches(rest, path[1..])
        : path.Length == 0;
}
