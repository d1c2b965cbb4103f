namespace Fairlead.Releases;

/// <summary>What the ledger knows of a release.</summary>
/// <param name="Release">The release.</param>
/// <param name="Manifest">Its record; null when that is damaged.</param>
/// <param name="Damage">What is wrong with the record; null when nothing is.</param>
public sealed record LedgerEntry(ReleaseId Release, ReleaseManifest? Manifest, LedgerDamage? Damage)
{
    /// <summary>Whether what the release needs was pruned, so that it cannot be gone back to.</summary>
    public bool IsPruned { get; init; }

    /// <summary>Whether the damage is to the note that the release was seen to serve, and not to the manifest itself.</summary>
    internal bool IsOfVerification { get; init; }

    /// <summary>Of the object that is damaged; null when none is.</summary>
    internal string? ETag { get; init; }

    /// <summary>The manifest, where only the note beside it is damaged: what it is read as once that is gone. Else null.</summary>
    internal ReleaseManifest? Unverified { get; init; }

    /// <summary>Of the manifest, damaged or not.</summary>
    internal string? ManifestETag { get; init; }
}
