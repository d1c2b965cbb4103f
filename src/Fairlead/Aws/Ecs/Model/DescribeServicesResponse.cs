using Amazon.Runtime;

namespace Amazon.ECS.Model;

/// <summary>Services that were found, and those that were not.</summary>
public sealed class DescribeServicesResponse : AmazonWebServiceResponse
{
    public List<Service>? Services { get; set; }

    public List<Failure>? Failures { get; set; }
}
