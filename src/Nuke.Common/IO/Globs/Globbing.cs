namespace Nuke.Common.IO;

/// <summary>
/// Finds files and directories by patterns: <c>*</c> any text and <c>?</c> any character of a name, <c>[a-z]</c> and <c>[!a-z]</c> a character,
/// <c>{a,b}</c> one of the texts, <c>**</c> any number of directories.
/// </summary>
public static class Globbing
{
    public static GlobbingCaseSensitivity GlobbingCaseSensitivity;

    private static bool IsCaseSensitive => GlobbingCaseSensitivity switch
    {
        GlobbingCaseSensitivity.CaseSensitive => true,
        GlobbingCaseSensitivity.CaseInsensitive => false,
        _ => !OperatingSystem.IsWindows(),
    };

    /// <inheritdoc cref="GlobFiles(AbsolutePath, string[])"/>
    public static IReadOnlyCollection<string> GlobFiles(string directory, params string[] patterns)
        => Find(directory, patterns, (pattern, from) => pattern.Files(from));

    /// <summary>The files that match, pattern by pattern, in the order of their names. None when the directory does not exist.</summary>
    /// <param name="directory">Where to look; without patterns it is one itself.</param>
    /// <param name="patterns">Relative to the directory.</param>
    public static IReadOnlyCollection<AbsolutePath> GlobFiles(this AbsolutePath directory, params string[] patterns)
        => [.. GlobFiles((string)directory, patterns).Select(AbsolutePath.Create)];

    /// <inheritdoc cref="GlobDirectories(AbsolutePath, string[])"/>
    public static IReadOnlyCollection<string> GlobDirectories(string directory, params string[] patterns)
        => Find(directory, patterns, (pattern, from) => pattern.Directories(from));

    /// <summary>The directories that match, pattern by pattern, in the order of their names. None when the directory does not exist.</summary>
    /// <inheritdoc cref="GlobFiles(AbsolutePath, string[])"/>
    public static IReadOnlyCollection<AbsolutePath> GlobDirectories(this AbsolutePath directory, params string[] patterns)
        => [.. GlobDirectories((string)directory, patterns).Select(AbsolutePath.Create)];

    private static List<string> Find(string directory, string[] patterns, Func<GlobPattern, string, IEnumerable<string>> find)
    {
        if (patterns.Length == 0)
        {
            (directory, patterns) = Split(directory);
        }

        directory = Path.GetFullPath(directory);
        return [.. patterns.SelectMany(x => find(new GlobPattern(x, IsCaseSensitive), directory).Order(StringComparer.Ordinal))];
    }

    // /src/**/*.cs is **/*.cs in /src.
    private static (string Directory, string[] Patterns) Split(string definition)
    {
        var directory = AbsolutePath.Create(definition).FindParentOrSelf(x => !x.ToString().Contains('*'))
            ?? throw new ArgumentException($"'{definition}' has a wildcard in its root. Start from a directory, such as RootDirectory.");
        return (directory, [directory.GetUnixRelativePathTo(definition)]);
    }
}
