using Amazon.ECS;
using Amazon.ECS.Model;

namespace Fairlead.Services.Ecs;

/// <summary>Reads the state of one deployment from what ECS says of its service. "The service is stable" plays no part: after a rollback it is.</summary>
internal static class Rollout
{
    // The circuit breaker's own bounds: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html
    private const int LeastFailures = 3;
    private const int MostFailures = 200;

    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LinearConfiguration.html, …/API_CanaryConfiguration.html
    private const double DefaultStepPercent = 10;
    private const int DefaultStepMinutes = 6;
    private const int DefaultCanaryMinutes = 10;

    /// <summary>What each state that ECS gives a PRIMARY deployment means.</summary>
    public static readonly IReadOnlyDictionary<DeploymentRolloutState, RolloutState> States = new Dictionary<DeploymentRolloutState, RolloutState>
    {
        [DeploymentRolloutState.IN_PROGRESS] = RolloutState.InProgress,
        [DeploymentRolloutState.COMPLETED] = RolloutState.Completed,
        [DeploymentRolloutState.FAILED] = RolloutState.Failed,
    };

    /// <summary>What each state that ECS gives a service deployment means.
    /// https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceDeployment.html</summary>
    public static readonly IReadOnlyDictionary<ServiceDeploymentStatus, RolloutState> ServiceDeploymentStates
        = new Dictionary<ServiceDeploymentStatus, RolloutState>
        {
            [ServiceDeploymentStatus.PENDING] = RolloutState.InProgress,
            [ServiceDeploymentStatus.IN_PROGRESS] = RolloutState.InProgress,
            [ServiceDeploymentStatus.STOP_REQUESTED] = RolloutState.InProgress,
            [ServiceDeploymentStatus.STOPPED] = RolloutState.Stopped,
            [ServiceDeploymentStatus.SUCCESSFUL] = RolloutState.Completed,
            [ServiceDeploymentStatus.ROLLBACK_REQUESTED] = RolloutState.RollingBack,
            [ServiceDeploymentStatus.ROLLBACK_IN_PROGRESS] = RolloutState.RollingBack,
            [ServiceDeploymentStatus.ROLLBACK_SUCCESSFUL] = RolloutState.RolledBack,
            [ServiceDeploymentStatus.ROLLBACK_FAILED] = RolloutState.RollbackFailed,
        };

    public static Deployment? Primary(Service service) => service.Deployments?.Find(deployment => deployment.Status == "PRIMARY");

    /// <summary>Whether ECS shifts traffic between two sets of tasks (blue/green, linear, canary), rather than replacing one task after the other.</summary>
    public static bool ShiftsTraffic(Service service)
        => service.DeploymentConfiguration?.Strategy is { } strategy && strategy != DeploymentStrategy.ROLLING;

    /// <summary>Reads the state of the deployment <paramref name="deploymentId"/>.</summary>
    /// <param name="service">What ECS answered.</param>
    /// <param name="deploymentId">The deployment that was started or joined.</param>
    /// <param name="previousRevision">Task definition that a rollback goes to, if any.</param>
    /// <exception cref="FairleadException">ECS names a state that is not known here.</exception>
    public static RolloutState Read(Service service, string deploymentId, string? previousRevision)
    {
        var ours = service.Deployments?.Find(deployment => deployment.Id == deploymentId);
        var primary = Primary(service);
        if (primary is not null && primary.Id != deploymentId)
        {
            return IsWayBack(ours, primary, previousRevision) ? RolloutState.RollingBack : RolloutState.Replaced;
        }

        if (ours is null || primary is null)
        {
            return RolloutState.Missing;
        }

        if (ours.RolloutState is null)
        {
            return ReadWithoutState(service, ours);
        }

        var state = States.TryGetValue(ours.RolloutState, out var known) ? known : throw Unknown($"The deployment {deploymentId}", ours.RolloutState.Value);
        return state == RolloutState.InProgress && KeepsFailing(service, ours) ? RolloutState.Failed : state;
    }

    /// <summary>Reads the state of a service deployment.</summary>
    /// <exception cref="FairleadException">ECS names a state that is not known here, or none.</exception>
    public static RolloutState Read(ServiceDeployment deployment)
        => deployment.Status is { } status && ServiceDeploymentStates.TryGetValue(status, out var known)
            ? known
            : throw Unknown($"The service deployment {deployment.ServiceDeploymentArn}", deployment.Status?.Value ?? "none");

    /// <summary>How many tasks may fail before a deployment is given up: half of those that are wanted, and at least <paramref name="least"/>.</summary>
    public static int Tolerated(int? desiredCount, int least = LeastFailures)
        => Math.Clamp(((desiredCount ?? 1) + 1) / 2, least, Math.Max(least, MostFailures));

    /// <summary>How long ECS waits by itself while it shifts traffic, as the service is configured: no rollout can be faster.</summary>
    public static TimeSpan PlannedWaits(DeploymentConfiguration? configuration)
    {
        if (configuration?.Strategy is not { } strategy || strategy == DeploymentStrategy.ROLLING)
        {
            return TimeSpan.FromMinutes(configuration?.BakeTimeInMinutes ?? 0);
        }

        double minutes = configuration.BakeTimeInMinutes ?? 0;
        if (strategy == DeploymentStrategy.LINEAR)
        {
            // No wait after the last step.
            var steps = Math.Ceiling(100 / (configuration.LinearConfiguration?.StepPercent ?? DefaultStepPercent));
            minutes += (steps - 1) * (configuration.LinearConfiguration?.StepBakeTimeInMinutes ?? DefaultStepMinutes);
        }
        else if (strategy == DeploymentStrategy.CANARY)
        {
            minutes += configuration.CanaryConfiguration?.CanaryBakeTimeInMinutes ?? DefaultCanaryMinutes;
        }

        return TimeSpan.FromMinutes(minutes);
    }

    private static FairleadException Unknown(string deployment, string state) => new(
        $"Whether the rollout succeeded is not known.",
        $"{deployment} is in the state {state}, which this version does not know. It goes on.",
        "Look at it in ECS; when it has ended, run the build again. Update Fairlead when there is a version that knows the state.");

    // With the circuit breaker on, ECS itself decides and says FAILED; without it, ECS starts failing tasks for ever.
    private static bool KeepsFailing(Service service, Deployment deployment)
        => service.DeploymentConfiguration?.DeploymentCircuitBreaker?.Enable != true && deployment.FailedTasks >= Tolerated(deployment.DesiredCount);

    // "ECS deployment circuit breaker: rolling back to deploymentId ecs-svc/7913104587613456."
    private static bool IsWayBack(Deployment? ours, Deployment primary, string? previousRevision)
        => primary.RolloutStateReason?.Contains("rolling back", StringComparison.OrdinalIgnoreCase) == true
        || ours?.RolloutState == DeploymentRolloutState.FAILED
        || (previousRevision is not null && primary.TaskDefinition == previousRevision);

    // Emulators and services behind a Classic Load Balancer report no state. Then: this deployment alone, with every task it wants.
    private static RolloutState ReadWithoutState(Service service, Deployment ours)
    {
        if (KeepsFailing(service, ours))
        {
            return RolloutState.Failed;
        }

        var others = service.Deployments!.Exists(d => d.Id != ours.Id && (d.RunningCount > 0 || d.Status == "ACTIVE"));
        return !others && ours.RunningCount == ours.DesiredCount && (ours.PendingCount ?? 0) == 0 ? RolloutState.Completed : RolloutState.InProgress;
    }
}
