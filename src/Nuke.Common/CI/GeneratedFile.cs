using Nuke.Common.IO;

namespace Nuke.Common.CI;

/// <summary>Collects a file in memory and puts it in its place whole, so that nobody ever sees half of it.</summary>
internal sealed class GeneratedFile(string path) : MemoryStream
{
    /// <summary>Writes the file unless it is there with the same lines already.</summary>
    public void Commit()
    {
        var content = GetBuffer().AsSpan(0, (int)Length);

        // A checkout on Windows may have turned the line ends; the lines are the same all the same.
        if (File.Exists(path) && File.ReadAllBytes(path) is var existing && (content.SequenceEqual(existing) || content.SequenceEqual(WithLineFeeds(existing))))
        {
            return;
        }

        // What the path links to is replaced, not the link.
        var target = new FileInfo(path).LinkTarget is null ? path : File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        Directory.CreateDirectory(Path.GetDirectoryName(target)!); // a file is in a directory
        EnsureWritable(target);
        AtomicFile.Write(target, content);
    }

    // Replacing a file needs no permission on the file itself; who made it read-only wants to be asked all the same.
    private static void EnsureWritable(string target)
    {
        if (File.Exists(target) && File.GetAttributes(target).HasFlag(FileAttributes.ReadOnly))
        {
            throw new UnauthorizedAccessException($"Access to the path '{target}' is denied: the file is read-only.");
        }
    }

    private static byte[] WithLineFeeds(byte[] content)
    {
        var result = new List<byte>(content.Length);
        for (var i = 0; i < content.Length; i++)
        {
            if (content[i] != '\r' || i + 1 == content.Length || content[i + 1] != '\n')
            {
                result.Add(content[i]);
            }
        }

        return [.. result];
    }
}
