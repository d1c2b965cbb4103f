using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using Amazon.S3;

namespace Fairlead.Releases;

/// <summary>Where the releases of one place are recorded: a prefix of a bucket. Everything that is written is read back.</summary>
/// <remarks>
/// <c>releases/&lt;id&gt;.json</c> the manifests, <c>releases/&lt;id&gt;/verified.json</c> that a release was seen to serve after it had been recorded,
/// <c>releases/&lt;id&gt;/migrated-&lt;service&gt;.json</c> that its migrations ran,
/// <c>releases/&lt;id&gt;.corrected.json</c> what is otherwise by now than the manifest has it,
/// <c>releases/&lt;id&gt;.pruned.json</c> that it cannot be gone back to any more, <c>releases/&lt;id&gt;/site/…</c> and
/// <c>releases/&lt;id&gt;/site-&lt;name&gt;/…</c> its entry points, <c>current.json</c> which one serves, <c>in-progress.json</c> which one is being made
/// or put right,
/// <c>damaged/…</c> what <see cref="LedgerRepair"/> moved aside. However many releases are recorded, a deploy reads the same few objects. An object that
/// cannot be read is an error that names it and the command that mends.
/// </remarks>
public sealed class Ledger(IAmazonS3 s3, string bucket, string prefix)
{
    internal const string CurrentName = "current.json";
    internal const string IntentName = "in-progress.json";
    internal const string Folder = "releases";
    private const string ManifestEnd = ".json";
    private const string PrunedEnd = ".pruned.json";
    private const string CorrectedEnd = ".corrected.json";

    // Names begin with the time, and a store lists them oldest first: how many days back to look from now, so that it names few that are not asked for.
    private static readonly int[] Windows = [1, 8, 64, 512];
    private const int ReadsAtOnce = 8;
    private readonly LedgerStore _store = new(s3, bucket, prefix);

    internal LedgerStore Store => _store;

    /// <summary>
    /// Records how a release ended. Idempotent: recording the same ending again writes nothing and returns
    /// what is recorded. A release that is recorded as verified stays so;
    /// one that is not becomes so when it is recorded again as verified.
    /// </summary>
    /// <exception cref="FairleadException">The release is recorded with another content or ending, or the bucket cannot be written.</exception>
    public async Task<ReleaseManifest> RecordAsync(ReleaseManifest manifest, CancellationToken cancellationToken)
    {
        var name = ManifestName(manifest.Release);
        var type = ReleaseJson.Readable.ReleaseManifest;
        await _store.TryWriteAsync(name, LedgerStore.ToBytes(manifest, type), expected: null, cancellationToken);

        // Whether it was written now, by an attempt whose answer was lost, or by a run before: what counts is what is there.
        var entry = await TryReadMadeAsync(manifest.Release, cancellationToken) ?? throw NotThere(name);
        var recorded = entry.Manifest ?? throw entry.Damage!.ToException();
        if (!recorded.RecordsTheSameAs(manifest))
        {
            throw new FairleadException(
                $"The release {manifest.Release} cannot be recorded.",
                $"{_store.Describe(name)} records it with another content or ending, and a record is never changed.",
                "Run the deploy again: it makes a release of its own.");
        }

        if (manifest.Verified && !recorded.Verified)
        {
            await VerifyAsync(new ReleaseVerification(manifest.Release, manifest.Who, manifest.Finished), cancellationToken);
            return recorded with { Verified = true };
        }

        return recorded;
    }

    /// <summary>Records that a release was seen to serve, after it had been recorded without that. Idempotent.</summary>
    public async Task VerifyAsync(ReleaseVerification verification, CancellationToken cancellationToken)
    {
        var name = VerificationName(verification.Release);
        await _store.TryWriteAsync(name, LedgerStore.ToBytes(verification, ReleaseJson.Readable.ReleaseVerification), expected: null, cancellationToken);
        var recorded = await TryReadVerificationAsync(verification.Release, cancellationToken);
        if (recorded.Value is null)
        {
            throw recorded.Damage?.ToException() ?? NotThere(name);
        }
    }

    /// <summary>Notes that the migrations of a release's service ran. Idempotent: the first note stays, unless it is damaged.</summary>
    public async Task NoteMigrationAsync(ReleaseMigration migration, CancellationToken cancellationToken)
    {
        var name = MigrationName(migration.Release, migration.Service);
        var there = await _store.ReadAsync(name, cancellationToken);
        if (there is not null && ParseMigration(name, there) is not null)
        {
            return;
        }

        await _store.TryWriteAsync(name, LedgerStore.ToBytes(migration, ReleaseJson.Readable.ReleaseMigration), there?.ETag, cancellationToken);
        if (await ReadMigrationAsync(migration.Release, migration.Service, cancellationToken) is null)
        {
            throw NotThere(name);
        }
    }

    /// <summary>The note that the migrations of a release's service ran; null when there is none, or none that can be read: then they run once more.</summary>
    public async Task<ReleaseMigration?> ReadMigrationAsync(ReleaseId release, string service, CancellationToken cancellationToken)
    {
        var name = MigrationName(release, service);
        return await _store.ReadAsync(name, cancellationToken) is { } stored
            && ParseMigration(name, stored) is { } migration && migration.Release == release && migration.Service == service
                ? migration
                : null;
    }

    /// <summary>Notes what is otherwise by now than the manifest has it, in place of what was noted before. To be called by the holder of the
    /// <see cref="DeployLock"/> only.</summary>
    public async Task CorrectAsync(ReleaseCorrection correction, CancellationToken cancellationToken)
    {
        var name = CorrectionName(correction.Release);
        var bytes = LedgerStore.ToBytes(correction, ReleaseJson.Readable.ReleaseCorrection);
        await _store.WriteAsync(name, bytes, "application/json", "no-store", cancellationToken);
        if (await _store.ReadAsync(name, cancellationToken) is not { } stored || !stored.Content.AsSpan().SequenceEqual(bytes))
        {
            throw NotThere(name);
        }
    }

    /// <summary>The manifest of a release, verified when it was seen to serve at its end or later, and with what was put right of it since; null when it was
    /// never recorded.</summary>
    /// <exception cref="FairleadException">It is damaged, or a newer program wrote it.</exception>
    public async Task<ReleaseManifest?> ReadAsync(ReleaseId release, CancellationToken cancellationToken)
        => await TryReadAsync(release, cancellationToken) is { } entry ? entry.Manifest ?? throw entry.Damage!.ToException() : null;

    /// <summary>What the ledger knows of a release, damaged or not, and whether it was pruned; null when it was never recorded.</summary>
    public async Task<LedgerEntry?> ReadEntryAsync(ReleaseId release, CancellationToken cancellationToken)
        => await TryReadAsync(release, cancellationToken) is { } entry
            ? entry with { IsPruned = await _store.ReadAsync(PrunedName(release), cancellationToken) is not null }
            : null;

    /// <summary>The recorded releases, newest first.</summary>
    public async Task<IReadOnlyList<ReleaseId>> ListAsync(CancellationToken cancellationToken)
        => Releases(await _store.ListAsync(Folder, cancellationToken), ManifestEnd);

    /// <summary>The newest releases, newest first, with what the ledger knows of each: one that is damaged is an entry that says so.</summary>
    /// <param name="count">How many at most. As many manifests are read, however many there are.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IReadOnlyList<LedgerEntry>> ListReleasesAsync(int count, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);

        // Only for the store's time; the release that serves may have been made long ago.
        var now = (await _store.ReadTimedAsync(CurrentName, cancellationToken)).Date;
        var names = await ListNewestAsync(count, now, cancellationToken);
        return await ReadAllAsync([.. Releases(names, ManifestEnd).Take(count)], names, cancellationToken);
    }

    /// <summary>Everything that is recorded, newest first. Reads every manifest: for pruning and repair, not for a deploy.</summary>
    public async Task<IReadOnlyList<LedgerEntry>> ReadAllAsync(CancellationToken cancellationToken)
    {
        var names = await _store.ListAsync(Folder, cancellationToken);
        return await ReadAllAsync(Releases(names, ManifestEnd), names, cancellationToken);
    }

    /// <summary>The release that was deployed last and did not fail; null before the first.</summary>
    /// <exception cref="FairleadException">It is damaged, or lost: releases are recorded that it must name one of.</exception>
    public async Task<CurrentRelease?> ReadCurrentAsync(CancellationToken cancellationToken)
    {
        var answer = await _store.ReadTimedAsync(CurrentName, cancellationToken);
        return answer.Value is { } stored ? ParseCurrent(stored)
            : await FindLossAsync(answer.Date, cancellationToken) is { } loss ? throw loss.ToException()
            : null;
    }

    /// <summary>The manifest of the current release; null before the first.</summary>
    /// <exception cref="FairleadException">The current release has no manifest, or one of both is damaged.</exception>
    public async Task<ReleaseManifest?> ReadCurrentManifestAsync(CancellationToken cancellationToken)
        => await ReadCurrentAsync(cancellationToken) is { } current
            ? await ReadAsync(current.Release, cancellationToken) ?? throw LostManifest(current.Release).ToException()
            : null;

    /// <summary>Makes a recorded release the current one. Idempotent.</summary>
    /// <param name="current">The release.</param>
    /// <param name="expected">The release that is thought to be current; null when none is.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="FairleadException">Another release became current meanwhile.</exception>
    public async Task SetCurrentAsync(CurrentRelease current, ReleaseId? expected, CancellationToken cancellationToken)
    {
        var stored = await _store.ReadAsync(CurrentName, cancellationToken);
        var found = stored is null ? null : ParseCurrent(stored);
        if (found?.Release == current.Release && found.Content == current.Content)
        {
            return;
        }

        if (found?.Release == expected)
        {
            await _store.TryWriteAsync(CurrentName, LedgerStore.ToBytes(current, ReleaseJson.Readable.CurrentRelease), stored?.ETag, cancellationToken);
            found = await ReadCurrentAsync(cancellationToken);
        }

        if (found?.Release != current.Release)
        {
            throw new FairleadException(
                $"The release {current.Release} could not be made the current one.",
                $"{_store.Describe(CurrentName)} names {found?.Release.ToString() ?? "none"} where {expected?.ToString() ?? "none"} was expected: somebody "
                    + $"else deployed to this place.",
                "Run the Status target to see what serves, then deploy again if it is not what you want.");
        }
    }

    /// <summary>The release that is being made or put right, or was when its run was killed; null when none.</summary>
    public async Task<ReleaseIntent?> ReadIntentAsync(CancellationToken cancellationToken)
        => await _store.ReadAsync(IntentName, cancellationToken) is { } stored
            ? _store.Parse(IntentName, stored.Content, ReleaseJson.Readable.ReleaseIntent, 1, IsComplete)
            : null;

    /// <summary>Says that a release is being made or put right, before the first effect. To be called
    /// by the holder of the <see cref="DeployLock"/> only.</summary>
    public async Task WriteIntentAsync(ReleaseIntent intent, CancellationToken cancellationToken)
    {
        await _store.WriteAsync(IntentName, LedgerStore.ToBytes(intent, ReleaseJson.Readable.ReleaseIntent), "application/json", "no-store", cancellationToken);
        if (await ReadIntentAsync(cancellationToken) is not { } stored || stored.Release != intent.Release)
        {
            throw NotThere(IntentName);
        }
    }

    /// <summary>Says that the release is no longer being made: it is recorded, and the place is as it says. Idempotent.</summary>
    public async Task ClearIntentAsync(ReleaseId release, CancellationToken cancellationToken)
    {
        if ((await ReadIntentAsync(cancellationToken))?.Release == release)
        {
            await _store.DeleteAsync(IntentName, cancellationToken);
        }
    }

    /// <summary>Keeps an entry point as the release publishes it. Idempotent: writes nothing when it is kept already.</summary>
    /// <param name="release">The release.</param>
    /// <param name="site">Name of the site.</param>
    /// <param name="path">Path in the site's bucket, without a leading slash.</param>
    /// <param name="copy">Bytes and headers.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task SaveEntryPointAsync(ReleaseId release, string site, string path, EntryPointCopy copy, CancellationToken cancellationToken)
    {
        if (await ReadEntryPointAsync(release, site, path, cancellationToken) is { } kept && Equal(kept, copy))
        {
            return;
        }

        var name = EntryPointName(release, site, path);
        await _store.WriteAsync(name, copy.Content, copy.ContentType, copy.CacheControl, cancellationToken);
        if (await ReadEntryPointAsync(release, site, path, cancellationToken) is not { } stored || !Equal(stored, copy))
        {
            throw NotThere(name);
        }

        static bool Equal(EntryPointCopy x, EntryPointCopy y)
            => x.Content.AsSpan().SequenceEqual(y.Content) && x.ContentType == y.ContentType && x.CacheControl == y.CacheControl;
    }

    /// <summary>An entry point as the release published it; null when it was not kept.</summary>
    public async Task<EntryPointCopy?> ReadEntryPointAsync(ReleaseId release, string site, string path, CancellationToken cancellationToken)
        => await _store.ReadAsync(EntryPointName(release, site, path), cancellationToken) is { } stored
            ? new EntryPointCopy(stored.Content, stored.ContentType, stored.CacheControl)
            : null;

    /// <summary>An entry point as the release published it, the same to the byte.</summary>
    /// <param name="release">The release.</param>
    /// <param name="site">Name of the site.</param>
    /// <param name="path">Path in the site's bucket, without a leading slash.</param>
    /// <param name="file">What the release's manifest says of it.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="FairleadException">The copy is lost or damaged.</exception>
    public async Task<EntryPointCopy> ReadEntryPointAsync(
        ReleaseId release, string site, string path, SiteFile file, CancellationToken cancellationToken)
    {
        var copy = await ReadEntryPointAsync(release, site, path, cancellationToken);
        return CopyProblem(copy, file) is { } problem ? throw _store.Damaged(EntryPointName(release, site, path), problem).ToException() : copy!;
    }

    /// <summary>Which of a release's entry points could not be brought back from their copies. Reads each copy.</summary>
    public async Task<IReadOnlyList<LedgerDamage>> FindEntryPointDamageAsync(ReleaseManifest manifest, CancellationToken cancellationToken)
    {
        var damage = new List<LedgerDamage>();
        foreach (var (site, path, file) in manifest.EntryPoints())
        {
            var copiedAs = manifest.RecordedAs(site);
            if (CopyProblem(await ReadEntryPointAsync(manifest.Release, copiedAs, path, cancellationToken), file) is { } problem)
            {
                damage.Add(_store.Damaged(EntryPointName(manifest.Release, copiedAs, path), problem));
            }
        }

        return damage;
    }

    /// <summary>The paths of the entry points that are kept of a release's site.</summary>
    public Task<IReadOnlyList<string>> ListEntryPointsAsync(ReleaseId release, string site, CancellationToken cancellationToken)
        => _store.ListAsync(EntryPointName(release, site, "").TrimEnd('/'), cancellationToken, isDeep: true);

    /// <summary>
    /// Takes away what only a release needs that is no longer kept, and says in the ledger that it cannot be gone back to. Idempotent: what was interrupted
    /// is done again from the beginning. The copies of its entry points go first, so that from then on nobody takes it for one that can be gone back to, and
    /// the mark comes last. The manifest stays. To be called by the holder of the <see cref="DeployLock"/> only.
    /// </summary>
    /// <param name="release">What <see cref="RetentionPlan"/> says of the release.</param>
    /// <param name="target">Takes away what is not in the ledger.</param>
    /// <param name="who"><c>user@host</c>, or the URL of the CI run.</param>
    /// <param name="at">When.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task PruneAsync(PrunedRelease release, IPruneTarget target, string who, DateTimeOffset at, CancellationToken cancellationToken)
    {
        foreach (var (site, paths) in release.EntryPointCopies)
        {
            foreach (var path in paths)
            {
                await _store.DeleteAsync(EntryPointName(release.Release, site, path), cancellationToken);
            }
        }

        foreach (var (service, revisions) in release.Revisions)
        {
            await target.RemoveRevisionsAsync(service, revisions, cancellationToken);
        }

        foreach (var (service, digests) in release.Images)
        {
            await target.RemoveImagesAsync(service, digests, cancellationToken);
        }

        foreach (var (site, keys) in release.Assets)
        {
            await target.RemoveAssetsAsync(site, keys, cancellationToken);
        }

        var name = PrunedName(release.Release);
        var mark = new ReleasePruning(release.Release, who, at);
        await _store.TryWriteAsync(name, LedgerStore.ToBytes(mark, ReleaseJson.Readable.ReleasePruning), expected: null, cancellationToken);
        if (await _store.ReadAsync(name, cancellationToken) is null)
        {
            throw NotThere(name);
        }
    }

    internal static string ManifestName(ReleaseId release) => $"{Folder}/{release}{ManifestEnd}";

    internal static string VerificationName(ReleaseId release) => $"{Folder}/{release}/verified.json";

    internal static string MigrationName(ReleaseId release, string service) => $"{Folder}/{release}/migrated-{service}.json";

    internal static string CorrectionName(ReleaseId release) => $"{Folder}/{release}{CorrectedEnd}";

    internal static string PrunedName(ReleaseId release) => $"{Folder}/{release}{PrunedEnd}";

    // The first folder has the name that it had when a release had one site, so that releases of then can be gone back to.
    internal static string EntryPointName(ReleaseId release, string site, string path)
        => $"{Folder}/{release}/{(site == PartNames.Site ? "site" : $"site-{site}")}/{path.TrimStart('/')}";

    internal static string? CopyProblem(EntryPointCopy? copy, SiteFile file)
        => copy is null ? "it is lost, and without it the release cannot be gone back to"
            : Convert.ToHexStringLower(SHA256.HashData(copy.Content)) != file.Sha256 ? "it is not what the release published"
            : null;

    internal static bool IsComplete(CurrentRelease current) => current is { Release: not null, Content: not null };

    internal static bool IsComplete(ReleaseIntent intent) => intent is { Release: not null, Content: not null, Owner: not null };

    /// <summary>Whether a release must be current, as the newest record tells: each says what was current before it. None need be while no release has
    /// succeeded, or when the first was interrupted between its record and the pointer to it.</summary>
    internal static bool NeedsCurrent(LedgerEntry? newest, ReleaseId? interrupted)
        => newest is not null
            && !(newest.Manifest is { PreviousRelease: null } first && (first.Outcome != OutcomeKind.Succeeded || first.Release == interrupted));

    internal LedgerDamage LostManifest(ReleaseId release)
        => _store.Damaged(ManifestName(release), $"it is lost, and {_store.Describe(CurrentName)} names it as the current release");

    /// <summary>Whether a release must be current although none is named. One read of a manifest tells, because each says what was current before it.</summary>
    private async Task<LedgerDamage?> FindLossAsync(DateTimeOffset? now, CancellationToken cancellationToken)
    {
        if (!await _store.HasAnyAsync(Folder, cancellationToken))
        {
            return null;
        }

        if (Releases(await ListNewestAsync(1, now, cancellationToken), ManifestEnd) is not [var newest, ..])
        {
            // Copies of entry points and no record: the first release was interrupted.
            return null;
        }

        var entry = await TryReadAsync(newest, cancellationToken);
        var interrupted = entry is { Manifest: { PreviousRelease: null, Outcome: OutcomeKind.Succeeded } } ? await ReadIntentAsync(cancellationToken) : null;
        if (!NeedsCurrent(entry, interrupted?.Release))
        {
            return null;
        }

        return _store.Damaged(CurrentName, $"it is lost, although releases are recorded, {newest} as the newest");
    }

    private CurrentRelease ParseCurrent(StoredObject stored)
        => _store.Parse(CurrentName, stored.Content, ReleaseJson.Readable.CurrentRelease, 1, IsComplete);

    /// <summary>The names in the folder of releases, of so many of the newest releases at least, if there are as many.</summary>
    private async Task<IReadOnlyList<string>> ListNewestAsync(int count, DateTimeOffset? now, CancellationToken cancellationToken)
    {
        foreach (var days in now is null ? [] : Windows)
        {
            var after = now!.Value.AddDays(-days).UtcDateTime.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
            var names = await _store.ListAsync(Folder, cancellationToken, after: after);
            if (Releases(names, ManifestEnd).Count >= count)
            {
                return names;
            }
        }

        return await _store.ListAsync(Folder, cancellationToken);
    }

    private async Task<IReadOnlyList<LedgerEntry>> ReadAllAsync(
        IReadOnlyList<ReleaseId> releases, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        var pruned = Releases(names, PrunedEnd).ToHashSet();
        var corrected = Releases(names, CorrectedEnd).ToHashSet();
        var entries = new List<LedgerEntry>();
        foreach (var some in releases.Chunk(ReadsAtOnce))
        {
            var read = await Task.WhenAll(some.Select(x => corrected.Contains(x)
                ? TryReadAsync(x, cancellationToken)
                : TryReadMadeAsync(x, cancellationToken)));

            // One that went between the list and the read was moved aside by a repair.
            entries.AddRange(read.OfType<LedgerEntry>().Select(x => x with { IsPruned = pruned.Contains(x.Release) }));
        }

        return entries;
    }

    /// <summary>The record as it is to be read by now.</summary>
    private async Task<LedgerEntry?> TryReadAsync(ReleaseId release, CancellationToken cancellationToken)
    {
        var correction = ReadCorrectionAsync(release, cancellationToken);
        var entry = await TryReadMadeAsync(release, cancellationToken);
        return await correction is { } corrected && entry is { Manifest: { } manifest } ? entry with { Manifest = corrected.ApplyTo(manifest) } : entry;
    }

    /// <summary>Null when there is none, or none that can be read: where the release is current, the next run sees the same differences, and notes them anew.
    /// </summary>
    /// <exception cref="FairleadException">A newer program wrote it.</exception>
    private async Task<ReleaseCorrection?> ReadCorrectionAsync(ReleaseId release, CancellationToken cancellationToken)
    {
        var name = CorrectionName(release);
        if (await _store.ReadAsync(name, cancellationToken) is not { } stored)
        {
            return null;
        }

        var isRead = _store.TryParse(
            name,
            stored.Content,
            ReleaseJson.Readable.ReleaseCorrection,
            1,
            x => x is { Release: not null, TerraformState: null or { Lineage: not null } }
                && x.Revisions.Values.Concat(x.Snapshots.Values).All(y => y is not null),
            out var correction,
            out var damage);
        return damage is { IsNewer: true } ? throw damage.ToException() : isRead && correction!.Release == release ? correction : null;
    }

    /// <summary>The record as the run made it that deployed the release.</summary>
    private async Task<LedgerEntry?> TryReadMadeAsync(ReleaseId release, CancellationToken cancellationToken)
    {
        var name = ManifestName(release);
        if (await _store.ReadAsync(name, cancellationToken) is not { } stored)
        {
            return null;
        }

        if (!TryParseManifest(name, stored, out var manifest, out var damage))
        {
            return new LedgerEntry(release, null, damage) { ETag = stored.ETag, ManifestETag = stored.ETag };
        }

        if (manifest.Release != release)
        {
            return new LedgerEntry(release, null, _store.Damaged(name, $"it is the record of another release, {manifest.Release}"))
            {
                ETag = stored.ETag,
                ManifestETag = stored.ETag,
            };
        }

        if (manifest is not { Verified: false, Outcome: OutcomeKind.Succeeded })
        {
            return new LedgerEntry(release, manifest, null) { ManifestETag = stored.ETag };
        }

        var verification = await TryReadVerificationAsync(release, cancellationToken);
        return verification.Damage is null
            ? new LedgerEntry(release, manifest with { Verified = verification.Value is not null }, null) { ManifestETag = stored.ETag }
            : new LedgerEntry(release, null, verification.Damage)
            {
                IsOfVerification = true,
                ETag = verification.ETag,
                Unverified = manifest,
                ManifestETag = stored.ETag,
            };
    }

    private bool TryParseManifest(
        string name, StoredObject stored, [NotNullWhen(true)] out ReleaseManifest? manifest, [NotNullWhen(false)] out LedgerDamage? damage)
    {
        manifest = null;
        if (!_store.TryReadVersion(name, stored.Content, ReleaseManifest.CurrentVersion, out var version, out damage))
        {
            return false;
        }

        if (version > 1)
        {
            return _store.TryParse(
                name, stored.Content, ReleaseJson.Readable.ReleaseManifest, ReleaseManifest.CurrentVersion, x => x.IsComplete(), out manifest, out damage);
        }

        if (!_store.TryParse(name, stored.Content, ReleaseJson.Readable.ReleaseManifestV1, 1, x => x.ToManifest().IsComplete(), out var first, out damage))
        {
            return false;
        }

        manifest = first.ToManifest();
        return true;
    }

    private async Task<LedgerObject<ReleaseVerification>> TryReadVerificationAsync(ReleaseId release, CancellationToken cancellationToken)
    {
        var name = VerificationName(release);
        if (await _store.ReadAsync(name, cancellationToken) is not { } stored)
        {
            return new LedgerObject<ReleaseVerification>(name, null, null, null);
        }

        if (_store.TryParse(
                name, stored.Content, ReleaseJson.Readable.ReleaseVerification, 1, x => x.Release is not null, out var verification, out var damage)
            && verification.Release != release)
        {
            damage = _store.Damaged(name, $"it is of another release, {verification.Release}");
        }

        return new LedgerObject<ReleaseVerification>(name, stored.ETag, damage is null ? verification : null, damage);
    }

    private ReleaseMigration? ParseMigration(string name, StoredObject stored)
        => _store.TryParse(
            name,
            stored.Content,
            ReleaseJson.Readable.ReleaseMigration,
            1,
            x => x is { Release: not null, Service: not null, Who: not null },
            out var found,
            out _)
            ? found
            : null;

    private static List<ReleaseId> Releases(IEnumerable<string> names, string end)
        =>
        [
            .. names.Where(x => x.EndsWith(end, StringComparison.Ordinal))
                .Select(x => ReleaseId.TryParse(x[..^end.Length], out var id) ? id : null)
                .OfType<ReleaseId>()
                .OrderDescending(),
        ];

    private FairleadException NotThere(string name)
        => new(
            $"{_store.Describe(name)} is not there.",
            "It was written, or must have been, but reading it back gives something else.",
            "Check that nothing else writes under this prefix and that no lifecycle rule deletes from it, then run this again.");
}
