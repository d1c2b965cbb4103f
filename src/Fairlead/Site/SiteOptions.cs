namespace Fairlead.Site;

/// <summary>What the user sets about the static site. The release id is not part of it: the same
/// content is the same site, whichever release publishes it.</summary>
public sealed record SiteOptions
{
    /// <summary>The built site: the folder that holds <c>index.html</c>.</summary>
    public required string Directory { get; init; }

    /// <summary>The bucket that the site is served from.</summary>
    public required string Bucket { get; init; }

    /// <summary>
    /// File names (<c>*</c> for any characters, no folders) that are entry points although their name may look hashed. Every file without a content hash in its
    /// name is an entry point as well: it keeps its name when it changes, so nobody may keep it for long.
    /// </summary>
    public IReadOnlyList<string> EntryPoints { get; init; } =
        ["*.html", "sw.js", "service-worker.js", "*.webmanifest", "manifest.json", "robots.txt", "asset-manifest.json", "favicon.ico"];

    /// <summary>Cache-Control of files with a content hash in their name.</summary>
    public string AssetCacheControl { get; init; } = "public, max-age=31536000, immutable";

    /// <summary>Cache-Control of entry points.</summary>
    public string EntryPointCacheControl { get; init; } = "no-cache";

    /// <summary>Objects on their way at the same time.</summary>
    public int Parallelism { get; init; } = 16;
}
