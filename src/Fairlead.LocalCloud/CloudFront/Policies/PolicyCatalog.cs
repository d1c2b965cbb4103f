using System.Xml.Linq;

namespace Fairlead.LocalCloud.CloudFront.Policies;

/// <summary>The policies that behaviours can name: AWS' own, and those that were made here.</summary>
internal sealed record PolicyCatalog(
    IReadOnlyDictionary<string, CachePolicy> CustomCache,
    IReadOnlyDictionary<string, OriginRequestPolicy> CustomOriginRequest)
{
    public static PolicyCatalog Of(CloudFrontDocument document) => new(
        Custom(document, ConfigurationKind.CachePolicy, PolicyXml.ParseCachePolicy),
        Custom(document, ConfigurationKind.OriginRequestPolicy, PolicyXml.ParseOriginRequestPolicy));

    public CachePolicy? Cache(string id) => ManagedPolicies.Cache.GetValueOrDefault(id) ?? CustomCache.GetValueOrDefault(id);

    public OriginRequestPolicy? OriginRequest(string id) => ManagedPolicies.OriginRequest.GetValueOrDefault(id) ?? CustomOriginRequest.GetValueOrDefault(id);

    private static Dictionary<string, T> Custom<T>(CloudFrontDocument document, ConfigurationKind kind, Func<XElement, T> parse) => document.Configurations
        .Where(x => x.Kind == kind.Name)
        .ToDictionary(x => x.Id, x => parse(XElement.Parse(x.ConfigXml)), StringComparer.Ordinal);
}
