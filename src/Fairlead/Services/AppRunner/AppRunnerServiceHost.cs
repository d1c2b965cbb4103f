using Amazon.AppRunner.Model;
using Fairlead.Aws;
using Fairlead.Releases;
using Fairlead.Reporting;
using AppRunnerStatus = Amazon.AppRunner.ServiceStatus;
using Service = Amazon.AppRunner.Model.Service;

namespace Fairlead.Services.AppRunner;

/// <summary>
/// A service on AWS App Runner, which rolls out by itself, one operation at a time, and goes back by itself when the new image does not
/// become healthy. It has no tasks that run once: the image has to migrate when it starts.
/// </summary>
public sealed class AppRunnerServiceHost : IServiceHost
{
    // What a service wrote before it is of no use as evidence.
    private static readonly TimeSpan RecentLog = TimeSpan.FromMinutes(5);

    private readonly AwsClients _aws;
    private readonly AppRunnerServiceOptions _options;
    private readonly IReporter _reporter;
    private readonly TimeProvider _time;
    private readonly AppRunnerOperations _operations;
    private readonly AppRunnerEvidence _evidence;
    private AppRunnerRevision? _deployed;

    public AppRunnerServiceHost(AwsClients aws, AppRunnerServiceOptions options, IReporter reporter, TimeProvider time)
    {
        _aws = aws;
        _options = options;
        _reporter = reporter;
        _time = time;
        _operations = new AppRunnerOperations(aws, options, reporter, time);
        _evidence = new AppRunnerEvidence(aws, reporter);
    }

    /// <inheritdoc/>
    public async Task<ServicePlan> PlanAsync(ServiceRelease release, CancellationToken cancellationToken)
        => await ServiceCalls.ExplainAsync(
            $"plan the service '{_options.ServiceName}'",
            async () => AppRunnerServicePlan.Create(release, await _operations.ReadServiceAsync(cancellationToken), _options.ImageRoleArn),
            cancellationToken);

    /// <summary>Runs nothing: App Runner starts no container but the service's own. The image has to migrate before it reports healthy.</summary>
    /// <returns>Unchanged, with a sentence that says so.</returns>
    public Task<Outcome> MigrateAsync(
        ServicePlan plan, IReadOnlyList<string> command, Func<CancellationToken, Task>? beforeStart, CancellationToken cancellationToken)
        => Task.FromResult(Outcome.Unchanged(
            plan.IsUnchanged
                ? $"The service {_options.ServiceName} already runs release {plan.Release.ReleaseId}; its migration has been run."
                : $"App Runner runs no command beside the service: {string.Join(' ', command)} has to be run by the image when it starts, and was "
                    + $"not run here."));

    /// <inheritdoc/>
    public Task<ServiceResult> DeployAsync(ServicePlan plan, CancellationToken cancellationToken)
        => ServiceCalls.ExplainAsync(
            $"deploy the service '{_options.ServiceName}'",
            () => DeployAsync((AppRunnerServicePlan)plan, cancellationToken),
            cancellationToken);

    /// <inheritdoc/>
    public Task<ServiceResult> RollbackAsync(string revision, CancellationToken cancellationToken)
        => ServiceCalls.ExplainAsync(
            $"roll the service '{_options.ServiceName}' back",
            async () =>
            {
                var wanted = AppRunnerRevision.Parse(revision);
                var service = await _operations.WaitUntilFreeAsync(cancellationToken);
                AppRunnerServicePlan.RequireUpdatable(service);
                if (AppRunnerRevision.Of(service) == wanted)
                {
                    return new ServiceResult(Outcome.Unchanged($"The service {_options.ServiceName} runs {wanted.Describe()} already."), revision);
                }

                var source = AppRunnerServicePlan.WithRevision(service.SourceConfiguration!, wanted, new Dictionary<string, string>(), _options.ImageRoleArn);
                var started = _time.GetUtcNow();
                var operation = await UpdateAsync(source, cancellationToken);
                var result = await FinishAsync(operation, wanted, AppRunnerRevision.Of(service), started, cancellationToken);

                // That App Runner undid the way back brings nobody back to where the caller wanted to be.
                return result.Outcome.Kind == OutcomeKind.RolledBack ? result with { Outcome = result.Outcome with { Kind = OutcomeKind.Failed } } : result;
            },
            cancellationToken);

    /// <summary>Whether the service is in order, and runs what this run deployed, if it did; one call. App Runner does not tell of single copies.</summary>
    public Task<Outcome?> LookLastAsync(CancellationToken cancellationToken)
        => ServiceCalls.ExplainAsync<Outcome?>(
            $"look at the service '{_options.ServiceName}' a last time",
            async () =>
            {
                var service = await _operations.ReadServiceAsync(cancellationToken);
                var runs = AppRunnerRevision.Of(service);
                return service.Status == AppRunnerStatus.RUNNING && (_deployed is null || runs == _deployed)
                    ? Outcome.Succeeded($"The service {_options.ServiceName} runs {runs?.Describe()}.")
                    : new Outcome(
                        OutcomeKind.Failed,
                        $"The service {_options.ServiceName} is not as it was left: {Found(service)}.",
                        await _evidence.SinceAsync(service, operation: null, _time.GetUtcNow() - RecentLog, cancellationToken));
            },
            cancellationToken);

    /// <summary>Whether the revision is one of App Runner's, and its image in ECR.</summary>
    public Task<string?> FindRestoreProblemAsync(string revision, CancellationToken cancellationToken)
        => ServiceCalls.ExplainAsync(
            $"read the image of {revision}",
            async () =>
            {
                AppRunnerRevision wanted;
                try
                {
                    wanted = AppRunnerRevision.Parse(revision);
                }
                catch (FairleadException e)
                {
                    return $"{e.What} {e.Why}";
                }

                return !_options.HasForeignRegistry && EcrImage.Parse(wanted.Image) is { } image && await image.ExistsAsync(_aws, cancellationToken) == false
                    ? $"The image {wanted.Image} of the service {_options.ServiceName} is not in its repository any more."
                    : null;
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task<WhyBlock?> FindEvidenceAsync(DateTimeOffset since, CancellationToken cancellationToken)
        => ServiceCalls.ExplainAsync<WhyBlock?>(
            $"find out why the service '{_options.ServiceName}' does not serve",
            async () => await _evidence.SinceAsync(await _operations.ReadServiceAsync(cancellationToken), operation: null, since, cancellationToken),
            cancellationToken);

    /// <summary>Reads what the service runs. App Runner does not tell how many copies there are: one stands for a service
    /// that serves, none for one that is paused or was never started.</summary>
    public Task<Services.ServiceStatus> StatusAsync(CancellationToken cancellationToken)
        => ServiceCalls.ExplainAsync(
            $"read the service '{_options.ServiceName}'",
            async () =>
            {
                var service = await _operations.ReadServiceAsync(cancellationToken);
                var revision = AppRunnerRevision.Of(service);
                var copies = service.Status == AppRunnerStatus.RUNNING || service.Status == AppRunnerStatus.OPERATION_IN_PROGRESS ? 1 : 0;
                return new Services.ServiceStatus(
                    _options.ServiceName,
                    revision?.ToString(),
                    revision?.Image,
                    revision?.ReleaseId,
                    revision?.Commit,
                    copies,
                    copies,
                    service.Status?.Value);
            },
            cancellationToken);

    private async Task<ServiceResult> DeployAsync(AppRunnerServicePlan plan, CancellationToken cancellationToken)
    {
        var wanted = AppRunnerRevision.Of(plan.Release);
        if (plan.IsUnchanged)
        {
            return new ServiceResult(
                Outcome.Unchanged($"The service {_options.ServiceName} already runs release {plan.Release.ReleaseId}."),
                wanted.ToString());
        }

        var started = _time.GetUtcNow();
        var service = await _operations.ReadServiceAsync(cancellationToken);
        if (service.Status == AppRunnerStatus.OPERATION_IN_PROGRESS && AppRunnerRevision.Of(service) == wanted
            && await _operations.CurrentAsync(cancellationToken) is { Id: { } running } current)
        {
            _reporter.Information($"Joining the operation {current.Type} {running}, which deploys release {plan.Release.ReleaseId}.");
            return await FinishAsync(running, wanted, previous: null, started, cancellationToken);
        }

        // Planned again: an operation that was waited for may have changed the service, or put this very release there.
        service = await _operations.WaitUntilFreeAsync(cancellationToken);
        var now = AppRunnerServicePlan.Create(plan.Release, service, _options.ImageRoleArn);
        if (now.IsUnchanged)
        {
            return new ServiceResult(Outcome.Succeeded($"The service {_options.ServiceName} runs release {plan.Release.ReleaseId}."), wanted.ToString());
        }

        var operation = await UpdateAsync(now.Source, cancellationToken);
        return await FinishAsync(operation, wanted, now.Current, started, cancellationToken);
    }

    /// <summary>Starts the update. Where another operation got in between, waits for it and asks once more.</summary>
    private async Task<string> UpdateAsync(SourceConfiguration source, CancellationToken cancellationToken)
    {
        var request = new UpdateServiceRequest { ServiceArn = _options.ServiceArn, SourceConfiguration = source };
        UpdateServiceResponse answer;
        try
        {
            answer = await _aws.AppRunner.UpdateServiceAsync(request, cancellationToken);
        }
        catch (InvalidStateException)
        {
            await _operations.WaitUntilFreeAsync(cancellationToken);
            answer = await _aws.AppRunner.UpdateServiceAsync(request, cancellationToken);
        }

        return answer.OperationId ?? throw new FairleadException(
            $"The update of the service '{_options.ServiceName}' cannot be followed.",
            "App Runner answered without the id of an operation.",
            "Look at the service in App Runner, and run the build again when no operation is in progress.");
    }

    /// <summary>Follows the operation and says what the service runs afterwards, as it was read back: the end of an operation alone proves nothing.</summary>
    private async Task<ServiceResult> FinishAsync(
        string operationId,
        AppRunnerRevision wanted,
        AppRunnerRevision? previous,
        DateTimeOffset started,
        CancellationToken cancellationToken)
    {
        var (state, operation) = await _operations.FollowAsync(operationId, cancellationToken);
        var service = await _operations.ReadServiceAsync(cancellationToken);
        var runs = service.Status == AppRunnerStatus.RUNNING ? AppRunnerRevision.Of(service) : null;
        if (state == OperationState.Succeeded && runs == wanted)
        {
            _deployed = wanted;
            return new ServiceResult(Outcome.Succeeded($"The service {_options.ServiceName} runs {wanted.Describe()}."), wanted.ToString());
        }

        var why = await _evidence.SinceAsync(service, operation, started, cancellationToken);
        var reason = $"{Capital(wanted.Describe())} did not come up ({Reason(state, operationId)})";
        var isBack = runs is not null && runs != wanted && (state == OperationState.RolledBack || (state == OperationState.Failed && runs == previous));
        return isBack
            ? new ServiceResult(
                new Outcome(OutcomeKind.RolledBack, $"{reason}; App Runner went back, and says that it runs {runs!.Describe()}.", why),
                runs.ToString())
            : new ServiceResult(new Outcome(OutcomeKind.Failed, $"{reason}; {Found(service)}.", why), runs == wanted ? null : runs?.ToString());
    }

    private string Reason(OperationState state, string operationId) => state switch
    {
        OperationState.TimedOut =>
            $"the operation {operationId} did not end within {_options.OperationTimeout.TotalMinutes:0.#} min, and App Runner goes on with it",
        OperationState.Missing => $"App Runner does not list the operation {operationId}",
        OperationState.Succeeded => $"the operation {operationId} ended, but not with this release",
        OperationState.RolledBack => $"App Runner rolled the operation {operationId} back",
        _ => $"the operation {operationId} failed",
    };

    private static string Found(Service service)
        => $"the service is {service.Status?.Value ?? "in no state"} and is configured for {AppRunnerRevision.Of(service)?.Describe() ?? "no image"}";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
