namespace Amazon.ECS.Model;

/// <summary>Whether ECS itself gives up a deployment whose tasks keep failing.</summary>
public sealed class DeploymentCircuitBreaker
{
    public bool? Enable { get; set; }

    /// <summary>Whether it then brings back the last completed deployment.</summary>
    public bool? Rollback { get; set; }
}
