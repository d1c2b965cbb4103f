using Amazon.Runtime;

namespace Amazon.ECS.Model;

/// <summary>Asks for tasks of one cluster.</summary>
public sealed class DescribeTasksRequest : AmazonWebServiceRequest
{
    public string? Cluster { get; set; }

    /// <summary>At most 100.</summary>
    public List<string>? Tasks { get; set; }
}
