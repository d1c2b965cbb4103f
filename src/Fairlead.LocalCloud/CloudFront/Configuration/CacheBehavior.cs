namespace Fairlead.LocalCloud.CloudFront.Configuration;

/// <summary>What the edge does with the paths that match a pattern. The viewer protocol policy is not
/// here: the edge speaks plain HTTP on loopback only.</summary>
internal sealed record CacheBehavior
{
    public static IReadOnlyList<string> AllMethods { get; } = ["GET", "HEAD", "OPTIONS", "PUT", "PATCH", "POST", "DELETE"];

    public string PathPattern { get; init; } = "*";

    public required string TargetOriginId { get; init; }

    public IReadOnlyList<string> AllowedMethods { get; init; } = ["GET", "HEAD"];

    public bool Compress { get; init; }

    public string? CachePolicyId { get; init; }

    public string? OriginRequestPolicyId { get; init; }

    /// <summary>The older way to say what is forwarded and keyed on; only without a cache policy.</summary>
    public ForwardedValues? ForwardedValues { get; init; }

    public TimeSpan MinTtl { get; init; } = TimeSpan.Zero;

    public TimeSpan DefaultTtl { get; init; } = TimeSpan.FromDays(1);

    public TimeSpan MaxTtl { get; init; } = TimeSpan.FromDays(365);

    public IReadOnlyList<FunctionAssociation> FunctionAssociations { get; init; } = [];
}

/// <param name="QueryString">Query strings are forwarded.</param>
/// <param name="QueryStringCacheKeys">When not empty, only these make a difference to the cache.</param>
/// <param name="Cookies"><c>none</c>, <c>whitelist</c> or <c>all</c>.</param>
/// <param name="CookieNames">For <c>whitelist</c>.</param>
/// <param name="Headers">Names, or a single <c>*</c> for all of them, which turns caching off.</param>
internal sealed record ForwardedValues(
    bool QueryString,
    IReadOnlyList<string> QueryStringCacheKeys,
    string Cookies,
    IReadOnlyList<string> CookieNames,
    IReadOnlyList<string> Headers);

/// <param name="FunctionArn">ARN of a CloudFront Function.</param>
/// <param name="EventType"><c>viewer-request</c> or <c>viewer-response</c>.</param>
internal sealed record FunctionAssociation(string FunctionArn, string EventType);

/// <summary>What the viewer gets in place of an error, and how long the edge remembers the error. Holds for the
/// whole distribution, whichever behaviour the error came from.</summary>
internal sealed record CustomErrorResponse
{
    public required int ErrorCode { get; init; }

    /// <summary>Path of the page shown; null leaves the origin's own.</summary>
    public string? ResponsePagePath { get; init; }

    /// <summary>Status the viewer gets with that page.</summary>
    public int? ResponseCode { get; init; }

    /// <summary>Ten seconds unless told, as CloudFront does
    /// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/custom-error-pages-expiration.html).</summary>
    public TimeSpan ErrorCachingMinTtl { get; init; } = TimeSpan.FromSeconds(10);
}
