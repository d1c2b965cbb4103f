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

    /// <summary>The release that a rollback takes that names none; null when there is none. What was current after it and went back is not it, although it
    /// may be restorable. May be older than those that are listed.</summary>
    public ReleaseHistoryEntry? RollbackTarget { get; init; }

    /// <summary>The records that cannot be read; their releases are not listed.</summary>
    public IReadOnlyList<LedgerDamage> Damage { get; init; } = [];

    /// <param name="ledger">What the ledger knows, in any order.</param>
    /// <param name="current">The release that is current; null when none is.</param>
    /// <param name="looks">What was found to stand against going back to a release, by looking at the place; null for one that nothing stands against. Null
    /// when nobody looked at any.</param>
    /// <param name="interrupted">The release that a run had begun that did not end; null when none was.</param>
    public static ReleaseHistory Of(
        IReadOnlyCollection<LedgerEntry> ledger,
        ReleaseId? current,
        IReadOnlyDictionary<ReleaseId, string?>? looks = null,
        ReleaseId? interrupted = null)
    {
        var byId = new Dictionary<ReleaseId, ReleaseManifest>();
        var firstWithContent = new Dictionary<ContentDigest, ReleaseId>();
        List<LedgerEntry> oldestFirst = [.. ledger.Where(x => x.Manifest is not null).OrderBy(x => x.Release)];
        var serves = oldestFirst.Find(x => x.Release == current)?.Manifest;
        var releases = new List<ReleaseHistoryEntry>(oldestFirst.Count);
        foreach (var entry in oldestFirst)
        {
            var manifest = entry.Manifest!;
            releases.Add(new ReleaseHistoryEntry(manifest, ReleaseDifference.Between(Before(manifest), manifest))
            {
                IsCurrent = manifest == serves,
                SameContentAs = manifest.Restores ?? firstWithContent.GetValueOrDefault(manifest.Content),
                WhyNotRestorable = WhyNotRestorable(entry, serves) ?? looks?.GetValueOrDefault(entry.Release),
                IsLookedAt = looks?.ContainsKey(entry.Release),
            });
            byId[manifest.Release] = manifest;
            if (manifest.Outcome is OutcomeKind.Succeeded)
            {
                firstWithContent.TryAdd(manifest.Content, manifest.Release);
            }
        }

        releases.Reverse();
        MarkSchemas(releases);
        return new ReleaseHistory
        {
            Releases = releases,
            Current = releases.Find(x => x.IsCurrent),
            RollbackTarget = TargetOf(releases, serves, interrupted),
            Place = releases.Count == 0 ? null : releases[0].Manifest.Where,
            Damage = [.. ledger.OrderByDescending(x => x.Release).Select(x => x.Damage).OfType<LedgerDamage>()],
        };

        // A release says which one was current before; only an older one can have been.
        ReleaseManifest? Before(ReleaseManifest manifest) => manifest.PreviousRelease is { } previous ? byId.GetValueOrDefault(previous) : null;
    }

    /// <summary>What <see cref="RequestedRollback"/> takes.</summary>
    private static ReleaseHistoryEntry? TargetOf(List<ReleaseHistoryEntry> releases, ReleaseManifest? serves, ReleaseId? interrupted)
    {
        if (serves is null)
        {
            return null;
        }

        var byId = releases.ToDictionary(x => x.Release);
        if (RollbackChain.First(serves, interrupted) is { } first && byId.GetValueOrDefault(first) is { } begun && (begun.IsCurrent || begun.IsRestorable))
        {
            return begun;
        }

        for (var next = serves.PreviousRelease; next is not null;)
        {
            var entry = byId.GetValueOrDefault(next);
            if (entry is { IsRestorable: true })
            {
                return entry;
            }

            next = RollbackChain.After(next, entry?.Manifest, byId.Keys);
        }

        return null;
    }

    private static string? WhyNotRestorable(LedgerEntry entry, ReleaseManifest? serves)
    {
        if (serves is null)
        {
            return "No release is current, or its record is not there.";
        }

        if (entry.Release == serves.Release)
        {
            return "It is the current release.";
        }

        var plan = RollbackPlan.To(serves, entry);
        return plan.Refusal ?? (plan.IsEmpty ? "Everything of it serves already." : null);
    }

    /// <summary>A migration stays, also that of a release that failed after it: every later one whose migration ran has a say.</summary>
    private static void MarkSchemas(List<ReleaseHistoryEntry> newestFirst)
    {
        var migrated = new List<(ReleaseManifest Manifest, string Service)>();
        for (var i = 0; i < newestFirst.Count; i++)
        {
            var entry = newestFirst[i];
            if (entry.IsRestorable)
            {
                var problem = migrated.Select(x => RollbackPlan.SchemaProblem(x.Manifest, entry.Manifest, x.Service)).FirstOrDefault(x => x is not null);
                newestFirst[i] = entry with { WhyNotRestorable = problem };
            }

            // What has no oldest schema has nothing to say.
            migrated.AddRange(entry.Manifest.Services
                .Where(x => x.Value.OldestCompatibleSchema is not null && HasMigrated(entry.Manifest, x.Key))
                .Select(x => (entry.Manifest, x.Key)));
        }

        static bool HasMigrated(ReleaseManifest manifest, string service)
            => manifest.Outcome == OutcomeKind.Succeeded || RecordedSteps.Migration(manifest, service)?.Outcome == OutcomeKind.Succeeded;
    }
}
