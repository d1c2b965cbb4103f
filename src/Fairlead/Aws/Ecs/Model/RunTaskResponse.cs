using Amazon.Runtime;

namespace Amazon.ECS.Model;

/// <summary>Tasks that were started, and those that were not.</summary>
public sealed class RunTaskResponse : AmazonWebServiceResponse
{
    public List<Task>? Tasks { get; set; }

    public List<Failure>? Failures { get; set; }
}
