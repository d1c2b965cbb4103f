namespace Fairlead.LocalCloud.CloudFront.Configuration;

/// <summary>Where the edge fetches from: a bucket when <see cref="Bucket"/> is not null, else a
/// server that speaks plain HTTP on <see cref="HttpPort"/>.</summary>
internal sealed record Origin
{
    public required string Id { get; init; }

    /// <summary><c>BUCKET.s3.REGION.amazonaws.com</c> for a bucket, else a host name or an IP address. CloudFront takes no
    /// addresses; here they are allowed, everything is on loopback.</summary>
    public required string DomainName { get; init; }

    /// <summary>Put in front of every path; begins with a slash and does not end with one, or is empty.</summary>
    public string OriginPath { get; init; } = "";

    public int? HttpPort { get; init; }

    /// <summary>How long the edge waits for the first byte and between two.</summary>
    public TimeSpan ReadTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Sent with every request to the origin.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> CustomHeaders { get; init; } = [];

    /// <summary>Id of the origin access control; null for none.</summary>
    public string? AccessControlId { get; init; }

    /// <summary>The origin access identity, <c>origin-access-identity/cloudfront/ID</c>; null for none.</summary>
    public string? AccessIdentity { get; init; }

    /// <summary>
    /// The bucket that <see cref="DomainName"/> names (<c>BUCKET.s3.amazonaws.com</c>,
    /// <c>BUCKET.s3.REGION.amazonaws.com</c>, <c>BUCKET.s3-REGION.amazonaws.com</c>),
    /// also of an origin with a port: <c>aws cloudfront create-distribution --origin-domain-name</c> makes those. Null for other names.
    /// </summary>
    public string? Bucket
    {
        get
        {
            var end = Math.Max(DomainName.LastIndexOf(".s3.", StringComparison.Ordinal), DomainName.LastIndexOf(".s3-", StringComparison.Ordinal));
            return end > 0 && DomainName.EndsWith(".amazonaws.com", StringComparison.Ordinal) ? DomainName[..end] : null;
        }
    }
}
