namespace Fairlead.Releases;

/// <summary>A service as a release runs it.</summary>
public sealed record ReleasedService
{
    /// <summary>What tells its host from others, in its kind's own words: <c>ecs: ClusterName = shop, …</c>. By it the service is known again under another
    /// name. Null in records that do not say.</summary>
    public string? Host { get; init; }

    /// <summary>Digest of the image's manifest: <c>sha256:…</c>; null where instances unpack an archive and no image was made.</summary>
    public string? ImageDigest { get; init; }

    /// <summary>The layers of the image, lowest first; null where there is no image, and in records that do not say.</summary>
    public IReadOnlyList<ReleasedLayer>? Layers { get; init; }

    /// <summary>What the host runs, in its own words: on ECS the ARN of the task definition. Null while it was not seen to run.</summary>
    public string? Revision { get; init; }

    /// <summary>What it ran before.</summary>
    public string? PreviousRevision { get; init; }

    /// <summary>Version of the database's schema before the release's migration; null where nothing says.</summary>
    public string? PreviousSchemaVersion { get; init; }

    /// <summary>Version of the database's schema after the release's migration; null where nothing says.</summary>
    public string? SchemaVersion { get; init; }

    /// <summary>Version that the database was at all the same, where the release was gone back to: code goes back, a schema does not. Null where it is
    /// <see cref="SchemaVersion"/>, or nothing says.</summary>
    public string? DatabaseSchemaVersion { get; init; }

    /// <summary>Oldest schema version whose code still works on this schema; null when the release does not say.</summary>
    public string? OldestCompatibleSchema { get; init; }

    /// <summary>Identifier of the RDS snapshot that was taken of the database before the release's migration; null where none was.</summary>
    public string? Snapshot { get; init; }
}
