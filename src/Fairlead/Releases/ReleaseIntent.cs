namespace Fairlead.Releases;

/// <summary>
/// Says that a release is being made, or that the place of a recorded one is being put right. What a
/// killed run leaves behind, so that the next one goes on with the same
/// release id and knows that something may have been written.
/// </summary>
/// <param name="Release">The release.</param>
/// <param name="Content">Its content.</param>
/// <param name="Owner">Who makes it.</param>
/// <param name="Started">Since when.</param>
public sealed record ReleaseIntent(ReleaseId Release, ContentDigest Content, string Owner, DateTimeOffset Started)
{
    public int Version { get; init; } = 1;
}
