namespace Fairlead.LocalCloud.Ecs;

/// <summary>A task's private copy of an image. Copies and not hard links: a program that writes to its own files must not change the image
/// of the next task. The kernel shares the blocks where the file system can.</summary>
internal static class DirectoryCopy
{
    /// <summary>An absolute link to what the image has becomes a relative one, so that the kernel, too, follows it into the copy.</summary>
    public static void Copy(string source, string target, CancellationToken cancellationToken) => Copy(source, source, target, cancellationToken);

    private static void Copy(string root, string source, string target, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(target);
        foreach (var entry in new DirectoryInfo(source).EnumerateFileSystemInfos())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var path = Path.Combine(target, entry.Name);
            if (entry.LinkTarget is { } link)
            {
                File.CreateSymbolicLink(path, Rooted(root, source, link));
            }
            else if (entry is DirectoryInfo)
            {
                Copy(root, entry.FullName, path, cancellationToken);
            }
            else
            {
                File.Copy(entry.FullName, path);
            }
        }
    }

    private static string Rooted(string root, string folder, string link)
    {
        try
        {
            return link.StartsWith('/') && Path.Exists(RootedPath.Resolve(root, link, followLast: true))
                ? Path.GetRelativePath(folder, Path.Join(root, Path.GetFullPath(link)))
                : link;
        }
        catch (InvalidDataException)
        {
            return link;
        }
    }

    /// <summary>Deletes a file, a link or a directory with its content; what is behind a link stays. Nothing there is fine.</summary>
    public static void Delete(string path)
    {
        if (new FileInfo(path).LinkTarget is not null || File.Exists(path))
        {
            File.Delete(path);
        }
        else if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
    }
}
