namespace Fairlead.Releases;

/// <summary>What the lock's object says.</summary>
/// <param name="Fence">Grows with every acquisition, and never goes back. Effects that carry it can be told from those of an earlier holder.</param>
/// <param name="Token">Tells acquisitions apart, also those of the same process.</param>
/// <param name="Owner">Who holds the lock; null when it is released.</param>
/// <param name="Acquired">When it was acquired.</param>
/// <param name="Expires">When it may be taken over, unless it is renewed.</param>
public sealed record LockRecord(long Fence, string Token, LockOwner? Owner, DateTimeOffset Acquired, DateTimeOffset Expires)
{
    public int Version { get; init; } = 1;

    /// <param name="now">The time.</param>
    /// <param name="clockDifference">How far the clocks of two machines may be apart.</param>
    /// <param name="isGone">Whether an owner is known to be gone.</param>
    public LockState StateAt(DateTimeOffset now, TimeSpan clockDifference, Func<LockOwner, bool> isGone)
        => this switch
        {
            { Owner: null } => LockState.Released,
            _ when now > Expires + clockDifference => LockState.Expired,
            _ when isGone(Owner) => LockState.Abandoned,
            _ => LockState.Held,
        };
}
