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
    private int _begun;
    private volatile bool _isOver;

    /// <param name="step">Name of the step.</param>
    /// <param name="lock">The lock of the run; null for the lock's own writes.</param>
    /// <param name="observers">Who sees the effects.</param>
    /// <param name="ended">When no further effect may begin.</param>
    internal Effects(string step, IRunLock? @lock, IReadOnlyList<IEffectObserver> observers, CancellationToken ended)
        => (_step, _lock, _observers, _ended) = (step, @lock, observers, ended);

    /// <summary>Those of the step that is changing something here; null outside of one, where nothing may be written.</summary>
    public static Effects? Current => Ambient.Value;

    /// <summary>Done before the first effect begins: from then on something may have been changed.</summary>
    internal Action WhenFirst { private get; init; } = () => { };

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
    public Task<T> DoAsync<T>(string name, Func<CancellationToken, Task<T>> write, CancellationToken cancellationToken = default)
        => DoAsync(name, write, _ended, cancellationToken);

    /// <summary>Stops what an earlier effect began, such as a task that runs. May begin while the run ends, as long as it holds its lock: nothing that
    /// it began is to run on without it.</summary>
    /// <inheritdoc cref="DoAsync{T}(string, Func{CancellationToken, Task{T}}, CancellationToken)"/>
    internal Task<T> StopAsync<T>(string name, Func<CancellationToken, Task<T>> write, CancellationToken cancellationToken)
        => DoAsync(name, write, CancellationToken.None, cancellationToken);

    /// <inheritdoc cref="DoAsync{T}(string, Func{CancellationToken, Task{T}}, CancellationToken)"/>
    public Task DoAsync(string name, Func<CancellationToken, Task> write, CancellationToken cancellationToken = default)
        => DoAsync(
            name,
            async x =>
            {
                await write(x);
                return true;
            },
            cancellationToken);

    /// <summary>Makes these the effects of everything that the work sends, until it ends.</summary>
    internal async Task<T> RunAsync<T>(Func<Task<T>> work)
    {
        Ambient.Value = this;
        try
        {
            return await work();
        }
        finally
        {
            // The lock's own go on as long as it renews itself.
            _isOver = _lock is not null;
        }
    }

    /// <inheritdoc cref="RunAsync{T}"/>
    internal Task RunAsync(Func<Task> work) => RunAsync(async () =>
    {
        await work();
        return true;
    });

    private async Task<T> DoAsync<T>(string name, Func<CancellationToken, Task<T>> write, CancellationToken ended, CancellationToken cancellationToken)
    {
        if (_isOver)
        {
            throw new InvalidOperationException($"{name} would be written after the end of {_step}, which began it.");
        }

        _lock?.ThrowIfLost();
        ended.ThrowIfCancellationRequested();
        if (Interlocked.Exchange(ref _begun, 1) == 0)
        {
            WhenFirst();
        }

        var effect = new Effect(_step, name);
        foreach (var observer in _observers)
        {
            observer.Before(effect);
        }

        using var ends = CancellationTokenSource.CreateLinkedTokenSource(ended, _lock?.Lost ?? default, cancellationToken);
        var result = await write(ends.Token);
        Interlocked.Increment(ref _count);
        foreach (var observer in _observers)
        {
            observer.After(effect);
        }

        return result;
    }
}
