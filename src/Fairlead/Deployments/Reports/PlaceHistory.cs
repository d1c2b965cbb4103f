using Fairlead.Releases;
using Fairlead.Reporting;

namespace Fairlead.Deployments.Reports;

/// <summary>Reads the releases of a place from its ledger, and asks the place whether those that can be gone back to by their records really can. Reads only.
/// </summary>
public sealed class PlaceHistory
{
    /// <summary>How many releases are looked at, however many are told: each takes a listing a site and one or two requests a service.</summary>
    public const int MostLookedAt = 20;

    // What a release changed is told against an earlier one.
    private const int Before = 20;

    // As far as a rollback searches that names no release.
    private const int LongestSearch = 50;
    private const int LooksAtOnce = 5;

    private readonly Deployment _deployment;
    private readonly IReporter _reporter;
    private readonly Dictionary<ReleaseId, string?> _looks = [];

    /// <param name="place">The place.</param>
    /// <param name="settings">What the user says.</param>
    /// <param name="reporter">Is told what could not be asked.</param>
    /// <param name="time">The clock.</param>
    public PlaceHistory(Place place, DeploymentSettings settings, IReporter reporter, TimeProvider time)
        => (_deployment, _reporter) = (new Deployment(place, ReleaseParts.Of(place.Outputs), settings, reporter, time), reporter);

    /// <param name="count">How many releases are told, the newest first.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="FairleadException">The ledger cannot be read, or what it says of the current release is damaged.</exception>
    public async Task<ReleaseHistory> ReadAsync(int count, CancellationToken cancellationToken)
    {
        var ledger = _deployment.Ledger;
        var entries = (await ledger.ListReleasesAsync(count + Before, cancellationToken)).Select(Today).ToList();
        var current = (await ledger.ReadCurrentAsync(cancellationToken))?.Release;
        await AddWayBackAsync(entries, current, cancellationToken);
        var interrupted = await InterruptedAsync(cancellationToken);
        var history = ReleaseHistory.Of(entries, current, _looks, interrupted?.Release);
        await LookAsync(
            [.. history.Releases.Take(count).Where(x => x.IsRestorable).Take(MostLookedAt)], entries, interrupted is not null, cancellationToken);
        history = ReleaseHistory.Of(entries, current, _looks, interrupted?.Release);

        // The one that is recommended is not always among the newest.
        for (var i = 0; i < MostLookedAt && history.RollbackTarget is { IsRestorable: true, IsLookedAt: false } target; i++)
        {
            await LookAsync([target], entries, interrupted is not null, cancellationToken);
            history = ReleaseHistory.Of(entries, current, _looks, interrupted?.Release);
        }

        return history with { Releases = [.. history.Releases.Take(count)] };
    }

    /// <summary>The current release and those before it, as far as the first that can be gone back to by its record, may be older than what is told.</summary>
    private async Task AddWayBackAsync(List<LedgerEntry> entries, ReleaseId? current, CancellationToken cancellationToken)
    {
        var next = current;
        for (var i = 0; next is not null && i < LongestSearch; i++)
        {
            var entry = entries.Find(x => x.Release == next);
            if (entry is null && await _deployment.Ledger.ReadEntryAsync(next, cancellationToken) is { } older)
            {
                entries.Add(entry = Today(older));
            }

            if (next != current && entry is { IsPruned: false, Manifest: { Outcome: OutcomeKind.Succeeded, Restores: null } manifest }
                && RollbackChain.WasSeenAsFarAsCanBe(manifest))
            {
                return;
            }

            next = RollbackChain.After(next, entry?.Manifest, entries.Select(x => x.Release));
        }
    }

    /// <summary>Under the names of today, so that a part that was given another name is not taken for another part.</summary>
    private LedgerEntry Today(LedgerEntry entry)
        => entry is { Manifest: { } manifest } ? entry with { Manifest = _deployment.Records.WithNamesOfToday(manifest) } : entry;

    private async Task<ReleaseIntent?> InterruptedAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _deployment.InterruptedAsync(cancellationToken);
        }
        catch (FairleadException exception)
        {
            _reporter.Warning(exception.Message);
            return null;
        }
    }

    private async Task LookAsync(
        IReadOnlyList<ReleaseHistoryEntry> releases, List<LedgerEntry> entries, bool isInterrupted, CancellationToken cancellationToken)
    {
        foreach (var some in releases.Chunk(LooksAtOnce))
        {
            var looks = some.Select(x => (x.Release, Problem: FindProblemAsync(entries.First(y => y.Release == x.Release), isInterrupted, cancellationToken)));
            foreach (var (release, problem) in looks.ToList())
            {
                try
                {
                    _looks[release] = await problem;
                }
                catch (FairleadException exception)
                {
                    _reporter.Warning($"Whether release {release} can be gone back to could not be asked. {exception.Message}");
                }
            }
        }
    }

    /// <summary>What stands against going back to a release; null when nothing does.</summary>
    private async Task<string?> FindProblemAsync(LedgerEntry entry, bool isInterrupted, CancellationToken cancellationToken)
    {
        var target = entry.Manifest!;
        var current = await _deployment.CurrentAsync(cancellationToken);
        var plan = RollbackPlan.To(current!, entry);
        return plan.Refusal ?? string.Join(
            ' ',

            // After a run that did not end everything is written anew.
            await RollbackReadiness.FindProblemsAsync(_deployment, target, isInterrupted ? null : plan, cancellationToken, readsCopies: false)) switch
        {
            "" => null,
            var problems => problems,
        };
    }
}
