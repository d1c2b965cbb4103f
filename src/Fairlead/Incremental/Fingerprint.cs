using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Fairlead.Incremental;

/// <summary>A digest over names and contents of files and over keys. The same files give the same digest wherever the checkout lies.</summary>
public static class Fingerprint
{
    /// <summary>Contents read earlier in this process, by path, length and time of change: several targets look at the same sources.</summary>
    private static readonly ConcurrentDictionary<(string Path, long Length, DateTime Changed), string> Digests = new();

    /// <param name="root">Names are taken relative to this directory.</param>
    /// <param name="files">Absolute paths; the order does not matter. One that does not exist counts as absent, which differs from empty.</param>
    /// <param name="keys">Whatever else decides the result: tool versions, parameters. The order matters.</param>
    /// <returns>SHA-256, lower-case hexadecimal.</returns>
    public static string Of(string root, IEnumerable<string> files, IEnumerable<string> keys)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var key in keys)
        {
            Append(hash, "key", key);
        }

        var named = files.Distinct(StringComparer.Ordinal)
            .Select(path => (Name: Path.GetRelativePath(root, path).Replace('\\', '/'), Path: path))
            .OrderBy(x => x.Name, StringComparer.Ordinal)
            .ToList();
        var digests = new string[named.Count];
        Parallel.For(0, named.Count, i => digests[i] = DigestOf(named[i].Path));
        for (var i = 0; i < named.Count; i++)
        {
            Append(hash, named[i].Name, digests[i]);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string DigestOf(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? Digests.GetOrAdd((path, file.Length, file.LastWriteTimeUtc), static x => Read(x.Path)) : "absent";
    }

    private static string Read(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private static void Append(IncrementalHash hash, string name, string value)
        => hash.AppendData(Encoding.UTF8.GetBytes($"{name.Length}:{name}={value.Length}:{value}\n"));
}
