using Serilog;

namespace Nuke.Common.Execution;

/// <summary>Takes one target from its turn to its outcome: skipped, not run, succeeded, failed, aborted. Never throws; many threads use it at once.</summary>
internal sealed class TargetRunner(BuildSession session, NukeBuild build, IReadOnlyList<ExecutableTarget> plan)
{
    private readonly SkipMarker _skipMarker = new(plan);
    private readonly Lock _status = new();
    private volatile ExecutableTarget? _firstFailure;

    public void Run(ExecutableTarget target, int slot)
    {
        try
        {
            if (target.Status == ExecutionStatus.Skipped)
            {
                RaiseSkipped(target);
            }
            else if (StopReason(target) is { } reason)
            {
                WillNotRun(target, reason);
            }
            else
            {
                RunInSlot(target, slot);
            }
        }
        catch (Exception exception)
        {
            // A handler of the build failed outside of a target's actions; on a worker thread that would end the process.
            Fail(target, exception, aborted: false);
        }
    }

    private void RunInSlot(ExecutableTarget target, int slot)
    {
        // An assured target that starts after the cancellation has to be able to clean up.
        var shielded = target.AssuredAfterFailure && session.Cancellation.IsCancellationRequested;
        TargetScope.Current = target;
        if (shielded)
        {
            BuildCancellation.Shield();
        }

        target.TakeSlot(slot);
        try
        {
            if (SkipMarker.FailedConditions(target, target.DynamicConditions) is { } conditions)
            {
                SkipNow(target, conditions);
            }
            else if (target.Actions.Count == 0)
            {
                target.Status = ExecutionStatus.Collective;
            }
            else
            {
                RunActions(target);
            }
        }
        catch (Exception exception)
        {
            target.ActionsEnd();
            Fail(target, exception, aborted: !shielded && session.Cancellation.IsCancellationRequested);
        }
        finally
        {
            target.LeaveSlot();
            if (shielded)
            {
                BuildCancellation.Unshield();
            }

            TargetScope.Current = null;
        }
    }

    private void SkipNow(ExecutableTarget target, string conditions)
    {
        lock (_status)
        {
            target.OnlyWhen = conditions;
            target.Status = ExecutionStatus.Skipped;
            _skipMarker.SkipUnneeded(target);
        }

        RaiseSkipped(target);
    }

    private void RunActions(ExecutableTarget target)
    {
        session.Output.TargetStarted(target.Name);
        try
        {
            lock (_status)
            {
                target.Status = ExecutionStatus.Running;
            }

            target.ActionsStart();
            Raise<IOnTargetRunning>(x => x.OnTargetRunning(target), () => build.RaiseTargetRunning(target.Name));
            TargetActions.Run(target.Actions);
            target.ActionsEnd();
            target.Status = ExecutionStatus.Succeeded;
            Raise<IOnTargetSucceeded>(x => x.OnTargetSucceeded(target), () => build.RaiseTargetSucceeded(target.Name));
        }
        catch (Exception exception)
        {
            // Here rather than further out, so that the message stands in the target's own block.
            target.ActionsEnd();
            Fail(target, exception, aborted: session.Cancellation.IsCancellationRequested && BuildCancellation.Token.IsCancellationRequested);
        }
        finally
        {
            session.Output.TargetFinished(target.Name);
        }
    }

    private void WillNotRun(ExecutableTarget target, string reason)
    {
        target.Status = ExecutionStatus.NotRun;
        target.NotRunReason = reason;
        target.FailedCause = Cause(target);
    }

    private string? StopReason(ExecutableTarget target)
    {
        if (target.AssuredAfterFailure)
        {
            return null;
        }

        if (session.Cancellation.IsCancellationRequested)
        {
            return "the run was cancelled";
        }

        if (_firstFailure is not { } failure)
        {
            return null;
        }

        return Cause(target) is { } cause ? $"needs {cause.Name}, which failed" : $"stopped after {failure.Name} failed";
    }

    /// <summary>What the target depends on, directly or not, and that failed. Dependencies are over before, so that each knows its own.</summary>
    private static ExecutableTarget? Cause(ExecutableTarget target)
    {
        foreach (var dependency in target.ExecutionDependencies)
        {
            if (dependency.Status is ExecutionStatus.Failed or ExecutionStatus.Aborted)
            {
                return dependency;
            }

            if (dependency.FailedCause is { } cause)
            {
                return cause;
            }
        }

        return null;
    }

    private void Fail(ExecutableTarget target, Exception exception, bool aborted)
    {
        target.Status = aborted ? ExecutionStatus.Aborted : ExecutionStatus.Failed;
        if (aborted)
        {
            Log.Warning("Cancelled");
            Log.Verbose("{Error:l}", exception.ToString());
        }
        else
        {
            Log.Error("{Error:l}", session.Options.Verbosity == Verbosity.Verbose ? exception.ToString() : ExceptionText.Of(exception));
        }

        if (!target.ProceedAfterFailure)
        {
            Interlocked.CompareExchange(ref _firstFailure, target, null);
        }

        try
        {
            if (!aborted)
            {
                Summarize(target, ExceptionText.Unwrap(exception).First());
            }

            Raise<IOnTargetFailed>(x => x.OnTargetFailed(target), () => build.RaiseTargetFailed(target.Name));
        }
        catch (Exception handler)
        {
            Log.Error("{Error:l}", $"A handler of failed targets failed itself: {ExceptionText.Of(handler)}");
        }
    }

    private void Summarize(ExecutableTarget target, Exception exception)
    {
        lock (target.SummaryInformation)
        {
            if (target.SummaryInformation.Count > 0)
            {
                return;
            }

            target.FailureKey = exception.GetType().Name;
            target.SummaryInformation[target.FailureKey] = ExceptionText.FirstLine(exception);
        }

        Raise<IOnTargetSummaryUpdated>(x => x.OnTargetSummaryUpdated(build, target), null);
    }

    private void RaiseSkipped(ExecutableTarget target)
        => Raise<IOnTargetSkipped>(x => x.OnTargetSkipped(target), () => build.RaiseTargetSkipped(target.Name));

    private void Raise<T>(Action<T> ofExtension, Action? ofBuild)
        where T : class, IBuildExtension
    {
        lock (session.Extensions.Gate)
        {
            session.Extensions.Raise(ofExtension);
            ofBuild?.Invoke();
        }
    }
}
