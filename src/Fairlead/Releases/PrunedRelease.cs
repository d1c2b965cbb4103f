namespace Fairlead.Releases;

/// <summary>What goes with a release that is no longer kept. Nothing that a kept release refers to is in it. Names and paths are in ascending order.</summary>
/// <param name="Release">The release.</param>
public sealed record PrunedRelease(ReleaseId Release)
{
    /// <summary>Site → paths of the copies in the ledger.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> EntryPointCopies { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Service → digests of images.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Images { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Service → revisions, in the host's own words.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Revisions { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Site → keys in its bucket.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Assets { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
}
