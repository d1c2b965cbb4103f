namespace Amazon.ElasticLoadBalancingV2.Model;

/// <summary>What the load balancer thinks of a target.</summary>
public sealed class TargetHealth
{
    public TargetHealthStateEnum? State { get; set; }

    public TargetHealthReasonEnum? Reason { get; set; }

    public string? Description { get; set; }
}
