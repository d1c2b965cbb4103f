namespace Amazon.ElasticLoadBalancingV2.Model;

/// <summary>The health of a target.</summary>
public sealed class TargetHealthDescription
{
    public TargetDescription? Target { get; set; }

    public string? HealthCheckPort { get; set; }

    public TargetHealth? TargetHealth { get; set; }
}
