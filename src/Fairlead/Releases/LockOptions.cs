namespace Fairlead.Releases;

/// <summary>How a deploy waits for the lock of a place, and holds it.</summary>
public sealed record LockOptions
{
    /// <summary>How long to wait for another deploy to end. Zero does not wait.</summary>
    public TimeSpan Wait { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How often to look while waiting.</summary>
    public TimeSpan PollEvery { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The lease: how long the lock is valid without being renewed. It is renewed three times in this time.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How much longer than the lease others leave a lock alone that was not renewed: its holder's last requests may still be on their way, and the
    /// store tells its time in whole seconds.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How far this machine's clock may be from the store's for a deploy to begin. The lock does not go by this machine's clock, but signatures,
    /// release ids and records do.</summary>
    public TimeSpan ClockDifference { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Who this is.</summary>
    public LockOwner Owner { get; init; } = LockOwner.Current();

    /// <summary>Whether an owner is known to be gone, so that its lock needs not expire first.</summary>
    public Func<LockOwner, bool> IsGone { get; init; } = x => x.IsKnownToBeGone();
}
