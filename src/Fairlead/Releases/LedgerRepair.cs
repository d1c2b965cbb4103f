using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Fairlead.Reporting;

namespace Fairlead.Releases;

/// <summary>
/// Mends a ledger whose objects were lost or damaged: reads what is there, and carries out a <see cref="LedgerRepairPlan"/>. Nothing is deleted that was not
/// copied to <c>damaged/</c> before, and everything is idempotent: a second repair finds nothing to do.
/// </summary>
public sealed partial class LedgerRepair(Ledger ledger, TimeProvider time)
{
    /// <summary>Where damaged objects are moved to, below the ledger's prefix.</summary>
    public const string DamagedFolder = "damaged";

    private LedgerStore Store => ledger.Store;

    /// <summary>Reads everything that can be damaged. Writes nothing.</summary>
    /// <param name="options">How long a lock is valid.</param>
    /// <param name="live">An entry point as the site serves it now, from its bucket: site, path; null when it has none. To mend copies with.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <param name="keep">Of how many verified releases the copies are looked at.</param>
    public async Task<LedgerContents> ReadAsync(
        LockOptions options,
        Func<string, string, CancellationToken, Task<EntryPointCopy?>>? live,
        CancellationToken cancellationToken,
        int keep = RetentionPlan.DefaultKeep)
    {
        var sent = time.GetUtcNow();
        var @lock = await Store.ReadTimedAsync(DeployLock.Name, cancellationToken);
        var now = StoreClock.Read(time, sent, @lock.Date, Store.Describe(DeployLock.Name)).Now;
        LockRecord? record = null;
        LedgerDamage? damage = null;
        if (@lock.Value is { } stored)
        {
            DeployLock.TryParse(Store, stored, out record, out damage);
        }

        var releases = await ledger.ReadAllAsync(cancellationToken);
        var current = await ReadAsync(Ledger.CurrentName, ReleaseJson.Readable.CurrentRelease, Ledger.IsComplete, cancellationToken);
        return new LedgerContents
        {
            Current = current,
            Intent = await ReadAsync(Ledger.IntentName, ReleaseJson.Readable.ReleaseIntent, Ledger.IsComplete, cancellationToken),
            Lock = new LedgerObject<LockRecord>(DeployLock.Name, @lock.Value?.ETag, record, damage),
            LockAge = @lock.Value?.LastModified is { } written ? now - written : null,
            LockLimit = options.Duration + options.Grace,
            NextFence = Math.Max(now.ToUnixTimeSeconds(), @lock.Value is { } found ? FenceOf(found.Content) + 1 : 0),
            Releases = releases,
            Copies = await FindDamagedCopiesAsync(releases, current.Value?.Release, keep, live, cancellationToken),
            Now = now,
        };
    }

    /// <summary>Carries the plan out: a lock that nobody holds first, then the rest under the lock. Each object is looked at again before it is
    /// touched.</summary>
    /// <param name="plan">What to do.</param>
    /// <param name="takeLock">Takes the place's lock.</param>
    /// <param name="reporter">Is told each action.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="FairleadException">The plan is refused, or an object changed since it was read.</exception>
    public async Task ApplyAsync(
        LedgerRepairPlan plan, Func<CancellationToken, Task<IRunLock>> takeLock, IReporter reporter, CancellationToken cancellationToken)
    {
        if (plan.Refusal is { } refusal)
        {
            throw new FairleadException("The ledger is not mended.", refusal, "");
        }

        foreach (var replace in plan.Actions.OfType<LedgerRepairAction.ReplaceLock>())
        {
            reporter.Information(replace.ToString());
            await ReplaceLockAsync(replace, cancellationToken);
        }

        var others = plan.Actions.Where(x => x is not LedgerRepairAction.ReplaceLock).ToList();
        if (others.Count == 0)
        {
            return;
        }

        await using var held = await takeLock(cancellationToken);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, held.Lost);
        foreach (var action in others)
        {
            held.ThrowIfLost();
            reporter.Information(action.ToString());
            await ApplyAsync(action, ends.Token);
        }
    }

    private async Task ApplyAsync(LedgerRepairAction action, CancellationToken cancellationToken)
    {
        switch (action)
        {
            case LedgerRepairAction.MoveAside aside:
                await MoveAsideAsync(aside, cancellationToken);
                break;
            case LedgerRepairAction.NameCurrent name:
                await ledger.SetCurrentAsync(name.Current, expected: null, cancellationToken);
                break;
            case LedgerRepairAction.NoteInterruption note:
                await ledger.WriteIntentAsync(note.Intent, cancellationToken);
                break;
            case LedgerRepairAction.KeepCopy keep:
                await ledger.SaveEntryPointAsync(keep.Release, keep.Site, keep.Path, keep.Copy, cancellationToken);
                break;
        }
    }

    private async Task MoveAsideAsync(LedgerRepairAction.MoveAside action, CancellationToken cancellationToken)
    {
        if (await Store.ReadAsync(action.Name, cancellationToken) is not { } stored)
        {
            // By a repair before this one.
            return;
        }

        if (stored.ETag != action.ETag)
        {
            throw Changed(action.Name);
        }

        // Its ETag keeps what was moved aside at different times apart, and makes the same of a second try.
        var aside = $"{DamagedFolder}/{action.Name}.{stored.ETag.Trim('"')}";
        await Store.WriteAsync(aside, stored.Content, stored.ContentType, stored.CacheControl, cancellationToken);
        if (await Store.ReadAsync(aside, cancellationToken) is not { } copy || !copy.Content.AsSpan().SequenceEqual(stored.Content))
        {
            throw new FairleadException($"{Store.Describe(action.Name)} was not moved aside.", "Its copy is not there.", "Run this again.");
        }

        await Store.DeleteAsync(action.Name, cancellationToken);
    }

    private async Task ReplaceLockAsync(LedgerRepairAction.ReplaceLock action, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var record = new LockRecord(action.Fence, Guid.NewGuid().ToString("N"), null, now, now);
        if (await Store.TryWriteAsync(DeployLock.Name, LedgerStore.ToBytes(record, ReleaseJson.Readable.LockRecord), action.ETag, cancellationToken) is null)
        {
            throw Changed(DeployLock.Name);
        }
    }

    private FairleadException Changed(string name)
        => new("The ledger is not mended.", $"{Store.Describe(name)} changed since it was looked at.", "Run this again: it looks anew.");

    private async Task<LedgerObject<T>> ReadAsync<T>(
        string name, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type, Func<T, bool> isComplete, CancellationToken cancellationToken)
        where T : class
    {
        if (await Store.ReadAsync(name, cancellationToken) is not { } stored)
        {
            return new LedgerObject<T>(name, null, null, null);
        }

        Store.TryParse(name, stored.Content, type, 1, isComplete, out var value, out var damage);
        return new LedgerObject<T>(name, stored.ETag, value, damage);
    }

    private async Task<IReadOnlyList<DamagedCopy>> FindDamagedCopiesAsync(
        IReadOnlyList<LedgerEntry> releases,
        ReleaseId? current,
        int keep,
        Func<string, string, CancellationToken, Task<EntryPointCopy?>>? live,
        CancellationToken cancellationToken)
    {
        var damaged = new List<DamagedCopy>();
        var restorable = releases.Where(x => x is { IsPruned: false, Manifest: { Verified: true, Restores: null } }).Take(keep);
        var serves = releases.Where(x => x.Release == current);
        foreach (var manifest in serves.Union(restorable).Select(x => x.Manifest ?? x.Unverified).OfType<ReleaseManifest>())
        {
            foreach (var (site, path, file) in manifest.EntryPoints())
            {
                var name = Ledger.EntryPointName(manifest.Release, site, path);
                var stored = await Store.ReadAsync(name, cancellationToken);
                var copy = stored is null ? null : new EntryPointCopy(stored.Content, stored.ContentType, stored.CacheControl);
                if (Ledger.CopyProblem(copy, file) is not { } problem)
                {
                    continue;
                }

                var served = live is null ? null : await live(site, path, cancellationToken);
                damaged.Add(new DamagedCopy(
                    manifest.Release,
                    site,
                    path,
                    stored?.ETag,
                    Store.Damaged(name, problem),
                    Ledger.CopyProblem(served, file) is null ? served! with { ContentType = file.ContentType, CacheControl = file.CacheControl } : null));
            }
        }

        return damaged;
    }

    // "fence": 17 — what is left of it may still say so.
    private static long FenceOf(byte[] content)
        => Fence().Match(Encoding.Latin1.GetString(content)) is { Success: true } match
            && long.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var fence)
                ? Math.Min(fence, long.MaxValue - 1)
                : 0;

    [GeneratedRegex("\"fence\"\\s*:\\s*([0-9]{1,18})[\\s,}]")]
    private static partial Regex Fence();
}
