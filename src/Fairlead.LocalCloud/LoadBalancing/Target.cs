namespace Fairlead.LocalCloud.LoadBalancing;

/// <summary>One registered target and its health checks, which run until it is disposed.</summary>
internal sealed class Target : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _lock = new();
    private int _requests;
    private bool _draining;

    public Target(string id, int port)
    {
        Id = id;
        Port = port;
    }

    public string Id { get; }

    /// <summary>On 127.0.0.1.</summary>
    public int Port { get; }

    public TargetHealth Health { get; private set; } = TargetHealth.Initial;

    public async Task CheckAsync(string path, IHealthProbe probe, TargetGroupTiming timing, TimeProvider clock, Action changed)
    {
        var uri = new Uri($"http://127.0.0.1:{Port}{path}");
        var (good, bad, began, accepted) = (0, 0, clock.GetTimestamp(), false);
        try
        {
            while (true)
            {
                TargetHealth verdict;
                try
                {
                    var status = await probe.ProbeAsync(uri, timing.Timeout, _stop.Token);
                    accepted |= status is not null;
                    verdict = status is >= 200 and <= 399 ? TargetHealth.Healthy : TargetHealth.Unhealthy(status);
                }
                catch (TimeoutException)
                {
                    accepted = true;
                    verdict = TargetHealth.TimedOut;
                }

                var starting = !accepted && clock.GetElapsedTime(began) < timing.StartAllowance;
                (good, bad) = verdict == TargetHealth.Healthy ? (good + 1, 0) : (0, starting ? 0 : bad + 1);
                if ((good >= timing.HealthyThreshold || bad >= timing.UnhealthyThreshold) && Set(verdict))
                {
                    changed();
                }

                await Task.Delay(starting ? timing.StartInterval : timing.Interval, clock, _stop.Token);
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    /// <summary>Counts a request. False when the target takes no more.</summary>
    public bool TryEnter()
    {
        lock (_lock)
        {
            _requests += _draining ? 0 : 1;
            return !_draining;
        }
    }

    public void Leave()
    {
        lock (_lock)
        {
            if (--_requests == 0 && _draining)
            {
                _drained.TrySetResult();
            }
        }
    }

    /// <summary>Takes no more requests; ends when those that it has are answered.</summary>
    public Task DrainAsync()
    {
        lock (_lock)
        {
            _draining = true;
            Health = TargetHealth.Draining;
            if (_requests == 0)
            {
                _drained.TrySetResult();
            }
        }

        _stop.Cancel();
        return _drained.Task;
    }

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private bool Set(TargetHealth health)
    {
        lock (_lock)
        {
            if (_draining || Health == health)
            {
                return false;
            }

            Health = health;
            return true;
        }
    }
}
