using Microsoft.Extensions.FileSystemGlobbing;
using Microsoft.Extensions.FileSystemGlobbing.Abstractions;

namespace Nuke.Common.IO;

/// <summary>Finds files and directories by patterns with *, ** and ?; a pattern that starts with ! excludes.</summary>
public static class Globbing
{
    public static IReadOnlyCollection<string> GlobFiles(string directory, params string[] patterns) =>
        [.. Match(directory, patterns)];

    /// <summary>The matching files, sorted; empty when the directory does not exist.</summary>
    public static IReadOnlyCollection<AbsolutePath> GlobFiles(this AbsolutePath directory, params string[] patterns) =>
        [.. Match(directory, patterns).Select(AbsolutePath.Create)];

    public static IReadOnlyCollection<string> GlobDirectories(string directory, params string[] patterns) =>
        [.. GlobDirectories(AbsolutePath.Create(directory), patterns).Select(x => x.ToString())];

    /// <summary>The matching directories, sorted; empty when the directory does not exist.</summary>
    public static IReadOnlyCollection<AbsolutePath> GlobDirectories(this AbsolutePath directory, params string[] patterns)
    {
        if (!Directory.Exists(directory))
            return [];

        // The matcher knows files only, so that every directory is shown to it as one.
        var all = Directory.EnumerateDirectories(directory, "*", SearchOption.AllDirectories)
            .Select(x => Path.GetRelativePath(directory, x).Replace('\\', '/'));
        return [.. Matcher(patterns).Match(directory, all).Files
            .Select(x => directory / x.Path)
            .OrderBy(x => x.ToString(), StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Match(string directory, string[] patterns) =>
        Directory.Exists(directory)
            ? Matcher(patterns).Execute(new DirectoryInfoWrapper(new DirectoryInfo(directory))).Files
                .Select(x => Path.GetFullPath(x.Path, directory))
                .Order(StringComparer.Ordinal)
            : [];

    private static Matcher Matcher(string[] patterns)
    {
        var matcher = new Matcher(OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);
        foreach (var pattern in patterns)
        {
            if (pattern.StartsWith('!'))
                matcher.AddExclude(pattern[1..]);
            else
                matcher.AddInclude(pattern);
        }

        return matcher;
    }
}
