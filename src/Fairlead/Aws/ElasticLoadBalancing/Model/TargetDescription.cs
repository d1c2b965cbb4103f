namespace Amazon.ElasticLoadBalancingV2.Model;

/// <summary>A target.</summary>
public sealed class TargetDescription
{
    public string? Id { get; set; }

    public int? Port { get; set; }

    public string? AvailabilityZone { get; set; }
}
