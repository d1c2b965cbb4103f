using System.Xml.Linq;
using Fairlead.LocalCloud.CloudFront.Configuration;
using Fairlead.LocalCloud.CloudFront.Policies;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.CloudFront;

/// <summary>A kind of configuration that distributions name by its id and that is made, changed and deleted on its own.</summary>
/// <param name="Name">Of its element, and in its error codes: <c>NoSuchCachePolicy</c>.</param>
/// <param name="Path">Its segment of the API's path.</param>
/// <param name="IdOf">What a distribution names it by.</param>
/// <param name="IsUpdatedAtConfig">Changed at <c>PATH/ID/config</c>, where the others are changed at <c>PATH/ID</c>.</param>
/// <param name="Check">Throws InvalidArgument for a configuration that is not one.</param>
/// <param name="Managed">AWS' own, by id.</param>
internal sealed record ConfigurationKind(
    string Name,
    string Path,
    string IdOf,
    bool IsUpdatedAtConfig,
    Action<XElement> Check,
    IReadOnlyDictionary<string, XElement> Managed)
{
    public static ConfigurationKind CachePolicy { get; } = new(
        "CachePolicy",
        "cache-policy",
        "CachePolicyId",
        IsUpdatedAtConfig: false,
        x => PolicyXml.ParseCachePolicy(x),
        ManagedPolicies.Cache.ToDictionary(x => x.Key, x => PolicyXml.Write(ManagedPolicies.Names[x.Key], x.Value)));

    public static ConfigurationKind OriginRequestPolicy { get; } = new(
        "OriginRequestPolicy",
        "origin-request-policy",
        "OriginRequestPolicyId",
        IsUpdatedAtConfig: false,
        x => PolicyXml.ParseOriginRequestPolicy(x),
        ManagedPolicies.OriginRequest.ToDictionary(x => x.Key, x => PolicyXml.Write(ManagedPolicies.Names[x.Key], x.Value)));

    public static ConfigurationKind OriginAccessControl { get; } = new(
        "OriginAccessControl",
        "origin-access-control",
        "OriginAccessControlId",
        IsUpdatedAtConfig: true,
        CheckAccessControl,
        new Dictionary<string, XElement>());

    public static IReadOnlyList<ConfigurationKind> All { get; } = [CachePolicy, OriginRequestPolicy, OriginAccessControl];

    /// <summary>Of the element that holds it.</summary>
    public string ConfigName => $"{Name}Config";

    /// <summary>Of a policy the answers say when it was changed, and whether it is AWS' own.</summary>
    public bool IsPolicy => Name.EndsWith("Policy", StringComparison.Ordinal);

    public AwsServiceException NotFound(string id)
        => new($"NoSuch{Name}", $"The {Name} does not exist: {id}.", StatusCodes.Status404NotFound);

    /// <summary>https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_OriginAccessControlConfig.html.</summary>
    private static void CheckAccessControl(XElement config)
    {
        foreach (var (member, allowed) in new (string, string[])[]
                 {
                     ("SigningProtocol", ["sigv4"]),
                     ("SigningBehavior", ["never", "always", "no-override"]),
                     ("OriginAccessControlOriginType", ["s3", "mediastore", "mediapackagev2", "lambda"]),
                 })
        {
            var value = config.Element(DistributionXml.Namespace + member)?.Value ?? "";
            if (!allowed.Contains(value))
            {
                throw new AwsServiceException("InvalidArgument", $"The parameter {member} must be one of {string.Join(", ", allowed)}, not '{value}'.");
            }
        }
    }
}
