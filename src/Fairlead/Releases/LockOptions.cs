namespace Fairlead.Releases;

/// <summary>How a deploy waits for the lock of a place, and holds it.</summary>
public sealed record LockOptions
{
    /// <summary>How long to wait for another deploy to end. Zero does not wait.</summary>
    public TimeSpan Wait { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How often to look while waiting.</summary>
    public TimeSpan PollEvery { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long the lock is valid without being renewed. It is renewed three times in this time.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How far the clocks of two machines may be apart; expired locks of others are left alone for this long.</summary>
    public TimeSpan ClockDifference { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Who this is.</summary>
    public LockOwner Owner { get; init; } = LockOwner.Current();

    /// <summary>Whether an owner is known to be gone, so that its lock needs not expire first.</summary>
    public Func<LockOwner, bool> IsGone { get; init; } = x => x.IsKnownToBeGone();
}
