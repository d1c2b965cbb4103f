using Fairlead.Infrastructure;
using Fairlead.Reporting;
using Fairlead.Site;

namespace Fairlead.Deployments;

/// <summary>A site of a release while the release is made: what the build made, what the stack has for it, and what the run has seen and written of it.</summary>
internal sealed class SiteWork
{
    private readonly Lazy<Task<SiteContent>> _content;
    private readonly Lock _lock = new();
    private Task<IReadOnlyList<RemoteObject>>? _listing;

    public SiteWork(SitePart part, StackSite stack, Place place, IReporter reporter)
    {
        (Part, Stack) = (part, stack);
        var options = part.OptionsFor(stack.Bucket);
        Runner = new SiteRunner(place.Aws.S3, options, reporter);
        _content = new(() => SiteScanner.ScanAsync(options));
    }

    public SitePart Part { get; }

    public StackSite Stack { get; }

    public string Name => Part.Name;

    public SiteRunner Runner { get; }

    /// <summary>What this run wrote over, or took away, and the edge may remember: keys.</summary>
    public HashSet<string> Replaced { get; } = [];

    /// <summary>How many objects this run wrote or took away.</summary>
    public int Written { get; set; }

    /// <summary>Whether the edge was told to forget what was replaced, and did.</summary>
    public bool IsInvalidated { get; set; }

    /// <summary>Whether the edge may hold copies of what is no longer so, because this run did not reach, or left out, the invalidation.</summary>
    /// <param name="isInterrupted">Whether a run was interrupted before, of which nobody knows what it wrote.</param>
    public bool OwesInvalidation(bool isInterrupted) => Stack.DistributionId is not null && !IsInvalidated && (isInterrupted || Replaced.Count > 0);

    /// <summary>The site that the build left, without a release id on it.</summary>
    public Task<SiteContent> ContentAsync() => _content.Value;

    /// <summary>What is in the bucket, read once until something is written there.</summary>
    public Task<IReadOnlyList<RemoteObject>> ListAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_listing is null or { IsFaulted: true } or { IsCanceled: true })
            {
                _listing = Runner.ListAsync(cancellationToken);
            }

            return _listing;
        }
    }

    /// <summary>What is in the bucket has to be read again.</summary>
    public void Forget()
    {
        lock (_lock)
        {
            _listing = null;
        }
    }

    /// <summary>What has to be written.</summary>
    /// <param name="release">The release.</param>
    /// <param name="recorded">What the release before published, by key; null when that is not known.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<SitePlan> PlanAsync(
        Releases.ReleaseId release, IReadOnlyDictionary<string, Releases.SiteFile>? recorded, CancellationToken cancellationToken)
        => SitePlanner.Plan(await ContentAsync(), release.ToString(), await ListAsync(cancellationToken), recorded);

    /// <summary>The site as the release publishes it, for its manifest.</summary>
    public async Task<IReadOnlyDictionary<string, Releases.SiteFile>> PublishedAsync(Releases.ReleaseId release)
        => (await ContentAsync()).Files.ToDictionary(
            x => x.Path,
            x => SitePlanner.Publish(x, release.ToString()).Content is { } stamped
                ? new Releases.SiteFile(
                    Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(stamped.Span)), x.ContentType, x.CacheControl, x.IsEntryPoint)
                {
                    UnstampedSha256 = x.Sha256,
                }
                : new Releases.SiteFile(x.Sha256, x.ContentType, x.CacheControl, x.IsEntryPoint));
}
