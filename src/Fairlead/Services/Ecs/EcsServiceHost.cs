using Amazon.ECS;
using Amazon.ECS.Model;
using Amazon.Runtime;
using Fairlead.Aws;
using Fairlead.Releases;
using Fairlead.Reporting;

namespace Fairlead.Services.Ecs;

/// <summary>A service on Amazon ECS, with the deployments that ECS itself carries out: rolling, blue/green, linear and canary.</summary>
public sealed class EcsServiceHost : IServiceHost
{
    private readonly AwsClients _aws;
    private readonly EcsServiceOptions _options;
    private readonly IReporter _reporter;
    private readonly TimeProvider _time;
    private readonly EcsEvidence _evidence;
    private readonly EcsTasks _tasks;
    private RolledOut? _rolledOut;

    public EcsServiceHost(AwsClients aws, EcsServiceOptions options, IReporter reporter, TimeProvider time)
    {
        _aws = aws;
        _options = options;
        _reporter = reporter;
        _time = time;
        _evidence = new EcsEvidence(aws, options, reporter);
        _tasks = new EcsTasks(aws, options);
    }

    /// <inheritdoc/>
    public async Task<ServicePlan> PlanAsync(ServiceRelease release, CancellationToken cancellationToken)
        => await ServiceCalls.ExplainAsync($"plan the service '{_options.Service}'", () => PlanEcsAsync(release, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<Outcome> MigrateAsync(
        ServicePlan plan,
        IReadOnlyList<string> command,
        Func<CancellationToken, System.Threading.Tasks.Task>? beforeStart,
        CancellationToken cancellationToken)
        => ServiceCalls.ExplainAsync(
            $"run the migration of the service '{_options.Service}'",
            async () =>
            {
                // That the service runs the release says nothing of its migration, which may have been left out.
                var revision = await EnsureRegisteredAsync((EcsServicePlan)plan, cancellationToken);
                var service = await NewRollout().ReadServiceAsync(cancellationToken);
                return await new EcsMigration(_aws, _options, _evidence, _reporter, _time)
                    .RunAsync(plan.Release.ReleaseId, revision, service, command, beforeStart, cancellationToken);
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task<ServiceResult> DeployAsync(ServicePlan plan, CancellationToken cancellationToken)
        => ServiceCalls.ExplainAsync(
            $"deploy the service '{_options.Service}'",
            () => DeployEcsAsync((EcsServicePlan)plan, cancellationToken),
            cancellationToken);

    /// <inheritdoc/>
    public Task<ServiceResult> RollbackAsync(string revision, CancellationToken cancellationToken)
        => ServiceCalls.ExplainAsync(
            $"roll the service '{_options.Service}' back",
            async () =>
            {
                var rollout = NewRollout();
                var service = await rollout.ReadServiceAsync(cancellationToken);
                if (service.DesiredCount > 0 && Rollout.Primary(service) is { } primary && primary.TaskDefinition == revision
                    && Rollout.Read(service, primary.Id!, null) == RolloutState.Completed)
                {
                    return new ServiceResult(
                        Outcome.Unchanged($"The service {_options.Service} runs {TaskDefinitionPlan.ShortName(revision)} already."),
                        revision);
                }

                _rolledOut = null;
                rollout.Ignore(service.Events, null);
                var (done, reached) = await BringBackAsync(rollout, revision, cancellationToken);
                return done
                    ? new ServiceResult(Outcome.Succeeded($"{Says(revision)}."), revision)
                    : new ServiceResult(
                        new Outcome(
                            OutcomeKind.Failed,
                            $"The service {_options.Service} did not come up with {TaskDefinitionPlan.ShortName(revision)}.",
                            await _evidence.OfDeploymentAsync(reached, Rollout.Primary(reached), revision, rollout.Events, cancellationToken)),
                        null);
            },
            cancellationToken);

    /// <summary>
    /// What stands against the rollout: cluster, size, architecture, network, roles, secrets, log group, port, target group and its health check, as far as
    /// ECS, the load balancer and the logs tell. No calls when nothing will change.
    /// </summary>
    public Task<IReadOnlyList<string>> FindProblemsAsync(ServicePlan plan, CancellationToken cancellationToken)
        => ServiceCalls.ExplainAsync<IReadOnlyList<string>>(
            $"check the service '{_options.Service}'",
            async () => plan is EcsServicePlan { IsUnchanged: false } changing
                ? EcsProblems.Find(changing, await new EcsSurroundingsReader(_aws, _options, _reporter).ReadAsync(changing, cancellationToken))
                : [],
            cancellationToken);

    /// <inheritdoc/>
    public Task<RolloutForecast?> ForecastAsync(ServicePlan plan, CancellationToken cancellationToken)
        => ServiceCalls.ExplainAsync(
            $"forecast the rollout of the service '{_options.Service}'",
            async () =>
            {
                if (plan is not EcsServicePlan { IsUnchanged: false } changing)
                {
                    return null;
                }

                var (group, attributes) = await new EcsSurroundingsReader(_aws, _options, _reporter).ReadTargetGroupAsync(changing.Found, cancellationToken);
                return EcsForecast.Of(changing.Found, changing.DesiredCount, group, attributes);
            },
            cancellationToken);

    /// <summary>Whether the task definition is there and active, and its image in ECR.</summary>
    public Task<string?> FindRestoreProblemAsync(string revision, CancellationToken cancellationToken)
        => ServiceCalls.ExplainAsync(
            $"read the task definition {TaskDefinitionPlan.ShortName(revision)}",
            async () =>
            {
                var name = $"The task definition {TaskDefinitionPlan.ShortName(revision)} of the service {_options.Service}";
                TaskDefinition definition;
                try
                {
                    definition = (await DescribeAsync(revision, cancellationToken)).TaskDefinition!;
                }
                catch (AmazonECSException e) when (e.ErrorCode == "ClientException")
                {
                    return $"{name} is not there any more.";
                }

                if (definition.Status is { } status && status != TaskDefinitionStatus.ACTIVE)
                {
                    return $"{name} is {status.Value}: ECS runs only active ones.";
                }

                var image = definition.ContainerDefinitions?.Find(x => x.Name == _options.Container)?.Image;
                return !_options.HasForeignRegistry && EcrImage.Parse(image) is { } pinned && await pinned.ExistsAsync(_aws, cancellationToken) == false
                    ? $"The image {image} of the service {_options.Service} is not in its repository any more."
                    : null;
            },
            cancellationToken);

    /// <summary>
    /// A last look before the release is recorded. After a rollout: it is still the service's deployment, none of its tasks has stopped since it completed, and
    /// they have run for the minimum healthy time, which is awaited. Where nothing was rolled out now: the service runs; one call, no waiting.
    /// </summary>
    public Task<Outcome?> LookLastAsync(CancellationToken cancellationToken)
        => ServiceCalls.ExplainAsync<Outcome?>(
            $"look at the service '{_options.Service}' a last time",
            async () => await new EcsLastLook(_options, _evidence, _reporter, _time).LookAsync(_rolledOut, NewRollout(), cancellationToken),
            cancellationToken);

    /// <inheritdoc/>
    public Task<WhyBlock?> FindEvidenceAsync(DateTimeOffset since, CancellationToken cancellationToken)
        => ServiceCalls.ExplainAsync<WhyBlock?>(
            $"find out why the service '{_options.Service}' does not serve",
            async () => await _evidence.OfServiceAsync(await NewRollout().ReadServiceAsync(cancellationToken), since, cancellationToken),
            cancellationToken);

    /// <inheritdoc/>
    public Task<ServiceStatus> StatusAsync(CancellationToken cancellationToken)
        => ServiceCalls.ExplainAsync(
            $"read the service '{_options.Service}'",
            async () =>
            {
                var service = await NewRollout().ReadServiceAsync(cancellationToken);
                var definition = (await DescribeAsync(service.TaskDefinition!, cancellationToken)).TaskDefinition!;
                return new ServiceStatus(
                    _options.Service,
                    service.TaskDefinition,
                    definition.ContainerDefinitions?.Find(c => c.Name == _options.Container)?.Image,
                    TaskDefinitionPlan.Variable(definition, _options.Container, ReleaseVariables.ReleaseId),
                    TaskDefinitionPlan.Variable(definition, _options.Container, ReleaseVariables.Commit),
                    service.DesiredCount ?? 0,
                    service.RunningCount ?? 0,
                    Rollout.Primary(service)?.RolloutState?.Value);
            },
            cancellationToken);

    /// <summary>Deregisters task definitions; never one that the service is told to run, or of which a deployment of it is under way.</summary>
    public System.Threading.Tasks.Task RemoveRevisionsAsync(IReadOnlyList<string> revisions, CancellationToken cancellationToken)
        => ServiceCalls.ExplainAsync(
            $"deregister task definitions of the service '{_options.Service}'",
            async () =>
            {
                var service = await NewRollout().ReadServiceAsync(cancellationToken);
                var used = (service.Deployments ?? []).Select(x => x.TaskDefinition).Append(service.TaskDefinition).ToHashSet(StringComparer.Ordinal);
                foreach (var revision in revisions.Where(x => !used.Contains(x)))
                {
                    try
                    {
                        await _aws.Ecs.DeregisterTaskDefinitionAsync(
                            new DeregisterTaskDefinitionRequest { TaskDefinition = revision }, cancellationToken);
                    }
                    catch (AmazonECSException exception) when (exception.ErrorCode == "ClientException"
                        && (exception.Message.Contains("inactive", StringComparison.OrdinalIgnoreCase)
                            || exception.Message.Contains("find task definition", StringComparison.OrdinalIgnoreCase)))
                    {
                        // It was deregistered, or deleted, before.
                    }
                }

                return true;
            },
            cancellationToken);

    private EcsRollout NewRollout() => new(_aws, _options, _reporter, _time);

    private async Task<EcsServicePlan> PlanEcsAsync(ServiceRelease release, CancellationToken cancellationToken)
    {
        var service = await NewRollout().ReadServiceAsync(cancellationToken);
        if (service.DeploymentController?.Type is { } controller && controller != DeploymentControllerType.ECS)
        {
            throw new FairleadException(
                $"The service '{_options.Service}' cannot be deployed to.",
                $"Its deployments are carried out by {controller.Value}, not by ECS.",
                "Set its deployment controller to ECS in the infrastructure.");
        }

        var current = await DescribeAsync(service.TaskDefinition!, cancellationToken);
        var latest = await DescribeAsync(current.TaskDefinition!.Family!, cancellationToken);
        return EcsServicePlan.Create(_options, release, service, current.TaskDefinition, current.Tags, latest.TaskDefinition);
    }

    private Task<DescribeTaskDefinitionResponse> DescribeAsync(string name, CancellationToken cancellationToken)
        => _aws.Ecs.DescribeTaskDefinitionAsync(new DescribeTaskDefinitionRequest { TaskDefinition = name, Include = ["TAGS"] }, cancellationToken);

    /// <summary>Idempotent: a revision that the migration or an interrupted build registered is found, not registered again.</summary>
    private async Task<string> EnsureRegisteredAsync(EcsServicePlan plan, CancellationToken cancellationToken)
    {
        if (plan.TaskDefinition.ReusedArn is { } reused)
        {
            return reused;
        }

        var wanted = plan.TaskDefinition.Registration;
        var latest = (await DescribeAsync(wanted.Family!, cancellationToken)).TaskDefinition!;
        if (TaskDefinitionRegistration.Same(latest.ToRegistration(null), wanted))
        {
            return latest.TaskDefinitionArn!;
        }

        var registered = await _aws.Ecs.RegisterTaskDefinitionAsync(wanted, cancellationToken);
        var arn = registered.TaskDefinition!.TaskDefinitionArn!;
        _reporter.Information($"Registered the task definition {TaskDefinitionPlan.ShortName(arn)}.");
        return arn;
    }

    private async Task<ServiceResult> DeployEcsAsync(EcsServicePlan plan, CancellationToken cancellationToken)
    {
        if (plan.IsUnchanged)
        {
            return new ServiceResult(Outcome.Unchanged($"The service {_options.Service} already runs release {plan.Release.ReleaseId}."), plan.CurrentRevision);
        }

        var revision = await EnsureRegisteredAsync(plan, cancellationToken);
        var rollout = NewRollout();
        var before = await rollout.ReadServiceAsync(cancellationToken);
        var previous = plan.PreviousRevision ?? EcsServicePlan.Previous(before, revision);
        var started = await StartOrJoinAsync(plan, revision, before, rollout, cancellationToken);
        var (state, service) = await rollout.FollowAsync(started, previous, cancellationToken);
        if (state != RolloutState.Completed)
        {
            return await FailAsync(plan, revision, previous, started, state, service, rollout, cancellationToken);
        }

        // Where traffic was shifted, the deployment that serves may have come to be after the start.
        var stopped = new StoppedTasks(_tasks, Rollout.Primary(service)?.Id ?? started.DeploymentId);
        await ServiceCalls.TolerateAsync(_reporter, "the stopped tasks of the service", () => IgnoreAsync(stopped, cancellationToken), false);
        _rolledOut = new RolledOut(plan.Release.ReleaseId, revision, Rollout.Primary(service)?.Id ?? started.DeploymentId, _time.GetUtcNow(), rollout, stopped);
        return new ServiceResult(
            Outcome.Succeeded($"The service {_options.Service} runs release {plan.Release.ReleaseId} as {TaskDefinitionPlan.ShortName(revision)}."),
            revision);
    }

    private static async Task<bool> IgnoreAsync(StoppedTasks stopped, CancellationToken cancellationToken)
    {
        await stopped.IgnoreAsync(cancellationToken);
        return true;
    }

    private async Task<StartedRollout> StartOrJoinAsync(
        EcsServicePlan plan,
        string revision,
        Service before,
        EcsRollout rollout,
        CancellationToken cancellationToken)
    {
        var primary = Rollout.Primary(before);
        var runsRevision = primary?.TaskDefinition == revision;
        if (runsRevision && before.DesiredCount > 0 && Rollout.Read(before, primary!.Id!, null) is RolloutState.InProgress or RolloutState.Completed)
        {
            _reporter.Information($"Joining the deployment {primary!.Id} of {TaskDefinitionPlan.ShortName(revision)}.");
            rollout.Ignore(before.Events, primary.CreatedAt);
            return await rollout.FindAsync(before, primary.Id!, cancellationToken);
        }

        rollout.Ignore(before.Events, null);
        var answer = await UpdateAsync(before, revision, plan.DesiredCount, cancellationToken);
        var started = Rollout.Primary(answer)?.Id is { } id ? await rollout.FindAsync(answer, id, cancellationToken) : null;
        var runs = Rollout.Primary(answer)?.TaskDefinition;
        if (started is null || (runs != revision && started.ServiceDeployment is null))
        {
            throw new FairleadException(
                $"The deployment of the service '{_options.Service}' did not start.",
                $"ECS answered with {TaskDefinitionPlan.ShortName(runs)} instead of {TaskDefinitionPlan.ShortName(revision)}.",
                "Another deploy may be at work on it; run the build again when that has ended.");
        }

        _reporter.Information($"Started the deployment {started.DeploymentId} of {TaskDefinitionPlan.ShortName(revision)}.");
        return started;
    }

    private async Task<Service> UpdateAsync(Service before, string revision, int desiredCount, CancellationToken cancellationToken)
    {
        var answer = await _aws.Ecs.UpdateServiceAsync(
            new UpdateServiceRequest
            {
                Cluster = _options.Cluster,
                Service = _options.Service,
                TaskDefinition = revision,
                DesiredCount = before.DesiredCount is null or 0 ? desiredCount : null,

                // Without this, ECS starts no deployment for a task definition that the service has already.
                ForceNewDeployment = Rollout.Primary(before)?.TaskDefinition == revision ? true : null,

                // ECS refuses it for a service without a load balancer.
                HealthCheckGracePeriodSeconds = _options.HealthCheckGracePeriod is { } grace && before.LoadBalancers is { Count: > 0 }
                    ? (int)Math.Ceiling(grace.TotalSeconds)
                    : null,
            },
            cancellationToken);
        return answer.Service!;
    }

    private async Task<ServiceResult> FailAsync(
        EcsServicePlan plan,
        string revision,
        string? previous,
        StartedRollout started,
        RolloutState state,
        Service service,
        EcsRollout rollout,
        CancellationToken cancellationToken)
    {
        var deployment = service.Deployments?.Find(d => d.Id == started.DeploymentId) ?? new Deployment { Id = started.DeploymentId };
        var why = await _evidence.OfDeploymentAsync(service, deployment, revision, rollout.Events, cancellationToken);
        var reason = $"Release {plan.Release.ReleaseId} did not come up ({Reason(state, deployment, rollout)})";
        if (state == RolloutState.RolledBack && service.TaskDefinition is { } back && back != revision)
        {
            return new ServiceResult(new Outcome(OutcomeKind.RolledBack, $"{reason}; {Says(back)}.", why), back);
        }

        if (state == RolloutState.Replaced)
        {
            var other = Rollout.Primary(service);
            return new ServiceResult(
                new Outcome(
                    OutcomeKind.Failed,
                    $"{reason}; the service is left to the deployment {other?.Id} of {TaskDefinitionPlan.ShortName(other?.TaskDefinition)}.",
                    why), null);
        }

        if (previous is null)
        {
            return await GiveUpAsync(reason, why, cancellationToken);
        }

        _reporter.Warning($"{reason}; going back to {TaskDefinitionPlan.ShortName(previous)}.");
        var done = await TryBringBackAsync(rollout, previous, started, state, cancellationToken);
        return done
            ? new ServiceResult(new Outcome(OutcomeKind.RolledBack, $"{reason}; {Says(previous)}.", why), previous)
            : new ServiceResult(
                new Outcome(OutcomeKind.Failed, $"{reason}, and {TaskDefinitionPlan.ShortName(previous)} did not come back either.", why),
                null);
    }

    // What serves is asked at the public URL, and not here.
    private string Says(string revision) => $"ECS says that the service {_options.Service} runs {TaskDefinitionPlan.ShortName(revision)}";

    // Nothing ever ran: without this, ECS would start the failing tasks for ever.
    private async Task<ServiceResult> GiveUpAsync(string reason, WhyBlock why, CancellationToken cancellationToken)
    {
        await _aws.Ecs.UpdateServiceAsync(
            new UpdateServiceRequest { Cluster = _options.Cluster, Service = _options.Service, DesiredCount = 0 }, cancellationToken);
        var now = await NewRollout().ReadServiceAsync(cancellationToken);
        return new ServiceResult(
            new Outcome(
                OutcomeKind.Failed,
                now.DesiredCount is null or 0
                    ? $"{reason}; there is no earlier release to go back to, so the service was set to 0 tasks."
                    : $"{reason}; there is no earlier release to go back to, and the service still wants {now.DesiredCount} tasks.",
                why),
            null);
    }

    // An error on the way back must not take the evidence of the failure with it.
    private async Task<bool> TryBringBackAsync(
        EcsRollout rollout,
        string revision,
        StartedRollout failed,
        RolloutState state,
        CancellationToken cancellationToken)
    {
        try
        {
            // Blue and green are still both there: ECS goes back by itself when it is told to, and at once.
            if (failed.ServiceDeployment is not null && state is RolloutState.TimedOut or RolloutState.FailsAlike)
            {
                var (back, service) = await rollout.RollBackAsync(failed, cancellationToken);
                if (back == RolloutState.RolledBack && service.TaskDefinition == revision)
                {
                    return true;
                }
            }

            return (await BringBackAsync(rollout, revision, cancellationToken)).Done;
        }
        catch (Exception e) when (e is AmazonServiceException or AmazonClientException or HttpRequestException or FairleadException)
        {
            _reporter.Warning(AwsErrors.Explain(e, $"go back to {TaskDefinitionPlan.ShortName(revision)}").Message);
            return false;
        }
    }

    /// <summary>Whether the revision completed, and the service as it was last read. The circuit breaker may have
    /// begun the way back itself: then that deployment is followed.</summary>
    private async Task<(bool Done, Service Service)> BringBackAsync(EcsRollout rollout, string revision, CancellationToken cancellationToken)
    {
        var service = await rollout.ReadServiceAsync(cancellationToken);
        var primary = Rollout.Primary(service);
        if (primary?.TaskDefinition != revision || service.DesiredCount is null or 0 || Rollout.Read(service, primary!.Id!, null) == RolloutState.Failed)
        {
            service = await UpdateAsync(service, revision, _options.InitialDesiredCount, cancellationToken);
            primary = Rollout.Primary(service);
        }

        while (primary?.Id is not null)
        {
            var started = await rollout.FindAsync(service, primary.Id, cancellationToken);
            (var state, service) = await rollout.FollowAsync(started, previousRevision: null, cancellationToken);
            if (state == RolloutState.Completed)
            {
                return (Rollout.Primary(service)?.TaskDefinition == revision, service);
            }

            var next = Rollout.Primary(service);
            if (state is not (RolloutState.Replaced or RolloutState.RollingBack) || next?.TaskDefinition != revision)
            {
                break;
            }

            primary = next;
        }

        return (false, service);
    }

    private string Reason(RolloutState state, Deployment deployment, EcsRollout rollout) => state switch
    {
        RolloutState.TimedOut => $"not complete within {_options.RolloutTimeout.TotalMinutes:0.#} min",
        RolloutState.Replaced => "another deployment replaced it",
        RolloutState.Missing => "ECS no longer lists its deployment",
        RolloutState.FailsAlike => $"{rollout.Alike.Count} tasks stopped for the same reason: {EcsEvidence.Reason(rollout.Alike[^1])}",
        RolloutState.Stopped => $"somebody stopped its service deployment{Because(rollout)}",
        RolloutState.RolledBack => $"ECS rolled it back{Because(rollout)}",
        RolloutState.RollbackFailed => $"ECS gave it up and could not roll it back{Because(rollout)}",
        _ when !string.IsNullOrEmpty(deployment.RolloutStateReason)
            && deployment.RolloutState == DeploymentRolloutState.FAILED => deployment.RolloutStateReason.TrimEnd('.'),
        RolloutState.RollingBack => "ECS gave it up and brings the earlier one back",
        _ => $"{deployment.FailedTasks ?? 0} tasks failed one after the other",
    };

    private static string Because(EcsRollout rollout) => rollout.StatusReason is { Length: > 0 } reason ? $": {reason.TrimEnd('.')}" : "";
}
