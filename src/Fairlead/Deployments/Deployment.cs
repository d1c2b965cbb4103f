using Fairlead.Releases;
using Fairlead.Reporting;
using Fairlead.Secrets;
using Fairlead.Services;
using Fairlead.Verification;

namespace Fairlead.Deployments;

/// <summary>
/// One attempt to make a release of these parts at this place: which release it is, what its steps have seen and done, how it is noted, brought back and
/// recorded. Its steps (<see cref="ReleaseSteps"/>) and the run that carries them out (<see cref="ReleaseRun"/>) share it.
/// </summary>
public sealed class Deployment : IRunScope
{
    private readonly IReporter _reporter;
    private readonly TimeProvider _time;
    private readonly Lazy<Task<SourceRevision>> _source;
    private readonly Lazy<Task<string>> _configuration;
    private readonly Lazy<Task<ContentDigest>> _content;
    private readonly Lock _lock = new();
    private Task<CurrentRelease?>? _pointer;
    private Task<ReleaseIdentity>? _identity;
    private Task<ReleaseIntent?>? _intent;
    private Task<ReleaseManifest?>? _current;
    private Task<TerraformState?>? _terraformState;

    /// <exception cref="FairleadException">The stack has no place for a part of the release.</exception>
    public Deployment(Place place, ReleaseParts parts, DeploymentSettings settings, IReporter reporter, TimeProvider time)
    {
        (Place, Parts, Settings, _reporter, _time) = (place, parts, settings, reporter, time);
        Started = time.GetUtcNow();
        var (services, sites) = parts.In(place.Outputs);
        Services = [.. services.Select(x => new ServiceWork(x.Part, x.Place, place, settings, reporter, time))];
        Sites = [.. sites.Select(x => new SiteWork(x.Part, x.Place, place, reporter))];
        Ledger = new Ledger(place.Aws.S3, place.Outputs.LedgerBucket, place.Outputs.LedgerPrefix);
        Records = new RecordsOfToday(Ledger, place.Outputs, [.. Services.Select(x => (x.Name, x.Identity))], [.. Sites.Select(x => (x.Name, x.Stack.Bucket))]);
        _source = new(() => SourceRevision.ReadAsync(settings.SourceDirectory, default));
        _configuration = new(ReadConfigurationAsync);
        _content = new(ReadContentAsync);
    }

    public Place Place { get; }

    public ReleaseParts Parts { get; }

    public DeploymentSettings Settings { get; }

    public DateTimeOffset Started { get; }

    public Ledger Ledger { get; }

    /// <summary>Which release the smoke tests asked the public URL for, and passed, in this run; null while none.</summary>
    public ReleaseId? SmokeTested { get; internal set; }

    /// <summary>What the smoke tests of this run asked, and how that ended; empty while they have not run.</summary>
    public IReadOnlyList<SmokeCheckResult> SmokeResults { get; internal set; } = [];

    /// <summary>Whether the release is recorded as the current one, so that nothing that fails later takes it back.</summary>
    public bool IsRecorded { get; internal set; }

    /// <summary>How the steps ended so far; the run's own list.</summary>
    public Func<IReadOnlyList<StepResult>> Results { get; set; } = () => [];

    /// <summary>The steps that this run leaves out although it is to record the release. A release that they would change something of is not begun.</summary>
    public IReadOnlyList<ReleaseStep> LeftOut { get; set; } = [];

    /// <summary>The release that is gone back to by hand; null where one is made of what the build left.</summary>
    internal ReleaseManifest? Returning { get; set; }

    /// <summary>Whether something has to be changed for that.</summary>
    internal bool GoesBack { get; set; }

    /// <summary>Whether this run has taken the lock, which is a write of its own: whatever it found then, it does not say that nothing was written.</summary>
    internal bool HasBegun { get; private set; }

    /// <summary>Whether this run has noted in the ledger that the release is being made or put right, which its record has to take away.</summary>
    public bool HasNoted { get; private set; }

    internal IReadOnlyList<ServiceWork> Services { get; }

    internal IReadOnlyList<SiteWork> Sites { get; }

    /// <summary>Reads the records of earlier releases in today's terms.</summary>
    internal RecordsOfToday Records { get; }

    internal IReporter Reporter => _reporter;

    internal TimeProvider Time => _time;

    /// <summary>The commit that is deployed.</summary>
    public Task<SourceRevision> SourceAsync() => _source.Value;

    /// <summary>Digest of everything that makes the release what it is.</summary>
    public Task<ContentDigest> ContentAsync() => _content.Value;

    /// <summary>Digest of what the deploy itself is told, and of the archives where instances unpack one.</summary>
    public Task<string> ConfigurationDigestAsync() => _configuration.Value;

    /// <summary>Which release this is. Read from the ledger once before the lock, and once under it.</summary>
    public Task<ReleaseIdentity> ReleaseAsync() => Once(ref _identity, ResolveAsync);

    /// <summary>The manifest of the release that is current; null before the first.</summary>
    public Task<ReleaseManifest?> CurrentAsync(CancellationToken cancellationToken)
        => Once(ref _current, ReadCurrentAsync).WaitAsync(cancellationToken);

    /// <summary>The version of Terraform's state, read once; null where there is none, or it cannot be read: no release fails for that.</summary>
    internal Task<TerraformState?> TerraformStateAsync(CancellationToken cancellationToken)
        => Once(ref _terraformState, ReadTerraformStateAsync).WaitAsync(cancellationToken);

    /// <summary>What was seen to be otherwise than a release records it, although it is the one that serves; null when nothing is.</summary>
    /// <param name="recorded">The release, under the names of today.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <param name="onlyState">Whether what this run saw of the services is of another release.</param>
    internal async Task<ReleaseCorrection?> FindCorrectionAsync(ReleaseManifest recorded, CancellationToken cancellationToken, bool onlyState = false)
    {
        var (revisions, snapshots, differs) = (new Dictionary<string, string>(), new Dictionary<string, string>(), false);
        foreach (var (name, service) in recorded.Services)
        {
            var seen = onlyState ? null : Services.FirstOrDefault(x => x.Name == name);
            if ((seen?.Revision ?? service.Revision) is { } revision)
            {
                revisions[recorded.RecordedAs(name)] = revision;
                differs |= revision != service.Revision;
            }

            if ((seen?.Snapshot ?? service.Snapshot) is { } snapshot)
            {
                snapshots[recorded.RecordedAs(name)] = snapshot;
                differs |= snapshot != service.Snapshot;
            }
        }

        var state = await TerraformStateAsync(cancellationToken) ?? recorded.TerraformState;
        return !differs && state == recorded.TerraformState
            ? null
            : new ReleaseCorrection(recorded.Release, Settings.Who, _time.GetUtcNow()) { Revisions = revisions, Snapshots = snapshots, TerraformState = state };
    }

    /// <summary>Notes what was seen to be otherwise than a release records it; does nothing where nothing was.</summary>
    internal async Task CorrectAsync(ReleaseManifest recorded, CancellationToken cancellationToken, bool onlyState = false)
    {
        if (await FindCorrectionAsync(recorded, cancellationToken, onlyState) is { } correction)
        {
            await Ledger.CorrectAsync(correction, cancellationToken);
        }
    }

    /// <summary>What of the steps the release still lacks: each that would change something, or cannot.</summary>
    internal static async Task<IReadOnlyList<(ReleaseStep Step, StepLook Look)>> FindOpenAsync(
        IEnumerable<ReleaseStep> steps, CancellationToken cancellationToken)
    {
        var open = new List<(ReleaseStep, StepLook)>();
        foreach (var step in steps)
        {
            if (await step.LookAsync(cancellationToken) is { Kind: LookKind.WouldChange or LookKind.Impossible } look)
            {
                open.Add((step, look));
            }
        }

        return open;
    }

    /// <summary>What an earlier run left when it was interrupted, so that the place may hold, and the edge remember, what no record tells; null when none was.
    /// Under the lock it is what was there before this run's own.</summary>
    public Task<ReleaseIntent?> InterruptedAsync(CancellationToken cancellationToken)
        => Once(ref _intent, () => Ledger.ReadIntentAsync(CancellationToken.None)).WaitAsync(cancellationToken);

    /// <summary>What the ledger and the buckets say has to be read again: another run may have ended meanwhile.</summary>
    internal void Forget()
    {
        lock (_lock)
        {
            (_pointer, _identity, _intent, _current) = (null, null, null, null);
        }

        foreach (var site in Sites)
        {
            site.Forget();
        }
    }

    /// <inheritdoc/>
    public async Task<IRunLock> LockAsync(CancellationToken cancellationToken)
        => await PlaceLock.AcquireAsync(Place, Settings, _reporter, _time, cancellationToken);

    /// <inheritdoc/>
    public async Task<bool> BeginAsync(Effects effects, CancellationToken cancellationToken)
    {
        HasBegun = true;
        var before = await ReleaseAsync();
        Forget();
        var identity = await ReleaseAsync();
        var interrupted = await InterruptedAsync(cancellationToken);
        var holds = identity.Kind == before.Kind && identity.Current?.Release == before.Current?.Release;
        if (identity.Kind == ReleaseIdentityKind.Current && before.Kind != ReleaseIdentityKind.Current && interrupted is null)
        {
            _reporter.Information($"Another run has made release {identity.Release} meanwhile, with the same content.");
            return holds;
        }

        _reporter.Information(identity.Kind switch
        {
            ReleaseIdentityKind.Resumed => $"Going on with release {identity.Release}, which another run had begun and not recorded.",
            ReleaseIdentityKind.Current => $"Putting release {identity.Release} right: the place is not as it was recorded.",
            _ => $"Making release {identity.Release}.",
        });
        await RollbackReadiness.CheckAsync(this, cancellationToken);
        await ThrowIfImpossibleAsync(identity.Release, cancellationToken);
        var intent = new ReleaseIntent(identity.Release, await ContentAsync(), Settings.Who, Started)
        {
            EntryPoints = await EntryPointsAsync(interrupted),
        };
        HasNoted = true;
        await Ledger.WriteIntentAsync(intent, cancellationToken);
        return holds;
    }

    /// <inheritdoc/>
    public async Task<Outcome> RollBackAsync(Outcome failure, IReadOnlySet<Touch> touched, Effects effects, CancellationToken cancellationToken)
        => await IsCurrentByNowAsync(cancellationToken)
            ? failure with { Kind = OutcomeKind.Failed, Reason = $"{failure.Reason} Release {(await ReleaseAsync()).Release} is recorded, and stays." }
            : await new DeploymentRollback(this).RunAsync(failure, touched, cancellationToken);

    /// <inheritdoc/>
    public async Task RecordFailureAsync(Outcome failure, Effects effects, CancellationToken cancellationToken)
    {
        var identity = await ReleaseAsync();
        if (failure.Kind == OutcomeKind.RolledBack && identity.Kind != ReleaseIdentityKind.Current
            && await CurrentAsync(cancellationToken) is { } serves)
        {
            // What Terraform applied for the release that failed stays applied.
            await CorrectAsync(serves, cancellationToken, onlyState: true);
        }

        if (identity.Kind == ReleaseIdentityKind.Current || await IsCurrentByNowAsync(cancellationToken))
        {
            // Its record says how it was deployed, and stays. The intent stays too: the place is not yet put right.
            return;
        }

        await Ledger.RecordAsync(await ManifestAsync(failure), cancellationToken);
        if (LeavesNothingBehind(failure, await InterruptedAsync(cancellationToken)))
        {
            await Ledger.ClearIntentAsync(identity.Release, cancellationToken);
        }
    }

    /// <summary>The record of this release, as it stands now.</summary>
    public async Task<ReleaseManifest> ManifestAsync(Outcome outcome)
    {
        var identity = await ReleaseAsync();
        var outputs = Place.Outputs;
        var current = await CurrentAsync(CancellationToken.None);
        if (current is not null && await InterruptedAsync(CancellationToken.None) is { } interrupted)
        {
            current = await Records.WithSchemaLeftByAsync(interrupted, current, CancellationToken.None);
        }

        var services = new Dictionary<string, ReleasedService>();
        foreach (var service in Services)
        {
            services[service.Name] = service.WithSchema(
                new ReleasedService
                {
                    Host = service.Identity,
                    ImageDigest = (await service.ImageAsync())?.ManifestDigest,
                    Layers = (await service.ImageAsync())?.Layers.Select(x => new ReleasedLayer(x.Digest, x.Size)).ToList(),
                    Revision = service.Revision,
                    PreviousRevision = service.PreviousRevision,
                    Snapshot = service.Snapshot,
                },
                current?.Services.GetValueOrDefault(service.Name));
        }

        var sites = new Dictionary<string, IReadOnlyDictionary<string, SiteFile>>();
        foreach (var site in Sites)
        {
            sites[site.Name] = await site.PublishedAsync(identity.Release);
        }

        return new ReleaseManifest
        {
            Release = identity.Release,
            Content = await ContentAsync(),
            Commit = (await SourceAsync()).Commit,
            Commits = await CommitsSinceAsync(current?.Commit),
            Services = services,
            Sites = sites,
            Buckets = Sites.ToDictionary(x => x.Name, x => x.Stack.Bucket),
            PreviousRelease = identity.Current?.Release,
            PlanDigest = Place.PlanDigest,
            TerraformState = await TerraformStateAsync(CancellationToken.None),
            ConfigurationDigest = await ConfigurationDigestAsync(),
            Who = Settings.Who,
            Where = new ReleasePlace(outputs.Stack, outputs.Region, Place.Account, outputs.PublicUrl?.Shown().TrimEnd('/')),
            Started = Started,
            Finished = _time.GetUtcNow(),
            Outcome = outcome.Kind,
            Reason = SecretMask.Hide(outcome.Reason),
            Steps = [.. Results().Select(x => x.ToRecord())],
            Verified = outcome is { IsSuccess: true, NotSmokeTested: false },
        };
    }

    /// <summary>Whether this run has made its release the current one, also where the answer to that was lost: what is recorded as verified does not go back.</summary>
    private async Task<bool> IsCurrentByNowAsync(CancellationToken cancellationToken)
    {
        var identity = await ReleaseAsync();
        return IsRecorded
            || (identity.Kind != ReleaseIdentityKind.Current && (await Ledger.ReadCurrentAsync(cancellationToken))?.Release == identity.Release);
    }

    /// <summary>Asks every service host, before anything is changed, what stands against the release.</summary>
    /// <exception cref="FairleadException">Something does; the message names all of it.</exception>
    private async Task ThrowIfImpossibleAsync(ReleaseId release, CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        problems.AddRange((await FindOpenAsync(LeftOut, cancellationToken))
            .Select(x => $"'{x.Step.Name}' is left out, and without it the release is not there: {x.Look.Reason}"));

        foreach (var service in Services)
        {
            var plan = await service.Host.PlanAsync(await service.ReleaseAsync(release), cancellationToken);
            problems.AddRange((await service.Host.FindProblemsAsync(plan, cancellationToken)).Select(x => $"{service.Name}: {x}"));
        }

        if (Settings.SnapshotsDatabase)
        {
            foreach (var step in ReleaseSteps.Migrate(this))
            {
                problems.AddRange((await step.LookAsync(cancellationToken)).Problems.Select(x => $"{x.What} {x.Next}"));
            }
        }

        if (Settings is { Bake: not null, BakeAlarms: var alarms })
        {
            problems.AddRange(await new AlarmWatch(Place.Aws, _reporter, _time).FindProblemsAsync(alarms, cancellationToken));
        }

        if (problems.Count > 0)
        {
            throw new FairleadException(
                $"Release {release} cannot be made; nothing was changed.", string.Join(' ', problems), "Put that right, and deploy again.");
        }
    }

    /// <summary>What has to be written of the site.</summary>
    internal async Task<Site.SitePlan> PlanAsync(SiteWork site, CancellationToken cancellationToken)
    {
        var current = await CurrentAsync(cancellationToken);
        return await site.PlanAsync((await ReleaseAsync()).Release, current?.Sites.GetValueOrDefault(site.Name), cancellationToken);
    }

    /// <summary>Assets of the plan that the edge may hold something else of: those that are written over another, and, where a release that was visited is put
    /// right, those that were missing, for which it holds what it showed instead.</summary>
    internal async Task<IEnumerable<string>> RememberedAssetsAsync(Site.SitePlan plan)
        => (await ReleaseAsync()).Kind == ReleaseIdentityKind.Current ? plan.Assets.Select(x => x.Path) : plan.OverwrittenAssets;

    /// <summary>Whether services and sites are the earlier release's, so that no later run has to bring back, or make the edge forget, what this one wrote.</summary>
    private bool LeavesNothingBehind(Outcome failure, ReleaseIntent? interrupted)
        => (failure.Kind == OutcomeKind.RolledBack || (interrupted is null && !Results().Any(x => x.HasTouched)))
            && Sites.All(x => !x.OwesInvalidation(isInterrupted: false));

    /// <summary>The entry points that may be written from now on, with those that interrupted runs may have left.</summary>
    private async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> EntryPointsAsync(ReleaseIntent? interrupted)
    {
        var paths = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var site in Sites)
        {
            var own = (await site.ContentAsync()).EntryPoints.Select(x => x.Path);
            paths[site.Name] = [.. own.Union(interrupted?.EntryPoints?.GetValueOrDefault(site.Name) ?? []).Order(StringComparer.Ordinal)];
        }

        return paths;
    }

    /// <summary>Reads once for all who ask. Whoever gives up does not end the reading for the others, and what failed is read again.</summary>
    private Task<T> Once<T>(ref Task<T>? known, Func<Task<T>> read)
    {
        lock (_lock)
        {
            if (known is null or { IsFaulted: true })
            {
                known = read();
            }

            return known;
        }
    }

    private async Task<ReleasedCommits?> CommitsSinceAsync(string? before)
        => before is not null && (await SourceAsync()).Commit is { } commit
            ? await SourceRevision.ReadCommitsAsync(Settings.SourceDirectory, before, commit, CancellationToken.None)
            : null;

    private async Task<TerraformState?> ReadTerraformStateAsync()
    {
        try
        {
            return await Place.ReadTerraformStateAsync(CancellationToken.None);
        }
        catch (FairleadException exception)
        {
            _reporter.Warning($"The version of Terraform's state is not recorded, because it could not be read: {exception.Message}");
            return null;
        }
    }

    private async Task<ReleaseManifest?> ReadCurrentAsync() => await PointerAsync() is { } pointer ? await Records.ReadAsync(pointer) : null;

    private async Task<ReleaseIdentity> ResolveAsync()
    {
        if (Returning is { } target)
        {
            return new ReleaseIdentity(target.Release, ReleaseIdentityKind.Current, await PointerAsync());
        }

        var (content, source, current) = (await ContentAsync(), await SourceAsync(), await PointerAsync());
        var intent = current?.Content == content ? null : await InterruptedAsync(CancellationToken.None);
        var fresh = ReleaseId.Create(_time.GetUtcNow(), source.Commit, source.IsDirty);
        return await ReleaseIdentity.ResolveAsync(Ledger, content, current, intent, fresh, CancellationToken.None);
    }

    /// <summary>Which release is current: one read for all who ask.</summary>
    private Task<CurrentRelease?> PointerAsync() => Once(ref _pointer, () => Ledger.ReadCurrentAsync(CancellationToken.None));

    private async Task<string> ReadConfigurationAsync()
    {
        var services = new List<(string, IReadOnlyDictionary<string, string>, string?)>();
        foreach (var service in Services)
        {
            services.Add((service.Name, service.Part.Environment, await service.ArchiveDigestAsync()));
        }

        return ConfigurationFingerprint.Of(Place.Outputs, services);
    }

    private async Task<ContentDigest> ReadContentAsync()
    {
        var isOfOneEach = Services.Count <= 1 && Sites.Count <= 1;
        var digests = new Dictionary<string, string?> { ["configuration"] = await ConfigurationDigestAsync() };
        foreach (var service in Services)
        {
            digests[isOfOneEach ? "image" : $"image of {service.Name}"] = (await service.ImageAsync())?.ManifestDigest;
        }

        foreach (var site in Sites)
        {
            digests[isOfOneEach ? "site" : $"site {site.Name}"] = (await site.ContentAsync()).Digest;
        }

        return ContentDigest.Of(digests);
    }
}
