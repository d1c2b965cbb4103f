using System.Runtime.CompilerServices;
using Fairlead.Components.Reporting;
using Fairlead.Containers;
using Fairlead.Containers.Registry;
using Fairlead.Infrastructure;
using Fairlead.Releases;
using Fairlead.Site;
using Fairlead.Site.Invalidation;
using Nuke.Common;

namespace Fairlead.Components.Deployments;

/// <summary>
/// One run's way from built artifacts to a release: what its targets hand to each other. Values are found when they are first asked for;
/// the place and the lock are set by the targets that make them.
/// </summary>
public sealed class DeployRun
{
    private static readonly ConditionalWeakTable<INukeBuild, DeployRun> Runs = [];
    private readonly DateTimeOffset _started = TimeProvider.System.GetUtcNow();
    private readonly Lazy<Task<SourceRevision>> _source;
    private readonly Lazy<Task<OciImage>> _image;
    private readonly Lazy<Task<SiteContent>> _site;
    private readonly Lazy<Task<string?>> _archive;
    private DeploymentPlace? _place;
    private ReleaseIdentity? _identity;
    private ReleaseId? _smokeTested;
    private bool _interrupted;
    private Task<bool>? _interruptedBefore;

    private DeployRun(IHazDeployment build)
    {
        Build = build;
        _source = new(() => SourceRevision.ReadAsync(build.RootDirectory, Cancellation.Token));
        _image = new(() => OciLayout.OpenAsync(((IDockerImage)build).ImageDirectory, cancellationToken: Cancellation.Token));
        _site = new(() => SiteScanner.ScanAsync(new SiteOptions { Directory = ((IWebBuild)build).SiteDirectory, Bucket = "" }, Cancellation.Token));
        _archive = new(() => InstanceArchive.DigestAsync(build, Cancellation.Token));
    }

    public IHazDeployment Build { get; }

    public DateTimeOffset Started => _started;

    /// <summary>The commit that is deployed.</summary>
    public Task<SourceRevision> SourceAsync() => _source.Value;

    /// <summary>The image that DockerImage left; its blobs are checked against their digests.</summary>
    public Task<OciImage> ImageAsync() => _image.Value;

    /// <summary>The site that WebBuild left, without a release id on it.</summary>
    public Task<SiteContent> SiteAsync() => _site.Value;

    /// <summary>The lock, once an effect asked for it.</summary>
    public DeployLock? Lock { get; private set; }

    /// <summary>How far this run came; what a rollback goes by.</summary>
    public RollbackProgress Progress { get; set; } = new(SchemaMigrated: false, ServiceChanged: false, EntryPointsChanged: false);

    /// <summary>What was written to the site's bucket; null while nothing was.</summary>
    internal SitePlan? Published { get; set; }

    /// <summary>Whether the edge was told to forget what was written, and did.</summary>
    internal bool IsInvalidated { get; set; }

    /// <summary>How the first target that failed ended; null while none has.</summary>
    internal Outcome? Failure { get; set; }

    /// <summary>Revision that the service runs after DeployService.</summary>
    public string? ServiceRevision { get; set; }

    /// <summary>Digest of the infrastructure's configuration; null where Terraform does not provision.</summary>
    public string? PlanDigest { get; set; }

    /// <summary>Revision that the service ran before DeployService.</summary>
    public string? PreviousServiceRevision { get; set; }

    /// <exception cref="FairleadException">Nothing provisioned the place in this run.</exception>
    public DeploymentPlace Place
    {
        get => _place ?? throw new FairleadException(
            "The place to deploy to is not known.",
            "TerraformApply did not run, so there are no stack outputs.",
            "Run it too: do not skip TerraformApply.");
        set => _place = value;
    }

    /// <summary>Where the service's image goes.</summary>
    /// <exception cref="FairleadException">The stack has no repository.</exception>
    public RepositoryReference Repository => Place.Outputs.RepositoryUri is { } uri
        ? RepositoryReference.Parse(uri)
        : throw new FairleadException(
            $"Stack {Place.Outputs.Stack} has no image repository.",
            $"Its service host is {Place.Outputs.Service.Host}, and it has no output repository_uri.",
            "Give the stack a repository, or deploy what its service host takes.");

    public bool IsProvisioned => _place is not null;

    public Ledger Ledger => new(Place.Aws.S3, Place.Outputs.LedgerBucket, Place.Outputs.LedgerPrefix);

    public static DeployRun Of(IHazDeployment build) => Runs.GetValue(build, static x => new DeployRun((IHazDeployment)x));

    /// <summary>Digest of image, site and configuration together.</summary>
    public async Task<ContentDigest> ContentAsync()
        => ContentDigest.Of((await ImageAsync()).ManifestDigest, (await SiteAsync()).Digest, await ConfigurationDigestAsync());

    /// <summary>Digest of what the deploy itself is told, and of the archive where instances unpack one.</summary>
    public async Task<string> ConfigurationDigestAsync()
        => ConfigurationFingerprint.Of(
            Place.Outputs,
            (Build as IDeployService)?.ServiceEnvironment,
            Place.Outputs.Service is Ec2ServiceOutputs ? await _archive.Value : null);

    /// <summary>Which release this is; reads the ledger the first time.</summary>
    public async Task<ReleaseIdentity> ReleaseAsync() => _identity ??= await ResolveAsync();

    /// <summary>
    /// To be called by a target that is about to change something, after it saw that there is something to change and before it looks
    /// again. Takes the place's lock, and notes which release is being made, so that a run after a kill goes on with the same one.
    /// </summary>
    public async Task BeginEffectsAsync()
    {
        if (Lock is not null)
        {
            Lock.ThrowIfLost();
            return;
        }

        Lock = await DeployLock.AcquireAsync(
            Place.Aws.S3,
            Place.Outputs.LedgerBucket,
            Place.Outputs.LedgerPrefix,
            new LockOptions { Wait = TimeSpan.FromMinutes(Build.LockWait) },
            TimeProvider.System,
            LogReporter.Instance,
            Cancellation.Token);

        // Another run may have ended between our first look and the lock.
        _identity = await ResolveAsync();

        // A run was interrupted, or left the place as its failure made it; with which content does not matter.
        _interrupted = await Ledger.ReadIntentAsync(Cancellation.Token) is not null;
        if (_interrupted && _identity.Kind != ReleaseIdentityKind.Current)
        {
            // What it changed has to go back with the rest.
            Progress = new RollbackProgress(SchemaMigrated: true, ServiceChanged: true, EntryPointsChanged: true);
        }

        if (_identity.Kind != ReleaseIdentityKind.Resumed)
        {
            await Ledger.WriteIntentAsync(new ReleaseIntent(_identity.Release, await ContentAsync(), LockOwner.Current().Name, Started), Cancellation.Token);
        }

        LogReporter.Instance.Information(_identity.Kind switch
        {
            ReleaseIdentityKind.Resumed => $"Going on with release {_identity.Release}, which an interrupted run had begun.",
            ReleaseIdentityKind.Current => $"Putting release {_identity.Release} right: the place is not as it was recorded.",
            _ => $"Making release {_identity.Release}.",
        });
    }

    /// <summary>Whether an earlier run was interrupted, so that the place may hold, and the edge remember,
    /// what no record tells. Reads the ledger the first time.</summary>
    internal Task<bool> IsInterruptedAsync()
    {
        return Lock is null ? _interruptedBefore ??= FindIntentAsync() : Task.FromResult(_interrupted);

        async Task<bool> FindIntentAsync() => await Ledger.ReadIntentAsync(Cancellation.Token) is not null;
    }

    /// <summary>Which paths the edge has to forget. To be called after <see cref="BeginEffectsAsync"/>.</summary>
    internal async Task<InvalidationPlan> PlanInvalidationAsync()
        => _interrupted ? InvalidationPlan.Everything
            : (await ReleaseAsync()).Kind == ReleaseIdentityKind.Current && Published is { } repaired ? InvalidationPlan.ForRepair(repaired)
            : InvalidationPlan.ForRelease(await SiteAsync(), Published);

    /// <summary>Whether the edge may hold copies of what is no longer so, because this run did not reach or left out
    /// Invalidate. The intent then stays, and tells the next run.</summary>
    internal bool OwesInvalidation => Place.Outputs.DistributionId is not null && !IsInvalidated && (_interrupted || Published is not null);

    /// <summary>Says that the smoke tests asked the public URL for this release, and passed.</summary>
    internal void SmokeTestsPassed(ReleaseId release) => _smokeTested = release;

    /// <summary>Whether they did, in this run.</summary>
    internal bool IsSmokeTested(ReleaseId release) => _smokeTested == release;

    /// <summary>One sentence on why the smoke tests said nothing.</summary>
    internal string NotSmokeTestedReason => Place.Unserved ?? "SmokeTest did not run.";

    /// <summary>Records a failure and gives the lock back. Idempotent; does nothing in a run that had no effect.</summary>
    public async Task EndEffectsAsync()
    {
        if (Lock is not null)
        {
            await this.RecordFailureAsync();
            await Lock.DisposeAsync();
            Lock = null;
        }
    }

    private async Task<ReleaseIdentity> ResolveAsync()
    {
        var source = await SourceAsync();
        return await ReleaseIdentity.ResolveAsync(Ledger, await ContentAsync(), source.Commit, source.IsDirty, TimeProvider.System, Cancellation.Token);
    }
}
