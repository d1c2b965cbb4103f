using Amazon.ECS;
using Amazon.ECS.Model;

namespace Fairlead.Services.Ecs;

/// <summary>Reads the state of one deployment from what ECS says of its service. "The service is stable" plays no part: after a rollback it is.</summary>
internal static class Rollout
{
    // The circuit breaker's own bounds: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html
    private const int LeastFailures = 3;
    private const int MostFailures = 200;

    /// <summary>What each state that ECS gives a PRIMARY deployment means. A state that is not listed here counts as in progress until the deadline.</summary>
    public static readonly IReadOnlyDictionary<DeploymentRolloutState, RolloutState> States = new Dictionary<DeploymentRolloutState, RolloutState>
    {
        [DeploymentRolloutState.IN_PROGRESS] = RolloutState.InProgress,
        [DeploymentRolloutState.COMPLETED] = RolloutState.Completed,
        [DeploymentRolloutState.FAILED] = RolloutState.Failed,
    };

    public static Deployment? Primary(Service service) => service.Deployments?.Find(deployment => deployment.Status == "PRIMARY");

    /// <summary>Reads the state of the deployment <paramref name="deploymentId"/>.</summary>
    /// <param name="service">What ECS answered.</param>
    /// <param name="deploymentId">The deployment that was started or joined.</param>
    /// <param name="previousRevision">Task definition that a rollback goes to, if any.</param>
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

        var state = States.GetValueOrDefault(ours.RolloutState, RolloutState.InProgress);
        return state == RolloutState.InProgress && KeepsFailing(service, ours) ? RolloutState.Failed : state;
    }

    // With the circuit breaker on, ECS itself decides and says FAILED; without it, ECS starts failing tasks for ever.
    private static bool KeepsFailing(Service service, Deployment deployment)
    {
        if (service.DeploymentConfiguration?.DeploymentCircuitBreaker?.Enable == true)
        {
            return false;
        }

        var threshold = Math.Clamp(((deployment.DesiredCount ?? 1) + 1) / 2, LeastFailures, MostFailures);
        return deployment.FailedTasks >= threshold;
    }

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
