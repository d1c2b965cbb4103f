namespace Fairlead.LocalCloud.CloudFront.Edge;

/// <summary>What makes two requests the same object.</summary>
/// <param name="DistributionId">Id of the distribution.</param>
/// <param name="Path">Path after the viewer-request function and the default root object.</param>
/// <param name="Query">The query strings that the cache policy names, without the question mark.</param>
/// <param name="Variant">The headers and cookies that the cache policy names, and the encodings that the viewer takes.</param>
internal readonly record struct CacheKey(string DistributionId, string Path, string Query, string Variant)
{
    /// <summary>What invalidation paths are compared with.</summary>
    public string Uri => Query.Length == 0 ? Path : $"{Path}?{Query}";
}
