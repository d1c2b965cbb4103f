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
    /// <summary>Held while the lock is taken and the release is noted as begun, so that no other step goes on before both are done.</summary>
    private readonly SemaphoreSlim _beginning = new(1, 1);
    private readonly CancellationTokenSource _ending = new();
    private readonly Lock _state = new();
    private readonly HashSet<Touch> _touched = [];
    private readonly List<StepResult> _results = [];
    private readonly List<Attempt> _seenBeforeLock = [];
    private IRunLock? _lock;
    private bool _isBegun;
    private Task _lookedAgain = Task.CompletedTask;
    private string? _failed;
    private TaskCompletionSource? _goingBack;
    private bool _isOver;
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
    public Task<StepResult> RunAsync(ReleaseStep step, CancellationToken cancellationToken)
        => RunAsync(new Attempt(step, time.GetTimestamp()), isBeginning: false, cancellationToken);

    /// <summary>Ends the release for a failure that is none of its steps': brings back what they may have changed, and records it. Does nothing once a step has
    /// failed, or while nothing was changed.</summary>
    /// <param name="who">What failed, as the record names it.</param>
    /// <param name="failure">How.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The failure, as it stands now.</returns>
    public Task<StepResult> AbortAsync(string who, Outcome failure, CancellationToken cancellationToken)
        => FailAsync(new Attempt(new Outsider(who), time.GetTimestamp()), failure, cancellationToken);

    /// <summary>
    /// Stops what still runs, waits until it stands still, and gives the lock back. What was begun and neither succeeded nor was rolled back stays noted in
    /// the ledger for the next run. Idempotent.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        Task? goingBack;
        lock (_state)
        {
            _isOver = true;
            goingBack = _goingBack?.Task;
        }

        await _ending.CancelAsync();
        await (goingBack ?? Task.CompletedTask);
        await NobodyBeginsAsync(CancellationToken.None);
        await StandStillAsync();
        await GiveBackAsync();
    }

    /// <param name="attempt">The step.</param>
    /// <param name="isBeginning">Whether the run is about to begin, and asks the step once more because of that.</param>
    /// <param name="cancellationToken">Cancels.</param>
    private async Task<StepResult> RunAsync(Attempt attempt, bool isBeginning, CancellationToken cancellationToken)
    {
        var step = attempt.Step;
        try
        {
            if (Stopped(step) is { } stopped)
            {
                return Ended(attempt, stopped);
            }

            attempt.IsHeld = Volatile.Read(ref _isBegun);
            attempt.Look = await step.LookAsync(cancellationToken);
            if (options.DryRun)
            {
                return Ended(attempt, outcome: null);
            }

            if (attempt.Look.NeedsChange && !isBeginning)
            {
                if (await BeginAsync(step, cancellationToken) is { } stoppedMeanwhile)
                {
                    return Ended(attempt, stoppedMeanwhile);
                }

                attempt.IsHeld = true;
                attempt.Look = await step.LookAsync(cancellationToken);
            }

            switch (attempt.Look.Kind)
            {
                case LookKind.NotApplicable:
                    return Ended(attempt, outcome: null);
                case LookKind.Impossible:
                    return await FailAsync(attempt, new Outcome(OutcomeKind.Failed, attempt.Look.Reason), cancellationToken);
                case LookKind.WouldChange:
                    return await ChangeAsync(attempt, cancellationToken);
                default:
                    var seen = await step.VerifyAsync(cancellationToken) ?? Outcome.Unchanged(attempt.Look.Reason);
                    return !seen.IsSuccess ? await FailAsync(attempt, seen, cancellationToken)
                        : KeepsWhatItSaw(attempt) ? Ended(attempt, seen)
                        : await RunAsync(attempt, isBeginning, cancellationToken);
            }
        }
        catch (Exception exception) when (!IsOfUser(exception, cancellationToken))
        {
            return await FailAsync(attempt, new Outcome(OutcomeKind.Failed, Explain(exception, _lock)), cancellationToken);
        }
    }

    private async Task<StepResult> ChangeAsync(Attempt attempt, CancellationToken cancellationToken)
    {
        var step = attempt.Step;
        if (Enter() is not { } held)
        {
            return Ended(attempt, Stopped(step));
        }

        Outcome outcome;
        try
        {
            using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _ending.Token, held.Lost);
            attempt.Effects = new Effects(step.Name, held, options.Observers, ends.Token) { WhenFirst = () => Touch(attempt) };
            try
            {
                outcome = await attempt.Effects.RunAsync(() => step.ChangeAsync(attempt.Look, attempt.Effects, ends.Token));
                if (outcome.IsSuccess && await step.VerifyAsync(ends.Token) is { } seen)
                {
                    outcome = !seen.IsSuccess ? seen
                        : seen.NotSmokeTested ? outcome with { Reason = $"{outcome.Reason} {seen.Reason}", NotSmokeTested = true }
                        : outcome;
                }

                if (outcome.Kind == OutcomeKind.Unchanged && attempt.Effects.Count > 0)
                {
                    // Whatever the step thinks: unchanged is said only where nothing was written.
                    outcome = outcome with { Kind = OutcomeKind.Succeeded };
                }
            }
            catch (Exception exception) when (!IsOfUser(exception, cancellationToken))
            {
                outcome = new Outcome(OutcomeKind.Failed, Explain(exception, held));
            }

            if (!outcome.IsSuccess)
            {
                // Before it stands still: whoever records a failure then has to know of this one.
                Note(attempt, Stopped(step) ?? outcome);
            }
        }
        finally
        {
            Leave();
        }

        return outcome.IsSuccess ? Ended(attempt, outcome) : await FailAsync(attempt, outcome, cancellationToken);
    }

    /// <summary>Takes the lock and begins, once, whichever step is the first to need it. Null when the step may go on; else why it may not.</summary>
    private async Task<Outcome?> BeginAsync(ReleaseStep step, CancellationToken cancellationToken)
    {
        using var waits = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _ending.Token);
        try
        {
            await _beginning.WaitAsync(waits.Token);
            try
            {
                // The lock renews itself as long as it is held, so the token of one step does not end its writes.
                if (Stopped(step) is null && _lock is null)
                {
                    var effects = new Effects("lock", @lock: null, options.Observers, CancellationToken.None);
                    var taken = await effects.RunAsync(() => scope.LockAsync(waits.Token));
                    Volatile.Write(ref _lock, taken);
                }

                if (Stopped(step) is { } stopped)
                {
                    return stopped;
                }

                _lock!.ThrowIfLost();
                if (!_isBegun)
                {
                    await BeginAsync(_lock, cancellationToken);
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !waits.IsCancellationRequested)
            {
                // Whoever waits here for the same must not go on without it.
                Fails(step);
                throw;
            }
            finally
            {
                _beginning.Release();
            }

            await _lookedAgain;
            return Stopped(step);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested && _ending.IsCancellationRequested)
        {
            return Stopped(step);
        }
    }

    private async Task BeginAsync(IRunLock held, CancellationToken cancellationToken)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, held.Lost);
        var effects = new Effects("begin", held, options.Observers, ends.Token);
        var holds = await effects.RunAsync(() => scope.BeginAsync(effects, ends.Token));
        lock (_state)
        {
            _isBegun = true;
        }

        if (!holds)
        {
            _lookedAgain = LookAgainAsync(cancellationToken);
        }
    }

    /// <summary>What was found to be as it should be, before another run changed the place, is asked once more, and changed where it no longer is.</summary>
    private async Task LookAgainAsync(CancellationToken cancellationToken)
    {
        foreach (var attempt in _seenBeforeLock)
        {
            await RunAsync(attempt, isBeginning: true, cancellationToken);
        }
    }

    /// <summary>Keeps the attempt, to ask the step again should another run change the place before this one has its lock. False when it has it by now.</summary>
    private bool KeepsWhatItSaw(Attempt attempt)
    {
        lock (_state)
        {
            if (!attempt.IsHeld && !_isBegun)
            {
                _seenBeforeLock.Add(attempt);
                return true;
            }

            return attempt.IsHeld;
        }
    }

    /// <summary>The first failure of a run decides: the others are told whom they were stopped for.</summary>
    private async Task<StepResult> FailAsync(Attempt attempt, Outcome outcome, CancellationToken cancellationToken)
    {
        if (!Fails(attempt.Step))
        {
            return Ended(attempt, Stopped(attempt.Step));
        }

        var goingBack = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_state)
        {
            if (_goingBack is not null)
            {
                return Ended(attempt, Stopped(attempt.Step));
            }

            _goingBack = goingBack;
        }

        try
        {
            Note(attempt, outcome);
            await _ending.CancelAsync();
            await NobodyBeginsAsync(cancellationToken);
            if (_lock is { } held && _isBegun)
            {
                await StandStillAsync();
                outcome = await GoBackAsync(held, outcome, cancellationToken);
            }

            await GiveBackAsync();
            return Ended(attempt, outcome);
        }
        finally
        {
            goingBack.SetResult();
        }
    }

    private async Task<Outcome> GoBackAsync(IRunLock held, Outcome failure, CancellationToken cancellationToken)
    {
        if (LostReason(held) is { } lost)
        {
            return failure.Reason == lost ? failure : failure with { Kind = OutcomeKind.Failed, Reason = $"{failure.Reason} {lost}" };
        }

        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, held.Lost);
        Outcome outcome;
        try
        {
            var back = new Effects("roll back", held, options.Observers, ends.Token);
            outcome = await back.RunAsync(() => scope.RollBackAsync(failure, Touched(), back, ends.Token));
        }
        catch (Exception exception) when (!IsOfUser(exception, cancellationToken))
        {
            outcome = failure with { Kind = OutcomeKind.Failed, Reason = $"{failure.Reason} {LostReason(held) ?? exception.Message}" };
        }

        if (LostReason(held) is not null)
        {
            return outcome;
        }

        try
        {
            var record = new Effects("record", held, options.Observers, ends.Token);
            await record.RunAsync(() => scope.RecordFailureAsync(outcome, record, ends.Token));
        }
        catch (Exception exception) when (!IsOfUser(exception, cancellationToken))
        {
            // It stands as it stands, recorded or not.
            outcome = outcome with { Reason = $"{outcome.Reason} The failure is not recorded: {LostReason(held) ?? exception.Message}" };
        }

        return outcome;
    }

    private async Task GiveBackAsync()
    {
        if (Interlocked.Exchange(ref _lock, null) is not { } held)
        {
            return;
        }

        try
        {
            await new Effects("lock", @lock: null, options.Observers, CancellationToken.None).RunAsync(() => held.DisposeAsync().AsTask());
        }
        catch (Exception exception)
        {
            // How the run ended is known and must reach the user; the lock expires.
            reporter.Warning($"The lock could not be given back: {exception.Message}");
        }
    }

    /// <summary>Waits until whoever takes the lock has begun, or has left it.</summary>
    private async Task NobodyBeginsAsync(CancellationToken cancellationToken)
    {
        await _beginning.WaitAsync(cancellationToken);
        _beginning.Release();
    }

    private Task StandStillAsync()
    {
        lock (_state)
        {
            if (_changing == 0)
            {
                return Task.CompletedTask;
            }

            _stoodStill ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _stoodStill.Task;
        }
    }

    /// <summary>The lock, for a step that may change something now; null when none may any more.</summary>
    private IRunLock? Enter()
    {
        lock (_state)
        {
            if (_failed is not null || _isOver)
            {
                return null;
            }

            _changing++;
            return _lock;
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

    private void Touch(Attempt attempt)
    {
        lock (_state)
        {
            // A schema alone does not go back: migrations expand.
            attempt.HasTouched = attempt.Step.Touches.Any(x => x is not Releases.Touch.Schema);
            _touched.UnionWith(attempt.Step.Touches);
        }
    }

    private IReadOnlySet<Touch> Touched()
    {
        lock (_state)
        {
            return _touched.ToHashSet();
        }
    }

    /// <summary>Whether the step's failure is that of the run: it is the first, or was said before to be.</summary>
    private bool Fails(ReleaseStep step)
    {
        lock (_state)
        {
            if (_isOver && _failed is null)
            {
                return false;
            }

            _failed ??= step.Name;
            return _failed == step.Name;
        }
    }

    /// <summary>Why the step may not go on; null when it may.</summary>
    private Outcome? Stopped(ReleaseStep step)
    {
        lock (_state)
        {
            return _failed == step.Name ? new Outcome(OutcomeKind.Failed, $"{step.Name} was stopped, because it has failed before.")
                : _failed is not null ? new Outcome(OutcomeKind.Failed, $"{step.Name} was stopped, because another step failed: {_failed}.")
                : _isOver ? new Outcome(OutcomeKind.Failed, $"{step.Name} was stopped, because the run is over.")
                : null;
        }
    }

    /// <summary>Puts the result of the attempt in the place of the one that it was noted with before.</summary>
    private StepResult Note(Attempt attempt, Outcome? outcome)
    {
        var result = new StepResult(attempt.Step.Name, attempt.Look, outcome, attempt.Effects?.Count ?? 0, time.GetElapsedTime(attempt.Began))
        {
            HasTouched = attempt.HasTouched,
        };
        lock (_state)
        {
            result = result with { WasStopped = outcome is { IsSuccess: false } && (_isOver || _failed is not null) && _failed != attempt.Step.Name };
            if (attempt.Noted is { } noted && _results.IndexOf(noted) is >= 0 and var index)
            {
                _results[index] = result;
            }
            else
            {
                _results.Add(result);
            }
        }

        attempt.Noted = result;
        return result;
    }

    private StepResult Ended(Attempt attempt, Outcome? outcome)
    {
        var result = Note(attempt, outcome);
        if (result.MayGoOn)
        {
            // What failed is the caller's to tell, with its evidence.
            reporter.Information($"{result.Step}: {result.Reason}");
        }

        return result;
    }

    /// <summary>What a step broke off with. That a wait was cancelled says nothing where the lock says why.</summary>
    private static string Explain(Exception exception, IRunLock? held)
        => (exception is OperationCanceledException && held is not null ? LostReason(held) : null) ?? exception.Message;

    private static string? LostReason(IRunLock held)
    {
        try
        {
            held.ThrowIfLost();
            return null;
        }
        catch (FairleadException exception)
        {
            return exception.Message;
        }
    }

    private static bool IsOfUser(Exception exception, CancellationToken cancellationToken)
        => exception is OperationCanceledException && cancellationToken.IsCancellationRequested;

    /// <summary>Something that is no step of the release, and failed in the middle of it.</summary>
    private sealed class Outsider(string name) : ReleaseStep(name)
    {
        public override Task<StepLook> LookAsync(CancellationToken cancellationToken)
            => Task.FromResult(StepLook.NotApplicable($"{Name} is no step of the release."));

        public override Task<Outcome> ChangeAsync(StepLook look, Effects effects, CancellationToken cancellationToken)
            => throw new InvalidOperationException($"{Name} is no step of the release.");
    }

    /// <summary>A step, as far as it came.</summary>
    private sealed class Attempt(ReleaseStep step, long began)
    {
        public ReleaseStep Step => step;

        public long Began => began;

        public StepLook Look { get; set; } = StepLook.Unchanged("");

        /// <summary>Whether the run had begun when the step looked.</summary>
        public bool IsHeld { get; set; }

        public Effects? Effects { get; set; }

        public bool HasTouched { get; set; }

        /// <summary>What it was noted with last.</summary>
        public StepResult? Noted { get; set; }
    }
}
