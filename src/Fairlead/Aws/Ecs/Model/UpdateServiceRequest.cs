using Amazon.Runtime;

namespace Amazon.ECS.Model;

/// <summary>Changes a service; a new task definition starts a deployment.</summary>
public sealed class UpdateServiceRequest : AmazonWebServiceRequest
{
    public string? Cluster { get; set; }

    public string? Service { get; set; }

    public int? DesiredCount { get; set; }

    public string? TaskDefinition { get; set; }

    public bool? ForceNewDeployment { get; set; }
}
