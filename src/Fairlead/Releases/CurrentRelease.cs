namespace Fairlead.Releases;

/// <summary>Points to the release that was last seen to serve.</summary>
/// <param name="Release">The release.</param>
/// <param name="Content">Its content, so that one read tells whether there is anything to deploy.</param>
/// <param name="Since">When it was verified.</param>
public sealed record CurrentRelease(ReleaseId Release, ContentDigest Content, DateTimeOffset Since)
{
    public int Version { get; init; } = 1;
}
