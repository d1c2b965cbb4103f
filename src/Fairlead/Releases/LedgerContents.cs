namespace Fairlead.Releases;

/// <summary>What is in a ledger, damaged or not. Read by <see cref="LedgerRepair"/>.</summary>
public sealed record LedgerContents
{
    public required LedgerObject<CurrentRelease> Current { get; init; }

    public required LedgerObject<ReleaseIntent> Intent { get; init; }

    public required LedgerObject<LockRecord> Lock { get; init; }

    /// <summary>How long ago the lock's object was written, as the store measures it; null when there is none, or the store does not say.</summary>
    public TimeSpan? LockAge { get; init; }

    /// <summary>How old a lock must be that nobody renews any more.</summary>
    public TimeSpan LockLimit { get; init; }

    /// <summary>The first number of the lock's fence that is higher than any before, whatever the damaged object said.</summary>
    public long NextFence { get; init; }

    /// <summary>Everything that is recorded, newest first.</summary>
    public IReadOnlyList<LedgerEntry> Releases { get; init; } = [];

    /// <summary>The copies of entry points that are lost or damaged, of the releases that can be gone back to.</summary>
    public IReadOnlyList<DamagedCopy> Copies { get; init; } = [];

    /// <summary>The store's time.</summary>
    public required DateTimeOffset Now { get; init; }
}
