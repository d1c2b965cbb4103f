using Amazon.Runtime;

namespace Amazon.CloudFront.Model;

/// <summary>Asks for one invalidation.</summary>
public sealed class GetInvalidationRequest : AmazonWebServiceRequest
{
    public string? DistributionId { get; set; }

    public string? Id { get; set; }
}
