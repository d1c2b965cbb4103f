namespace Fairlead.Releases;

/// <summary>What the lock's object says. How old it is, its store says: nothing in it is compared with any machine's clock.</summary>
/// <param name="Fence">Grows with every acquisition, and never goes back. Effects that carry it can be told from those of an earlier holder.</param>
/// <param name="Token">Tells acquisitions apart, also those of the same process.</param>
/// <param name="Owner">Who holds the lock; null when it is released.</param>
/// <param name="Acquired">When it was acquired, by the store's clock. For people.</param>
/// <param name="Expires">When it may be taken over, unless it is renewed, by the store's clock. For people, and for older programs.</param>
public sealed record LockRecord(long Fence, string Token, LockOwner? Owner, DateTimeOffset Acquired, DateTimeOffset Expires)
{
    public int Version { get; init; } = 1;

    /// <summary>How long it is valid after it was written; null in a record of a program that did not say.</summary>
    public double? LeaseSeconds { get; init; }

    /// <param name="age">How long ago the object was written, as the store measures it.</param>
    /// <param name="lease">How long a lock is valid that does not say.</param>
    /// <param name="grace">How much longer others leave it alone.</param>
    /// <param name="isGone">Whether an owner is known to be gone.</param>
    public LockState StateAt(TimeSpan age, TimeSpan lease, TimeSpan grace, Func<LockOwner, bool> isGone)
        => this switch
        {
            { Owner: null } => LockState.Released,
            _ when age > LeaseOr(lease) + grace => LockState.Expired,
            _ when isGone(Owner) => LockState.Abandoned,
            _ => LockState.Held,
        };

    /// <summary>How long it is valid after it was written.</summary>
    public TimeSpan LeaseOr(TimeSpan lease) => LeaseSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : lease;
}
