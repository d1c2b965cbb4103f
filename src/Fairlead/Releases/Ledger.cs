using Amazon.S3;

namespace Fairlead.Releases;

/// <summary>Where the releases of one place are recorded: a prefix of a bucket. Everything that is written is read back.</summary>
/// <remarks>
/// <c>releases/&lt;id&gt;.json</c> the manifests, <c>releases/&lt;id&gt;/verified.json</c> that a release was seen to serve after it had been recorded,
/// <c>releases/&lt;id&gt;/site/…</c> and <c>releases/&lt;id&gt;/site-&lt;name&gt;/…</c> its entry points, <c>current.json</c> which one serves, <c>in-progress.json</c> which one is being made or put right.
/// </remarks>
public sealed class Ledger(IAmazonS3 s3, string bucket, string prefix)
{
    private const string CurrentName = "current.json";
    private const string IntentName = "in-progress.json";
    private const string Folder = "releases";
    private readonly LedgerStore _store = new(s3, bucket, prefix);

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
        var recorded = await ReadAsync(manifest.Release, cancellationToken) ?? throw NotThere(name);
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
        if (!await IsVerifiedAsync(verification.Release, cancellationToken))
        {
            throw NotThere(name);
        }
    }

    /// <summary>The manifest of a release, verified when it was seen to serve at its end or later; null when it was never recorded.</summary>
    public async Task<ReleaseManifest?> ReadAsync(ReleaseId release, CancellationToken cancellationToken)
    {
        var name = ManifestName(release);
        if (await _store.ReadAsync(name, cancellationToken) is not { } stored)
        {
            return null;
        }

        var manifest = _store.VersionOf(name, stored.Content, ReleaseManifest.CurrentVersion) == 1
            ? _store.Parse(name, stored.Content, ReleaseJson.Readable.ReleaseManifestV1, 1).ToManifest()
            : _store.Parse(name, stored.Content, ReleaseJson.Readable.ReleaseManifest, ReleaseManifest.CurrentVersion);
        return manifest is { Verified: false, Outcome: OutcomeKind.Succeeded } && await IsVerifiedAsync(release, cancellationToken)
            ? manifest with { Verified = true }
            : manifest;
    }

    /// <summary>The recorded releases, newest first.</summary>
    public async Task<IReadOnlyList<ReleaseId>> ListAsync(CancellationToken cancellationToken)
    {
        var names = await _store.ListAsync(Folder, cancellationToken);
        return
        [
            .. names.Where(x => x.EndsWith(".json", StringComparison.Ordinal))
                .Select(x => ReleaseId.TryParse(x[..^".json".Length], out var id) ? id : null)
                .OfType<ReleaseId>()
                .OrderDescending(),
        ];
    }

    /// <summary>The release that was deployed last and did not fail; null before the first.</summary>
    public async Task<CurrentRelease?> ReadCurrentAsync(CancellationToken cancellationToken)
        => await _store.ReadAsync(CurrentName, cancellationToken) is { } stored
            ? _store.Parse(CurrentName, stored.Content, ReleaseJson.Readable.CurrentRelease, 1)
            : null;

    /// <summary>The manifest of the current release; null before the first.</summary>
    /// <exception cref="FairleadException">The current release has no manifest.</exception>
    public async Task<ReleaseManifest?> ReadCurrentManifestAsync(CancellationToken cancellationToken)
        => await ReadCurrentAsync(cancellationToken) is { } current
            ? await ReadAsync(current.Release, cancellationToken) ?? throw NotThere(ManifestName(current.Release))
            : null;

    /// <summary>Makes a recorded release the current one. Idempotent.</summary>
    /// <param name="current">The release.</param>
    /// <param name="expected">The release that is thought to be current; null when none is.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="FairleadException">Another release became current meanwhile.</exception>
    public async Task SetCurrentAsync(CurrentRelease current, ReleaseId? expected, CancellationToken cancellationToken)
    {
        var stored = await _store.ReadAsync(CurrentName, cancellationToken);
        var found = stored is null ? null : _store.Parse(CurrentName, stored.Content, ReleaseJson.Readable.CurrentRelease, 1);
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
            ? _store.Parse(IntentName, stored.Content, ReleaseJson.Readable.ReleaseIntent, 1)
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

    /// <summary>The paths of the entry points that are kept of a release's site.</summary>
    public Task<IReadOnlyList<string>> ListEntryPointsAsync(ReleaseId release, string site, CancellationToken cancellationToken)
        => _store.ListAsync(EntryPointName(release, site, "").TrimEnd('/'), cancellationToken, isDeep: true);

    private async Task<bool> IsVerifiedAsync(ReleaseId release, CancellationToken cancellationToken)
        => await _store.ReadAsync(VerificationName(release), cancellationToken) is { } stored
            && _store.Parse(VerificationName(release), stored.Content, ReleaseJson.Readable.ReleaseVerification, 1).Release == release;

    private static string ManifestName(ReleaseId release) => $"{Folder}/{release}.json";

    private static string VerificationName(ReleaseId release) => $"{Folder}/{release}/verified.json";

    // The first folder has the name that it had when a release had one site, so that releases of then can be gone back to.
    private static string EntryPointName(ReleaseId release, string site, string path)
        => $"{Folder}/{release}/{(site == PartNames.Site ? "site" : $"site-{site}")}/{path.TrimStart('/')}";

    private FairleadException NotThere(string name)
        => new(
            $"{_store.Describe(name)} is not there.",
            "It was written, or must have been, but reading it back gives something else.",
            "Check that nothing else writes under this prefix and that no lifecycle rule deletes from it, then run this again.");
}
