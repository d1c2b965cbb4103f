using System.Collections.Concurrent;

namespace Fairlead.LocalCloud.LoadBalancing;

/// <summary>A target group with a listener of its own on loopback, which stands for the load balancer in front of it.</summary>
internal sealed class TargetGroup(TargetGroupRecord record, IHealthProbe probe, TargetGroupTiming timing, TimeProvider clock) : IDisposable
{
    private readonly ConcurrentDictionary<string, Target> _targets = new(StringComparer.Ordinal);
    private int _next;

    /// <summary>Raised when a target has become healthy or unhealthy.</summary>
    public event Action? Changed;

    public string Name => record.Name;

    public string Arn => record.Arn;

    /// <summary>Where the group's targets answer, for example <c>http://127.0.0.1:41021</c>. The port is
    /// kept across restarts unless something else has taken it.</summary>
    public Uri Url => new($"http://127.0.0.1:{Port}");

    public int Port { get; set; } = record.Port;

    public string HealthCheckPath { get; set; } = record.HealthCheckPath;

    public IReadOnlyList<Target> Targets => [.. _targets.Values.OrderBy(x => x.Id, StringComparer.Ordinal)];

    public void Register(string id, int port)
    {
        var target = new Target(id, port);
        _targets[id] = target;
        _ = target.CheckAsync(HealthCheckPath, probe, timing, clock, () => Changed?.Invoke());
    }

    /// <summary>The target gets no more requests from now on. Ends when those it has are answered, or after the drain limit.</summary>
    public async Task DeregisterAsync(string id)
    {
        if (!_targets.TryGetValue(id, out var target))
        {
            return;
        }

        try
        {
            await target.DrainAsync().WaitAsync(timing.DrainLimit, clock);
        }
        catch (TimeoutException)
        {
        }

        _targets.TryRemove(id, out _);
        target.Dispose();
    }

    public TargetHealth Health(string id) => _targets.TryGetValue(id, out var target) ? target.Health : TargetHealth.NotRegistered;

    /// <summary>A healthy target, in turn, with a request counted on it; the caller calls <see cref="Target.Leave"/>. Null when there is none.</summary>
    public Target? Enter()
    {
        var healthy = _targets.Values.Where(x => x.Health == TargetHealth.Healthy).ToArray();
        for (var i = 0; i < healthy.Length; i++)
        {
            var target = healthy[(int)((uint)Interlocked.Increment(ref _next) % (uint)healthy.Length)];
            if (target.TryEnter())
            {
                return target;
            }
        }

        return null;
    }

    public void Dispose()
    {
        foreach (var target in _targets.Values)
        {
            target.Dispose();
        }
    }
}
