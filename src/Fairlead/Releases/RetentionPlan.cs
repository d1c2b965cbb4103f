namespace Fairlead.Releases;

/// <summary>Which releases stay restorable, and what goes with the others. Pure: it does nothing by itself.</summary>
/// <param name="Kept">The releases that stay as they are, newest first, and why.</param>
/// <param name="Pruned">
/// The releases that go, oldest first, which is the order to do it in. What several of them refer to goes with the newest of them, so that a run that was
/// interrupted has taken nothing from a release that it had not come to. Releases that were pruned before are not in it.
/// </param>
/// <param name="Refusal">Why nothing may be taken away, as a sentence; null when it may.</param>
public sealed record RetentionPlan(IReadOnlyList<KeptRelease> Kept, IReadOnlyList<PrunedRelease> Pruned, string? Refusal)
{
    /// <summary>How many releases stay restorable where nobody says.</summary>
    public const int DefaultKeep = 10;

    /// <param name="releases">Everything that the ledger records.</param>
    /// <param name="current">The current release; null before the first.</param>
    /// <param name="serving">What serves now, by whatever says so: pages, services.</param>
    /// <param name="interrupted">The release that is being made, or was when its run was killed; null when none.</param>
    /// <param name="keep">How many verified releases stay. Where fewer were ever verified, the newest that succeeded fill up.</param>
    public static RetentionPlan Create(
        IReadOnlyCollection<LedgerEntry> releases,
        ReleaseId? current,
        IReadOnlyCollection<ReleaseId> serving,
        ReleaseId? interrupted = null,
        int keep = DefaultKeep)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(keep, 1);
        if (releases.FirstOrDefault(x => x.Damage is not null) is { Damage: { } damage })
        {
            // What it refers to is not known, so that nothing can be said to be referred to by nobody.
            return new RetentionPlan([], [], $"Nothing is pruned, because {Lower(damage.ToString())}");
        }

        if (current is null)
        {
            return new RetentionPlan([], [], "Nothing is pruned, because no release is current.");
        }

        if (releases.All(x => x.Release != current))
        {
            return new RetentionPlan([], [], $"Nothing is pruned, because the current release {current} has no record.");
        }

        if (interrupted is not null && releases.All(x => x.Release != interrupted))
        {
            return new RetentionPlan([], [], $"Nothing is pruned, because release {interrupted} was begun and has no record: deploy, or roll back, first.");
        }

        if (serving.FirstOrDefault(x => releases.All(y => y.Release != x)) is { } unknown)
        {
            return new RetentionPlan([], [], $"Nothing is pruned, because release {unknown} serves and has no record: what it needs is not known.");
        }

        var kept = new SortedDictionary<ReleaseId, string>();
        var manifests = releases.Where(x => !x.IsPruned).Select(x => x.Manifest!).OrderByDescending(x => x.Release).ToList();
        foreach (var manifest in manifests.Where(x => x is { Outcome: OutcomeKind.Succeeded, Verified: true, Restores: null }).Take(keep))
        {
            kept[manifest.Release] = "verified";
        }

        var unseen = manifests.Where(x => x is { Outcome: OutcomeKind.Succeeded, Verified: false, Restores: null });
        foreach (var manifest in unseen.Take(Math.Max(0, keep - kept.Count)))
        {
            kept[manifest.Release] = "succeeded, not smoke-tested";
        }

        foreach (var release in serving)
        {
            kept[release] = "serves";
        }

        if (interrupted is not null && releases.Any(x => x.Release == interrupted))
        {
            kept[interrupted] = "was interrupted";
        }

        kept[current] = "current";

        // What a rollback by hand made of an earlier release stays that one's: its pages and services name it.
        foreach (var manifest in releases.Select(x => x.Manifest!).Where(x => kept.ContainsKey(x.Release) && x.Restores is not null).ToList())
        {
            kept.TryAdd(manifest.Restores!, $"{manifest.Release} brought it back");
        }

        var needed = new Needed(releases.Where(x => kept.ContainsKey(x.Release)).Select(x => x.Manifest!));
        var pruned = new List<PrunedRelease>();
        foreach (var manifest in manifests.Where(x => !kept.ContainsKey(x.Release)))
        {
            // Newest first, and what was named is needed by nobody older: it goes once.
            pruned.Add(needed.Take(manifest));
        }

        pruned.Reverse();
        return new RetentionPlan([.. kept.Reverse().Select(x => new KeptRelease(x.Key, x.Value))], pruned, null);
    }

    public override string ToString()
    {
        if (Refusal is not null)
        {
            return Refusal;
        }

        if (Pruned.Count == 0)
        {
            return $"Nothing is to be pruned; {Count(Kept.Count, "release")} can be gone back to or serve.";
        }

        var kept = string.Join(", ", Kept.Select(x => $"{x.Release} ({x.Reason})"));
        var lines = new List<string> { $"{Count(Pruned.Count, "release")} can no longer be gone back to; kept: {kept}." };
        foreach (var release in Pruned)
        {
            lines.Add($"{release.Release}:");
            Add("copy of", release.EntryPointCopies);
            Add("revision", release.Revisions);
            Add("image", release.Images);
            Add("asset", release.Assets);
            if (lines[^1].EndsWith(':'))
            {
                lines.Add("  nothing that no other release needs");
            }
        }

        return string.Join('\n', lines);

        void Add(string kind, IReadOnlyDictionary<string, IReadOnlyList<string>> parts)
            => lines.AddRange(parts.SelectMany(part => part.Value.Select(x => $"  {kind} {x} of {part.Key}")));
    }

    private static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";

    private static string Lower(string sentence) => char.ToLowerInvariant(sentence[0]) + sentence[1..];

    /// <summary>What may not go. By digest, revision and key alone, whichever part refers to it: two services may share a repository, two sites a bucket, and
    /// parts are given other names.</summary>
    private sealed class Needed
    {
        private readonly HashSet<string> _images = new(StringComparer.Ordinal);
        private readonly HashSet<string> _revisions = new(StringComparer.Ordinal);
        private readonly HashSet<string> _keys = new(StringComparer.Ordinal);

        public Needed(IEnumerable<ReleaseManifest> kept)
        {
            foreach (var manifest in kept)
            {
                _images.UnionWith(manifest.Services.Values.Select(x => x.ImageDigest).OfType<string>());
                _revisions.UnionWith(manifest.Services.Values.SelectMany(x => new[] { x.Revision, x.PreviousRevision }).OfType<string>());
                _keys.UnionWith(manifest.Sites.Values.SelectMany(x => x.Keys));
            }
        }

        public PrunedRelease Take(ReleaseManifest manifest) => new(manifest.Release)
        {
            EntryPointCopies = Parts(manifest.Sites, x => x.Where(y => y.Value.IsEntryPoint).Select(y => y.Key)),
            Images = Parts(manifest.Services, x => Take(_images, x.ImageDigest)),
            Revisions = Parts(manifest.Services, x => Take(_revisions, x.Revision)),
            Assets = Parts(manifest.Sites, x => x.Where(y => !y.Value.IsEntryPoint).SelectMany(y => Take(_keys, y.Key))),
        };

        private static IEnumerable<string> Take(HashSet<string> needed, string? value) => value is not null && needed.Add(value) ? [value] : [];

        private static SortedDictionary<string, IReadOnlyList<string>> Parts<T>(IReadOnlyDictionary<string, T> parts, Func<T, IEnumerable<string>> select)
        {
            var selected = new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
            foreach (var (name, value) in parts.OrderBy(x => x.Key, StringComparer.Ordinal))
            {
                if (select(value).Order(StringComparer.Ordinal).ToList() is { Count: > 0 } found)
                {
                    selected[name] = found;
                }
            }

            return selected;
        }
    }
}
