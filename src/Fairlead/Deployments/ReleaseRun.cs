using Fairlead.Releases;
using Fairlead.Reporting;

namespace Fairlead.Deployments;

/// <summary>
/// One run of a release. It owns what no step may care for: the lock, the second look under it, what may have to go back, the way back, and the record of
/// a failure. Steps without an order between them may run at the same time. The first step that fails stops the others before their next effect; the way
/// back begins when they stand still.
/// </summary>
public sealed class ReleaseRun(IRunScope scope, ReleaseRunOptions options, IReporter reporter, TimeProvider time) : IAsyncDisposable
{
    private readonly SemaphoreSlim _beginning = new(1, 1);
    private readonly CancellationTokenSource _failed = new();
    private readonly Lock _state = new();
    private readonly HashSet<Touch> _touched = [];
    private readonly List<StepResult> _results = [];
    private IRunLock? _lock;
    private Failure? _failure;
    private int _changing;
    private TaskCompletionSource? _stoodStill;

    /// <summary>How the steps ended so far, in the order in which they did.</summary>
    public IReadOnlyList<StepResult> Results
    {
        get
        {
            lock (_state)
            {
                return [.. _results];
            }
        }
    }

    /// <summary>Whether the lock is held: something was, or is about to be, written.</summary>
    public bool HoldsLock => Volatile.Read(ref _lock) is not null;

    /// <summary>Looks, changes what differs, and reads back. Never throws for what a step fails with.</summary>
    /// <exception cref="OperationCanceledException">The user cancelled. Nothing is rolled back: the next run goes on.</exception>
    public async Task<StepResult> RunAsync(ReleaseStep step, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var look = StepLook.Unchanged("");
        try
        {
            if (Stopped(step) is { } stopped)
            {
                return Ended(step, began, look, stopped);
            }

            look = await step.LookAsync(cancellationToken);
            if (options.DryRun || look.Kind is LookKind.NotApplicable)
            {
                return Ended(step, began, look, outcome: null);
            }

            if (look.NeedsChange)
            {
                await BeginAsync(cancellationToken);
                look = await step.LookAsync(cancellationToken);
            }

            if (look.Kind == LookKind.Impossible)
            {
                return Ended(step, began, look, await FailAsync(step.Name, new Outcome(OutcomeKind.Failed, look.Reason), cancellationToken));
            }

            if (!look.NeedsChange)
            {
                var seen = await step.VerifyAsync(cancellationToken);
                return seen is { IsSuccess: false }
                    ? Ended(step, began, look, await FailAsync(step.Name, seen, cancellationToken))
                    : Ended(step, began, look, seen ?? Outcome.Unchanged(look.Reason));
            }

            return await ChangeAsync(step, began, look, cancellationToken);
        }
        catch (Exception exception) when (!IsOfUser(exception, cancellationToken))
        {
            return Ended(step, began, look, await FailAsync(step.Name, new Outcome(OutcomeKind.Failed, exception.Message), cancellationToken));
        }
    }

    /// <summary>Ends the release for a failure that is none of its steps': brings back what they may have changed, and records it. Does nothing once a step has
    /// failed, or while nothing was changed.</summary>
    /// <param name="failure">What failed.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The failure, as it stands now.</returns>
    public Task<Outcome> AbortAsync(Outcome failure, CancellationToken cancellationToken) => FailAsync("a target", failure, cancellationToken);

    /// <summary>Gives the lock back. What was begun and neither succeeded nor was rolled back stays noted in the ledger for the next run.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _lock, null) is { } held)
        {
            await new Effects("lock", @lock: null, options.Observers, CancellationToken.None).RunAsync(() => held.DisposeAsync().AsTask());
        }
    }

    private async Task<StepResult> ChangeAsync(ReleaseStep step, long began, StepLook look, CancellationToken cancellationToken)
    {
        var held = _lock!;
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _failed.Token, held.Lost);
        var effects = new Effects(step.Name, held, options.Observers, ends.Token);
        if (!Enter(step))
        {
            return Ended(step, began, look, Stopped(step));
        }

        Outcome outcome;
        try
        {
            outcome = await effects.RunAsync(() => step.ChangeAsync(look, effects, ends.Token));
            if (outcome.IsSuccess && await step.VerifyAsync(ends.Token) is { } seen)
            {
                outcome = !seen.IsSuccess ? seen
                    : seen.NotSmokeTested ? outcome with { Reason = $"{outcome.Reason} {seen.Reason}", NotSmokeTested = true }
                    : outcome;
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            outcome = new Outcome(OutcomeKind.Failed, held.Lost.IsCancellationRequested ? LostReason(held) : $"{step.Name} was stopped.");
        }
        catch (Exception exception) when (!IsOfUser(exception, cancellationToken))
        {
            outcome = new Outcome(OutcomeKind.Failed, exception.Message);
        }
        finally
        {
            Leave();
        }

        outcome = outcome.IsSuccess ? outcome : await FailAsync(step.Name, outcome, cancellationToken);
        return Ended(step, began, look, outcome, effects.Count, step.Touches.Count > 0);
    }

    /// <summary>Takes the lock once, whichever step is the first to need it.</summary>
    private async Task BeginAsync(CancellationToken cancellationToken)
    {
        await _beginning.WaitAsync(cancellationToken);
        try
        {
            if (_lock is { } held)
            {
                held.ThrowIfLost();
                return;
            }

            // The lock renews itself as long as it is held, so the token of one step does not end its writes.
            var taken = await new Effects("lock", @lock: null, options.Observers, CancellationToken.None).RunAsync(() => scope.LockAsync(cancellationToken));
            Volatile.Write(ref _lock, taken);
            using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, taken.Lost);
            var effects = new Effects("begin", taken, options.Observers, ends.Token);
            await effects.RunAsync(() => scope.BeginAsync(effects, ends.Token));
        }
        finally
        {
            _beginning.Release();
        }
    }

    /// <summary>The first failure of a run decides: the others are told whom they were stopped for.</summary>
    private async Task<Outcome> FailAsync(string step, Outcome outcome, CancellationToken cancellationToken)
    {
        Task stoodStill;
        lock (_state)
        {
            if (_failure is { } first)
            {
                return first.Step == step ? outcome : first.StoppedOutcome(step);
            }

            _failure = new Failure(step);
            _stoodStill = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (_changing == 0)
            {
                _stoodStill.SetResult();
            }

            stoodStill = _stoodStill.Task;
        }

        await _failed.CancelAsync();
        if (_lock is not { } held)
        {
            // Nothing was written, and nothing has to go back.
            return outcome;
        }

        await stoodStill;
        try
        {
            held.ThrowIfLost();
            using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, held.Lost);
            var back = new Effects("roll back", held, options.Observers, ends.Token);
            outcome = await back.RunAsync(() => scope.RollBackAsync(outcome, _touched, back, ends.Token));
            var record = new Effects("record", held, options.Observers, ends.Token);
            await record.RunAsync(() => scope.RecordFailureAsync(outcome, record, ends.Token));
        }
        catch (Exception exception) when (!IsOfUser(exception, cancellationToken))
        {
            outcome = outcome with { Kind = OutcomeKind.Failed, Reason = $"{outcome.Reason} {exception.Message}" };
        }

        await DisposeAsync();
        return outcome;
    }

    private bool Enter(ReleaseStep step)
    {
        lock (_state)
        {
            if (_failure is not null)
            {
                return false;
            }

            _touched.UnionWith(step.Touches);
            _changing++;
            return true;
        }
    }

    private void Leave()
    {
        lock (_state)
        {
            if (--_changing == 0)
            {
                _stoodStill?.TrySetResult();
            }
        }
    }

    private Outcome? Stopped(ReleaseStep step)
    {
        lock (_state)
        {
            return _failure?.StoppedOutcome(step.Name);
        }
    }

    private StepResult Ended(ReleaseStep step, long began, StepLook look, Outcome? outcome, int effects = 0, bool hasTouched = false)
    {
        var result = new StepResult(step.Name, look, outcome, effects, time.GetElapsedTime(began)) { HasTouched = hasTouched };
        lock (_state)
        {
            result = result with { WasStopped = outcome is { IsSuccess: false } && _failure is { } first && first.Step != step.Name };
            _results.Add(result);
        }

        if (result.MayGoOn)
        {
            // What failed is the caller's to tell, with its evidence.
            reporter.Information($"{step.Name}: {result.Reason}");
        }

        return result;
    }

    private static string LostReason(IRunLock held)
    {
        try
        {
            held.ThrowIfLost();
            return "The lock was lost.";
        }
        catch (FairleadException exception)
        {
            return exception.Message;
        }
    }

    private static bool IsOfUser(Exception exception, CancellationToken cancellationToken)
        => exception is OperationCanceledException && cancellationToken.IsCancellationRequested;

    private sealed record Failure(string Step)
    {
        public Outcome StoppedOutcome(string step)
            => new(OutcomeKind.Failed, $"{step} was stopped, because another step failed: {Step}.");
    }
}
