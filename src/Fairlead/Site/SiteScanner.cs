using System.Security.Cryptography;
using Fairlead.Releases;

namespace Fairlead.Site;

/// <summary>Reads a built site from the disk.</summary>
public static class SiteScanner
{
    /// <summary>S3's own bound for an object that is put in one piece.</summary>
    private const long MaxSize = 5L * 1024 * 1024 * 1024;

    /// <summary>Reads every file once. Changes nothing.</summary>
    /// <exception cref="FairleadException">
    /// The folder is missing, empty or without an <c>index.html</c>; a link leads out of it; two names
    /// differ only by case; an HTML entry point cannot be stamped; a pattern of entry points matches nothing; a Cache-Control is no header.
    /// </exception>
    public static async Task<SiteContent> ScanAsync(SiteOptions options, CancellationToken cancellationToken = default)
    {
        var root = Path.GetFullPath(options.Directory);
        if (!Directory.Exists(root))
        {
            throw Error($"The site's folder {root} does not exist.", "Nothing was built there.");
        }

        var paths = Paths(root);
        Check(root, paths);
        Check(options, paths);
        var files = new SiteFile[paths.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, paths.Count),
            cancellationToken,
            async (i, token) => files[i] = await ReadAsync(options, root, paths[i], token));
        return new SiteContent(files);
    }

    private static List<string> Paths(string root)
    {
        var real = RealPath(new DirectoryInfo(root));
        var pending = new Stack<DirectoryInfo>([new DirectoryInfo(root)]);
        var visited = new HashSet<string>(StringComparer.Ordinal) { real };
        var paths = new List<string>();
        while (pending.TryPop(out var directory))
        {
            foreach (var entry in directory.EnumerateFileSystemInfos())
            {
                var target = entry.LinkTarget is null ? entry : entry.ResolveLinkTarget(returnFinalTarget: true);
                if (target is not null && entry.LinkTarget is not null && !IsInside(real, RealPath(target)) && !IsInside(root, target.FullName))
                {
                    throw Error(
                        $"The site contains the link {Relative(root, entry)}, which leads out of the site's folder.",
                        $"Its target {target.FullName} would be published.");
                }

                if (target is null || !target.Exists)
                {
                    throw Error($"The site contains the link {Relative(root, entry)}, which leads nowhere.", "Its target does not exist.");
                }

                if (target is DirectoryInfo)
                {
                    if (entry.LinkTarget is null || visited.Add(RealPath(target)))
                    {
                        pending.Push(new DirectoryInfo(entry.FullName));
                    }
                }
                else
                {
                    paths.Add(Relative(root, entry));
                }
            }
        }

        paths.Sort(StringComparer.Ordinal);
        return paths;
    }

    private static void Check(string root, List<string> paths)
    {
        if (paths.Count == 0)
        {
            throw Error($"The site's folder {root} is empty.", "Publishing it would take the site away.");
        }

        if (!paths.Contains("index.html"))
        {
            var elsewhere = paths.Where(x => x.EndsWith("/index.html", StringComparison.Ordinal)).MinBy(x => x.Length);
            throw Error(
                $"The site's folder {root} has no index.html.",
                elsewhere is null ? "Visitors of the root would get an error." : $"Visitors of the root would get an error. There is one at {elsewhere}.");
        }

        var collision = paths.GroupBy(x => x, StringComparer.OrdinalIgnoreCase).FirstOrDefault(x => x.Count() > 1);
        if (collision is not null)
        {
            throw Error(
                $"The site contains {string.Join(" and ", collision)}.",
                "The names differ only by case, and on many machines one would replace the other.");
        }
    }

    private static void Check(SiteOptions options, List<string> paths)
    {
        if (options.EntryPoints.Except(SiteOptions.UsualEntryPoints).Where(x => !paths.Exists(y => EntryPointPattern.Matches(x, y))).ToArray()
            is { Length: > 0 } unmatched)
        {
            throw new FairleadException(
                $"No file of the site is called {string.Join(" or ", unmatched.Select(x => $"'{x}'"))}, as its entry points say.",
                "A file that was meant would be kept by browsers for a year.",
                "Correct the pattern in the site's entry points, or leave it out, and run again.");
        }

        foreach (var (name, value) in new[] { ("assets", options.AssetCacheControl), ("entry points", options.EntryPointCacheControl) })
        {
            // Visible ASCII and spaces, https://www.rfc-editor.org/rfc/rfc9110.html#section-5.5: S3 keeps others in a form that nobody sent.
            if (value.Any(x => x is < ' ' or > '~') || value.Trim() != value)
            {
                throw new FairleadException(
                    $"The Cache-Control of the site's {name} is not one.",
                    $"'{value}' has characters that a header cannot have.",
                    "Say it as in 'public, max-age=3600', or leave it empty for none, and run again.");
            }
        }
    }

    private static async Task<SiteFile> ReadAsync(SiteOptions options, string root, string path, CancellationToken cancellationToken)
    {
        var source = Path.Combine(root, path.Replace('/', Path.DirectorySeparatorChar));
        var isEntryPoint = !ContentHash.IsIn(path) || options.EntryPoints.Any(x => EntryPointPattern.Matches(x, path));
        var contentType = ContentTypes.Of(path);
        var html = isEntryPoint && contentType.StartsWith("text/html", StringComparison.Ordinal)
            ? await File.ReadAllBytesAsync(source, cancellationToken)
            : null;
        if (html is not null)
        {
            // Now, and not when half of the site is published.
            ReleaseStamp.Check(path, html);
        }

        await using Stream stream = html is null
            ? new FileStream(source, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.Asynchronous | FileOptions.SequentialScan)
            : new MemoryStream(html);
        var (sha256, md5, size) = await HashAsync(stream, cancellationToken);
        if (size > MaxSize)
        {
            throw Error($"{path} has {size} bytes.", "S3 takes at most 5 GiB in one piece.");
        }

        return new SiteFile
        {
            Path = path,
            SourcePath = source,
            Sha256 = sha256,
            Md5 = md5,
            Size = size,
            ContentType = contentType,
            CacheControl = isEntryPoint ? options.EntryPointCacheControl : options.AssetCacheControl,
            IsEntryPoint = isEntryPoint,

            // A null array alone would convert to an empty memory, not to none.
            Html = html is null ? (ReadOnlyMemory<byte>?)null : html,
        };
    }

    private static async Task<(string Sha256, string Md5, long Size)> HashAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        var buffer = new byte[128 * 1024];
        long size = 0;
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            sha256.AppendData(buffer, 0, read);
            md5.AppendData(buffer, 0, read);
            size += read;
        }

        return (Convert.ToHexStringLower(sha256.GetHashAndReset()), Convert.ToHexStringLower(md5.GetHashAndReset()), size);
    }

    private static string RealPath(FileSystemInfo info)
        => (info.LinkTarget is null ? info : info.ResolveLinkTarget(true) ?? info).FullName.TrimEnd(Path.DirectorySeparatorChar);

    private static bool IsInside(string root, string path) => path == root || path.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static string Relative(string root, FileSystemInfo entry) => Path.GetRelativePath(root, entry.FullName).Replace(Path.DirectorySeparatorChar, '/');

    private static FairleadException Error(string what, string why)
        => new(what, why, "Correct the web build, or point the site's directory to its output, and run again.");
}
