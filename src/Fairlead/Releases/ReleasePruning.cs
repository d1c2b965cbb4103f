namespace Fairlead.Releases;

/// <summary>Says that what only this release needed was taken away: it cannot be gone back to. Written once, beside the manifest, which stays.</summary>
/// <param name="Release">The release.</param>
/// <param name="Who"><c>user@host</c>, or the URL of the CI run.</param>
/// <param name="At">When.</param>
public sealed record ReleasePruning(ReleaseId Release, string Who, DateTimeOffset At)
{
    public int Version { get; init; } = 1;
}
