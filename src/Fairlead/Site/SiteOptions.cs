namespace Fairlead.Site;

/// <summary>What the user sets about the static site. The release id is not part of it: the same
/// content is the same site, whichever release publishes it.</summary>
public sealed record SiteOptions
{
    /// <summary>The built site: the folder that holds <c>index.html</c>.</summary>
    public required string Directory { get; init; }

    /// <summary>The bucket that the site is served from.</summary>
    public required string Bucket { get; init; }

    /// <summary>What <see cref="EntryPoints"/> is when nothing else is said. A site need not have all of them.</summary>
    public static IReadOnlyList<string> UsualEntryPoints { get; } =
        ["*.html", "sw.js", "service-worker.js", "*.webmanifest", "manifest.json", "robots.txt", "asset-manifest.json", "favicon.ico"];

    /// <summary>
    /// Patterns of files that are entry points although their name may look hashed: without a slash of the file's name, in any folder
    /// (<c>release-*.json</c>); with one of the whole path, where <c>**</c> stands for any folders (<c>data/**/*.json</c>). Case does not count. Every file
    /// without a content hash in its name is an entry point as well: it keeps its name when it changes, so nobody may keep it for long. A pattern that is
    /// none of <see cref="UsualEntryPoints"/> must match a file.
    /// </summary>
    public IReadOnlyList<string> EntryPoints { get; init; } = UsualEntryPoints;

    /// <summary>Cache-Control of files with a content hash in their name. Empty for none.</summary>
    public string AssetCacheControl { get; init; } = "public, max-age=31536000, immutable";

    /// <summary>Cache-Control of entry points. Empty for none.</summary>
    public string EntryPointCacheControl { get; init; } = "no-cache";

    /// <summary>Objects on their way at the same time.</summary>
    public int Parallelism { get; init; } = 16;
}
