using Amazon.CloudFront.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Fairlead.Aws.Pipeline;

namespace Amazon.CloudFront;

/// <summary>The operations of Amazon CloudFront that a deploy needs, named as in the vendor's package so that the package can take this one's place. Safe for use by several threads.</summary>
public sealed class AmazonCloudFrontClient : ServiceClient
{
    private const string Name = "Amazon.CloudFront";

    private static readonly InvokeOptions CreateInvalidation = XmlOperation.Create<CreateInvalidationRequest, CreateInvalidationResponse>(Name, CloudFrontXml.Write, CloudFrontXml.ReadCreated, CloudFrontErrors.From);

    private static readonly InvokeOptions GetInvalidation = XmlOperation.Create<GetInvalidationRequest, GetInvalidationResponse>(Name, CloudFrontXml.Write, CloudFrontXml.ReadInvalidation, CloudFrontErrors.From);

    private static readonly InvokeOptions ListInvalidations = XmlOperation.Create<ListInvalidationsRequest, ListInvalidationsResponse>(Name, CloudFrontXml.Write, CloudFrontXml.ReadList, CloudFrontErrors.From);

    private static readonly InvokeOptions GetDistribution = XmlOperation.Create<GetDistributionRequest, GetDistributionResponse>(Name, CloudFrontXml.Write, CloudFrontXml.ReadDistribution, CloudFrontErrors.From);

    /// <summary>Takes credentials from the SDK's default chain.</summary>
    public AmazonCloudFrontClient(AmazonCloudFrontConfig config)
        : base(config)
    {
    }

    public AmazonCloudFrontClient(AWSCredentials credentials, AmazonCloudFrontConfig config)
        : base(credentials, config)
    {
    }

    /// <summary>Begins an invalidation. Idempotent: a caller reference that was used with the same paths names the same invalidation.</summary>
    /// <exception cref="AmazonCloudFrontException">The service refused.</exception>
    public Task<CreateInvalidationResponse> CreateInvalidationAsync(CreateInvalidationRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<CreateInvalidationResponse>(request, CreateInvalidation, cancellationToken);

    /// <summary>Reads one invalidation.</summary>
    /// <exception cref="AmazonCloudFrontException">The service refused.</exception>
    public Task<GetInvalidationResponse> GetInvalidationAsync(GetInvalidationRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetInvalidationResponse>(request, GetInvalidation, cancellationToken);

    /// <summary>Lists invalidations, newest first, a page at a time.</summary>
    /// <exception cref="AmazonCloudFrontException">The service refused.</exception>
    public Task<ListInvalidationsResponse> ListInvalidationsAsync(ListInvalidationsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListInvalidationsResponse>(request, ListInvalidations, cancellationToken);

    /// <summary>Reads one distribution.</summary>
    /// <exception cref="AmazonCloudFrontException">The service refused.</exception>
    public Task<GetDistributionResponse> GetDistributionAsync(GetDistributionRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetDistributionResponse>(request, GetDistribution, cancellationToken);
}
