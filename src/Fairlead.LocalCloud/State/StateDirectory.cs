namespace Fairlead.LocalCloud.State;

/// <summary>
/// Where the local cloud keeps everything. Held by one process at a time, and closed to other users of the
/// machine (0700). A file is replaced whole: written beside its name, flushed
/// to the disk and renamed, so that a killed process leaves the old content or the new, never a part.
/// </summary>
public sealed class StateDirectory : IDisposable
{
    private const string LockFile = "lock";

    private readonly FileStream _lock;
    private readonly string? _opened;
    private string[] _knownAs = [];

    private StateDirectory(string root, FileStream @lock)
    {
        Root = root;
        _lock = @lock;
        _opened = Location();
    }

    public string Root { get; }

    /// <summary>Names this folder and no other one: it stays when the folder is moved, and a copy has another. 32 hexadecimal digits.</summary>
    public string Id { get; private set; } = "";

    /// <summary>
    /// Paths by which this folder is or was known: that by which it was opened, that without symbolic links, where it was before it was moved, and where it is
    /// now. Never one of the folder that this one is a copy of.
    /// </summary>
    public IReadOnlyList<string> KnownAs => [.. _knownAs.Append(Path.GetDirectoryName(Location() ?? _opened) ?? Root).Distinct()];

    /// <summary>What the state says of running processes is of processes that were started from this folder. False for a copy, whose state tells of those of
    /// the original, and for a state of a version that did not note its folder.</summary>
    public bool OwnsItsProcesses { get; private set; }

    /// <summary>This folder is a copy of another that was opened for the first time.</summary>
    public bool IsNewCopy { get; private set; }

    /// <summary>False once the folder was moved or deleted while it is open: whatever is written to <see cref="Root"/> would make another one there.</summary>
    public bool IsInPlace => _opened is null ? File.Exists(Path.Combine(Root, LockFile)) : Location() == _opened;

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
            var file = new FileStream(Path.Combine(root, LockFile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            try
            {
                var state = new StateDirectory(root, file);
                state.Identify();
                return state;
            }
            catch
            {
                file.Dispose();
                throw;
            }
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new StateDirectoryException($"The local cloud cannot write to its state directory {root}: {exception.Message}", exception);
        }
        catch (IOException exception)
        {
            throw new StateDirectoryException(
                $"The local cloud's state directory {root} cannot be locked: {exception.Message} Another local cloud may be running there; stop it first.",
                exception)
            { IsHeld = true };
        }
    }

    /// <summary>Absolute path of a file or folder of the state. Its directory exists afterwards.</summary>
    /// <exception cref="DirectoryNotFoundException">The folder was moved or deleted meanwhile.</exception>
    public string PathOf(params string[] segments)
    {
        var path = Path.Combine([Root, .. segments]);
        CreateFolder(Path.GetDirectoryName(path)!);
        return path;
    }

    /// <summary>Makes a folder of the state. Idempotent.</summary>
    /// <exception cref="DirectoryNotFoundException">The state's own folder was moved or deleted meanwhile: nothing is made in its old place.</exception>
    public void CreateFolder(string path)
    {
        if (!IsInPlace)
        {
            throw new DirectoryNotFoundException($"The local cloud's state directory {Root} was moved or deleted while the local cloud ran.");
        }

        Directory.CreateDirectory(path);
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

    /// <summary>Finds out whether the folder is where it was, was moved, or is a copy, and notes where it is now.</summary>
    private void Identify()
    {
        var path = _opened is null ? Root : Path.GetDirectoryName(_opened)!;
        var noted = StateFolder.Read(Root);
        var moved = noted is not null && noted.Path != path;
        IsNewCopy = moved && StateFolder.Read(noted!.Path)?.Id == noted.Id && !IsSameFolder(noted.Path);
        OwnsItsProcesses = noted is not null && !IsNewCopy;
        _knownAs = [Root, path, OwnsItsProcesses ? noted!.Path : path];
        Id = OwnsItsProcesses ? noted!.Id : Guid.NewGuid().ToString("N");
        if (noted is null || moved)
        {
            WriteAtomically(StateFolder.FileName, new StateFolder(Id, path).ToBytes());
        }
    }

    /// <summary>Whether another path leads to this very folder, by a symbolic link or a mount: what is made here is seen there.</summary>
    private bool IsSameFolder(string other)
    {
        var name = $"{Guid.NewGuid():N}.tmp";
        var probe = Path.Combine(Root, name);
        try
        {
            File.WriteAllBytes(probe, []);
            return File.Exists(Path.Combine(other, name));
        }
        finally
        {
            File.Delete(probe);
        }
    }

    /// <summary>Where the open lock file is at this moment, without symbolic links, as Linux says it; of one that was deleted it says that, too. Null on other
    /// systems.</summary>
    private string? Location()
        => OperatingSystem.IsLinux() ? new FileInfo($"/proc/self/fd/{_lock.SafeFileHandle.DangerousGetHandle()}").LinkTarget : null;
}
