using Serilog;

namespace Nuke.Common.Execution;

/// <summary>
/// Runs a plan: each target as soon as everything it waits for is over, at most <c>degree</c> at a time. With degree 1 that is exactly the
/// plan's order. Worker threads are dedicated, since actions block on processes and would starve the pool.
/// </summary>
internal sealed class TargetScheduler
{
    private readonly BuildSession _session;
    private readonly NukeBuild _build;
    private readonly IReadOnlyList<ExecutableTarget> _plan;
    private readonly Lock _hooks = new();
    private readonly object _gate = new();
    private readonly PriorityQueue<ExecutableTarget, int> _ready = new();
    private readonly int[] _waitingFor;
    private readonly List<ExecutableTarget>[] _successors;
    private readonly List<Thread> _threads = [];
    private int _remaining;
    private int _idle;
    private ExecutableTarget _firstFailure;

    public TargetScheduler(BuildSession session, NukeBuild build, IReadOnlyList<ExecutableTarget> plan)
    {
        _session = session;
        _build = build;
        _plan = plan;
        _remaining = plan.Count;
        _waitingFor = new int[plan.Count];
        _successors = new List<ExecutableTarget>[plan.Count];
    }

    /// <summary>Returns when every target of the plan has run, was skipped, or will not run.</summary>
    public void Run(int degree)
    {
        Connect();
        Work(slot: 0, degree);
        foreach (var thread in _threads)
            thread.Join();
    }

    private void Connect()
    {
        var planned = new HashSet<ExecutableTarget>(_plan);
        foreach (var target in _plan)
            _successors[target.PlanIndex] = [];
        foreach (var target in _plan)
        {
            target.WaitedFor = [.. ExecutionPlanner.Predecessors(target).Where(planned.Contains)];
            _waitingFor[target.PlanIndex] = target.WaitedFor.Count;
            foreach (var predecessor in target.WaitedFor)
                _successors[predecessor.PlanIndex].Add(target);
            if (target.WaitedFor.Count == 0)
                Enqueue(target);
        }
    }

    private void Enqueue(ExecutableTarget target)
    {
        target.Ready(_session.Clock);
        _ready.Enqueue(target, target.PlanIndex);
    }

    private void Work(int slot, int degree)
    {
        while (Take(degree) is { } target)
        {
            try
            {
                Handle(target, slot);
            }
            catch (Exception exception)
            {
                // A handler of the build failed outside of a target's actions; on a worker thread that would end the process.
                Fail(target, exception);
            }
            finally
            {
                Complete(target);
            }
        }
    }

    private ExecutableTarget Take(int degree)
    {
        lock (_gate)
        {
            while (true)
            {
                if (_remaining == 0)
                    return null;
                if (_ready.TryDequeue(out var target, out _))
                {
                    if (_ready.Count > 0 && _idle == 0 && _threads.Count + 1 < degree)
                        StartThread(degree);
                    return target;
                }

                _idle++;
                Monitor.Wait(_gate);
                _idle--;
            }
        }
    }

    private void StartThread(int degree)
    {
        var slot = _threads.Count + 1;
        var thread = new Thread(() => Work(slot, degree)) { IsBackground = true, Name = "Target" };
        _threads.Add(thread);
        thread.Start();
    }

    private void Complete(ExecutableTarget target)
    {
        lock (_gate)
        {
            _remaining--;
            foreach (var successor in _successors[target.PlanIndex])
            {
                if (--_waitingFor[successor.PlanIndex] == 0)
                    Enqueue(successor);
            }

            Monitor.PulseAll(_gate);
        }
    }

    private void Handle(ExecutableTarget target, int slot)
    {
        if (target.Status == ExecutionStatus.Skipped)
        {
            Raise(() => _build.RaiseTargetSkipped(target.Name), (IOnTargetSkipped x) => x.OnTargetSkipped(target));
            return;
        }

        if (StopReason(target) is { } reason)
        {
            target.Status = ExecutionStatus.NotRun;
            target.NotRunReason = reason;
            return;
        }

        TargetScope.Current = target;
        if (_session.Cancellation.IsCancellationRequested)
            BuildCancellation.Shield();
        target.TakeSlot(slot);
        try
        {
            Execute(target);
        }
        finally
        {
            target.LeaveSlot();
            BuildCancellation.Unshield();
            TargetScope.Current = null;
        }
    }

    private string StopReason(ExecutableTarget target)
    {
        if (target.AssuredAfterFailure)
            return null;
        if (_session.Cancellation.IsCancellationRequested)
            return "the run was cancelled";
        var failure = Volatile.Read(ref _firstFailure);
        if (failure is null)
            return null;
        return FailedDependency(target) is { } cause ? $"needs {cause.Name}, which failed" : $"stopped after {failure.Name} failed";
    }

    private static ExecutableTarget FailedDependency(ExecutableTarget target)
    {
        var seen = new HashSet<ExecutableTarget>();
        var queue = new Queue<ExecutableTarget>([target]);
        while (queue.TryDequeue(out var next))
        {
            foreach (var dependency in next.ExecutionDependencies.Where(seen.Add))
            {
                if (dependency.Status is ExecutionStatus.Failed or ExecutionStatus.Aborted)
                    return dependency;
                queue.Enqueue(dependency);
            }
        }

        return null;
    }

    private void Execute(ExecutableTarget target)
    {
        var visible = target.Actions.Count > 0;
        try
        {
            if (SkipMarker.FailedCondition(target, target.DynamicConditions) is { } condition)
            {
                target.OnlyWhen = condition;
                target.Status = ExecutionStatus.Skipped;
                Raise(() => _build.RaiseTargetSkipped(target.Name), (IOnTargetSkipped x) => x.OnTargetSkipped(target));
                return;
            }

            if (visible)
                _session.Output.TargetStarted(target.Name);
            target.Status = ExecutionStatus.Running;
            target.ActionsStart();
            Raise(() => _build.RaiseTargetRunning(target.Name), (IOnTargetRunning x) => x.OnTargetRunning(target));
            foreach (var action in target.Actions)
                action();
            target.ActionsEnd();
            target.Status = visible ? ExecutionStatus.Succeeded : ExecutionStatus.Collective;
            Raise(() => _build.RaiseTargetSucceeded(target.Name), (IOnTargetSucceeded x) => x.OnTargetSucceeded(target));
        }
        catch (Exception exception)
        {
            target.ActionsEnd();
            Fail(target, exception);
        }
        finally
        {
            if (visible)
                _session.Output.TargetFinished(target.Name);
        }
    }

    private void Fail(ExecutableTarget target, Exception exception)
    {
        if (target.SummaryInformation.Count == 0)
        {
            var first = ExceptionText.Unwrap(exception).First();
            target.SummaryInformation[first.GetType().Name] = ExceptionText.FirstLine(first);
        }

        var cancelled = _session.Cancellation.IsCancellationRequested && !target.AssuredAfterFailure;
        target.Status = cancelled ? ExecutionStatus.Aborted : ExecutionStatus.Failed;
        if (cancelled)
            Log.Warning("Cancelled");
        else if (_session.Options.Verbosity == Verbosity.Verbose)
            Log.Error("{Error}", exception.ToString());
        else
            Log.Error("{Error}", ExceptionText.Of(exception));

        if (!target.ProceedAfterFailure)
            Interlocked.CompareExchange(ref _firstFailure, target, null);
        try
        {
            Raise(() => _build.RaiseTargetFailed(target.Name), (IOnTargetFailed x) => x.OnTargetFailed(target));
        }
        catch (Exception hook)
        {
            Log.Error("{Error}", $"The build's own handler of failed targets failed: {ExceptionText.Of(hook)}");
        }
    }

    /// <summary>One event at a time, although targets run in parallel: handlers are written for NUKE, where they cannot overlap.</summary>
    private void Raise<T>(Action ofBuild, Action<T> ofExtension)
        where T : class, IBuildExtension
    {
        lock (_hooks)
        {
            _session.Extensions.Raise(ofExtension);
            ofBuild();
        }
    }
}
