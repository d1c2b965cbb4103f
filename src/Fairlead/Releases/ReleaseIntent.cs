namespace Fairlead.Releases;

/// <summary>
/// Says that a release is being made, or that the place of a recorded one is being put right. What a
/// killed run leaves behind, so that the next one goes on with the same
/// release id and knows what may have been written.
/// </summary>
/// <param name="Release">The release.</param>
/// <param name="Content">Its content.</param>
/// <param name="Owner">Who makes it.</param>
/// <param name="Started">Since when.</param>
public sealed record ReleaseIntent(ReleaseId Release, ContentDigest Content, string Owner, DateTimeOffset Started)
{
    public int Version { get; init; } = 1;

    /// <summary>The entry points that may have been written since the place was last as recorded, by site: those of this run, and of the interrupted ones
    /// before it. Null in the intent of a program that did not say.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? EntryPoints { get; init; }
}
