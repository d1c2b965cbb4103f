using Fairlead.LocalCloud.CloudFront.Configuration;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.CloudFront.Policies;

/// <summary>What holds for a behaviour, whether it names policies or uses the older forwarded values.</summary>
/// <param name="Cache">How its responses are kept.</param>
/// <param name="OriginRequest">What is forwarded besides what the cache policy names.</param>
internal sealed record BehaviorPolicy(CachePolicy Cache, OriginRequestPolicy OriginRequest)
{
    /// <exception cref="AwsServiceException">A policy id that this cloud does not have: only AWS' managed policies exist here.</exception>
    public static BehaviorPolicy Of(CacheBehavior behavior)
    {
        if (behavior.CachePolicyId is null)
        {
            return OfForwardedValues(behavior);
        }

        if (!ManagedPolicies.Cache.TryGetValue(behavior.CachePolicyId, out var cache))
        {
            throw new AwsServiceException(
                "NoSuchCachePolicy",
                $"The cache policy does not exist: {behavior.CachePolicyId}. The local cloud has managed policies only.",
                StatusCodes.Status404NotFound);
        }

        if (behavior.OriginRequestPolicyId is null)
        {
            return new BehaviorPolicy(cache, OriginRequestPolicy.None);
        }

        return ManagedPolicies.OriginRequest.TryGetValue(behavior.OriginRequestPolicyId, out var originRequest)
            ? new BehaviorPolicy(cache, originRequest)
            : throw new AwsServiceException(
                "NoSuchOriginRequestPolicy",
                $"The origin request policy does not exist: {behavior.OriginRequestPolicyId}. The local cloud has managed policies only.",
                StatusCodes.Status404NotFound);
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
