using Amazon.Runtime;

namespace Amazon.CloudFront.Model;

/// <summary>One invalidation.</summary>
public sealed class GetInvalidationResponse : AmazonWebServiceResponse
{
    public Invalidation? Invalidation { get; set; }
}
