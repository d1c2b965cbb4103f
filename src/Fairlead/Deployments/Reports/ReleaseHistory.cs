using Fairlead.Releases;

namespace Fairlead.Deployments.Reports;

/// <summary>The releases of a place, from their records: what each changed, how it ended, and what can be gone back to. Pure.</summary>
public sealed record ReleaseHistory
{
    /// <summary>Newest first.</summary>
    public required IReadOnlyList<ReleaseHistoryEntry> Releases { get; init; }

    /// <summary>The release that was deployed last and did not fail; null before the first, and when its record is not there.</summary>
    public ReleaseHistoryEntry? Current { get; init; }

    /// <summary>Where they went, as the newest record says; null when there is none.</summary>
    public ReleasePlace? Place { get; init; }

    /// <summary>The newest release that can be gone back to; null when there is none.</summary>
    public ReleaseHistoryEntry? RollbackTarget => Releases.FirstOrDefault(x => x.IsRestorable);

    /// <param name="manifests">The records, in any order.</param>
    /// <param name="current">The release that is current; null when none is.</param>
    /// <param name="keep">How many verified releases stay restorable, the current one among them: of earlier ones, images and copies may be gone.</param>
    /// <param name="problems">What was found to stand against going back to a release, by looking at the place; null when nobody looked.</param>
    public static ReleaseHistory Of(
        IReadOnlyList<ReleaseManifest> manifests,
        ReleaseId? current,
        int keep = 10,
        IReadOnlyDictionary<ReleaseId, string>? problems = null)
    {
        var byId = new Dictionary<ReleaseId, ReleaseManifest>();
        var firstWithContent = new Dictionary<ContentDigest, ReleaseId>();
        List<ReleaseManifest> oldestFirst = [.. manifests.DistinctBy(x => x.Release).OrderBy(x => x.Release)];
        var entries = new List<ReleaseHistoryEntry>(oldestFirst.Count);
        foreach (var manifest in oldestFirst)
        {
            entries.Add(new ReleaseHistoryEntry(manifest, ReleaseDifference.Between(Before(manifest), manifest))
            {
                IsCurrent = manifest.Release == current,
                SameContentAs = firstWithContent.GetValueOrDefault(manifest.Content),
            });
            byId[manifest.Release] = manifest;
            if (manifest.Outcome is OutcomeKind.Succeeded)
            {
                firstWithContent.TryAdd(manifest.Content, manifest.Release);
            }
        }

        entries.Reverse();
        MarkRestorable(entries, keep, problems);
        return new ReleaseHistory
        {
            Releases = entries,
            Current = entries.Find(x => x.IsCurrent),
            Place = entries.Count == 0 ? null : entries[0].Manifest.Where,
        };

        // A release says which one was current before; only an older one can have been.
        ReleaseManifest? Before(ReleaseManifest manifest) => manifest.PreviousRelease is { } previous ? byId.GetValueOrDefault(previous) : null;
    }

    private static void MarkRestorable(List<ReleaseHistoryEntry> newestFirst, int keep, IReadOnlyDictionary<ReleaseId, string>? problems)
    {
        var verified = 0;
        for (var i = 0; i < newestFirst.Count; i++)
        {
            var entry = newestFirst[i];
            verified += entry.Manifest.Verified ? 1 : 0;
            var reason = entry.IsCurrent ? "It is the current release."
                : entry.Manifest.Outcome is OutcomeKind.Failed or OutcomeKind.RolledBack ? "It did not succeed."
                : !entry.Manifest.Verified ? "It was never seen to serve: it was not smoke-tested."
                : verified > keep ? $"It is older than the last {keep} verified releases, of which everything is kept."
                : SchemaProblem(newestFirst.Take(i), entry.Manifest) ?? problems?.GetValueOrDefault(entry.Manifest.Release);
            newestFirst[i] = entry with { WhyNotRestorable = reason };
        }
    }

    /// <summary>A migration stays, also that of a release that failed afterwards: every later one whose migration ran has a say.</summary>
    private static string? SchemaProblem(IEnumerable<ReleaseHistoryEntry> later, ReleaseManifest earlier)
    {
        foreach (var entry in later)
        {
            foreach (var service in entry.Manifest.Services.Keys)
            {
                var hasMigrated = entry.Manifest.Outcome == OutcomeKind.Succeeded
                    || RecordedSteps.Migration(entry.Manifest, service)?.Outcome == OutcomeKind.Succeeded;
                if (hasMigrated && RollbackPlan.SchemaProblem(entry.Manifest, earlier, service) is { } problem)
                {
                    return problem;
                }
            }
        }

        return null;
    }
}
