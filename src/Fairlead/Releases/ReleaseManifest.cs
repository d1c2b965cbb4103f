using System.Text.Json.Serialization;

namespace Fairlead.Releases;

/// <summary>The record of a release: what it is made of, where it went and how that ended. Written once, never changed.</summary>
public sealed record ReleaseManifest
{
    /// <summary>Version of the format that this program writes and the highest that it reads.</summary>
    public const int CurrentVersion = 2;

    private static readonly IReadOnlyDictionary<string, string> Unchanged = new Dictionary<string, string>();

    public int Version { get; init; } = CurrentVersion;

    public required ReleaseId Release { get; init; }

    public required ContentDigest Content { get; init; }

    /// <summary>Full commit; null when the source is under no version control.</summary>
    public string? Commit { get; init; }

    /// <summary>The commits since the release that was current before; null where nobody knows: no version control, or a clone without that history.</summary>
    public ReleasedCommits? Commits { get; init; }

    /// <summary>Name of the service → what it runs; empty for a release without one.</summary>
    /// <remarks>A reader that is generated sets what a document lacks to null, whatever it is by default.</remarks>
    public IReadOnlyDictionary<string, ReleasedService> Services { get; init => field = value ?? new Dictionary<string, ReleasedService>(); }
        = new Dictionary<string, ReleasedService>();

    /// <summary>Name of the site → path in its bucket without a leading slash → what is there; empty for a release without one.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, SiteFile>> Sites
    {
        get;
        init => field = value ?? new Dictionary<string, IReadOnlyDictionary<string, SiteFile>>();
    }
        = new Dictionary<string, IReadOnlyDictionary<string, SiteFile>>();

    /// <summary>Name of the site → its bucket, by which it is known again under another name; null in records that do not say.</summary>
    public IReadOnlyDictionary<string, string>? Buckets { get; init; }

    /// <summary>Name that a part has today → the one that it had when the release was recorded, under which what belongs to it is kept; empty where none was
    /// given another. Not recorded.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string> FormerNames { get; init; } = Unchanged;

    /// <summary>Release that was current before.</summary>
    public ReleaseId? PreviousRelease { get; init; }

    /// <summary>For a release that a rollback by hand made: the release whose content it brought back. Null for a deploy.</summary>
    public ReleaseId? Restores { get; init; }

    public string? PlanDigest { get; init; }

    /// <summary>The version of Terraform's state that described the place; null where Terraform does not provision it, or nobody could read it.</summary>
    public TerraformState? TerraformState { get; init; }

    public string? ConfigurationDigest { get; init; }

    /// <summary><c>user@host</c>, or the URL of the CI run.</summary>
    public required string Who { get; init; }

    public required ReleasePlace Where { get; init; }

    public required DateTimeOffset Started { get; init; }

    public required DateTimeOffset Finished { get; init; }

    public required OutcomeKind Outcome { get; init; }

    /// <summary>One sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>
    /// Whether the release was seen to serve: smoke tests asked the public URL and passed. Only verified releases are rolled back to. A release that succeeded
    /// and is not verified was not smoke-tested, because nothing could be asked or because the run left the tests out.
    /// </summary>
    public required bool Verified { get; init; }

    /// <summary>What the run did, in the order in which it ended; empty in records of version 1.</summary>
    public IReadOnlyList<RecordedStep> Steps { get; init => field = value ?? []; } = [];

    /// <summary>
    /// Whether the other records the same release with the same ending. A run that was killed after recording and is run again tells other times, may be
    /// another person's or of another commit with the same content, did other things, and may be the first or the only one with smoke tests.
    /// </summary>
    public bool RecordsTheSameAs(ReleaseManifest other)
        => other with
        {
            Version = Version,
            Commit = Commit,
            Commits = Commits,
            PlanDigest = PlanDigest,
            TerraformState = TerraformState,
            Who = Who,
            Started = Started,
            Finished = Finished,
            Reason = Reason,
            Verified = Verified,
            Steps = Steps,
            Services = Services,
            Sites = Sites,
            Buckets = Buckets,
            FormerNames = FormerNames,
            PreviousRelease = PreviousRelease,
        } == this
            && Same(Services, other.Services, (x, y) => AsMade(x) == AsMade(y))
            && Same(Sites, other.Sites, (x, y) => Same(x, y, (a, b) => a == b));

    /// <summary>The entry points of all sites.</summary>
    public IEnumerable<(string Site, string Path, SiteFile File)> EntryPoints()
        => Sites.SelectMany(site => site.Value.Where(x => x.Value.IsEntryPoint).Select(x => (site.Key, x.Key, x.Value)));

    /// <summary>What a part was called when the release was recorded.</summary>
    public string RecordedAs(string part) => FormerNames.GetValueOrDefault(part, part);

    /// <summary>Whether nothing is missing that no check of its form finds.</summary>
    internal bool IsComplete()
        => Services.Values.All(x => x is not null)
            && Sites.Values.All(x => x is not null && x.Values.All(file => file is { Sha256: not null, ContentType: not null, CacheControl: not null }))
            && Where is { Stack: not null, Region: not null, Account: not null }
            && Services.Values.All(x => x.Layers?.All(y => y is { Digest: not null }) != false)
            && (Commits is null or { Added: not null, Dropped: not null })
            && (Commits is null || Commits.Added.Concat(Commits.Dropped).All(x => x is { Commit: not null, Subject: not null }))
            && (TerraformState is null or { Lineage: not null })
            && Steps.All(x => x is { Name: not null, Reason: not null });

    // The digest of the image says its layers. A snapshot may be asked for in one run of the release and not in the other, and the host may have had to make
    // what it runs anew, because the infrastructure changed in between.
    private static ReleasedService AsMade(ReleasedService service)
        => service with { Host = null, Layers = null, Revision = null, PreviousRevision = null, PreviousSchemaVersion = null, Snapshot = null };

    private static bool Same<T>(IReadOnlyDictionary<string, T> left, IReadOnlyDictionary<string, T> right, Func<T, T, bool> equal)
        => left.Count == right.Count && left.All(x => right.TryGetValue(x.Key, out var value) && equal(x.Value, value));
}
