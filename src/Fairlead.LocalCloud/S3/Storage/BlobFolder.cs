using Fairlead.LocalCloud.State;

namespace Fairlead.LocalCloud.S3.Storage;

/// <summary>Files of content under names that are never used twice. A file is complete and on the disk before a journal names it.</summary>
internal sealed class BlobFolder(StateDirectory state, string path)
{
    private const int FanOut = 2;

    public (string Name, FileStream Stream) Create()
    {
        var name = Guid.NewGuid().ToString("N");
        var file = PathOf(name);
        try
        {
            state.CreateFolder(Path.GetDirectoryName(file)!);
            return (name, new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous));
        }
        catch (Exception exception) when (DiskRefusal.Is(exception))
        {
            throw S3Errors.DiskRefused(exception);
        }
    }

    public Stream Open(IReadOnlyList<StoredPart> parts)
        => parts.Count == 1 ? OpenFile(parts[0]) : new PartsStream([.. parts.Select(OpenFile)], [.. parts.Select(x => x.Size)]);

    public void Delete(IEnumerable<StoredPart> parts)
    {
        foreach (var part in parts)
        {
            Delete(part.Blob);
        }
    }

    public void Delete(string name)
    {
        try
        {
            File.Delete(PathOf(name));
        }
        catch (Exception exception) when (DiskRefusal.Is(exception))
        {
            // Nothing names the file any more; the next start sweeps it.
        }
    }

    /// <summary>Removes what a killed process left half-written or had not yet deleted.</summary>
    public void Sweep(IReadOnlySet<string> wanted)
    {
        if (!Directory.Exists(path))
        {
            return;
        }

        foreach (var file in Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories))
        {
            if (!wanted.Contains(Path.GetFileName(file)))
            {
                File.Delete(file);
            }
        }
    }

    /// <exception cref="IOException">The file is gone or cannot be read. The message is for whoever asked: only the inner one, for the log, says where.</exception>
    private FileStream OpenFile(StoredPart part)
    {
        try
        {
            return new FileStream(
                PathOf(part.Blob),
                FileMode.Open,
                FileAccess.Read,
                FileShare.Read | FileShare.Delete,
                bufferSize: 0,
                FileOptions.Asynchronous | FileOptions.SequentialScan);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new IOException("The content of the object is gone from the state directory.", exception);
        }
        catch (Exception exception) when (DiskRefusal.Is(exception))
        {
            throw new IOException("The content of the object cannot be read from the state directory.", exception);
        }
    }

    private string PathOf(string name) => Path.Combine(path, name[..FanOut], name);
}
