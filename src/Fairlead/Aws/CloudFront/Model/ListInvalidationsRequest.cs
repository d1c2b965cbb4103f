using Amazon.Runtime;

namespace Amazon.CloudFront.Model;

/// <summary>Asks for the invalidations of a distribution, newest first.</summary>
public sealed class ListInvalidationsRequest : AmazonWebServiceRequest
{
    public string? DistributionId { get; set; }

    public string? Marker { get; set; }

    public string? MaxItems { get; set; }
}
