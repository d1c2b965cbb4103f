using Fairlead.Releases;

namespace Fairlead.Deployments;

/// <summary>
/// The one way in which a run writes. An effect begins only while the run holds its lock and no other step has failed. Requests to AWS and to registries
/// find the effects of the step that sends them by themselves (<see cref="EffectHandler"/>), so that no step can write past them.
/// </summary>
public sealed class Effects
{
    private static readonly AsyncLocal<Effects?> Ambient = new();
    private readonly string _step;
    private readonly IRunLock? _lock;
    private readonly IReadOnlyList<IEffectObserver> _observers;
    private readonly CancellationToken _ended;
    private int _count;

    /// <param name="step">Name of the step.</param>
    /// <param name="lock">The lock of the run; null for the lock's own writes.</param>
    /// <param name="observers">Who sees the effects.</param>
    /// <param name="ended">When no further effect may begin.</param>
    internal Effects(string step, IRunLock? @lock, IReadOnlyList<IEffectObserver> observers, CancellationToken ended)
        => (_step, _lock, _observers, _ended) = (step, @lock, observers, ended);

    /// <summary>Those of the step that is changing something here; null outside of one, where nothing may be written.</summary>
    public static Effects? Current => Ambient.Value;

    /// <summary>How many have ended.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Who made them, among the attempts at this place.</summary>
    public long Fence => _lock?.Fence ?? 0;

    /// <summary>Writes.</summary>
    /// <param name="name">What is written.</param>
    /// <param name="write">Writes it; its token ends when the lock is lost.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <exception cref="FairleadException">The lock is lost, and nothing was written.</exception>
    /// <exception cref="OperationCanceledException">The run ends.</exception>
    public async Task<T> DoAsync<T>(string name, Func<CancellationToken, Task<T>> write, CancellationToken cancellationToken = default)
    {
        _lock?.ThrowIfLost();
        _ended.ThrowIfCancellationRequested();
        var effect = new Effect(_step, name);
        foreach (var observer in _observers)
        {
            observer.Before(effect);
        }

        using var ends = CancellationTokenSource.CreateLinkedTokenSource(_ended, _lock?.Lost ?? default, cancellationToken);
        var result = await write(ends.Token);
        Interlocked.Increment(ref _count);
        foreach (var observer in _observers)
        {
            observer.After(effect);
        }

        return result;
    }

    /// <inheritdoc cref="DoAsync{T}"/>
    public Task DoAsync(string name, Func<CancellationToken, Task> write, CancellationToken cancellationToken = default)
        => DoAsync(
            name,
            async x =>
            {
                await write(x);
                return true;
            },
            cancellationToken);

    /// <summary>Makes these the effects of everything that the work sends.</summary>
    internal async Task<T> RunAsync<T>(Func<Task<T>> work)
    {
        Ambient.Value = this;
        return await work();
    }

    /// <inheritdoc cref="RunAsync{T}"/>
    internal async Task RunAsync(Func<Task> work)
    {
        Ambient.Value = this;
        await work();
    }
}
