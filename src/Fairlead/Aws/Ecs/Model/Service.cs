namespace Amazon.ECS.Model;

/// <summary>A service and its deployments.</summary>
public sealed class Service
{
    public string? ServiceArn { get; set; }

    public string? ServiceName { get; set; }

    public string? ClusterArn { get; set; }

    public List<LoadBalancer>? LoadBalancers { get; set; }

    public string? Status { get; set; }

    public int? DesiredCount { get; set; }

    public int? RunningCount { get; set; }

    public int? PendingCount { get; set; }

    public LaunchType? LaunchType { get; set; }

    public List<CapacityProviderStrategyItem>? CapacityProviderStrategy { get; set; }

    public string? PlatformVersion { get; set; }

    public string? TaskDefinition { get; set; }

    public DeploymentConfiguration? DeploymentConfiguration { get; set; }

    public DeploymentController? DeploymentController { get; set; }

    public List<Deployment>? Deployments { get; set; }

    /// <summary>Newest first, at most 100.</summary>
    public List<ServiceEvent>? Events { get; set; }

    public DateTime? CreatedAt { get; set; }

    public NetworkConfiguration? NetworkConfiguration { get; set; }
}
