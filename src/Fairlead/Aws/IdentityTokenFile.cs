namespace Fairlead.Aws;

/// <summary>
/// A place for the identity token of one run, that only its user may look into and that goes with the run. What a run that was killed has left there, the next
/// one removes: a run holds a lock on its folder for as long as it lives, and the system takes it from one that was killed.
/// </summary>
public sealed class IdentityTokenFile : IDisposable
{
    private const string LockName = "lock";

    private const UnixFileMode OnlyOwner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly string _folder;
    private FileStream? _lock;

    private IdentityTokenFile(string folder, FileStream @lock) => (_folder, _lock) = (folder, @lock);

    /// <summary>The file; it is there once a token was written.</summary>
    public string Path => System.IO.Path.Combine(_folder, "token");

    /// <summary>Makes a folder for this run (0700). It is removed when it is disposed, or when the process ends by itself.</summary>
    /// <param name="directory">Where runs have theirs.</param>
    public static IdentityTokenFile Create(string directory)
    {
        CreatePrivate(directory);
        var folder = System.IO.Path.Combine(System.IO.Path.GetFullPath(directory), Guid.NewGuid().ToString("N"));
        CreatePrivate(folder);
        var file = new IdentityTokenFile(
            folder,
            new FileStream(System.IO.Path.Combine(folder, LockName), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None));
        AppDomain.CurrentDomain.ProcessExit += file.End;
        return file;
    }

    /// <summary>Removes what runs that were killed have left. Those of runs that live stay.</summary>
    public static void RemoveLeftovers(string directory)
    {
        if (!Directory.Exists(directory))
        {
            return;
        }

        foreach (var folder in Directory.GetDirectories(directory))
        {
            try
            {
                // One that is just being made has no lock yet: it is held a moment later, or it is younger than the time that takes.
                var held = System.IO.Path.Combine(folder, LockName);
                if (!File.Exists(held) && DateTime.UtcNow - Directory.GetCreationTimeUtc(folder) < TimeSpan.FromMinutes(1))
                {
                    continue;
                }

                using (new FileStream(held, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
                {
                    Directory.Delete(folder, recursive: true);
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // A run that lives holds it.
            }
        }
    }

    /// <summary>Removes the token and its folder. A second call does nothing.</summary>
    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= End;
        if (Interlocked.Exchange(ref _lock, null) is not { } held)
        {
            return;
        }

        try
        {
            File.Delete(Path);
            held.Dispose();
            Directory.Delete(_folder, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The next run tries again.
        }
    }

    private void End(object? sender, EventArgs e) => Dispose();

    private static void CreatePrivate(string directory)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(directory);
            return;
        }

        Directory.CreateDirectory(directory, OnlyOwner);
        File.SetUnixFileMode(directory, OnlyOwner);
    }
}
