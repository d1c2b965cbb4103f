using System.Text.Json.Serialization;
using Fairlead.Releases;

namespace Fairlead.Deployments.Reports;

/// <summary>What differs of a service between two releases.</summary>
/// <param name="Name">The service.</param>
/// <param name="Change">What became of it.</param>
public sealed record ServiceDifference(string Name, PartChange Change)
{
    /// <summary>Digest of the image's manifest; null when it is the same.</summary>
    public ValueChange? Image { get; init; }

    /// <summary>What became of the image's layers; null when the image is the same, or a record does not say.</summary>
    public LayerChange? Layers { get; init; }

    /// <summary>
    /// What the host runs, in its own words: the task definition. Null when it is the same, and when the release did not come so far. Alone it is no
    /// difference: a host makes one for every release, because the release's own name is part of it.
    /// </summary>
    public ValueChange? Revision { get; init; }

    /// <summary>Version of the database's schema; null when it is the same, or nothing says.</summary>
    public ValueChange? Schema { get; init; }

    /// <summary>What the migration of the release ended with; null when the record does not say, or the service has none.</summary>
    public RecordedStep? Migration { get; init; }

    /// <summary>Identifier of the RDS snapshot that was taken of the database before the migration of the release; null where none was.</summary>
    public string? Snapshot { get; init; }

    /// <summary>Whether migrations ran, whatever came of them.</summary>
    [JsonIgnore]
    public bool HasMigrated => Migration?.Outcome is { } outcome && outcome != OutcomeKind.Unchanged;

    internal static ServiceDifference Between(string name, ReleasedService? before, ReleasedService? after, RecordedStep? migration)
    {
        var difference = new ServiceDifference(name, PartChange.Unchanged)
        {
            Image = ValueChange.Between(before?.ImageDigest, after?.ImageDigest),
            Layers = before?.ImageDigest == after?.ImageDigest ? null : LayerChange.Between(before?.Layers, after?.Layers),
            Revision = after?.Revision is null ? null : ValueChange.Between(before?.Revision, after.Revision),
            Schema = after?.SchemaVersion is null ? null : ValueChange.Between(after.PreviousSchemaVersion ?? before?.SchemaVersion, after.SchemaVersion),
            Migration = migration,
            Snapshot = after?.Snapshot,
        };
        return difference with
        {
            Change = before is null ? PartChange.Added
                : after is null ? PartChange.Removed
                : difference.Image is not null || difference.Schema is not null || difference.HasMigrated ? PartChange.Changed
                : PartChange.Unchanged,
        };
    }
}
