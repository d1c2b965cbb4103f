using Amazon.Runtime;

namespace Amazon.ECS.Model;

/// <summary>Clusters that were found, and those that were not.</summary>
public sealed class DescribeClustersResponse : AmazonWebServiceResponse
{
    public List<Cluster>? Clusters { get; set; }

    public List<Failure>? Failures { get; set; }
}
