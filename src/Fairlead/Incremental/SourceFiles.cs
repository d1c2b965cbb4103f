namespace Fairlead.Incremental;

/// <summary>The files below some directories, without what tools put there.</summary>
public static class SourceFiles
{
    /// <summary>Directories that hold what a tool made, not what a person wrote. Not entered.</summary>
    public static IReadOnlySet<string> MadeByTools { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "bin",
        "obj",
        "node_modules",
        "dist",
        ".git",
        ".nuke",
        ".vs",
        ".idea",
        "artifacts",
        "TestResults"
    };

    /// <summary>
    /// Absolute paths, in no particular order. A path that names a file stands for itself; one that does not exist is left out. What a symbolic
    /// link leads to counts as lying where the link is: tools follow them too.
    /// </summary>
    public static IEnumerable<string> Below(params IEnumerable<string> paths) => Below(paths, MadeByTools);

    /// <summary>Like <see cref="Below(IEnumerable{string})"/>, with what tools put there.</summary>
    internal static IEnumerable<string> AllBelow(string directory) => Below([directory], new HashSet<string>());

    private static IEnumerable<string> Below(IEnumerable<string> paths, IReadOnlySet<string> leftOut)
    {
        var pending = new Stack<(string Path, FollowedLink? Link)>();
        foreach (var path in paths)
        {
            if (Directory.Exists(path))
            {
                pending.Push((path, null));
            }
            else if (File.Exists(path))
            {
                yield return path;
            }
        }

        while (pending.TryPop(out var directory))
        {
            foreach (var entry in new DirectoryInfo(directory.Path).EnumerateFileSystemInfos())
            {
                var isLink = (entry.Attributes & FileAttributes.ReparsePoint) != 0;
                if (entry is FileInfo && !(isLink && Directory.Exists(entry.FullName)))
                {
                    yield return entry.FullName;
                }
                else if (!isLink && !leftOut.Contains(entry.Name))
                {
                    pending.Push((entry.FullName, directory.Link));
                }
                else if (isLink
                    && !leftOut.Contains(entry.Name)
                    && entry.ResolveLinkTarget(returnFinalTarget: true)?.FullName is { } target
                    && !LeadsBack(target, directory.Path, directory.Link))
                {
                    pending.Push((entry.FullName, new FollowedLink(target, directory.Link)));
                }
            }
        }
    }

    /// <summary>Whether a link would be followed without end: its target holds the link, or was entered on the way to it.</summary>
    private static bool LeadsBack(string target, string directory, FollowedLink? link)
    {
        for (; link is not null; link = link.Before)
        {
            if (link.Target == target)
            {
                return true;
            }
        }

        return $"{directory}{Path.DirectorySeparatorChar}".StartsWith($"{target}{Path.DirectorySeparatorChar}", StringComparison.Ordinal);
    }

    private sealed record FollowedLink(string Target, FollowedLink? Before);
}
