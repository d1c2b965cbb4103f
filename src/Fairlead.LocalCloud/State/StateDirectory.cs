namespace Fairlead.LocalCloud.State;

/// <summary>
/// Where the local cloud keeps everything. Held by one process at a time, and closed to other users of the
/// machine (0700). A file is replaced whole: written beside its name, flushed
/// to the disk and renamed, so that a killed process leaves the old content or the new, never a part.
/// </summary>
public sealed class StateDirectory : IDisposable
{
    private readonly FileStream _lock;

    private StateDirectory(string root, FileStream @lock)
    {
        Root = root;
        _lock = @lock;
    }

    public string Root { get; }

    /// <exception cref="StateDirectoryException">The directory cannot be created or written, or another process holds it.</exception>
    public static StateDirectory Open(string path)
    {
        var root = Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(root);
            if (!OperatingSystem.IsWindows())
            {
                // Keys, credentials and the content of buckets are nobody else's. A directory of an earlier version is closed as well.
                File.SetUnixFileMode(root, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StateDirectoryException(
                $"The local cloud cannot create its state directory {root}: {exception.Message} Make the directory writable or free some space.",
                exception);
        }

        try
        {
            // .NET takes an advisory lock (flock) for FileShare.None, which the kernel drops when the process dies.
            return new StateDirectory(root, new FileStream(Path.Combine(root, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new StateDirectoryException($"The local cloud cannot write to its state directory {root}: {exception.Message}", exception);
        }
        catch (IOException exception)
        {
            throw new StateDirectoryException(
                $"The local cloud's state directory {root} cannot be locked: {exception.Message} Another local cloud may be running there; stop it first.",
                exception);
        }
    }

    /// <summary>Absolute path of a file or folder of the state. Its directory exists afterwards.</summary>
    public string PathOf(params string[] segments)
    {
        var path = Path.Combine([Root, .. segments]);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }

    public void WriteAtomically(string relativePath, ReadOnlySpan<byte> content)
    {
        var path = PathOf(relativePath);
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var stream = new FileStream(temporary, OwnersOnly(FileMode.CreateNew)))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    private static FileStreamOptions OwnersOnly(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    public void Delete(string relativePath) => File.Delete(Path.Combine(Root, relativePath));

    public void Dispose() => _lock.Dispose();
}
