namespace Fairlead.Releases;

/// <summary>A manifest of version 1, which knew one service and one site. Read, and no longer written.</summary>
internal sealed record ReleaseManifestV1
{
    public required ReleaseId Release { get; init; }

    public required ContentDigest Content { get; init; }

    public string? Commit { get; init; }

    public string? ImageDigest { get; init; }

    public string? ServiceRevision { get; init; }

    public string? PreviousServiceRevision { get; init; }

    public ReleaseId? PreviousRelease { get; init; }

    public string? SchemaVersion { get; init; }

    public string? OldestCompatibleSchema { get; init; }

    public IReadOnlyDictionary<string, SiteFile> Site { get; init => field = value ?? new Dictionary<string, SiteFile>(); }
        = new Dictionary<string, SiteFile>();

    public string? PlanDigest { get; init; }

    public string? ConfigurationDigest { get; init; }

    public required string Who { get; init; }

    public required ReleasePlace Where { get; init; }

    public required DateTimeOffset Started { get; init; }

    public required DateTimeOffset Finished { get; init; }

    public required OutcomeKind Outcome { get; init; }

    public required string Reason { get; init; }

    public required bool Verified { get; init; }

    /// <summary>Always one of each: the program of version 1 knew no other release.</summary>
    public ReleaseManifest ToManifest() => new()
    {
        Version = 1,
        Release = Release,
        Content = Content,
        Commit = Commit,
        Services = new Dictionary<string, ReleasedService>
        {
            [PartNames.Service] = new()
            {
                ImageDigest = ImageDigest,
                Revision = ServiceRevision,
                PreviousRevision = PreviousServiceRevision,
                SchemaVersion = SchemaVersion,
                OldestCompatibleSchema = OldestCompatibleSchema,
            },
        },
        Sites = new Dictionary<string, IReadOnlyDictionary<string, SiteFile>> { [PartNames.Site] = Site },
        PreviousRelease = PreviousRelease,
        PlanDigest = PlanDigest,
        ConfigurationDigest = ConfigurationDigest,
        Who = Who,
        Where = Where,
        Started = Started,
        Finished = Finished,
        Outcome = Outcome,
        Reason = Reason,
        Verified = Verified,
    };
}
