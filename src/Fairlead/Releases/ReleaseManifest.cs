namespace Fairlead.Releases;

/// <summary>The record of a release: what it is made of, where it went and how that ended. Written once, never changed.</summary>
public sealed record ReleaseManifest
{
    /// <summary>Version of the format that this program writes and the highest that it reads.</summary>
    public const int CurrentVersion = 1;

    public int Version { get; init; } = CurrentVersion;

    public required ReleaseId Release { get; init; }

    public required ContentDigest Content { get; init; }

    /// <summary>Full commit; null when the source is under no version control.</summary>
    public string? Commit { get; init; }

    /// <summary>Digest of the image's manifest: <c>sha256:…</c>.</summary>
    public string? ImageDigest { get; init; }

    /// <summary>ARN of the task definition that the release runs.</summary>
    public string? ServiceRevision { get; init; }

    /// <summary>ARN of the task definition that ran before.</summary>
    public string? PreviousServiceRevision { get; init; }

    /// <summary>Release that was current before.</summary>
    public ReleaseId? PreviousRelease { get; init; }

    /// <summary>Version of the database's schema after the release's migration.</summary>
    public string? SchemaVersion { get; init; }

    /// <summary>Oldest schema version whose code still works on this schema; null when the release does not say.</summary>
    public string? OldestCompatibleSchema { get; init; }

    /// <summary>Path in the bucket without a leading slash → what is there.</summary>
    public IReadOnlyDictionary<string, SiteFile> Site { get; init; } = new Dictionary<string, SiteFile>();

    public string? PlanDigest { get; init; }

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

    /// <summary>
    /// Whether the other records the same release with the same ending. A run that was killed after
    /// recording and is run again tells other times, may be another person's,
    /// and may be the first or the only one with smoke tests.
    /// </summary>
    public bool RecordsTheSameAs(ReleaseManifest other)
        => other with
        {
            Who = Who,
            Started = Started,
            Finished = Finished,
            Reason = Reason,
            Verified = Verified,
            Site = Site,
            PreviousRelease = PreviousRelease,
            PreviousServiceRevision = PreviousServiceRevision
        } == this
            && Site.Count == other.Site.Count
            && Site.All(x => other.Site.TryGetValue(x.Key, out var file) && file == x.Value);
}
