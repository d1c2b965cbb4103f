using Amazon.Runtime;

namespace Amazon.ECS.Model;

/// <summary>Tasks that were found, and those that were not.</summary>
public sealed class DescribeTasksResponse : AmazonWebServiceResponse
{
    public List<Task>? Tasks { get; set; }

    public List<Failure>? Failures { get; set; }
}
