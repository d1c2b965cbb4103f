using Amazon.Runtime;

namespace Amazon.CloudFront.Model;

/// <summary>The invalidation that was begun.</summary>
public sealed class CreateInvalidationResponse : AmazonWebServiceResponse
{
    public string? Location { get; set; }

    public Invalidation? Invalidation { get; set; }
}
