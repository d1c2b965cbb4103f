namespace Fairlead.Releases;

/// <summary>
/// Says what is otherwise than in the manifest although it is still the same release: what a later run rolled out anew, because the infrastructure around
/// the service had changed, and the version of Terraform's state. Kept beside the manifest, which is never changed; the newest replaces the one before.
/// </summary>
/// <param name="Release">The release.</param>
/// <param name="Who"><c>user@host</c>, or the URL of the CI run.</param>
/// <param name="At">When it was seen.</param>
public sealed record ReleaseCorrection(ReleaseId Release, string Who, DateTimeOffset At)
{
    public int Version { get; init; } = 1;

    /// <summary>Name of the service as the release recorded it → what its host runs; empty where nothing was seen to run.</summary>
    public IReadOnlyDictionary<string, string> Revisions { get; init => field = value ?? new Dictionary<string, string>(); }
        = new Dictionary<string, string>();

    /// <summary>The version of Terraform's state; null where Terraform does not provision the place, or nobody could read it.</summary>
    public TerraformState? TerraformState { get; init; }

    /// <summary>Name of the service as the release recorded it → the RDS snapshot that was taken before migrations that ran after it was recorded.</summary>
    public IReadOnlyDictionary<string, string> Snapshots { get; init => field = value ?? new Dictionary<string, string>(); }
        = new Dictionary<string, string>();

    /// <summary>The manifest as it is to be read by now.</summary>
    /// <param name="manifest">As it was recorded.</param>
    public ReleaseManifest ApplyTo(ReleaseManifest manifest) => manifest with
    {
        TerraformState = TerraformState ?? manifest.TerraformState,
        Services = manifest.Services.ToDictionary(x => x.Key, x => Apply(x.Key, x.Value)),
    };

    private ReleasedService Apply(string name, ReleasedService service)
    {
        service = service with { Snapshot = Snapshots.GetValueOrDefault(name) ?? service.Snapshot };
        return Revisions.GetValueOrDefault(name) is { } revision && revision != service.Revision
            ? service with { Revision = revision, PreviousRevision = service.Revision }
            : service;
    }
}
