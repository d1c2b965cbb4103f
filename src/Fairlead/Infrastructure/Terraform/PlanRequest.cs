namespace Fairlead.Infrastructure.Terraform;

/// <summary>What is to be planned, and where the plan goes.</summary>
public sealed record PlanRequest
{
    /// <summary>The plan file. Its directory must exist. Only its owner may read it: plans hold secrets.</summary>
    public required string File { get; init; }

    /// <summary>Plans the destruction of everything in the state.</summary>
    public bool Destroy { get; init; }

    /// <summary>Compares the state with what is there and changes nothing else: the plan of a drift check.</summary>
    public bool RefreshOnly { get; init; }

    /// <summary>Whether the resources are read before. Without, the plan is faster and blind to drift.</summary>
    public bool Refresh { get; init; } = true;
}
