using Amazon.Runtime;

namespace Amazon.CloudFront.Model;

/// <summary>A page of invalidations.</summary>
public sealed class ListInvalidationsResponse : AmazonWebServiceResponse
{
    public InvalidationList? InvalidationList { get; set; }
}
