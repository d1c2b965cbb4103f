namespace Fairlead.Releases;

/// <summary>The lock of a place, while a run holds it. Disposing gives it back.</summary>
public interface IRunLock : IAsyncDisposable
{
    /// <summary>Higher than that of everybody who held the lock before.</summary>
    long Fence { get; }

    /// <summary>Cancelled as soon as the lock is known to be lost.</summary>
    CancellationToken Lost { get; }

    /// <exception cref="FairleadException">The lock is lost; the message says who has it.</exception>
    void ThrowIfLost();
}
