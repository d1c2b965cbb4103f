using Amazon.Runtime;

namespace Amazon.ECS.Model;

/// <summary>Asks for services of one cluster.</summary>
public sealed class DescribeServicesRequest : AmazonWebServiceRequest
{
    public string? Cluster { get; set; }

    public List<string>? Services { get; set; }

    public List<string>? Include { get; set; }
}
