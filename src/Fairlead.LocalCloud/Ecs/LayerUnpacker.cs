using System.Formats.Tar;

namespace Fairlead.LocalCloud.Ecs;

/// <summary>
/// Lays image layers on top of each other in a directory (https://github.com/opencontainers/image-spec/blob/main/layer.md): files, links,
/// whiteouts. Nothing is written outside the directory, whatever the names and links in the layer say. Owners, devices and set-user-id bits are left out.
/// </summary>
internal sealed class LayerUnpacker(string root, long maximumBytes = LayerUnpacker.MaximumBytes, int maximumEntries = LayerUnpacker.MaximumEntries)
{
    /// <summary>16 GiB: more than any image that a laptop should run.</summary>
    public const long MaximumBytes = 16L * 1024 * 1024 * 1024;

    /// <summary>More than any image has. Each takes an inode and a block of the disk, however little the layer says of it.</summary>
    public const int MaximumEntries = 2_000_000;

    private const UnixFileMode PermissionBits = (UnixFileMode)0x1FF;

    private const UnixFileMode OwnerAll = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private const string Whiteout = ".wh.";

    private const string OpaqueWhiteout = ".wh..wh..opq";

    private long _bytes;
    private int _entries;

    /// <exception cref="InvalidDataException">The layer is not a tar archive, or the image is too large with it.</exception>
    /// <exception cref="IOException">The layer is cut short, or what it holds cannot be written.</exception>
    public async Task ApplyAsync(Stream layer, CancellationToken cancellationToken)
    {
        // Opaque directories hide what lower layers have, never what this one brings, and may come after it.
        var own = new HashSet<string>(StringComparer.Ordinal);
        await using var reader = new TarReader(layer, leaveOpen: true);
        while (await reader.GetNextEntryAsync(copyData: false, cancellationToken) is { } entry)
        {
            var name = entry.Name.TrimEnd('/');
            var slash = name.LastIndexOf('/');
            var (parent, last) = slash < 0 ? ("", name) : (name[..slash], name[(slash + 1)..]);
            if (last is "" or "." or "..")
            {
                continue;
            }

            var folder = RootedPath.Resolve(root, parent, followLast: true);
            if (last == OpaqueWhiteout)
            {
                HideContent(folder, own);
            }
            else if (last.StartsWith(Whiteout, StringComparison.Ordinal))
            {
                // The rest of the name is one name: "..", say, would reach the parent.
                if (last[Whiteout.Length..] is not ("" or "." or "..") and var hidden)
                {
                    Remove(Path.Combine(folder, hidden));
                }
            }
            else
            {
                var path = Path.Combine(folder, last);
                EnsureFolder(folder);
                await ApplyAsync(entry, path, cancellationToken);
                for (var added = path; added.Length > root.Length && own.Add(added); added = Path.GetDirectoryName(added)!)
                {
                }
            }
        }
    }

    private async Task ApplyAsync(TarEntry entry, string path, CancellationToken cancellationToken)
    {
        switch (entry.EntryType)
        {
            case TarEntryType.Directory:
                if (new FileInfo(path).LinkTarget is not null || File.Exists(path))
                {
                    Remove(path);
                }

                CreateFolder(path);
                SetMode(path, entry.Mode | OwnerAll);
                break;
            case TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile:
                Remove(path);
                Count(entry.Length);
                await using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None))
                {
                    if (entry.DataStream is { } content)
                    {
                        await content.CopyToAsync(file, cancellationToken);
                    }
                }

                SetMode(path, entry.Mode | UnixFileMode.UserRead | UnixFileMode.UserWrite);
                break;
            case TarEntryType.SymbolicLink:
                if (entry.LinkName.Length == 0 || entry.LinkName.Contains('\0', StringComparison.Ordinal))
                {
                    throw new InvalidDataException($"The link {entry.Name} leads nowhere.");
                }

                Remove(path);
                Count(0);
                File.CreateSymbolicLink(path, entry.LinkName);
                break;
            case TarEntryType.HardLink:
                var source = RootedPath.Resolve(root, entry.LinkName, followLast: false);
                if (source == path)
                {
                    break;
                }

                Remove(path);
                if (new FileInfo(source).LinkTarget is { } target)
                {
                    Count(0);
                    File.CreateSymbolicLink(path, target);
                }
                else
                {
                    // A copy, and so in every task: an entry of a few bytes takes as much of the disk as the file does.
                    Count(new FileInfo(source).Length);
                    File.Copy(source, path);
                }

                break;
        }
    }

    private static void HideContent(string folder, HashSet<string> own)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        foreach (var path in Directory.GetFileSystemEntries(folder))
        {
            if (!own.Contains(path))
            {
                Remove(path);
            }
            else if (Directory.Exists(path) && new FileInfo(path).LinkTarget is null)
            {
                HideContent(path, own);
            }
        }
    }

    // A layer may leave out the directories above its files; a file of a lower layer gives way to one.
    private void EnsureFolder(string folder)
    {
        if (Directory.Exists(folder) || folder.Length <= root.Length)
        {
            return;
        }

        EnsureFolder(Path.GetDirectoryName(folder)!);
        if (File.Exists(folder))
        {
            File.Delete(folder);
        }

        CreateFolder(folder);
    }

    private void CreateFolder(string path)
    {
        if (!Directory.Exists(path))
        {
            Count(0);
            Directory.CreateDirectory(path);
        }
    }

    /// <summary>Before something is written: what it takes of the disk, however it came into the layer. What a later layer hides counts as well.</summary>
    private void Count(long bytes)
    {
        _bytes += bytes;
        if (_bytes > maximumBytes || ++_entries > maximumEntries)
        {
            throw new InvalidDataException(
                _bytes > maximumBytes
                    ? $"The image is larger than {maximumBytes / (1024 * 1024)} MiB unpacked. Hard links count as the copies that they become"
                    : $"The image has more than {maximumEntries} files and directories");
        }
    }

    private static void Remove(string path)
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

    private static void SetMode(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode & PermissionBits);
        }
    }
}
