using System.Security.Cryptography;

namespace Fairlead.Incremental;

/// <summary>
/// What a set of files held when it was taken. Contents are read and hashed every time: a stored digest that is found by size and times is
/// wrong after a restored backup, a copied checkout or a changed clock, and reading the sources of a repository takes less than its compiler's start.
/// </summary>
public sealed class FileSnapshot
{
    private FileSnapshot(IReadOnlyList<FileState> files) => Files = files;

    /// <summary>Ordered by name, each name once.</summary>
    public IReadOnlyList<FileState> Files { get; }

    /// <param name="root">Names are taken relative to this directory, and so are paths that are not absolute.</param>
    /// <param name="paths">Files, in any order. A directory stands for every file below it. One that does
    /// not exist counts as absent, which differs from empty.</param>
    /// <exception cref="FairleadException">A file cannot be read.</exception>
    public static FileSnapshot Of(string root, IEnumerable<string> paths)
    {
        var full = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            foreach (var file in Expand(Path.GetFullPath(path, root)))
            {
                full[Path.GetRelativePath(root, file).Replace('\\', '/')] = file;
            }
        }

        var named = full.ToArray();
        var files = new FileState[named.Length];
        var errors = new FairleadException?[named.Length];
        Parallel.For(0, named.Length, i =>
        {
            try
            {
                files[i] = Read(named[i].Key, named[i].Value);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                errors[i] = new FairleadException(
                    $"{named[i].Key} cannot be read, so nobody can tell whether it changed.",
                    exception.Message,
                    "Make it readable, or take it out of the inputs and outputs.",
                    exception);
            }
        });
        return errors.FirstOrDefault(x => x is not null) is { } error ? throw error : new FileSnapshot(files);
    }

    private static IEnumerable<string> Expand(string path)
    {
        if (!Directory.Exists(path))
        {
            return [path];
        }

        var below = SourceFiles.AllBelow(path).ToList();
        return below.Count > 0 ? below : [path];
    }

    private static FileState Read(string name, string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            return new FileState(name, Convert.ToHexStringLower(SHA256.HashData(stream)), stream.Length, File.GetLastWriteTimeUtc(stream.SafeFileHandle).Ticks);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return new FileState(name, FileState.Absent, 0, 0);
        }
        catch (UnauthorizedAccessException) when (Directory.Exists(path))
        {
            return new FileState(name, FileState.Directory, 0, 0);
        }
    }
}
