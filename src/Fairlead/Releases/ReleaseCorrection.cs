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

    /// <summary>Name of the service → what its host runs; empty where nothing was seen to run.</summary>
    public IReadOnlyDictionary<string, string> Revisions { get; init => field = value ?? new Dictionary<string, string>(); }
        = new Dictionary<string, string>();

    /// <summary>The version of Terraform's state; null where Terraform does not provision the place, or nobody could read it.</summary>
    public TerraformState? TerraformState { get; init; }

    /// <summary>The manifest as it is to be read by now.</summary>
    public ReleaseManifest ApplyTo(ReleaseManifest manifest) => manifest with
    {
        TerraformState = TerraformState ?? manifest.TerraformState,
        Services = manifest.Services.ToDictionary(x => x.Key, x => RevisionOf(x.Key, manifest.Services.Count) is { } revision && revision != x.Value.Revision
            ? x.Value with { Revision = revision, PreviousRevision = x.Value.Revision }
            : x.Value),
    };

    // Where the release has one service it is the same one, whatever the build has called it since.
    private string? RevisionOf(string service, int count)
        => Revisions.GetValueOrDefault(service) ?? (count == 1 && Revisions.Count == 1 ? Revisions.Values.Single() : null);
}
