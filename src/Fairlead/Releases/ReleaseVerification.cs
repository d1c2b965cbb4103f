namespace Fairlead.Releases;

/// <summary>Says that a recorded release was seen to serve after it had been recorded: a later run asked the public
/// URL. Written once, beside the manifest, which is never changed.</summary>
/// <param name="Release">The release.</param>
/// <param name="Who"><c>user@host</c>, or the URL of the CI run.</param>
/// <param name="At">When.</param>
public sealed record ReleaseVerification(ReleaseId Release, string Who, DateTimeOffset At)
{
    public int Version { get; init; } = 1;
}
