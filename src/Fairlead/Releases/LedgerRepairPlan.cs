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

        /// <summary>Why nobody knows what was written to the place; null when it is known.</summary>
        private string? _unknown;

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
                return $"{damage} The store does not say how old it is, so that somebody may hold it. When nobody deploys, take it away with "
                    + $"aws s3 rm {damage.Object}: the next deploy makes a new one.";
            }

            if (age <= contents.LockLimit)
            {
                return $"{damage} It was written {(long)age.TotalSeconds} s ago, and somebody may hold it. Run "
                    + $"{LedgerDamage.Command} again after {contents.Now - age + contents.LockLimit + TimeSpan.FromSeconds(1):u}.";
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
                    : entry.Release == _current?.RestoredBy
                    ? $"The record of the rollback {entry.Release} is lost, and with it what it said of the databases."
                    : $"Release {entry.Release} can no longer be gone back to: its record is lost.");
            }

            if (PlanCurrent() is { } refusal)
            {
                return refusal;
            }

            PlanIntent();
            PlanCopies();
            if (contents is { Releases: [], Current.ETag: null, Intent.ETag: null } && served.Known.Count > 0)
            {
                _findings.Add($"No release is recorded, although something serves one: {served}. The records are lost, and nothing here brings them back. "
                    + "./build.sh Deploy records anew what it deploys.");
            }

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

            List<ReleaseManifest> usable = [.. contents.Releases.Select(ReadableOf).OfType<ReleaseManifest>().Where(x => MadeCurrentBy(x) is not null)];
            if (usable.Count == 0)
            {
                return choose is null ? PlanBeginning()
                    : $"No release is recorded that could be the current one, and {choose} is not either. Run {LedgerDamage.Command} without --choose.";
            }

            return choose is null ? FindCurrent(problem, usable) : TakeChosen(choose, usable);
        }

        /// <summary>No release can be current any more. What says that one was before it would keep every deploy from beginning.</summary>
        private string? PlanBeginning()
        {
            _current = null;
            foreach (var entry in contents.Releases.Where(x => ReadableOf(x) is { PreviousRelease: not null } or { Outcome: OutcomeKind.Succeeded }))
            {
                _actions.Add(new LedgerRepairAction.MoveAside(
                    Ledger.ManifestName(entry.Release), entry.ManifestETag!, "it names a release before it, and none is recorded that could be current"));
            }

            _findings.Add("No release is recorded that succeeded: the next deploy is the first. ./build.sh Deploy records it.");
            return null;
        }

        /// <summary>The record as it is read when this plan is carried out; null when it is damaged.</summary>
        private static ReleaseManifest? ReadableOf(LedgerEntry entry) => entry.Manifest ?? entry.Unverified;

        private ReleaseManifest? RecordOf(ReleaseId release)
            => contents.Releases.FirstOrDefault(x => x.Release == release) is { } entry ? ReadableOf(entry) : null;

        /// <summary>The release that its record made the current one: what a rollback by hand brought back is that release, and not the record of it. Null for
        /// what did not succeed, and where the record of that release cannot be read: no deploy could begin with it.</summary>
        private ReleaseManifest? MadeCurrentBy(ReleaseManifest record)
            => record.Outcome != OutcomeKind.Succeeded ? null
                : record.Restores is not { } restored ? record
                : RecordOf(restored) is { Outcome: OutcomeKind.Succeeded, Restores: null } target ? target
                : null;

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

        private string? FindCurrent(string problem, List<ReleaseManifest> usable)
        {
            var verified = usable.Where(x => x.Verified).ToList();
            if (served.Known is { Count: > 0 } known && verified.FirstOrDefault(x => known.All(y => y == x.Release || y == x.Restores)) is { } found)
            {
                NameCurrent(found, usable, "it is the newest verified release that is what serves");
                return null;
            }

            var newest = verified.Count == 0
                ? $"No release is recorded as verified; {Names(usable)} succeeded."
                : $"The newest verified releases are {Names(verified)}.";
            return $"{contents.Current.Name} cannot be found again ({problem}): what serves is no verified release, as {served}. {newest} "
                + $"Say which one is current with {LedgerDamage.Command} --choose RELEASE.";
        }

        private string? TakeChosen(ReleaseId release, List<ReleaseManifest> usable)
        {
            var problem = RecordOf(release) switch
            {
                null => $"Release {release} has no record that can be read.",
                { Outcome: not OutcomeKind.Succeeded } failed => $"Release {release} did not succeed: it ended {failed.Outcome}.",
                { Restores: { } restored } record when MadeCurrentBy(record) is null
                    => $"{release} is the record of a rollback to {restored}, whose own record cannot be read.",
                _ => null,
            };
            if (problem is not null)
            {
                return $"{problem} Choose another with {LedgerDamage.Command} --choose RELEASE, such as {Names(usable)}.";
            }

            var chosen = NameCurrent(RecordOf(release)!, usable, "it was chosen");
            if (served.Known.Count == 0 || served.Known.Any(x => x != release && x != chosen))
            {
                _unknown = $"{served}, and {release} was chosen";
            }

            return null;
        }

        private string Names(IEnumerable<ReleaseManifest> records)
            => string.Join(", ", records.Select(x => MadeCurrentBy(x)!.Release).Distinct().Take(Named));

        private ReleaseId NameCurrent(ReleaseManifest found, List<ReleaseManifest> usable, string reason)
        {
            var release = MadeCurrentBy(found)!;

            // What a rollback recorded last is what the databases were at when it ended.
            var record = usable[0].Restores == release.Release ? usable[0] : found;
            _current = new CurrentRelease(release.Release, release.Content, record.Finished) { RestoredBy = record.Restores is null ? null : record.Release };
            _actions.Add(new LedgerRepairAction.NameCurrent(_current, reason));
            return release.Release;
        }

        private void PlanIntent()
        {
            if (contents.Intent is { Damage: { } damage, ETag: { } etag })
            {
                _actions.Add(new LedgerRepairAction.MoveAside(contents.Intent.Name, etag, damage.Reason));
                _unknown ??= "what an interrupted run had noted cannot be read";
            }
            else if (served.Known.FirstOrDefault(x => contents.Releases.All(y => y.Release != x)) is { } stranger)
            {
                _unknown ??= $"{stranger} serves, which no record knows";
            }

            // Without entry points: nobody knows which were written. Never in place of a note that says more.
            if (_unknown is not null && _current is not null && contents.Intent.Value is null)
            {
                var intent = new ReleaseIntent(_current.Release, _current.Content, owner, contents.Now);
                _actions.Add(new LedgerRepairAction.NoteInterruption(intent, _unknown));
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
