namespace Nuke.Common.Execution;

/// <summary>
/// Hands out the targets of a plan: each as soon as everything it waits for is over, at most <c>degree</c> at a time. With degree 1 that is
/// exactly the plan's order. Worker threads are dedicated, since actions block on processes and would starve the pool.
/// </summary>
internal sealed class TargetScheduler
{
    private readonly BuildSession _session;
    private readonly IReadOnlyList<ExecutableTarget> _plan;
    private readonly TargetRunner _runner;
    private readonly int _degree;
    private readonly object _gate = new();
    private readonly NumberQueue _ready = new();
    private readonly int[] _waitingFor;
    private readonly int[] _height;
    private readonly List<ExecutableTarget>?[] _successors;
    private readonly List<Thread> _threads = [];
    private int _remaining;
    private int _idle;
    private int _starting;

    public TargetScheduler(BuildSession session, NukeBuild build, IReadOnlyList<ExecutableTarget> plan, int degree)
    {
        _session = session;
        _plan = plan;
        _degree = degree;
        _runner = new TargetRunner(session, build, plan);
        _remaining = plan.Count;
        _waitingFor = new int[plan.Count];
        _height = new int[plan.Count];
        _successors = new List<ExecutableTarget>?[plan.Count];
    }

    /// <summary>Returns when every target of the plan has run, was skipped, or will not run.</summary>
    public void Run()
    {
        Connect();
        Work(slot: 0);
        foreach (var thread in _threads)
        {
            thread.Join();
        }
    }

    private void Connect()
    {
        foreach (var target in _plan)
        {
            // A target of another plan can have the same index.
            target.WaitedFor = [.. ExecutionPlanner.Predecessors(target).Where(x => x.PlanIndex >= 0 && _plan[x.PlanIndex] == x)];
            _waitingFor[target.PlanIndex] = target.WaitedFor.Count;
            foreach (var predecessor in target.WaitedFor)
            {
                (_successors[predecessor.PlanIndex] ??= []).Add(target);
            }
        }

        for (var i = _plan.Count - 1; i >= 0; i--)
        {
            var through = _height[i] + (_plan[i].Actions.Count > 0 ? 1 : 0);
            foreach (var predecessor in _plan[i].WaitedFor)
            {
                _height[predecessor.PlanIndex] = Math.Max(_height[predecessor.PlanIndex], through);
            }
        }

        foreach (var target in _plan.Where(x => x.WaitedFor.Count == 0))
        {
            Enqueue(target);
        }
    }

    private void Enqueue(ExecutableTarget target)
    {
        target.Ready(_session.Clock);

        // When several can start, the one with the longest way still to go after it does: the others have time.
        var urgency = _degree == 1 ? 0 : _plan.Count - _height[target.PlanIndex];
        _ready.Enqueue(((long)urgency << 32) | (uint)target.PlanIndex);
    }

    private void Work(int slot)
    {
        for (var target = Next(finished: null); target is not null; target = Next(target))
        {
            _runner.Run(target, slot);
        }
    }

    /// <summary>The next target for the calling thread, waited for if need be; null when there is nothing left.</summary>
    private ExecutableTarget? Next(ExecutableTarget? finished)
    {
        long next;
        Thread? thread = null;
        lock (_gate)
        {
            if (finished is not null)
            {
                Complete(finished);
            }

            while (!_ready.TryDequeue(out next))
            {
                if (_remaining == 0)
                {
                    return null;
                }

                _idle++;
                Monitor.Wait(_gate);
                _idle--;
            }

            for (var i = Math.Min(_idle, _ready.Count); i > 0; i--)
            {
                Monitor.Pulse(_gate);
            }

            if (_ready.Count > _idle + _starting && _threads.Count + 1 < _degree)
            {
                thread = NewThread();
            }
        }

        thread?.Start();
        return _plan[(int)(uint)next];
    }

    private Thread NewThread()
    {
        var slot = _threads.Count + 1;
        var thread = new Thread(() =>
        {
            lock (_gate)
            {
                _starting--;
            }

            Work(slot);
        })
        { IsBackground = true, Name = $"Target slot {slot}" };
        _starting++;
        _threads.Add(thread);
        return thread;
    }

    private void Complete(ExecutableTarget target)
    {
        if (--_remaining == 0)
        {
            Monitor.PulseAll(_gate);
        }

        foreach (var successor in _successors[target.PlanIndex] ?? [])
        {
            if (--_waitingFor[successor.PlanIndex] == 0)
            {
                Enqueue(successor);
            }
        }
    }
}
