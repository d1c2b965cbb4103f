using Amazon.Runtime;

namespace Amazon.CloudFront.Model;

/// <summary>Removes paths from the caches.</summary>
public sealed class CreateInvalidationRequest : AmazonWebServiceRequest
{
    public string? DistributionId { get; set; }

    public InvalidationBatch? InvalidationBatch { get; set; }
}
