namespace Fairlead.LocalCloud.State;

/// <summary>
/// Where the local cloud keeps everything. Held by one process at a time, and closed to other users of the
/// machine: the directory is 0700 and what is in it too, whatever mode it had before (<see cref="OwnersOnly"/>). A file is replaced whole: written beside its name, flushed
/// to the disk and renamed, so that a killed process leaves the old content or the new, never a part.
/// </summary>
public sealed class StateDirectory : IDisposable
{
    private const string LockFile = "lock";

    /// <summary>What .NET says of a lock that another process has: EWOULDBLOCK, and ERROR_SHARING_VIOLATION on Windows.</summary>
    private const int WouldBlock = 11;

    private const int WouldBlockOnMac = 35;

    private const int SharingViolation = unchecked((int)0x80070020);

    private readonly FileStream _lock;
    private readonly string? _opened;
    private readonly string? _identity;
    private StateFolder? _before;
    private bool _isBefore;
    private bool _isNoted;

    private StateDirectory(string root, FileStream @lock)
    {
        Root = root;
        _lock = @lock;
        _opened = Location();
        _identity = FolderIdentity.Of(root);
    }

    public string Root { get; }

    /// <summary>Where it was when it was opened, without symbolic links where the system tells that.</summary>
    private string OpenedIn => _opened is null ? Root : Path.GetDirectoryName(_opened)!;

    /// <summary>Names this folder and no other one: it stays when the folder is moved, and a copy has another. 32 hexadecimal digits.</summary>
    public string Id { get; private set; } = "";

    /// <summary>
    /// Paths by which this folder and no other is known: that by which it was opened, that without symbolic links, and where it was before it was moved, as
    /// long as there is no other state. Of a folder that was moved while it is open, that is where it is now, and of one that was deleted it is none.
    /// </summary>
    public IReadOnlyList<string> KnownAs
    {
        get
        {
            if (!IsInPlace)
            {
                return Location() is { } moved && Path.GetFileName(moved) == LockFile ? [Path.GetDirectoryName(moved)!] : [];
            }

            return [.. new[] { Root, OpenedIn, _before is { } before && (_isBefore || !HoldsState(before.Path)) ? before.Path : Root }.Distinct()];
        }
    }

    /// <summary>What the state says of running processes is of processes that were started from this folder. False for a copy, whose state tells of those of
    /// the original, and for a state of a version that did not note its folder, each until <see cref="Adopt"/>.</summary>
    public bool OwnsItsProcesses { get; private set; }

    /// <summary>This folder is a copy of another that no local cloud has adopted yet. One that was moved to another file system is a copy, too.</summary>
    public bool IsNewCopy { get; private set; }

    /// <summary>The state is new, or of a version that did not note its folder.</summary>
    public bool IsOfEarlierVersion { get; private set; }

    /// <summary>False once the folder was moved or deleted while it is open, or a symbolic link on the way to it leads elsewhere: whatever is written to
    /// <see cref="Root"/> would get into another one.</summary>
    public bool IsInPlace => _opened is null ? File.Exists(Path.Combine(Root, LockFile)) : Location() == _opened && FolderIdentity.Of(Root) == _identity;

    /// <exception cref="StateDirectoryException">The directory cannot be created or written, or another process holds it.</exception>
    public static StateDirectory Open(string path)
    {
        var root = Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(root);
            OwnersOnly.Close(root);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StateDirectoryException(
                $"The local cloud cannot create its state directory {root}: {exception.Message} Make the directory writable or free some space.",
                exception);
        }

        var state = new StateDirectory(root, Lock(root));
        try
        {
            TemporaryFiles.Sweep(root);
            state.Identify();
            return state;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            state.Dispose();
            throw CannotWrite(root, exception);
        }
        catch
        {
            state.Dispose();
            throw;
        }
    }

    private static FileStream Lock(string root)
    {
        var path = Path.Combine(root, LockFile);
        if (Directory.Exists(path))
        {
            throw DamagedState.MoveAside(path, $"The local cloud's state directory {root} cannot be locked: {path} is a folder.");
        }

        try
        {
            // .NET takes an advisory lock (flock) for FileShare.None, which the kernel drops when the process dies.
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception) when (exception.HResult is WouldBlock or WouldBlockOnMac or SharingViolation)
        {
            throw new StateDirectoryException(
                $"The local cloud's state directory {root} cannot be locked: {exception.Message} Another local cloud may be running there; stop it first.",
                exception)
            { IsHeld = true };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(root, exception);
        }
    }

    private static StateDirectoryException CannotWrite(string root, Exception exception) => new(
        $"The local cloud cannot write to its state directory {root}: {exception.Message} Make the directory writable or free some space.",
        exception);

    /// <summary>
    /// Notes that the state is this folder's: call when it says nothing of processes any more that are not. A local cloud that is killed before finds the
    /// folder as this one found it. Idempotent.
    /// </summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Adopt()
    {
        if (!_isNoted)
        {
            WriteAtomically(StateFolder.FileName, Note().ToBytes());
        }

        (_isNoted, OwnsItsProcesses) = (true, true);
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
    /// <exception cref="StateDirectoryException">It, or a folder above it, is a file; that was moved aside.</exception>
    public void CreateFolder(string path)
    {
        if (!IsInPlace)
        {
            throw new DirectoryNotFoundException($"The local cloud's state directory {Root} was moved or deleted while the local cloud ran.");
        }

        for (var folder = path; folder.Length > Root.Length; folder = Path.GetDirectoryName(folder)!)
        {
            if (File.Exists(folder))
            {
                throw DamagedState.MoveAside(folder, $"The local cloud's state folder {folder} cannot be read: it is a file.");
            }
        }

        Directory.CreateDirectory(path);
    }

    /// <summary>Makes the folder of a volume, in the state or elsewhere. Idempotent.</summary>
    /// <exception cref="DirectoryNotFoundException">The state's own folder was moved or deleted meanwhile.</exception>
    public void CreateVolume(string path)
    {
        CreateFolder(Path.GetDirectoryName(path)!);
        OwnersOnly.CreateVolume(path);
    }

    /// <exception cref="StateDirectoryException">A folder has the name; it was moved aside.</exception>
    public void WriteAtomically(string relativePath, ReadOnlySpan<byte> content)
    {
        var path = PathOf(relativePath);
        if (Directory.Exists(path))
        {
            throw DamagedState.MoveAside(path, $"The local cloud's state file {path} cannot be written: a folder has its name.");
        }

        var temporary = TemporaryFiles.Beside(path);
        try
        {
            using (var stream = new FileStream(temporary, OwnersOnly.Options(FileMode.CreateNew)))
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

    public void Delete(string relativePath) => File.Delete(Path.Combine(Root, relativePath));

    public void Dispose() => _lock.Dispose();

    /// <summary>Finds out whether the folder is where it was, was moved, or is a copy.</summary>
    private void Identify()
    {
        var noted = StateFolder.Read(Root);
        var moved = noted is not null && noted.Path != OpenedIn;
        var hasNamesake = moved && StateFolder.Read(noted!.Path)?.Id == noted.Id;
        _isBefore = hasNamesake && IsSameFolder(noted!.Path);
        var isAnother = moved && noted!.Identity is { } identity && FolderIdentity.Of(Root) is { } own && own != identity;
        IsNewCopy = !_isBefore && (hasNamesake || isAnother);
        OwnsItsProcesses = noted is not null && !IsNewCopy;
        _before = OwnsItsProcesses && moved ? noted : null;
        Id = OwnsItsProcesses ? noted!.Id : Guid.NewGuid().ToString("N");
        IsOfEarlierVersion = noted is null;
        _isNoted = noted == Note();
    }

    private StateFolder Note() => new(Id, OpenedIn, FolderIdentity.Of(Root));

    private static bool HoldsState(string path) => File.Exists(Path.Combine(path, LockFile)) || File.Exists(Path.Combine(path, StateFolder.FileName));

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
