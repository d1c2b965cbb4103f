using Amazon.Runtime;

namespace Amazon.ECS.Model;

/// <summary>Stops a task.</summary>
public sealed class StopTaskRequest : AmazonWebServiceRequest
{
    public string? Cluster { get; set; }

    public string? Task { get; set; }

    public string? Reason { get; set; }
}
