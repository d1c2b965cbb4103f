namespace Fairlead.Incremental;

/// <summary>The files below some directories, without what tools put there.</summary>
public static class SourceFiles
{
    /// <summary>Directories that hold what a tool made, not what a person wrote. Not entered.</summary>
    public static IReadOnlySet<string> MadeByTools { get; } = new HashSet<string>(StringComparer.Ordinal) { "bin", "obj", "node_modules", "dist", ".git", ".nuke", ".vs", ".idea", "artifacts", "TestResults" };

    /// <summary>Absolute paths, in no particular order. A path that names a file stands for itself; one that does not exist is left out. Symbolic links are not followed.</summary>
    public static IEnumerable<string> Below(params IEnumerable<string> paths)
    {
        var pending = new Stack<string>();
        foreach (var path in paths)
        {
            if (File.Exists(path))
            {
                yield return path;
            }
            else if (Directory.Exists(path))
            {
                pending.Push(path);
            }
        }

        while (pending.TryPop(out var directory))
        {
            foreach (var entry in new DirectoryInfo(directory).EnumerateFileSystemInfos())
            {
                if (entry is FileInfo)
                {
                    yield return entry.FullName;
                }
                else if (entry.LinkTarget is null && !MadeByTools.Contains(entry.Name))
                {
                    pending.Push(entry.FullName);
                }
            }
        }
    }
}
