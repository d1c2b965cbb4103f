namespace Fairlead.LocalCloud.Ecs;

/// <summary>Looks again and again at the health of a container that runs, and tells whenever it changes. What goes wrong is said in the container's output,
/// once, and it goes on: what could not be told is told after the next look. Ends with the container.</summary>
internal sealed class HealthWatch : IAsyncDisposable
{
    private readonly CancellationTokenSource _ended = new();
    private readonly Task _watching;

    /// <param name="interval">From the end of a look to the next, and from now to the first.</param>
    /// <param name="look">Gives one of <see cref="HealthStatus"/>, or null as <see cref="ContainerLaunch.Health"/>.</param>
    /// <param name="launch">Is told.</param>
    /// <param name="clock">The time.</param>
    /// <param name="exited">Completes when the container has ended.</param>
    public HealthWatch(TimeSpan interval, Func<CancellationToken, Task<string?>> look, ContainerLaunch launch, TimeProvider clock, Task exited)
        => _watching = WatchAsync(FollowAsync(interval, look, launch, clock, _ended.Token), exited);

    /// <summary>Ends it. Nothing is looked at and nothing told afterwards.</summary>
    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _watching;
    }

    private static async Task FollowAsync(
        TimeSpan interval,
        Func<CancellationToken, Task<string?>> look,
        ContainerLaunch launch,
        TimeProvider clock,
        CancellationToken ended)
    {
        string? told = HealthStatus.Unknown, said = null;
        while (!ended.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(interval, clock, ended);
                var health = await look(ended);
                ended.ThrowIfCancellationRequested();
                if (health != told)
                {
                    launch.Health(health);
                    told = health;
                }

                said = null;
            }
            catch (OperationCanceledException) when (ended.IsCancellationRequested)
            {
            }
            catch (Exception exception)
            {
                if (exception.Message != said && !ended.IsCancellationRequested)
                {
                    launch.Output($"The container's health could not be asked for or noted, which is tried again: {exception.Message}");
                }

                said = exception.Message;
            }
        }
    }

    private async Task WatchAsync(Task following, Task exited)
    {
        await Task.WhenAny(following, exited);
        await _ended.CancelAsync();
        await following;
    }
}
