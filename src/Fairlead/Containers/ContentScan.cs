namespace Fairlead.Containers;

/// <summary>Reads what is in a content directory.</summary>
internal static class ContentScan
{
    /// <summary>Files and symbolic links with paths relative to the directory, sorted ordinally, with slashes.</summary>
    public static IReadOnlyList<LayerEntry> Read(string directory)
    {
        if (!Directory.Exists(directory))
        {
            throw new FairleadException(
                "The published application cannot be packed.",
                $"The directory {directory} that should hold the published application does not exist.",
                "Run the target that publishes the application, then run this one again.");
        }

        var root = Path.GetFullPath(directory);
        var entries = new List<LayerEntry>();
        Walk(new DirectoryInfo(root));
        entries.Sort((x, y) => string.CompareOrdinal(x.Path, y.Path));
        return entries;

        void Walk(DirectoryInfo current)
        {
            foreach (var item in current.EnumerateFileSystemInfos())
            {
                var path = Path.GetRelativePath(root, item.FullName).Replace('\\', '/');
                if (item.LinkTarget is { } target)
                {
                    entries.Add(new LayerEntry(path, LayerEntryKind.SymbolicLink, LinkTarget: InsideTarget(root, item, target)));
                }
                else if (item is DirectoryInfo child)
                {
                    Walk(child);
                }
                else
                {
                    var file = (FileInfo)item;
                    entries.Add(new LayerEntry(path, LayerEntryKind.File, file.FullName, file.Length, IsProgram(file)));
                }
            }
        }
    }

    private static string InsideTarget(string root, FileSystemInfo link, string target)
    {
        var full = Path.GetFullPath(target, Path.GetDirectoryName(link.FullName)!);
        return Path.IsPathRooted(target) || !full.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? throw new FairleadException(
                "The published application cannot be packed.",
                $"{link.FullName} is a symbolic link to {target}, which is not packed with it.",
                "Replace the link with what it points to, or make it relative and keep its target in the same directory.")
            : target.Replace('\\', '/');
    }

    // By content and not by the execute bit: NuGet sets that bit on whatever it unpacks, Windows has none, and the same content must
    // give the same image everywhere. Linux executes two things: ELF files and scripts.
    private static bool IsProgram(FileInfo file)
    {
        if (file.Length < 4)
        {
            return false;
        }

        Span<byte> start = stackalloc byte[4];
        using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        stream.ReadExactly(start);
        return start.SequenceEqual("\u007fELF"u8) || start[..2].SequenceEqual("#!"u8);
    }
}
