using Amazon.Runtime;

namespace Amazon.CloudFront.Model;

/// <summary>One distribution.</summary>
public sealed class GetDistributionResponse : AmazonWebServiceResponse
{
    public Distribution? Distribution { get; set; }

    public string? ETag { get; set; }
}
