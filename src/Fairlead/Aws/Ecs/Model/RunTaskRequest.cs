using Amazon.Runtime;

namespace Amazon.ECS.Model;

/// <summary>Starts a task that belongs to no service.</summary>
public sealed class RunTaskRequest : AmazonWebServiceRequest
{
    public string? Cluster { get; set; }

    public string? TaskDefinition { get; set; }

    public int? Count { get; set; }

    public LaunchType? LaunchType { get; set; }

    public List<CapacityProviderStrategyItem>? CapacityProviderStrategy { get; set; }

    public string? PlatformVersion { get; set; }

    public NetworkConfiguration? NetworkConfiguration { get; set; }

    public TaskOverride? Overrides { get; set; }

    public string? StartedBy { get; set; }

    public string? Group { get; set; }

    /// <summary>Equal tokens within 24 hours start one task.</summary>
    public string? ClientToken { get; set; }
}
