namespace Fairlead.Releases;

/// <summary>How a damaged ledger is mended. Pure: it does nothing by itself.</summary>
/// <param name="Findings">What is wrong and stays so, each as a sentence.</param>
/// <param name="Actions">What to do, in order; empty when refused, or when nothing is wrong.</param>
/// <param name="Refusal">Why nothing is done, and what to do about that; null when it can be done.</param>
public sealed record LedgerRepairPlan(IReadOnlyList<string> Findings, IReadOnlyList<LedgerRepairAction> Actions, string? Refusal)
{
    private const int Named = 3;

    /// <summary>Nothing is wrong.</summary>
    public bool IsEmpty => Refusal is null && Actions.Count == 0 && Findings.Count == 0;

    /// <param name="contents">What is in the ledger.</param>
    /// <param name="served">What serves, as it was asked.</param>
    /// <param name="choose">The release that the user says is current, where it cannot be found; null for none.</param>
    /// <param name="owner">Who mends: <c>user@host</c>.</param>
    public static LedgerRepairPlan Create(LedgerContents contents, ServedReleases served, ReleaseId? choose, string owner)
        => new Planner(contents, served, choose, owner).Plan();

    public override string ToString()
        => Refusal is not null ? $"The ledger is not mended. {Refusal}"
            : IsEmpty ? "Nothing is wrong with the ledger."
            : string.Join('\n', Actions.Select((x, i) => $"{i + 1}. {x}").Concat(Findings));

    private sealed class Planner(LedgerContents contents, ServedReleases served, ReleaseId? choose, string owner)
    {
        private readonly List<string> _findings = [];
        private readonly List<LedgerRepairAction> _actions = [];
        private CurrentRelease? _current = contents.Current.Value;

        public LedgerRepairPlan Plan()
        {
            var refusal = FindNewer() ?? PlanLock() ?? PlanReleases();
            return refusal is null ? new LedgerRepairPlan(_findings, _actions, null) : new LedgerRepairPlan([], [], refusal);
        }

        private IEnumerable<LedgerDamage> Damages
            => new[] { contents.Current.Damage, contents.Intent.Damage, contents.Lock.Damage }
                .Concat(contents.Releases.Select(x => x.Damage)).OfType<LedgerDamage>();

        // Not broken, and not ours to move: the program that wrote it still reads it.
        private string? FindNewer() => Damages.FirstOrDefault(x => x.IsNewer) is { } newer ? $"{newer} Use the newer Fairlead here, too." : null;

        private string? PlanLock()
        {
            if (contents.Lock is not { Damage: { } damage, ETag: { } etag })
            {
                return null;
            }

            if (contents.LockAge is not { } age)
            {
                return $"{damage} The store does not say how old it is, so that somebody may hold it. When nobody deploys, delete it: the next deploy makes "
                    + "a new one.";
            }

            if (age <= contents.LockLimit)
            {
                return $"{damage} It was written {(long)age.TotalSeconds} s ago, and somebody may hold it. Run this again after "
                    + $"{contents.Now - age + contents.LockLimit + TimeSpan.FromSeconds(1):u}.";
            }

            _actions.Add(new LedgerRepairAction.ReplaceLock(etag, contents.NextFence));
            return null;
        }

        private string? PlanReleases()
        {
            foreach (var entry in contents.Releases.Where(x => x.Damage is not null))
            {
                var name = entry.IsOfVerification ? Ledger.VerificationName(entry.Release) : Ledger.ManifestName(entry.Release);
                _actions.Add(new LedgerRepairAction.MoveAside(name, entry.ETag!, entry.Damage!.Reason));
                _findings.Add(entry.IsOfVerification
                    ? $"Release {entry.Release} does not count as verified until a deploy sees it serve again."
                    : $"Release {entry.Release} can no longer be gone back to: its record is lost.");
            }

            if (PlanCurrent() is { } refusal)
            {
                return refusal;
            }

            PlanIntent();
            PlanCopies();
            return null;
        }

        private string? PlanCurrent()
        {
            if (FindCurrentProblem() is not { } problem)
            {
                return choose is null || choose == _current?.Release
                    ? null
                    : $"Nothing is wrong with the current release, {_current?.Release.ToString() ?? "none"}. "
                        + $"Go to another with ./build.sh Rollback --to {choose}.";
            }

            if (contents.Current.ETag is { } etag)
            {
                _actions.Add(new LedgerRepairAction.MoveAside(contents.Current.Name, etag, problem));
            }

            var usable = contents.Releases.Where(x => x.Manifest is { Outcome: OutcomeKind.Succeeded } || x.IsOfVerification).ToList();
            if (usable.Count == 0)
            {
                _current = null;
                _findings.Add("No release is recorded that succeeded: the next deploy is the first.");
                return null;
            }

            return choose is null ? FindCurrent(problem) : TakeChosen(choose);
        }

        /// <summary>Why the pointer to the current release cannot be used; null when it can, or when there need not be one.</summary>
        private string? FindCurrentProblem()
        {
            if (contents.Current.Damage is { } damage)
            {
                return damage.Reason;
            }

            if (contents.Current.Value is { } current)
            {
                var entry = contents.Releases.FirstOrDefault(x => x.Release == current.Release);
                return entry is null ? $"it names {current.Release}, whose record is lost"
                    : entry is { Damage: not null, IsOfVerification: false } ? $"it names {current.Release}, whose record is damaged"
                    : null;
            }

            return Ledger.NeedsCurrent(contents.Releases.FirstOrDefault(), contents.Intent.Value?.Release) ? "it is lost" : null;
        }

        private string? FindCurrent(string problem)
        {
            var verified = contents.Releases.Select(x => x.Manifest).OfType<ReleaseManifest>().Where(x => x.Verified).ToList();
            if (served.Known is { Count: > 0 } known && verified.FirstOrDefault(x => known.All(y => y == x.Release || y == x.Restores)) is { } found)
            {
                NameCurrent(found, "it is the newest verified release that is what serves");
                return null;
            }

            var newest = verified.Count == 0
                ? "No release is recorded as verified."
                : $"The newest verified releases are {string.Join(", ", verified.Take(Named).Select(x => x.Release))}.";
            return $"{contents.Current.Name} cannot be found again ({problem}): what serves is no verified release, as {served}. {newest} "
                + $"Say which one is current with {LedgerDamage.Command} --choose RELEASE.";
        }

        private string? TakeChosen(ReleaseId release)
        {
            if (contents.Releases.FirstOrDefault(x => x.Release == release)?.Manifest is not { } manifest)
            {
                return $"Release {release} has no record that can be read. Choose another.";
            }

            if (manifest.Outcome != OutcomeKind.Succeeded)
            {
                return $"Release {release} did not succeed: it ended {manifest.Outcome}. Choose another.";
            }

            NameCurrent(manifest, "it was chosen");
            if (served.Known.Count == 0 || served.Known.Any(x => x != release && x != manifest.Restores))
            {
                Note($"{served}, and {release} was chosen");
            }

            return null;
        }

        private void NameCurrent(ReleaseManifest manifest, string reason)
        {
            // What a rollback by hand brought back is that release, and not the record of it.
            _current = new CurrentRelease(manifest.Restores ?? manifest.Release, manifest.Content, manifest.Finished);
            _actions.Add(new LedgerRepairAction.NameCurrent(_current, reason));
        }

        private void PlanIntent()
        {
            if (contents.Intent is { Damage: { } damage, ETag: { } etag })
            {
                _actions.Add(new LedgerRepairAction.MoveAside(contents.Intent.Name, etag, damage.Reason));
                Note("what an interrupted run had noted cannot be read");
            }
            else if (contents.Intent.Value is null && served.Known.FirstOrDefault(x => contents.Releases.All(y => y.Release != x)) is { } unknown)
            {
                Note($"{unknown} serves, which no record knows");
            }
        }

        /// <summary>An intent without entry points: nobody knows which were written. Never in place of one that says more.</summary>
        private void Note(string reason)
        {
            if (_current is not null && contents.Intent.Value is null && !_actions.Any(x => x is LedgerRepairAction.NoteInterruption))
            {
                var intent = new ReleaseIntent(_current.Release, _current.Content, owner, contents.Now);
                _actions.Add(new LedgerRepairAction.NoteInterruption(intent, reason));
            }
        }

        private void PlanCopies()
        {
            foreach (var copy in contents.Copies)
            {
                if (copy.ETag is { } etag)
                {
                    _actions.Add(new LedgerRepairAction.MoveAside(Ledger.EntryPointName(copy.Release, copy.Site, copy.Path), etag, copy.Damage.Reason));
                }

                if (copy.Live is { } live)
                {
                    _actions.Add(new LedgerRepairAction.KeepCopy(copy.Release, copy.Site, copy.Path, live));
                }
                else
                {
                    _findings.Add($"Release {copy.Release} can no longer be gone back to: the copy of {copy.Path} of {copy.Site} is lost.");
                }
            }
        }
    }
}
