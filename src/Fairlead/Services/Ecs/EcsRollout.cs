using Amazon.ECS;
using Amazon.ECS.Model;
using Amazon.Runtime;
using Fairlead.Aws;
using Fairlead.Reporting;
using EcsTask = Amazon.ECS.Model.Task;

namespace Fairlead.Services.Ecs;

/// <summary>Follows deployments of one service to their end and tells what the service says meanwhile.</summary>
internal sealed class EcsRollout(AwsClients aws, EcsServiceOptions options, IReporter reporter, TimeProvider time)
{
    // DescribeServices may lag behind UpdateService for a moment: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(10);

    // Stopped tasks cost a call or two; this often is soon enough to give a rollout up.
    private static readonly TimeSpan TaskInterval = TimeSpan.FromSeconds(5);

    // On top of the SDK's own retries: an API that is ill for half a minute must not turn a good rollout into a rollback.
    private const int MostFailedReads = 5;

    private readonly EcsTasks _tasks = new(aws, options);
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private readonly List<ServiceEvent> _events = [];

    /// <summary>The service's events since the rollout began.</summary>
    public IReadOnlyList<ServiceEvent> Events => _events;

    /// <summary>The tasks of the rollout that was followed last that stopped for one and the same reason, when that is why it was given up; else none.</summary>
    public IReadOnlyList<EcsTask> Alike { get; private set; } = [];

    /// <summary>Why ECS ended the service deployment that was followed last; null when it does not say.</summary>
    public string? StatusReason { get; private set; }

    /// <summary>Events that are there before the rollout begins are not its own.</summary>
    public void Ignore(IEnumerable<ServiceEvent>? events, DateTime? startedAt)
    {
        foreach (var e in events ?? [])
        {
            if (startedAt is null || e.CreatedAt < startedAt)
            {
                _told.Add(e.Id ?? "");
            }
        }
    }

    /// <summary>Finds out how the deployment that has just begun, or is in progress, is followed. Where traffic is shifted, only the service deployment tells
    /// how far it is; endpoints that do not know such are asked as for a rolling one.</summary>
    public async Task<StartedRollout> FindAsync(Service service, string deploymentId, CancellationToken cancellationToken)
    {
        if (!Rollout.ShiftsTraffic(service))
        {
            return new StartedRollout(deploymentId);
        }

        if (service.CurrentServiceDeployment is { Length: > 0 } current)
        {
            return new StartedRollout(deploymentId, current);
        }

        try
        {
            var listed = await aws.Ecs.ListServiceDeploymentsAsync(
                new ListServiceDeploymentsRequest { Cluster = options.Cluster, Service = options.Service, MaxResults = 1 },
                cancellationToken);
            return new StartedRollout(deploymentId, listed.ServiceDeployments is [{ ServiceDeploymentArn: { } newest }, ..] ? newest : null);
        }
        catch (AmazonServiceException e)
        {
            reporter.Warning($"{AwsErrors.Explain(e, "list the service deployments").Message} The rollout is followed without them.");
            return new StartedRollout(deploymentId);
        }
    }

    /// <summary>Follows one deployment until it ends or the time is over. Time that ECS waits as it is configured, or that a person takes at a pause, is not
    /// counted.</summary>
    /// <exception cref="FairleadException">ECS names a state that is not known here.</exception>
    public async Task<(RolloutState State, Service Service)> FollowAsync(StartedRollout started, string? previousRevision, CancellationToken cancellationToken)
    {
        var start = time.GetUtcNow();
        var backoff = new Backoff(time);
        var stopped = new StoppedTasks(_tasks, started.DeploymentId);
        var nextTasks = start + TaskInterval;
        var paused = TimeSpan.Zero;
        (Alike, StatusReason) = ([], null);
        while (true)
        {
            var service = await RetryAsync(LookAsync, backoff, cancellationToken);
            var deployment = started.ServiceDeployment is { } arn ? await RetryAsync(x => ReadAsync(arn, x), backoff, cancellationToken) : null;
            var state = deployment is null ? Rollout.Read(service, started.DeploymentId, previousRevision) : Rollout.Read(deployment);
            var pause = deployment is null ? null : Tell(deployment);
            var elapsed = time.GetUtcNow() - start;
            var goesOn = state == RolloutState.InProgress || (deployment is not null && state == RolloutState.RollingBack);
            if (!goesOn && (state is not (RolloutState.Missing or RolloutState.Replaced) || elapsed > Settling))
            {
                StatusReason = deployment?.Rollback?.Reason ?? deployment?.StatusReason;
                return (state, deployment is null ? service : await RetryAsync(LookAsync, backoff, cancellationToken));
            }

            // Seen in the last round, and ECS itself has not given it up since: its own verdict is worth more.
            if (state == RolloutState.InProgress && Alike.Count > 0)
            {
                return (RolloutState.FailsAlike, service);
            }

            if (elapsed - paused >= options.RolloutTimeout + Rollout.PlannedWaits(service.DeploymentConfiguration))
            {
                return (RolloutState.TimedOut, service);
            }

            if (state == RolloutState.InProgress && time.GetUtcNow() >= nextTasks)
            {
                nextTasks = await TryLookAsync(stopped, cancellationToken) ? time.GetUtcNow() + TaskInterval : DateTimeOffset.MaxValue;
                var desired = service.Deployments?.Find(x => x.Id == started.DeploymentId)?.DesiredCount ?? service.DesiredCount;
                var alike = stopped.MostAlike();
                if (alike.Count >= Rollout.Tolerated(desired, options.SameFailureLimit))
                {
                    Alike = alike;
                    continue;
                }
            }

            var before = time.GetUtcNow();
            await backoff.WaitAsync(cancellationToken);
            paused += pause is null ? TimeSpan.Zero : time.GetUtcNow() - before;
        }
    }

    /// <summary>Ends a service deployment and follows the way back that ECS then takes.</summary>
    public async Task<(RolloutState State, Service Service)> RollBackAsync(StartedRollout started, CancellationToken cancellationToken)
    {
        await aws.Ecs.StopServiceDeploymentAsync(
            new StopServiceDeploymentRequest { ServiceDeploymentArn = started.ServiceDeployment, StopType = "ROLLBACK" },
            cancellationToken);
        return await FollowAsync(started, previousRevision: null, cancellationToken);
    }

    /// <summary>Reads the service, and tells its events that were not told yet.</summary>
    public async Task<Service> LookAsync(CancellationToken cancellationToken)
    {
        var service = await ReadServiceAsync(cancellationToken);
        Tell(service);
        return service;
    }

    /// <summary>Reads the service.</summary>
    /// <exception cref="FairleadException">There is no such active service.</exception>
    public async Task<Service> ReadServiceAsync(CancellationToken cancellationToken)
    {
        var answer = await aws.Ecs.DescribeServicesAsync(
            new DescribeServicesRequest { Cluster = options.Cluster, Services = [options.Service] }, cancellationToken);
        var service = answer.Services?.Find(s => s.Status is null or "ACTIVE");
        return service ?? throw new FairleadException(
            $"The service '{options.Service}' cannot be deployed to.",
            answer.Services is { Count: > 0 } ? $"It is {answer.Services[0].Status}." : $"The cluster '{options.Cluster}' has no such service.",
            "Check the stack's outputs, and apply the infrastructure if it was not.");
    }

    /// <summary>Looks for stopped tasks. False when that cannot be done, so that asking again is of no use; the rollout is followed all the same.</summary>
    private async Task<bool> TryLookAsync(StoppedTasks stopped, CancellationToken cancellationToken)
    {
        try
        {
            await stopped.LookAsync(cancellationToken);
            return true;
        }
        catch (Exception e) when (ServiceCalls.MayPass(e))
        {
            return true;
        }
        catch (AmazonServiceException e)
        {
            reporter.Warning(AwsErrors.Explain(e, "read the stopped tasks of the service").Message);
            return false;
        }
    }

    private async Task<ServiceDeployment> ReadAsync(string arn, CancellationToken cancellationToken)
    {
        var answer = await aws.Ecs.DescribeServiceDeploymentsAsync(
            new DescribeServiceDeploymentsRequest { ServiceDeploymentArns = [arn] },
            cancellationToken);
        return answer.ServiceDeployments is [var deployment] ? deployment : throw new FairleadException(
            "The rollout cannot be followed.",
            $"ECS does not know the service deployment {arn}: {answer.Failures?.FirstOrDefault()?.Reason ?? "no reason was given"}.",
            "Look at the service in ECS, and run the build again when no deployment is in progress.");
    }

    private static async Task<T> RetryAsync<T>(Func<CancellationToken, Task<T>> read, Backoff backoff, CancellationToken cancellationToken)
    {
        for (var failures = 0; ; failures++)
        {
            try
            {
                return await read(cancellationToken);
            }
            catch (Exception e) when (failures < MostFailedReads && ServiceCalls.MayPass(e))
            {
                await backoff.WaitAsync(cancellationToken);
            }
        }
    }

    private void Tell(Service service)
    {
        // Newest first in the answer; told oldest first.
        foreach (var e in (service.Events ?? []).AsEnumerable().Reverse())
        {
            if (_told.Add(e.Id ?? ""))
            {
                _events.Add(e);
                reporter.Information(e.Message ?? "");
            }
        }
    }

    /// <summary>Tells how far a service deployment is. Returns the pause at which it waits for a person; null when it does not.</summary>
    private DeploymentLifecycleHookDetail? Tell(ServiceDeployment deployment)
    {
        if (deployment.LifecycleStage is { } stage && _told.Add($"{deployment.ServiceDeploymentArn} {deployment.Status?.Value} {stage.Value}"))
        {
            reporter.Information($"The service deployment is {deployment.Status?.Value}, at {stage.Value}.");
        }

        var pause = deployment.LifecycleHookDetails?.Find(x => x.TargetType == DeploymentLifecycleHookTargetType.PAUSE
            && x.Status == DeploymentLifecycleHookStatus.AWAITING_ACTION);
        if (pause is not null && _told.Add($"pause {pause.HookId}"))
        {
            var command = $"aws ecs continue-service-deployment --service-deployment-arn {deployment.ServiceDeploymentArn} --hook-id {pause.HookId}";
            var otherwise = pause.ExpiresAt is { } expiry
                ? $" Without an answer, ECS {(pause.TimeoutAction == DeploymentLifecycleHookAction.CONTINUE ? "goes on" : "goes back")} at {expiry:u}."
                : "";
            reporter.Warning(
                $"The service deployment waits for a person at {deployment.LifecycleStage?.Value ?? "a pause"}. "
                    + $"To go on: {command} --action CONTINUE. To go back: --action ROLLBACK.{otherwise}");
        }

        return pause;
    }
}
