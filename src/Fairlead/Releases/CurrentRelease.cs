namespace Fairlead.Releases;

/// <summary>Points to the release that was deployed last and did not fail. Whether it was seen to serve is in its manifest.</summary>
/// <param name="Release">The release.</param>
/// <param name="Content">Its content, so that one read tells whether there is anything to deploy.</param>
/// <param name="Since">When it was recorded.</param>
public sealed record CurrentRelease(ReleaseId Release, ContentDigest Content, DateTimeOffset Since)
{
    public int Version { get; init; } = 1;

    /// <summary>The record of the rollback by hand that made it the current one again, with what the databases were at then; null where a deploy did.</summary>
    public ReleaseId? RestoredBy { get; init; }
}
