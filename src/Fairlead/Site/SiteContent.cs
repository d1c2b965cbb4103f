using System.Security.Cryptography;
using System.Text;

namespace Fairlead.Site;

/// <summary>A built site as it was scanned, before a release is stamped into it.</summary>
public sealed record SiteContent
{
    /// <param name="files">In any order.</param>
    public SiteContent(IEnumerable<SiteFile> files)
    {
        Files = [.. files.OrderBy(x => x.Path, StringComparer.Ordinal)];
        Digest = "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(
            Files.Select(x => $"{x.Path}\n{x.Sha256}\n{x.ContentType}\n{x.CacheControl}\n\n")))));
    }

    /// <summary>Ordered by path, ordinal.</summary>
    public IReadOnlyList<SiteFile> Files { get; }

    /// <summary>
    /// <c>sha256:</c> and the hash of paths, contents and headers. The same site has the same digest
    /// wherever and whenever it is scanned; the release stamp is not in it.
    /// </summary>
    public string Digest { get; }

    public IEnumerable<SiteFile> EntryPoints => Files.Where(x => x.IsEntryPoint);

    /// <summary>Bytes of all files.</summary>
    public long Size => Files.Sum(x => x.Size);
}
