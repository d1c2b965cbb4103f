using Fairlead.LocalCloud.CloudFront.Configuration;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.CloudFront.Policies;

/// <summary>What holds for a behaviour, whether it names policies or uses the older forwarded values.</summary>
/// <param name="Cache">How its responses are kept.</param>
/// <param name="OriginRequest">What is forwarded besides what the cache policy names.</param>
internal sealed record BehaviorPolicy(CachePolicy Cache, OriginRequestPolicy OriginRequest)
{
    /// <exception cref="AwsServiceException">A policy id that is neither one of AWS' managed policies nor one that was made here.</exception>
    public static BehaviorPolicy Of(CacheBehavior behavior, PolicyCatalog catalog)
    {
        if (behavior.CachePolicyId is null)
        {
            return OfForwardedValues(behavior);
        }

        var cache = catalog.Cache(behavior.CachePolicyId) ?? throw ConfigurationKind.CachePolicy.NotFound(behavior.CachePolicyId);
        return behavior.OriginRequestPolicyId is not { } id
            ? new BehaviorPolicy(cache, OriginRequestPolicy.None)
            : new BehaviorPolicy(cache, catalog.OriginRequest(id) ?? throw ConfigurationKind.OriginRequestPolicy.NotFound(id));
    }

    private static BehaviorPolicy OfForwardedValues(CacheBehavior behavior)
    {
        var values = behavior.ForwardedValues ?? throw new AwsServiceException("InvalidArgument", "The parameter ForwardedValues is required.");
        var allHeaders = values.Headers is ["*"];
        var query = !values.QueryString ? Selection.None
            : values.QueryStringCacheKeys.Count == 0 ? Selection.All
            : Selection.Only([.. values.QueryStringCacheKeys]);
        var cookies = values.Cookies switch { "all" => Selection.All, "whitelist" => Selection.Only([.. values.CookieNames]), _ => Selection.None };
        var cache = allHeaders
            ? new CachePolicy(TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero)
            : new CachePolicy(behavior.MinTtl, behavior.DefaultTtl, behavior.MaxTtl) { Headers = Selection.Only([.. values.Headers]) };

        // Without a cache policy, compression means gzip only.
        cache = cache with { Cookies = cookies, QueryStrings = query, Gzip = behavior.Compress };
        return new BehaviorPolicy(
            cache,
            new OriginRequestPolicy(allHeaders ? Selection.All : Selection.None, Selection.None, values.QueryString ? Selection.All : Selection.None));
    }
}
