using System.Threading.Channels;

namespace Fairlead.LocalCloud.Ecs;

/// <summary>The containers of one task: started in the order in which they depend on each other, and stopped in the reverse one.</summary>
internal sealed class TaskContainers(IReadOnlyList<TaskContainer> all, TimeProvider clock)
{
    private readonly Channel<bool> _signal = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Dictionary<TaskContainer, Task> _watches = [];
    private readonly TaskCompletionSource _essentialEnded = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<TaskContainer> All => all;

    /// <summary>Those that were started.</summary>
    public IEnumerable<TaskContainer> Started => all.Where(x => x.Running is not null);

    /// <summary>Container port → port on 127.0.0.1, of those that were started.</summary>
    public IReadOnlyDictionary<int, int> Ports => Started.SelectMany(x => x.Running!.Ports).DistinctBy(x => x.Key).ToDictionary();

    /// <summary>Completes when an essential container has ended.</summary>
    public Task EssentialEnded => _essentialEnded.Task;

    /// <summary>Something has happened that others may wait for.</summary>
    public void Signal() => _signal.Writer.TryWrite(true);

    /// <summary>Starts each container when what it depends on is reached.</summary>
    /// <param name="start">Starts one.</param>
    /// <param name="giveUp">Told of one that is not started, and not needed.</param>
    /// <param name="ended">Told of one that has ended, from any thread. Throws nothing.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>False when an essential container has ended before all were started.</returns>
    /// <exception cref="CannotStartContainerException">An essential container cannot be started, or not any more.</exception>
    /// <exception cref="CannotPullContainerException">What runs it cannot get the image of an essential container.</exception>
    public async Task<bool> StartAsync(
        Func<TaskContainer, CancellationToken, Task> start,
        Action<TaskContainer> giveUp,
        Action<TaskContainer> ended,
        CancellationToken cancellationToken)
    {
        while (true)
        {
            var (waiting, moved, wake) = (all.Where(x => x.IsWaiting).ToArray(), false, (DateTimeOffset?)null);
            if (waiting.Length == 0)
            {
                return true;
            }

            foreach (var one in waiting)
            {
                if (EssentialEnded.IsCompleted)
                {
                    return false;
                }

                var order = StartOrder.Decide(one.View, all.ToDictionary(x => x.Name, x => x.View), clock.GetUtcNow());
                if (order.IsReady || order.WhyNever is not null)
                {
                    await MoveAsync(one, order.WhyNever);
                    moved = true;
                }
                else if (wake is null || order.GivesUpAt < wake)
                {
                    wake = order.GivesUpAt ?? wake;
                }
            }

            if (!moved)
            {
                await WaitAsync(wake, cancellationToken);
            }
        }

        async Task MoveAsync(TaskContainer one, string? whyNever)
        {
            try
            {
                if (whyNever is not null)
                {
                    throw new CannotStartContainerException(whyNever);
                }

                await start(one, cancellationToken);
                _watches[one] = WatchAsync(one, ended);
            }
            catch (Exception exception) when (!one.IsEssential && exception is CannotStartContainerException or CannotPullContainerException)
            {
                one.GivenUp = exception.Message;
                giveUp(one);
            }
        }
    }

    /// <summary>Stops all, each when those that depend on it have ended. Of those that have, nobody is told anything afterwards.</summary>
    public async Task StopAsync(Func<TaskContainer, Task> stop)
    {
        var stops = new Dictionary<string, Task>(StringComparer.Ordinal);
        await Task.WhenAll(Started.Select(StopOne).ToArray());
        await Task.WhenAll(_watches.Where(x => x.Key.ExitCode is not null).Select(x => x.Value));

        Task StopOne(TaskContainer one)
        {
            if (!stops.TryGetValue(one.Name, out var known))
            {
                var dependents = Started.Where(x => x.DependsOn.Any(d => d.Container == one.Name)).Select(StopOne).ToArray();
                stops[one.Name] = known = StopAfterAsync(one, dependents);
            }

            return known;
        }

        async Task StopAfterAsync(TaskContainer one, Task[] dependents)
        {
            await Task.WhenAll(dependents);
            await stop(one);
        }
    }

    private async Task WatchAsync(TaskContainer one, Action<TaskContainer> ended)
    {
        await Task.WhenAny(one.Running!.Exited);
        if (one.IsEssential)
        {
            _essentialEnded.TrySetResult();
        }

        Signal();
        ended(one);
    }

    private async Task WaitAsync(DateTimeOffset? until, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var signal = _signal.Reader.WaitToReadAsync(limit.Token).AsTask();
        var delay = until - clock.GetUtcNow() ?? Timeout.InfiniteTimeSpan;
        await Task.WhenAny(signal, Task.Delay(until is null || delay > TimeSpan.Zero ? delay : TimeSpan.Zero, clock, limit.Token));
        cancellationToken.ThrowIfCancellationRequested();
        _signal.Reader.TryRead(out _);
        await limit.CancelAsync();
    }
}
