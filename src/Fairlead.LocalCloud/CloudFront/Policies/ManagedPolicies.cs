namespace Fairlead.LocalCloud.CloudFront.Policies;

/// <summary>
/// AWS' own policies, by their ids
/// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html and …/using-managed-origin-request-policies.html).
/// </summary>
internal static class ManagedPolicies
{
    public const string CachingOptimized = "658327ea-f89d-4fab-a63d-7e88639e58f6";
    public const string CachingOptimizedForUncompressedObjects = "b2884449-e4de-46a7-ac36-70bc7f1ddd6d";
    public const string CachingDisabled = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
    public const string AllViewer = "216adef6-5c7f-47e4-b989-5492eafa07d3";
    public const string AllViewerExceptHostHeader = "b689b0a8-53d0-40ab-baf2-68738e2966ac";
    public const string CorsS3Origin = "88a5eaf4-2fd4-4709-b370-b4c650ea3fcf";
    public const string CorsCustomOrigin = "59781a5b-3903-41f3-afcb-af62929ccde1";
    public const string UserAgentRefererHeaders = "acba4595-bd28-49b8-b9fe-13317c0390fa";

    public static IReadOnlyDictionary<string, string> Names { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [CachingOptimized] = "Managed-CachingOptimized",
        [CachingOptimizedForUncompressedObjects] = "Managed-CachingOptimizedForUncompressedObjects",
        [CachingDisabled] = "Managed-CachingDisabled",
        [AllViewer] = "Managed-AllViewer",
        [AllViewerExceptHostHeader] = "Managed-AllViewerExceptHostHeader",
        [CorsS3Origin] = "Managed-CORS-S3Origin",
        [CorsCustomOrigin] = "Managed-CORS-CustomOrigin",
        [UserAgentRefererHeaders] = "Managed-UserAgentRefererHeaders",
    };

    public static IReadOnlyDictionary<string, CachePolicy> Cache { get; } = new Dictionary<string, CachePolicy>(StringComparer.Ordinal)
    {
        [CachingOptimized] = new(TimeSpan.FromSeconds(1), TimeSpan.FromDays(1), TimeSpan.FromDays(365)) { Gzip = true, Brotli = true },
        [CachingOptimizedForUncompressedObjects] = new(TimeSpan.FromSeconds(1), TimeSpan.FromDays(1), TimeSpan.FromDays(365)),
        [CachingDisabled] = new(TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero),
    };

    public static IReadOnlyDictionary<string, OriginRequestPolicy> OriginRequest { get; } = new Dictionary<string, OriginRequestPolicy>(StringComparer.Ordinal)
    {
        [AllViewer] = new(Selection.All, Selection.All, Selection.All),
        [AllViewerExceptHostHeader] = new(Selection.AllExcept("Host"), Selection.All, Selection.All),
        [CorsS3Origin] = new(Selection.Only("Origin", "Access-Control-Request-Headers", "Access-Control-Request-Method"), Selection.None, Selection.None),
        [CorsCustomOrigin] = new(Selection.Only("Origin"), Selection.None, Selection.None),
        [UserAgentRefererHeaders] = new(Selection.Only("User-Agent", "Referer"), Selection.None, Selection.None),
    };
}
