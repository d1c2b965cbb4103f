namespace Fairlead.Services.Ecs;

/// <summary>Which ECS service to deploy to, and how long to wait for it.</summary>
public sealed record EcsServiceOptions
{
    /// <summary>Name or ARN of the cluster.</summary>
    public required string Cluster { get; init; }

    /// <summary>Name of the service.</summary>
    public required string Service { get; init; }

    /// <summary>Name of the container that runs the service's image.</summary>
    public required string Container { get; init; }

    /// <summary>Number of tasks for a service that was provisioned with none. A service that has tasks keeps its number.</summary>
    public int InitialDesiredCount { get; init; } = 1;

    /// <summary>Time that a rollout may take, and the way back again as much.</summary>
    public TimeSpan RolloutTimeout { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Time that a migration may take; then it is stopped.</summary>
    public TimeSpan MigrationTimeout { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long the tasks that came up must have run, at least, before the release is recorded.</summary>
    public TimeSpan MinimumHealthyTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long after its start a task's failed health checks do not count; null leaves what the service has. Only behind a load balancer.</summary>
    public TimeSpan? HealthCheckGracePeriod { get; init; }

    /// <summary>So many tasks that stop for one and the same reason end a rollout; more where half of the wanted tasks is more.</summary>
    public int SameFailureLimit { get; init; } = 3;

    /// <summary>Whether images come from a registry in place of ECR's own, which ECR knows nothing of.</summary>
    public bool HasForeignRegistry { get; init; }

    /// <summary>ARN of the task definition of the last verified release, when the ledger knows one: what a failed
    /// rollout goes back to. Without it, what the service ran before.</summary>
    public string? LastVerifiedRevision { get; init; }
}
