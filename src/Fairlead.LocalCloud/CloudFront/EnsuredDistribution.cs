using Fairlead.LocalCloud.CloudFront.Configuration;
using Fairlead.LocalCloud.CloudFront.Policies;

namespace Fairlead.LocalCloud.CloudFront;

/// <param name="Id">Id of the distribution.</param>
/// <param name="DomainName">Its host name; resolves to loopback wherever <c>*.localhost</c> does.</param>
/// <param name="Url">Its address on the edge's port.</param>
/// <param name="Changed">False when the distribution was there already, as asked for.</param>
internal sealed record EnsuredDistribution(string Id, string DomainName, Uri Url, bool Changed);

/// <summary>A distribution as the edge sees it.</summary>
internal sealed record EdgeDistribution(string Id, DistributionConfig Config, PolicyCatalog Policies);
