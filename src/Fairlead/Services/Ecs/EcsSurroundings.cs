using Amazon.ElasticLoadBalancingV2.Model;

namespace Fairlead.Services.Ecs;

/// <summary>What a service needs besides itself, as far as it could be read.</summary>
internal sealed record EcsSurroundings
{
    /// <summary>Name of the cluster.</summary>
    public required string Cluster { get; init; }

    /// <summary><c>ACTIVE</c>, <c>MISSING</c> …; null when it could not be read.</summary>
    public string? ClusterStatus { get; init; }

    /// <summary>ARN → target group, null when it does not exist. Those that could not be read are not here.</summary>
    public IReadOnlyDictionary<string, TargetGroup?> TargetGroups { get; init; } = new Dictionary<string, TargetGroup?>();

    /// <summary>Log groups that do not exist.</summary>
    public IReadOnlySet<string> MissingLogGroups { get; init; } = new HashSet<string>();
}
