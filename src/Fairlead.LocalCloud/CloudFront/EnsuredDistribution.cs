using Fairlead.LocalCloud.CloudFront.Configuration;
using Fairlead.LocalCloud.CloudFront.Policies;

namespace Fairlead.LocalCloud.CloudFront;

/// <param name="Id">Id of the distribution.</param>
/// <param name="DomainName">Its host name; resolves to loopback wherever <c>*.localhost</c> does.</param>
/// <param name="Url">Its address on the edge's port.</param>
/// <param name="Changed">False when the distribution was there already, as asked for.</param>
internal sealed record EnsuredDistribution(string Id, string DomainName, Uri Url, bool Changed);

/// <summary>A distribution as the edge sees it.</summary>
/// <param name="Id">Id of the distribution.</param>
/// <param name="Arn">Its ARN, which S3 is told when it signs.</param>
/// <param name="Config">What it was told to do.</param>
/// <param name="Policies">Those that its behaviours can name.</param>
/// <param name="Signing">By the id of an origin.</param>
internal sealed record EdgeDistribution(
    string Id,
    string Arn,
    DistributionConfig Config,
    PolicyCatalog Policies,
    IReadOnlyDictionary<string, OriginSigning> Signing);
