namespace Amazon.ECS.Model;

/// <summary>A target group that the service registers its tasks with.</summary>
public sealed class LoadBalancer
{
    public string? TargetGroupArn { get; set; }

    public string? LoadBalancerName { get; set; }

    public string? ContainerName { get; set; }

    public int? ContainerPort { get; set; }
}
