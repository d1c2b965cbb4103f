using Amazon.Runtime;

namespace Amazon.CloudFront.Model;

/// <summary>Asks for one distribution.</summary>
public sealed class GetDistributionRequest : AmazonWebServiceRequest
{
    public string? Id { get; set; }
}
