using Amazon.Runtime;

namespace Amazon.ECS.Model;

/// <summary>Asks for clusters by name or ARN.</summary>
public sealed class DescribeClustersRequest : AmazonWebServiceRequest
{
    public List<string>? Clusters { get; set; }

    public List<string>? Include { get; set; }
}
