using System.Text.Json.Serialization;
using System.Xml.Linq;
using Fairlead.LocalCloud.CloudFront.Configuration;

namespace Fairlead.LocalCloud.CloudFront;

/// <summary>What CloudFront remembers. The cache is not in it: a restarted edge is empty.</summary>
internal sealed class CloudFrontDocument
{
    public List<StoredDistribution> Distributions { get; set; } = [];

    public List<StoredInvalidation> Invalidations { get; set; } = [];

    /// <summary>Policies and origin access controls.</summary>
    public List<StoredConfiguration> Configurations { get; set; } = [];
}

/// <param name="Id">Such as <c>E2QWRUHAPOMQZL</c>.</param>
/// <param name="ETag">Changes with every change of the configuration.</param>
/// <param name="Created">Decides which distribution plain <c>localhost</c> shows.</param>
/// <param name="Modified">Last change.</param>
/// <param name="ConfigXml">The DistributionConfig element as clients get it.</param>
/// <param name="Sent">The DistributionConfig element as it was sent: what a repeated request is compared with.</param>
internal sealed record StoredDistribution(string Id, string ETag, DateTimeOffset Created, DateTimeOffset Modified, string ConfigXml, string Sent)
{
    /// <summary>What the edge acts on.</summary>
    [JsonIgnore]
    public DistributionConfig Config => DistributionXml.Parse(XElement.Parse(ConfigXml));

    /// <summary>Settable, so that one of an earlier version, whose document does not have them, begins with none.</summary>
    public SortedDictionary<string, string> Tags { get; set; } = new(StringComparer.Ordinal);

    /// <summary>This, with these tags besides. A key that is there gets the new value.</summary>
    public StoredDistribution WithTags(IEnumerable<KeyValuePair<string, string>> tags)
    {
        foreach (var (key, value) in tags)
        {
            Tags[key] = value;
        }

        DistributionTags.CheckCount(Tags.Count);
        return this;
    }
}

/// <param name="Kind">Name of its <see cref="ConfigurationKind"/>.</param>
/// <param name="Id">What distributions name it by.</param>
/// <param name="ETag">Changes with every change.</param>
/// <param name="Modified">Last change.</param>
/// <param name="ConfigXml">Its configuration element, as clients get it.</param>
internal sealed record StoredConfiguration(string Kind, string Id, string ETag, DateTimeOffset Modified, string ConfigXml);

/// <param name="Id">Such as <c>I2J0I21PCUYOIK</c>.</param>
/// <param name="DistributionId">Whose objects are removed.</param>
/// <param name="CallerReference">The client's own name for the batch.</param>
/// <param name="Paths">Paths, each with an optional <c>*</c> at its end.</param>
/// <param name="Created">When it was asked for.</param>
internal sealed record StoredInvalidation(string Id, string DistributionId, string CallerReference, IReadOnlyList<string> Paths, DateTimeOffset Created);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(CloudFrontDocument))]
internal sealed partial class CloudFrontJson : JsonSerializerContext;
