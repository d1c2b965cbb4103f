namespace Fairlead.Services;

/// <summary>Waits between two questions to a service host: short at first, so that a small rollout is not slowed down, then growing to spare the API.</summary>
internal sealed class Backoff(TimeProvider time)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private TimeSpan _next = TimeSpan.FromMilliseconds(250);

    public Task WaitAsync(CancellationToken cancellationToken)
    {
        var delay = _next;
        _next = TimeSpan.FromTicks(Math.Min(Longest.Ticks, _next.Ticks * 3 / 2));
        return Task.Delay(delay, time, cancellationToken);
    }
}
