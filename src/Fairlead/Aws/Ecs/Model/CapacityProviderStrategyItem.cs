namespace Amazon.ECS.Model;

/// <summary>A share of the tasks that a capacity provider takes.</summary>
public sealed class CapacityProviderStrategyItem
{
    public string? CapacityProvider { get; set; }

    public int? Weight { get; set; }

    public int? Base { get; set; }
}
