using Fairlead.LocalCloud.LoadBalancing;

namespace Fairlead.LocalCloud.Ecs;

/// <summary>What the ends of tasks and their health mean for a service: failures, back-off, circuit breaker,
/// rollback, completion. Called inside a change of the store.</summary>
internal sealed class RolloutJudge(EcsTiming timing)
{
    public const string FailedTargetHealth = "Task failed ELB health checks";

    public const string FailedContainerHealth = "Task failed container health checks";

    /// <summary>Draws the conclusions from tasks that have ended since the last look, before anything is started in their place.</summary>
    public void AccountForEnded(ServiceRecord service, IReadOnlyList<TaskRecord> tasks, DateTimeOffset now)
    {
        foreach (var task in tasks.Where(x => x is { DesiredStatus: "STOPPED", Accounted: false }))
        {
            task.Accounted = true;
            var failedHealthChecks = new[] { FailedTargetHealth, FailedContainerHealth }
                .Any(x => task.StoppedReason?.StartsWith(x, StringComparison.Ordinal) == true);
            if ((task.StopCode is "EssentialContainerExited" or "TaskFailedToStart" || failedHealthChecks)
                && service.Deployments.Find(x => x.Id == task.Deployment) is { } deployment)
            {
                CountFailure(service, deployment, task, tasks, now);
            }
        }
    }

    /// <summary>Is the task healthy, and if not for good, why.</summary>
    public (bool IsHealthy, string? Reason, string? TargetGroup, int Port) Health(
        ServiceRecord service,
        TaskRecord task,
        TargetGroups groups,
        DateTimeOffset now,
        ref DateTimeOffset? wake)
    {
        // Also of a task whose other containers still wait: ECS stops what reports as unhealthy
        // (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html).
        if (HealthStatus.Of(task) == HealthStatus.Unhealthy)
        {
            var ignoredUntil = (task.StartedAt ?? task.PullStoppedAt ?? task.CreatedAt).AddSeconds(service.HealthCheckGracePeriodSeconds ?? 0);
            if (now >= ignoredUntil)
            {
                return (false, FailedContainerHealth, null, 0);
            }

            wake = wake is null || ignoredUntil < wake ? ignoredUntil : wake;
        }

        if (task.LastStatus != "RUNNING" || task.StartedAt is not { } started)
        {
            return default;
        }

        var isHealthy = HealthStatus.IsHealthy(task);
        if (service.LoadBalancers.Count == 0)
        {
            if (isHealthy is { } known)
            {
                return (known, null, null, 0);
            }

            var settled = started + timing.Settle;
            if (now < settled && (wake is null || settled < wake))
            {
                wake = settled;
            }

            return (now >= settled, null, null, 0);
        }

        var healthy = isHealthy ?? true;
        foreach (var balancer in service.LoadBalancers)
        {
            if (groups.Find(balancer.TargetGroupArn) is not { } group)
            {
                continue;
            }

            var health = group.Health(task.Id);
            healthy &= health.State == "healthy";
            if (health.State != "unhealthy")
            {
                continue;
            }

            var graceEnd = started.AddSeconds(service.HealthCheckGracePeriodSeconds ?? 0);
            if (now >= graceEnd)
            {
                return (false, health.Description, group.Arn, balancer.ContainerPort);
            }

            wake = wake is null || graceEnd < wake ? graceEnd : wake;
        }

        return (healthy, null, null, 0);
    }

    /// <summary>Marks the PRIMARY deployment completed and the service steady when everything is as it should be.</summary>
    public void Conclude(ServiceRecord service, bool done, DateTimeOffset now)
    {
        var primary = service.Deployments[0];
        if (!done)
        {
            service.Steady = false;
            return;
        }

        if (primary.RolloutState == "IN_PROGRESS")
        {
            (primary.RolloutState, primary.RolloutStateReason, primary.UpdatedAt) = ("COMPLETED", $"ECS deployment {primary.Id} completed.", now);
            primary.FailedTasks = 0;
            (service.LastCompletedDeployment, service.LastCompletedTaskDefinition) = (primary.Id, primary.TaskDefinition);
            ServiceHistory.Completed(service, primary, now);
            EcsStore.AddEvent(service, now, $"(service {service.Name}) (deployment {primary.Id}) deployment completed.");
        }

        if (service.Deployments.Count > 1)
        {
            service.Deployments.RemoveRange(1, service.Deployments.Count - 1);
        }

        if (!service.Steady)
        {
            service.Steady = true;
            EcsStore.AddEvent(service, now, $"(service {service.Name}) has reached a steady state.");
        }
    }

    private void CountFailure(ServiceRecord service, DeploymentRecord deployment, TaskRecord task, IReadOnlyList<TaskRecord> tasks, DateTimeOffset now)
    {
        var ranWell = task.StartedAt is { } started && (task.StoppingAt ?? now) - started >= timing.GoodRun;
        deployment.FailuresInARow = ranWell ? 1 : deployment.FailuresInARow + 1;
        deployment.NotBefore = now + timing.BackOffAfter(deployment.FailuresInARow);
        deployment.UpdatedAt = now;
        if (task.StopCode == "TaskFailedToStart")
        {
            EcsStore.AddEvent(service, now, $"(service {service.Name}) was unable to place a task. Reason: {task.StoppedReason}.");
        }

        if (deployment.FailuresInARow == 3)
        {
            EcsStore.AddEvent(service, now, $"(service {service.Name}) is unable to consistently start tasks successfully. For more information, see the "
                + $"Troubleshooting section of the Amazon ECS Developer Guide.");
        }

        if (deployment.RolloutState != "IN_PROGRESS")
        {
            return;
        }

        deployment.FailedTasks++;
        if (service.CircuitBreaker && deployment == service.Deployments[0] && deployment.FailedTasks >= RolloutPlan.FailureThreshold(service.DesiredCount))
        {
            Trip(service, deployment, tasks, now);
        }
    }

    private static void Trip(ServiceRecord service, DeploymentRecord deployment, IReadOnlyList<TaskRecord> tasks, DateTimeOffset now)
    {
        (
            deployment.RolloutState,
            deployment.RolloutStateReason,
            deployment.UpdatedAt) = ("FAILED", "ECS deployment circuit breaker: tasks failed to start.", now);
        EcsStore.AddEvent(service, now, $"(service {service.Name}) (deployment {deployment.Id}) deployment failed: tasks failed to start.");

        // A rollback that fails in its turn is not rolled back: it would go on for ever.
        if (!service.Rollback || service.LastCompletedTaskDefinition is null || deployment.TaskDefinition == service.LastCompletedTaskDefinition)
        {
            ServiceHistory.Failed(service, deployment, back: null, now);
            return;
        }

        var back = ServiceScheduler.NewDeployment(service.LastCompletedTaskDefinition, now);
        back.RolloutStateReason = $"ECS deployment circuit breaker: rolling back to deploymentId {service.LastCompletedDeployment}.";
        ServiceScheduler.MakePrimary(service, back, tasks);
        ServiceHistory.Failed(service, deployment, back, now);
        EcsStore.AddEvent(service, now, $"(service {service.Name}) rolling back to deployment {service.LastCompletedDeployment}.");
    }
}
