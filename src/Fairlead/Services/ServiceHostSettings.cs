using Fairlead.Aws;
using Fairlead.Reporting;

namespace Fairlead.Services;

/// <summary>What a service host needs besides the outputs of its kind.</summary>
/// <param name="Aws">Clients that reach the place.</param>
/// <param name="Reporter">Is told of the progress.</param>
/// <param name="Time">The clock.</param>
public sealed record ServiceHostSettings(AwsClients Aws, IReporter Reporter, TimeProvider Time)
{
    /// <summary>The release as instances unpack it, a <c>.tar.gz</c>; null where the service runs an image.</summary>
    public string? Archive { get; init; }

    /// <summary>Whether images come from a registry in place of ECR's own, which ECR knows nothing of.</summary>
    public bool HasForeignRegistry { get; init; }

    /// <summary>Time that a rollout may take, and the way back again as much.</summary>
    public TimeSpan RolloutTimeout { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Time that a migration may take; then it is stopped.</summary>
    public TimeSpan MigrationTimeout { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long what came up must have run, at least, before the release is recorded.</summary>
    public TimeSpan MinimumHealthyTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long after its start a failed health check does not count; null leaves it as the infrastructure has it.</summary>
    public TimeSpan? HealthCheckGracePeriod { get; init; }
}
