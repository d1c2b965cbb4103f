namespace Fairlead.LocalCloud.CloudFront.Configuration;

/// <summary>
/// The part of a CloudFront DistributionConfig that the edge acts on. What else a client sends is kept and given back, but has no effect.
/// Names are the API's (https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DistributionConfig.html).
/// </summary>
internal sealed record DistributionConfig
{
    /// <summary>Id of the origin that <see cref="ForParts"/> gives a site's bucket.</summary>
    public const string SiteOrigin = "site";

    public required string CallerReference { get; init; }

    public string Comment { get; init; } = "";

    public bool Enabled { get; init; } = true;

    /// <summary>The object for the root URL, without a leading slash; empty for none.</summary>
    public string DefaultRootObject { get; init; } = "";

    /// <summary>Host names other than the distribution's own.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    public required IReadOnlyList<Origin> Origins { get; init; }

    public required CacheBehavior DefaultCacheBehavior { get; init; }

    /// <summary>In order: the first whose pattern matches is taken.</summary>
    public IReadOnlyList<CacheBehavior> CacheBehaviors { get; init; } = [];

    public IReadOnlyList<CustomErrorResponse> CustomErrorResponses { get; init; } = [];

    /// <summary>A static single-page application in a bucket with an API beside it: see <see cref="ForParts"/>.</summary>
    /// <param name="name">Identifies the distribution; the same name is the same distribution.</param>
    /// <param name="siteBucket">Bucket of the site.</param>
    /// <param name="region">Region of the bucket.</param>
    /// <param name="serviceHost">Host of the API, without a port.</param>
    /// <param name="servicePort">Port on which the API speaks plain HTTP.</param>
    /// <param name="apiPattern">What goes to the API.</param>
    /// <param name="controlId">Of the bucket's origin access control; null reads what everybody may read.</param>
    public static DistributionConfig ForWebApplication(
        string name,
        string siteBucket,
        string region,
        string serviceHost,
        int servicePort,
        string apiPattern = "/api/*",
        string? controlId = null)
        => ForParts(name, siteBucket, region, [new ServiceOrigin("service", new UriBuilder("http", serviceHost, servicePort).Uri, apiPattern)], controlId);

    /// <summary>
    /// A static single-page application in a bucket with services beside it: what matches a service's pattern is never cached and gets the whole request,
    /// everything else is the bucket, and a path without a file extension is the application. Errors of a service are not kept at the edge: one that is
    /// just starting would be down ten seconds longer. Without a site everything else is the first service.
    /// </summary>
    /// <param name="name">Identifies the distribution; the same name is the same distribution.</param>
    /// <param name="siteBucket">Bucket of the site; null for services alone.</param>
    /// <param name="region">Region of the bucket.</param>
    /// <param name="services">In the order in which their patterns are tried.</param>
    /// <param name="controlId">Of the bucket's origin access control; null reads what everybody may read.</param>
    public static DistributionConfig ForParts(string name, string? siteBucket, string region, IReadOnlyList<ServiceOrigin> services, string? controlId) => new()
    {
        CallerReference = name,
        Comment = name,
        DefaultRootObject = siteBucket is null ? "" : "index.html",
        Origins =
        [
            .. siteBucket is null
                ? Array.Empty<Origin>()
                : [new Origin { Id = SiteOrigin, DomainName = $"{siteBucket}.s3.{region}.amazonaws.com", AccessControlId = controlId }],
            .. services.Select(x => new Origin { Id = x.Id, DomainName = x.Url.Host, HttpPort = x.Url.Port }),
        ],
        DefaultCacheBehavior = siteBucket is null
            ? ForService(services[0].Id)
            : new CacheBehavior
            {
                TargetOriginId = SiteOrigin,
                Compress = true,
                CachePolicyId = Policies.ManagedPolicies.CachingOptimized,
                FunctionAssociations = [new FunctionAssociation("arn:aws:cloudfront::000000000000:function/single-page-app", "viewer-request")],
            },
        CacheBehaviors = [.. services.Where(x => x.PathPattern is not null).Select(x => ForService(x.Id) with { PathPattern = x.PathPattern! })],
        CustomErrorResponses = [.. UncachedErrors.Select(code => new CustomErrorResponse { ErrorCode = code, ErrorCachingMinTtl = TimeSpan.Zero })],
    };

    /// <summary>
    /// The bucket of a site that the provisioner made by <see cref="ForParts"/>; null for another distribution. The bucket is called as the distribution, or
    /// <c>NAME-site</c> for the site that bears the stack's own name.
    /// </summary>
    public string? BucketOfSite => Origins.FirstOrDefault(x => x.Id == SiteOrigin)?.Bucket is { } bucket
        && Comment == CallerReference
        && (bucket == CallerReference || bucket == $"{CallerReference}-site")
            ? bucket
            : null;

    private static int[] UncachedErrors => [404, 500, 502, 503, 504];

    private static CacheBehavior ForService(string origin) => new()
    {
        TargetOriginId = origin,
        AllowedMethods = CacheBehavior.AllMethods,
        CachePolicyId = Policies.ManagedPolicies.CachingDisabled,
        OriginRequestPolicyId = Policies.ManagedPolicies.AllViewerExceptHostHeader,
    };
}
