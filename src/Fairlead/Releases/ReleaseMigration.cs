namespace Fairlead.Releases;

/// <summary>Says that the migrations of a release ran, and what they said of the schema. Written once, as soon as they have, beside the manifest: a run
/// that is interrupted later, or that makes up for what an earlier one left out, does not run them again.</summary>
/// <param name="Release">The release.</param>
/// <param name="Service">The service whose database was migrated.</param>
/// <param name="Who"><c>user@host</c>, or the URL of the CI run.</param>
/// <param name="At">When they had ended.</param>
public sealed record ReleaseMigration(ReleaseId Release, string Service, string Who, DateTimeOffset At)
{
    public int Version { get; init; } = 1;

    /// <summary>What they said of the schema; null when they said nothing.</summary>
    public SchemaReport? Schema { get; init; }

    /// <summary>Identifier of the RDS snapshot that was taken of the database before they ran; null where none was.</summary>
    public string? Snapshot { get; init; }
}
