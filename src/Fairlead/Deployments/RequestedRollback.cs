using Fairlead.Deployments.Steps;
using Fairlead.Releases;
using Fairlead.Reporting;
using Fairlead.Verification;

namespace Fairlead.Deployments;

/// <summary>
/// Goes back to an earlier release because somebody asks for it: pages, edge and services together, verified by the same checks, recorded in the ledger.
/// Needs nothing of the build. What current.json names afterwards is the earlier release itself, so that a deploy of its content changes nothing.
/// </summary>
public sealed class RequestedRollback : IRunScope
{
    // Failed releases are not in the chain, so this many in a row that nobody saw serve is a place that nobody tests.
    private const int LongestSearch = 50;

    private readonly ReleaseId? _to;

    /// <param name="place">The place.</param>
    /// <param name="to">The release to go back to; null for the last that was seen to serve.</param>
    /// <param name="settings">What the user says.</param>
    /// <param name="reporter">Is told what happens.</param>
    /// <param name="time">The clock.</param>
    public RequestedRollback(Place place, ReleaseId? to, DeploymentSettings settings, IReporter reporter, TimeProvider time)
    {
        _to = to;
        Deployment = new Deployment(place, ReleaseParts.Of(place.Outputs), settings, reporter, time);
    }

    /// <summary>Its place and parts, and the release that it goes back to.</summary>
    public Deployment Deployment { get; }

    /// <summary>What it does, in order.</summary>
    public IReadOnlyList<ReleaseStep> Steps(IReadOnlyList<SmokeCheck> checks)
        => [new GoBackStep(this), new SmokeTestStep(Deployment, checks), new RecordRollbackStep(this)];

    /// <inheritdoc/>
    public Task<IRunLock> LockAsync(CancellationToken cancellationToken) => Deployment.LockAsync(cancellationToken);

    /// <inheritdoc/>
    public async Task<bool> BeginAsync(Effects effects, CancellationToken cancellationToken)
    {
        var before = await Deployment.CurrentAsync(cancellationToken);
        Deployment.Forget();
        var current = await Deployment.CurrentAsync(cancellationToken);
        var interrupted = await Deployment.InterruptedAsync(cancellationToken);
        var target = Deployment.Returning!;
        var paths = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var site in Deployment.Sites)
        {
            paths[site.Name] =
            [
                .. new[] { target, current }.OfType<ReleaseManifest>().SelectMany(x => EntryPoints(x, site.Name))
                    .Union(interrupted?.EntryPoints?.GetValueOrDefault(site.Name) ?? [])
                    .Order(StringComparer.Ordinal),
            ];
        }

        Deployment.Reporter.Information($"Going back to release {target.Release}.");
        await Deployment.Ledger.WriteIntentAsync(
            new ReleaseIntent(target.Release, target.Content, Deployment.Settings.Who, Deployment.Started) { EntryPoints = paths },
            cancellationToken);
        return before?.Release == current?.Release;
    }

    /// <inheritdoc/>
    public async Task<Outcome> RollBackAsync(Outcome failure, IReadOnlySet<Touch> touched, Effects effects, CancellationToken cancellationToken)
        => failure with
        {
            Kind = OutcomeKind.Failed,
            Reason = $"{failure.Reason} {await ServedNow.DescribeAsync(Deployment, cancellationToken)} Run Rollback again when the cause is mended.",
        };

    /// <inheritdoc/>
    public async Task RecordFailureAsync(Outcome failure, Effects effects, CancellationToken cancellationToken)
        => await Deployment.Ledger.RecordAsync(await ManifestAsync(failure, cancellationToken), cancellationToken);

    /// <summary>The release to go back to, as the ledger knows it; null when there is none.</summary>
    internal async Task<LedgerEntry?> FindTargetAsync(CancellationToken cancellationToken)
    {
        if (_to is not null)
        {
            return await Deployment.Ledger.ReadEntryAsync(_to, cancellationToken);
        }

        if (await Deployment.CurrentAsync(cancellationToken) is not { } current)
        {
            return null;
        }

        if (WasSeenAsFarAsCanBe(current) && await Deployment.InterruptedAsync(cancellationToken) is not null)
        {
            // A run that did not end is what serves or half serves: the last release that was seen to serve is the current one.
            return await Deployment.Ledger.ReadEntryAsync(current.Release, cancellationToken);
        }

        var next = current.PreviousRelease;
        for (var i = 0; next is not null && i < LongestSearch; i++)
        {
            var entry = await Deployment.Ledger.ReadEntryAsync(next, cancellationToken);
            if (entry is null || (entry is { Manifest: { Outcome: OutcomeKind.Succeeded } manifest, IsPruned: false } && WasSeenAsFarAsCanBe(manifest)))
            {
                return entry;
            }

            next = entry.Manifest?.PreviousRelease;
        }

        return null;
    }

    /// <summary>The record of this rollback, as it stands now: the earlier release again, under an id of its own.</summary>
    internal async Task<ReleaseManifest> ManifestAsync(Outcome outcome, CancellationToken cancellationToken)
    {
        var target = Deployment.Returning!;
        var current = await Deployment.CurrentAsync(cancellationToken);
        var id = ReleaseId.Create(Deployment.Time.GetUtcNow(), target.Commit);
        if (current is not null && id.CompareTo(current.Release) <= 0)
        {
            id = ReleaseId.Create(current.Release.Time.AddSeconds(1), target.Commit);
        }

        id = await ReleaseIdentity.FreeAsync(Deployment.Ledger, id, cancellationToken);

        return target with
        {
            Version = ReleaseManifest.CurrentVersion,
            Release = id,
            Restores = target.Release,
            PreviousRelease = current?.Release,
            Who = Deployment.Settings.Who,
            Started = Deployment.Started,
            Finished = Deployment.Time.GetUtcNow(),
            Outcome = outcome.Kind,
            Reason = outcome.Reason,
            Steps = [.. Deployment.Results().Select(x => x.ToRecord())],
            Verified = outcome is { IsSuccess: true, NotSmokeTested: false },
        };
    }

    /// <summary>Where nobody can ask anything, what the host says is all that there is to see.</summary>
    private static bool WasSeenAsFarAsCanBe(ReleaseManifest release) => release.Verified || release.Where.PublicUrl is null;

    private static IEnumerable<string> EntryPoints(ReleaseManifest manifest, string site)
        => manifest.Sites.GetValueOrDefault(site)?.Where(x => x.Value.IsEntryPoint).Select(x => x.Key) ?? [];
}
