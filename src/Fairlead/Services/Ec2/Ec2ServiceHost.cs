using Amazon.Runtime;
using Amazon.SimpleSystemsManagement;
using Fairlead.Aws;
using Fairlead.Releases;
using Fairlead.Reporting;

namespace Fairlead.Services.Ec2;

/// <summary>
/// A service on EC2 instances, which fetch a release from a bucket and put it into service with <c>deploy-release</c>, one instance after
/// the other. That program migrates too, and it goes back on its own instance when the release is not healthy; this host brings the
/// others back.
/// </summary>
public sealed class Ec2ServiceHost : IServiceHost
{
    private readonly Ec2ServiceOptions _options;
    private readonly IReporter _reporter;
    private readonly Ec2ReleaseStore _store;
    private readonly Ec2Command _command;
    private readonly Ec2Evidence _evidence;
    private string? _deployed;

    public Ec2ServiceHost(AwsClients aws, Ec2ServiceOptions options, IReporter reporter, TimeProvider time)
    {
        _options = options;
        _reporter = reporter;
        _store = new Ec2ReleaseStore(aws, options);
        _command = new Ec2Command(aws, options, reporter, time);
        _evidence = new Ec2Evidence(aws, _command, reporter);
    }

    /// <inheritdoc/>
    public async Task<ServicePlan> PlanAsync(ServiceRelease release, CancellationToken cancellationToken)
        => await ServiceCalls.ExplainAsync(
            $"plan the service '{_options.InstanceTagValue}'",
            async () =>
            {
                Ec2ServicePlan.RequireReleaseId(release.ReleaseId);
                var (isStored, stored) = await _store.FindAsync(release.ReleaseId, cancellationToken);
                return Ec2ServicePlan.Create(
                    _options,
                    release,
                    new Ec2ServiceState(
                        await _command.InstancesAsync(cancellationToken),
                        await _store.RecordAsync(cancellationToken),
                        await _store.MarkerAsync(cancellationToken),
                        isStored,
                        stored,
                        await _store.LocalContentAsync(cancellationToken)));
            },
            cancellationToken);

    /// <summary>Runs nothing: the migration is a step of <c>deploy-release</c>, before the release starts, with
    /// the command that the infrastructure gave the instances.</summary>
    /// <returns>Unchanged, with a sentence that says so.</returns>
    public Task<Outcome> MigrateAsync(
        ServicePlan plan, IReadOnlyList<string> command, Func<CancellationToken, Task>? beforeStart, CancellationToken cancellationToken)
        => Task.FromResult(Outcome.Unchanged(
            plan.IsUnchanged
                ? $"The service {_options.InstanceTagValue} already runs release {plan.Release.ReleaseId}; its migration has been run."
                : "The instances migrate when they deploy, before the release starts; nothing was run here."));

    /// <inheritdoc/>
    public Task<ServiceResult> DeployAsync(ServicePlan plan, CancellationToken cancellationToken)
        => ServiceCalls.ExplainAsync(
            $"deploy the service '{_options.InstanceTagValue}'",
            () => DeployAsync((Ec2ServicePlan)plan, cancellationToken),
            cancellationToken);

    /// <inheritdoc/>
    public Task<ServiceResult> RollbackAsync(string revision, CancellationToken cancellationToken)
        => ServiceCalls.ExplainAsync(
            $"roll the service '{_options.InstanceTagValue}' back",
            async () =>
            {
                Ec2ServicePlan.RequireReleaseId(revision);
                var record = await _store.RecordAsync(cancellationToken);
                if (record?.Release == revision && await _store.MarkerAsync(cancellationToken) == revision)
                {
                    return new ServiceResult(Outcome.Unchanged($"The service {_options.InstanceTagValue} runs release {revision} already."), revision);
                }

                var (isStored, content) = await _store.FindAsync(revision, cancellationToken);
                if (!isStored)
                {
                    throw new FairleadException(
                        $"The service '{_options.InstanceTagValue}' cannot go back to release {revision}.",
                        $"s3://{_options.ReleaseBucket}/{_options.ReleasePrefix}/{revision}.tar.gz is not there.",
                        "Deploy the commit that the release was made from.");
                }

                var failure = await RunAsync(new Ec2ReleaseRecord(revision, null, content), cancellationToken);
                return failure is null
                    ? new ServiceResult(Outcome.Succeeded($"The service {_options.InstanceTagValue} runs release {revision} again."), revision)
                    : new ServiceResult(new Outcome(
                        OutcomeKind.Failed,
                        $"The service {_options.InstanceTagValue} did not come up with release {revision} ({failure.Reason}).",
                        failure.Why), null);
            },
            cancellationToken);

    /// <summary>Whether the instances still say that they run what this run deployed; null when it deployed nothing. One call.</summary>
    public Task<Outcome?> LookLastAsync(CancellationToken cancellationToken)
        => ServiceCalls.ExplainAsync<Outcome?>(
            $"look at the service '{_options.InstanceTagValue}' a last time",
            async () =>
            {
                if (_deployed is null)
                {
                    return null;
                }

                var marker = await _store.MarkerAsync(cancellationToken);
                return marker == _deployed
                    ? Outcome.Succeeded($"The instances say that they run release {marker}.")
                    : new Outcome(
                        OutcomeKind.Failed,
                        $"Release {_deployed} came up, and did not stay up: the instances say that they run {marker ?? "no release"}.",
                        new WhyBlock([], [], [], []));
            },
            cancellationToken);

    /// <summary>Whether the release's archive is in the bucket.</summary>
    public Task<string?> FindRestoreProblemAsync(string revision, CancellationToken cancellationToken)
        => ServiceCalls.ExplainAsync<string?>(
            $"look for the archive of release {revision}",
            async () => (await _store.FindAsync(revision, cancellationToken)).IsStored
                ? null
                : $"The archive of release {revision} is not there any more: s3://{_options.ReleaseBucket}/{_options.ReleasePrefix}/{revision}.tar.gz.",
            cancellationToken);

    /// <summary>Reads what the service runs: the release of the last deploy that succeeded on all instances, and
    /// the instances that Systems Manager knows and that answer.</summary>
    public Task<Services.ServiceStatus> StatusAsync(CancellationToken cancellationToken)
        => ServiceCalls.ExplainAsync(
            $"read the service '{_options.InstanceTagValue}'",
            async () =>
            {
                var record = await _store.RecordAsync(cancellationToken);
                var release = record?.Release ?? await _store.MarkerAsync(cancellationToken);
                var instances = await _command.ManagedAsync(cancellationToken);
                return new ServiceStatus(
                    _options.InstanceTagValue,
                    release,
                    release is null ? null : $"s3://{_options.ReleaseBucket}/{_options.ReleasePrefix}/{release}.tar.gz",
                    release,
                    record?.Commit,
                    instances.Count,
                    instances.Count(each => each.PingStatus == PingStatus.Online),
                    (await _command.NewestAsync(cancellationToken))?.Status?.Value);
            },
            cancellationToken);

    private async Task<ServiceResult> DeployAsync(Ec2ServicePlan plan, CancellationToken cancellationToken)
    {
        var release = plan.Release.ReleaseId;
        if (plan.IsUnchanged)
        {
            return new ServiceResult(Outcome.Unchanged($"The service {_options.InstanceTagValue} already runs release {release}."), release);
        }

        if (plan.Uploads)
        {
            await _store.UploadAsync(release, plan.Content!, cancellationToken);
            _reporter.Information($"Uploaded the archive of release {release}.");
        }

        var failure = await RunAsync(new Ec2ReleaseRecord(release, plan.Release.Commit, plan.Content), cancellationToken);
        if (failure is null)
        {
            _deployed = release;
            return new ServiceResult(
                Outcome.Succeeded($"The service {_options.InstanceTagValue} runs release {release} on {Count(plan.Instances.Count)}."),
                release);
        }

        var reason = $"Release {release} did not come up ({failure.Reason})";
        if (failure.GoesOn)
        {
            return new ServiceResult(new Outcome(OutcomeKind.Failed, $"{reason}; the instances are left to that command.", failure.Why), null);
        }

        if (plan.PreviousRelease is not { } previous)
        {
            return new ServiceResult(new Outcome(OutcomeKind.Failed, $"{reason}; there is no earlier release to go back to.", failure.Why), null);
        }

        _reporter.Warning($"{reason}; going back to release {previous}.");
        return await BringBackAsync(previous, cancellationToken)
            ? new ServiceResult(new Outcome(OutcomeKind.RolledBack, $"{reason}; the instances say that they run release {previous}.", failure.Why), previous)
            : new ServiceResult(new Outcome(OutcomeKind.Failed, $"{reason}, and release {previous} did not come back either.", failure.Why), null);
    }

    // An error on the way back must not take the evidence of the failure with it.
    private async Task<bool> BringBackAsync(string release, CancellationToken cancellationToken)
    {
        try
        {
            var (isStored, content) = await _store.FindAsync(release, cancellationToken);
            var before = await _store.RecordAsync(cancellationToken);
            var record = before?.Release == release ? before : new Ec2ReleaseRecord(release, null, content);
            return isStored && await RunAsync(record, cancellationToken) is null;
        }
        catch (Exception e) when (e is AmazonServiceException or AmazonClientException or HttpRequestException or FairleadException)
        {
            _reporter.Warning(AwsErrors.Explain(e, $"go back to release {release}").Message);
            return false;
        }
    }

    /// <summary>Deploys a release to all instances and records it. Null when it serves on all of them, as the instances' own marker confirms.</summary>
    private async Task<Failure?> RunAsync(Ec2ReleaseRecord record, CancellationToken cancellationToken)
    {
        var instances = await _command.InstancesAsync(cancellationToken);
        var id = await _command.StartOrJoinAsync(record.Release, cancellationToken);
        var command = await _command.FollowAsync(id, instances.Count, cancellationToken);
        if (command is null || Ec2Command.States[command.Status!] != true)
        {
            var why = await _evidence.OfCommandAsync(id, cancellationToken);
            return command is null
                ? new Failure($"the command {id} did not end in time", why, GoesOn: true)
                : new Failure($"the command {id} is {command.StatusDetails ?? command.Status!.Value}", why, GoesOn: false);
        }

        // Success on nobody is what Systems Manager says when the tag matches nothing.
        if (command.TargetCount is null or 0 || command.CompletedCount < command.TargetCount)
        {
            return new Failure(
                $"the command {id} reached {command.CompletedCount ?? 0} of {command.TargetCount ?? 0} instances",
                await _evidence.OfCommandAsync(id, cancellationToken),
                GoesOn: false);
        }

        var marker = await _store.MarkerAsync(cancellationToken);
        if (marker != record.Release)
        {
            return new Failure(
                $"the instances say that they run {marker ?? "no release"}",
                await _evidence.OfCommandAsync(id, cancellationToken),
                GoesOn: false);
        }

        await _store.WriteRecordAsync(record, cancellationToken);
        return null;
    }

    private static string Count(int instances) => instances == 1 ? "its instance" : $"{instances} instances";

    private sealed record Failure(string Reason, WhyBlock Why, bool GoesOn);
}
