using Microsoft.Extensions.Time.Testing;

namespace Fairlead.Testing;

/// <summary>
/// The clock of the tests. It stands still until it is moved, its timers fire while it moves, on the thread that moves it, and each sees the time
/// at which it was due.
/// </summary>
public sealed class TestClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    // For what hangs: an event that never comes fails the test instead of stopping the run.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly Lock _lock = new();
    private readonly List<WatchedTimer> _pending = [];
    private readonly List<TimeSpan> _waits = [];
    private readonly List<(int Count, TaskCompletionSource Reached)> _waiters = [];

    /// <summary>Starts at an hour of no meaning.</summary>
    public TestClock()
        : this(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero))
    {
    }

    /// <summary>
    /// Waits up to this length are over at once: the clock jumps to their end, and the timer fires on another thread. What waits for longer waits
    /// until the clock is moved. Null, the default: the clock moves only when it is told to.
    /// </summary>
    public TimeSpan? LongestSkip { get; init; }

    /// <summary>Called at every wait that is skipped, with its length, before its end.</summary>
    public Action<TimeSpan>? Waiting { get; set; }

    /// <summary>The waits that were skipped, in order.</summary>
    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (_lock)
            {
                return [.. _waits];
            }
        }
    }

    /// <summary>A clock that skips every wait.</summary>
    public static TestClock Skipping() => new() { LongestSkip = TimeSpan.MaxValue };

    /// <summary>Completes when so many timers wait for the clock to move.</summary>
    public Task TimersAsync(int count)
    {
        lock (_lock)
        {
            if (_pending.Count >= count)
            {
                return Task.CompletedTask;
            }

            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiters.Add((count, reached));
            return reached.Task.WaitAsync(Limit);
        }
    }

    public void Advance(double seconds) => Advance(TimeSpan.FromSeconds(seconds));

    public new void Advance(TimeSpan by)
    {
        var end = GetUtcNow() + by;
        while (NextDue(end) is { } due)
        {
            base.Advance(due - GetUtcNow());
        }

        base.Advance(end - GetUtcNow());
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (LongestSkip is not { } longest || dueTime < TimeSpan.Zero || dueTime > longest)
        {
            return new WatchedTimer(this, callback, state, dueTime, period);
        }

        lock (_lock)
        {
            _waits.Add(dueTime);
        }

        Advance(dueTime);
        Waiting?.Invoke(dueTime);
        var timer = base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        // Not here and now: whoever creates the timer does not expect it to fire before it has it.
        ThreadPool.QueueUserWorkItem(_ => timer.Change(TimeSpan.Zero, period));
        return timer;
    }

    private DateTimeOffset? NextDue(DateTimeOffset end)
    {
        lock (_lock)
        {
            var now = GetUtcNow();
            return _pending.Where(x => x.Due > now && x.Due <= end).Select(x => (DateTimeOffset?)x.Due).Min();
        }
    }

    /// <summary>A timer of the base class, of which the clock knows whether it waits and until when.</summary>
    private sealed class WatchedTimer : ITimer
    {
        private readonly TestClock _clock;
        private readonly ITimer _timer;
        private TimeSpan _period;
        private int _changes;
        private bool _hasFired;

        public WatchedTimer(TestClock clock, TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _clock = clock;
            _timer = clock.CreatePlainTimer(
                _ =>
                {
                    Fired();
                    callback(state);
                });
            Change(dueTime, period);
        }

        public DateTimeOffset Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            int change;
            lock (_clock._lock)
            {
                (_period, _hasFired) = (period, false);
                change = ++_changes;
                _clock._pending.Remove(this);
            }

            var isChanged = _timer.Change(dueTime, period);

            // Told only now that it would fire: whoever waits for so many timers moves the clock, and one that is not armed by then never fires.
            lock (_clock._lock)
            {
                if (change == _changes && dueTime != Timeout.InfiniteTimeSpan && (!_hasFired || period > TimeSpan.Zero))
                {
                    Due = _clock.GetUtcNow() + dueTime;
                    _clock._pending.Add(this);
                }

                foreach (var waiter in _clock._waiters.Where(x => _clock._pending.Count >= x.Count).ToList())
                {
                    _clock._waiters.Remove(waiter);
                    waiter.Reached.SetResult();
                }
            }

            return isChanged;
        }

        public void Dispose()
        {
            lock (_clock._lock)
            {
                _changes++;
                _clock._pending.Remove(this);
            }

            _timer.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Fired()
        {
            lock (_clock._lock)
            {
                _hasFired = true;
                if (_period > TimeSpan.Zero)
                {
                    Due += _period;
                }
                else
                {
                    _clock._pending.Remove(this);
                }
            }
        }
    }

    private ITimer CreatePlainTimer(TimerCallback callback) => base.CreateTimer(callback, state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
}
