using System.Runtime.CompilerServices;
using Fairlead.Deployments.Steps;
using Fairlead.Releases;
using Fairlead.Reporting;
using Fairlead.Secrets;
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
    private ReleaseId? _taken;

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

    /// <summary>Whether this run has noted in the ledger that it goes back, which its record has to take away.</summary>
    internal bool HasNoted { get; private set; }

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
        var holds = before?.Release == current?.Release;
        if (!holds && _to is null)
        {
            throw new FairleadException(
                $"Nothing was changed: another run made release {current?.Release.ToString() ?? "none"} the current one meanwhile.",
                $"Going back was asked for when it was {before?.Release.ToString() ?? "none"}.",
                "Look with ./build.sh Status, and go back from there if that is still wanted.");
        }

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
        HasNoted = true;
        await Deployment.Ledger.WriteIntentAsync(
            new ReleaseIntent(target.Release, target.Content, Deployment.Settings.Who, Deployment.Started) { EntryPoints = paths },
            cancellationToken);
        return holds;
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

    /// <summary>
    /// The releases to go back to in the order in which they are tried, each as the ledger knows it; null for one whose record is lost. Once one is taken it is
    /// the only one: what another run does while this one waits for the lock must not make it go further back.
    /// </summary>
    internal async IAsyncEnumerable<(ReleaseId Release, LedgerEntry? Entry)> CandidatesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if ((_to ?? _taken) is { } known)
        {
            if (await ReadAsync(known, cancellationToken) is { } entry)
            {
                yield return (known, entry);
            }

            yield break;
        }

        if (await Deployment.CurrentAsync(cancellationToken) is not { } current)
        {
            yield break;
        }

        var first = RollbackChain.First(current, (await Deployment.InterruptedAsync(cancellationToken))?.Release);
        if (first is not null)
        {
            yield return (first, await ReadAsync(first, cancellationToken));
        }

        var next = current.PreviousRelease;
        for (var i = 0; next is not null && i < LongestSearch; i++)
        {
            var entry = await ReadAsync(next, cancellationToken);
            if (next != first)
            {
                yield return (next, entry);
            }

            next = RollbackChain.After(next, entry?.Manifest, entry?.Manifest is null ? await Deployment.Ledger.ListAsync(cancellationToken) : []);
        }
    }

    /// <summary>From now on this run goes back to that release, or to none.</summary>
    internal void Take(ReleaseId release) => _taken = release;

    private async Task<LedgerEntry?> ReadAsync(ReleaseId release, CancellationToken cancellationToken)
        => await Deployment.Ledger.ReadEntryAsync(release, cancellationToken) is not { } entry ? null
            : entry is { Manifest: { } manifest }
            ? entry with { Manifest = await Deployment.Records.WithLaterMigrationsAsync(Deployment.Records.WithNamesOfToday(manifest)) }
            : entry;

    /// <summary>The record of this rollback, as it stands now: the earlier release again, under an id of its own.</summary>
    internal async Task<ReleaseManifest> ManifestAsync(Outcome outcome, CancellationToken cancellationToken)
    {
        var target = Deployment.Returning!;
        var current = await Deployment.CurrentAsync(cancellationToken);
        var id = ReleaseId.Create(Deployment.Time.GetUtcNow(), target.Release.Commit, target.Release.IsDirty);
        if ((await Deployment.Ledger.ListAsync(cancellationToken)) is [var newest, ..] && id.CompareTo(newest) <= 0)
        {
            id = ReleaseId.Create(newest.Time.AddSeconds(1), target.Release.Commit, target.Release.IsDirty);
        }

        id = await ReleaseIdentity.FreeAsync(Deployment.Ledger, id, cancellationToken);

        return target with
        {
            // What serves is the earlier code, and its database is at what the later one left.
            Services = target.Services.ToDictionary(x => x.Key, x => Left(x.Value with { Snapshot = null }, current?.Services.GetValueOrDefault(x.Key))),
            Version = ReleaseManifest.CurrentVersion,
            Release = id,
            Restores = target.Release,

            // Neither goes back: the infrastructure stays as it is, and the commits are those of the release that is brought back.
            PlanDigest = current?.PlanDigest,
            TerraformState = await Deployment.TerraformStateAsync(cancellationToken) ?? current?.TerraformState,
            Commits = null,
            PreviousRelease = current?.Release,
            Who = Deployment.Settings.Who,
            Started = Deployment.Started,
            Finished = Deployment.Time.GetUtcNow(),
            Outcome = outcome.Kind,
            Reason = SecretMask.Hide(outcome.Reason),
            Steps = [.. Deployment.Results().Select(x => x.ToRecord())],
            Verified = outcome is { IsSuccess: true, NotSmokeTested: false },
        };
    }

    private static ReleasedService Left(ReleasedService service, ReleasedService? left) => left is null ? service : service with
    {
        PreviousSchemaVersion = null,
        DatabaseSchemaVersion = (left.DatabaseSchemaVersion ?? left.SchemaVersion) is var at && at == service.SchemaVersion ? null : at,
        OldestCompatibleSchema = left.OldestCompatibleSchema,
    };

    private static IEnumerable<string> EntryPoints(ReleaseManifest manifest, string site)
        => manifest.Sites.GetValueOrDefault(site)?.Where(x => x.Value.IsEntryPoint).Select(x => x.Key) ?? [];
}
