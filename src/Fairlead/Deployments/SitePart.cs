using Fairlead.Site;

namespace Fairlead.Deployments;

/// <summary>A site that a release consists of, as the build made it.</summary>
/// <param name="Name">As the stack's outputs name it; the name does not matter where build and stack have one site each.</param>
/// <param name="Directory">The folder that holds <c>index.html</c>.</param>
public sealed record SitePart(string Name, string Directory)
{
    /// <inheritdoc cref="SiteOptions.EntryPoints"/>
    public IReadOnlyList<string>? EntryPoints { get; init; }

    /// <inheritdoc cref="SiteOptions.AssetCacheControl"/>
    public string? AssetCacheControl { get; init; }

    /// <inheritdoc cref="SiteOptions.EntryPointCacheControl"/>
    public string? EntryPointCacheControl { get; init; }

    internal SiteOptions OptionsFor(string bucket)
    {
        var usual = new SiteOptions { Directory = Directory, Bucket = bucket };
        return usual with
        {
            EntryPoints = EntryPoints ?? usual.EntryPoints,
            AssetCacheControl = AssetCacheControl ?? usual.AssetCacheControl,
            EntryPointCacheControl = EntryPointCacheControl ?? usual.EntryPointCacheControl,
        };
    }
}
