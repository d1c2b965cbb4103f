using Fairlead.Deployments;
using Fairlead.Releases;
using Fairlead.Reporting;

namespace Fairlead.Tests.Deployments;

public sealed class ReleaseRunTests
{
    private readonly FakePlace _place = new();

    [Fact]
    public async Task A_step_that_finds_all_as_it_should_be_takes_no_lock()
    {
        _place.Write("a", "1");
        await using var run = Run();

        var result = await run.RunAsync(new FakeStep(_place, "push", ("a", "1")), CancellationToken.None);

        result.Outcome.ShouldBe(Outcome.Unchanged("push is as it should be."));
        _place.Locks.ShouldBe(0);
        _place.IsBegun.ShouldBeFalse();
    }

    [Fact]
    public async Task A_dry_run_looks_and_writes_nothing()
    {
        await using var run = Run(new ReleaseRunOptions { DryRun = true });

        var result = await run.RunAsync(new FakeStep(_place, "push", ("a", "1"), ("b", "1")), CancellationToken.None);

        result.Outcome.ShouldBeNull();
        result.MayGoOn.ShouldBeTrue();
        result.Look.Changes.Select(x => x.Subject).ShouldBe(["a", "b"]);
        (_place.Locks, _place.Written.Count).ShouldBe((0, 0));
    }

    [Fact]
    public async Task What_does_not_apply_is_neither_unchanged_nor_done()
    {
        await using var run = Run();

        var result = await run.RunAsync(
            new FakeStep(_place, "invalidate") { Finds = _ => StepLook.NotApplicable("There is no distribution.") }, CancellationToken.None);

        (result.Outcome, result.MayGoOn).ShouldBe((null, true));
    }

    [Fact]
    public async Task The_lock_is_taken_once_and_given_back()
    {
        await using (var run = Run())
        {
            await run.RunAsync(new FakeStep(_place, "push", ("a", "1")), CancellationToken.None);
            await run.RunAsync(new FakeStep(_place, "roll out", ("b", "1")), CancellationToken.None);
            _place.Holder.ShouldNotBeNull();
        }

        (_place.Locks, _place.Holder).ShouldBe((1, null));
    }

    /// <summary>Another run may have done the same before we had the lock.</summary>
    [Fact]
    public async Task It_looks_again_under_the_lock()
    {
        _place.WhenLocked = () => _place.Write("a", "1");
        await using var run = Run();
        var step = new FakeStep(_place, "push", ("a", "1"));

        var result = await run.RunAsync(step, CancellationToken.None);

        (step.Looks, result.Effects).ShouldBe((2, 0));
        result.Outcome!.Kind.ShouldBe(OutcomeKind.Unchanged);
    }

    [Fact]
    public async Task What_is_impossible_fails_before_anything_is_written()
    {
        await using var run = Run();

        var result = await run.RunAsync(
            new FakeStep(_place, "roll out") { Finds = _ => StepLook.Impossible(new StepProblem("There is no cluster shop.", "Apply the stack.")) },
            CancellationToken.None);

        result.Outcome!.Reason.ShouldContain("There is no cluster shop.");
        (_place.Locks, _place.RolledBack).ShouldBe((0, null));
    }

    [Fact]
    public async Task A_change_that_reading_back_does_not_confirm_has_failed_and_goes_back()
    {
        await using var run = Run();

        var result = await run.RunAsync(
            new FakeStep(_place, "roll out", ("a", "2")) { Verify = () => new Outcome(OutcomeKind.Failed, "It answers 503.") },
            CancellationToken.None);

        result.Outcome!.Kind.ShouldBe(OutcomeKind.RolledBack);
        result.Outcome.Reason.ShouldContain("503");
        _place.RolledBack.ShouldBe([new Touch.Service("roll out")]);
        _place.RecordedFailure.ShouldBe(result.Outcome);
        _place.Holder.ShouldBeNull();
    }

    [Fact]
    public async Task After_a_failure_no_further_step_begins()
    {
        await using var run = Run();
        await run.RunAsync(
            new FakeStep(_place, "push", ("a", "1")) { BeforeWrite = (_, _) => throw new InvalidOperationException("no space") }, CancellationToken.None);

        var next = new FakeStep(_place, "roll out", ("b", "1"));
        var result = await run.RunAsync(next, CancellationToken.None);

        result.Outcome!.Reason.ShouldBe("roll out was stopped, because another step failed: push.");
        (next.Looks, _place.Locks).ShouldBe((0, 1));
    }

    [Fact]
    public async Task Two_steps_change_at_the_same_time()
    {
        var both = new Barrier(2);
        await using var run = Run();

        var results = await Task.WhenAll(Step("push", "a"), Step("upload", "b"));

        results.ShouldAllBe(x => x.Outcome!.Kind == OutcomeKind.Succeeded);
        _place.Locks.ShouldBe(1);

        Task<StepResult> Step(string name, string key) => Task.Run(() => run.RunAsync(
            new FakeStep(_place, name, (key, "1"))
            {
                BeforeWrite = (_, ends) =>
                {
                    both.SignalAndWait(TimeSpan.FromMinutes(1), ends).ShouldBeTrue("They run one after the other.");
                    return Task.CompletedTask;
                },
            },
            CancellationToken.None));
    }

    [Fact]
    public async Task The_way_back_begins_when_the_others_stand_still()
    {
        _place.Before["a"] = "old";
        var begun = new TaskCompletionSource();
        var stopped = new TaskCompletionSource();
        await using var run = Run();
        var upload = Task.Run(() => run.RunAsync(
            new FakeStep(_place, "upload", ("a", "1"), ("b", "1"))
            {
                BeforeWrite = async (key, ends) =>
                {
                    if (key == "b")
                    {
                        begun.SetResult();
                        await Task.Delay(Timeout.Infinite, ends).ContinueWith(_ => { }, TaskScheduler.Default);
                        _place.RolledBack.ShouldBeNull("It goes back while another step still writes.");
                        stopped.SetResult();
                    }
                },
            },
            CancellationToken.None));
        await begun.Task;

        var failed = await run.RunAsync(
            new FakeStep(_place, "roll out", ("c", "1"), ("d", "1"))
            {
                BeforeWrite = (key, _) => key == "d" ? throw new InvalidOperationException("exit code 7") : Task.CompletedTask,
            },
            CancellationToken.None);

        await stopped.Task;
        failed.Outcome!.Kind.ShouldBe(OutcomeKind.RolledBack);
        (await upload).Outcome!.Reason.ShouldBe("upload was stopped, because another step failed: roll out.");
        _place.Written["a"].ShouldBe("old");
        _place.Written.Keys.ShouldNotContain("b");
        _place.RolledBack.ShouldBe([new Touch.Service("upload"), new Touch.Service("roll out")], ignoreOrder: true);
    }

    [Fact]
    public async Task A_run_that_lost_its_lock_writes_nothing_more_and_says_who_has_it()
    {
        _place.Before["a"] = "old";
        await using var run = Run();

        var result = await run.RunAsync(
            new FakeStep(_place, "upload", ("a", "1"), ("b", "1"))
            {
                BeforeWrite = (key, _) =>
                {
                    if (key == "b")
                    {
                        _place.Holder!.Lose();
                    }

                    return Task.CompletedTask;
                },
            },
            CancellationToken.None);

        result.Outcome!.Kind.ShouldBe(OutcomeKind.Failed);
        result.Outcome.Reason.ShouldContain("mallory took it over");
        _place.Written.ShouldBe(new Dictionary<string, string> { ["a"] = "1" });
        (_place.RolledBack, _place.RecordedFailure).ShouldBe((null, null));
    }

    /// <summary>Both wait for something else than a write, and end by the loss alone; nobody goes back at a place that is somebody else's by now.</summary>
    [Fact]
    public async Task Of_two_steps_at_once_neither_goes_on_when_the_lock_is_lost_in_the_middle()
    {
        _place.Before["a"] = "old";
        await using var run = Run();
        var (upload, push) = (new TaskCompletionSource(), new TaskCompletionSource());
        var steps = Task.WhenAll(Step("upload", "a", "b", upload), Step("push", "c", "d", push));
        await Task.WhenAll(upload.Task, push.Task).WaitAsync(TimeSpan.FromMinutes(1));

        _place.Holder!.Lose();

        var results = await steps.WaitAsync(TimeSpan.FromMinutes(1));
        results.ShouldAllBe(x => x.Outcome!.Kind == OutcomeKind.Failed);
        var first = results.Single(x => !x.WasStopped);
        first.Reason.ShouldBe("The deploy stopped before its next effect. Its lock is lost: mallory took it over.");
        results.Single(x => x.WasStopped).Reason.ShouldEndWith($" was stopped, because another step failed: {first.Step}.");
        _place.Written.ShouldBe(new Dictionary<string, string> { ["a"] = "1", ["c"] = "1" }, ignoreOrder: true);
        (_place.RolledBack, _place.RecordedFailure, _place.IsBegun).ShouldBe((null, null, true));

        Task<StepResult> Step(string name, string done, string next, TaskCompletionSource waits) => Task.Run(() => run.RunAsync(
            new FakeStep(_place, name, (done, "1"), (next, "1"))
            {
                BeforeWrite = (key, ends) => key == next ? WaitAsync(waits, ends) : Task.CompletedTask,
            },
            CancellationToken.None));
    }

    [Fact]
    public async Task A_lock_that_is_lost_between_two_steps_lets_the_second_not_begin()
    {
        await using var run = Run();
        await run.RunAsync(new FakeStep(_place, "push", ("a", "1")), CancellationToken.None);
        _place.Holder!.Lose();

        var result = await run.RunAsync(new FakeStep(_place, "roll out", ("b", "1")), CancellationToken.None);

        result.Outcome!.Kind.ShouldBe(OutcomeKind.Failed);
        result.Outcome.Reason.ShouldBe("The deploy stopped before its next effect. Its lock is lost: mallory took it over.");
        _place.Written.Keys.ShouldBe(["a"]);
        (_place.RolledBack, _place.RecordedFailure).ShouldBe((null, null));
    }

    [Fact]
    public async Task A_lock_that_is_lost_on_the_way_back_ends_it_and_nothing_is_recorded()
    {
        _place.Before["a"] = "old";
        _place.WhileGoingBack = _ =>
        {
            _place.Holder!.Lose();
            return Task.CompletedTask;
        };
        await using var run = Run();

        var result = await run.RunAsync(Failing("roll out", "a", "exit code 7"), CancellationToken.None);

        result.Outcome.ShouldBe(new Outcome(
            OutcomeKind.Failed, "exit code 7 The deploy stopped before its next effect. Its lock is lost: mallory took it over."));
        (_place.Written["a"], _place.RecordedFailure).ShouldBe(("1", null));
    }

    [Fact]
    public async Task A_way_back_that_fails_is_said_beside_the_failure_and_recorded()
    {
        _place.WhileGoingBack = _ => throw new InvalidOperationException("The copy of index.html is gone.");
        await using var run = Run();

        var result = await run.RunAsync(Failing("roll out", "a", "exit code 7"), CancellationToken.None);

        result.Outcome.ShouldBe(new Outcome(OutcomeKind.Failed, "exit code 7 The copy of index.html is gone."));
        _place.RecordedFailure.ShouldBe(result.Outcome);
        _place.Holder.ShouldBeNull();
    }

    [Fact]
    public async Task A_failure_that_cannot_be_recorded_stands_as_it_stands()
    {
        _place.WhenRecording = () => throw new InvalidOperationException("The bucket is gone.");
        await using var run = Run();

        var result = await run.RunAsync(Failing("roll out", "a", "exit code 7"), CancellationToken.None);

        result.Outcome.ShouldBe(new Outcome(OutcomeKind.RolledBack, "exit code 7 The failure is not recorded: The bucket is gone."));
        _place.Holder.ShouldBeNull();
    }

    [Fact]
    public async Task Lock_intent_change_way_back_record_and_lock_come_in_this_order()
    {
        _place.Before["a"] = "old";
        _place.Before["b"] = "old";
        var log = new EffectLog();
        await using var run = Run(new ReleaseRunOptions { Observers = [log] });
        await run.RunAsync(new FakeStep(_place, "push", ("a", "1")), CancellationToken.None);

        await run.RunAsync(Failing("roll out", "b", "exit code 7"), CancellationToken.None);

        log.Begun.ShouldBe(
        [
            "lock: take the lock",
            "begin: write the intent",
            "push: write a",
            "roll out: write b",
            "roll back: bring a back",
            "roll back: bring b back",
            "record: record the failure",
            "lock: give the lock back",
        ]);
        log.Ended.ShouldBe(8);
    }

    [Fact]
    public async Task A_step_that_failed_before_its_first_effect_has_touched_nothing()
    {
        await using var run = Run();
        await run.RunAsync(new FakeStep(_place, "push", ("a", "1")), CancellationToken.None);

        var result = await run.RunAsync(
            new FakeStep(_place, "roll out", ("b", "1")) { BeforeWrite = (_, _) => throw new InvalidOperationException("no plan") }, CancellationToken.None);

        _place.RolledBack.ShouldBe([new Touch.Service("push")]);
        run.Results.Select(x => (x.Step, x.HasTouched, x.Effects)).ShouldBe([("push", true, 1), ("roll out", false, 0)]);
        result.HasTouched.ShouldBeFalse();
    }

    /// <summary>What is recorded of a failure holds the step that failed, and those that were stopped for it, with what they had touched by then.</summary>
    [Fact]
    public async Task Whoever_records_a_failure_knows_of_every_step()
    {
        IReadOnlyList<StepResult> known = [];
        var begun = NewEvent();
        await using var run = Run();
        _place.WhenRecording = () => known = run.Results;
        var upload = Task.Run(() => run.RunAsync(
            new FakeStep(_place, "upload", ("a", "1"), ("b", "1"))
            {
                BeforeWrite = (key, ends) => key == "b" ? WaitAsync(begun, ends) : Task.CompletedTask,
            },
            CancellationToken.None));
        await begun.Task;

        await run.RunAsync(Failing("roll out", "c", "exit code 7"), CancellationToken.None);
        await upload;

        known.Select(x => (x.Step, x.Outcome!.Kind, x.HasTouched)).ShouldBe(
            [("roll out", OutcomeKind.Failed, true), ("upload", OutcomeKind.Failed, true)], ignoreOrder: true);
        run.Results.Select(x => (x.Step, x.Outcome!.Kind)).ShouldBe(
            [("roll out", OutcomeKind.RolledBack), ("upload", OutcomeKind.Failed)], ignoreOrder: true);
    }

    [Fact]
    public async Task Of_two_failures_at_once_the_first_decides_and_the_place_goes_back_once()
    {
        using var both = new Barrier(2);
        await using var run = Run();

        var results = await Task.WhenAll(FailAsync("push", "a"), FailAsync("upload", "b"));

        var decided = results.Single(x => x.Outcome!.Kind == OutcomeKind.RolledBack);
        var stopped = results.Single(x => x != decided);
        decided.Outcome!.Reason.ShouldBe($"{decided.Step} is broken");
        stopped.Outcome!.Reason.ShouldBe($"{stopped.Step} was stopped, because another step failed: {decided.Step}.");
        (_place.WaysBack, _place.RecordedFailure, _place.Holder).ShouldBe((1, decided.Outcome, null));
        (decided.WasStopped, stopped.WasStopped).ShouldBe((false, true));

        Task<StepResult> FailAsync(string name, string key) => Task.Run(() => run.RunAsync(
            new FakeStep(_place, name, (key, "1"))
            {
                BeforeWrite = (_, ends) =>
                {
                    both.SignalAndWait(TimeSpan.FromMinutes(1), ends).ShouldBeTrue("They run one after the other.");
                    throw new InvalidOperationException($"{name} is broken");
                },
            },
            CancellationToken.None));
    }

    /// <summary>A target of the build that is no step of the release failed in the middle of it.</summary>
    [Fact]
    public async Task A_failure_of_somebody_else_takes_back_what_the_steps_changed()
    {
        _place.Before["a"] = "old";
        await using var run = Run();
        await run.RunAsync(new FakeStep(_place, "push", ("a", "1")), CancellationToken.None);

        var aborted = await run.AbortAsync("LoadTest", new Outcome(OutcomeKind.Failed, "LoadTest failed."), CancellationToken.None);

        aborted.Outcome.ShouldBe(new Outcome(OutcomeKind.RolledBack, "LoadTest failed."));
        (_place.Written["a"], _place.RecordedFailure, _place.Holder).ShouldBe(("old", aborted.Outcome, null));
        _place.RolledBack.ShouldBe([new Touch.Service("push")]);
        (await run.RunAsync(new FakeStep(_place, "roll out", ("b", "1")), CancellationToken.None)).Outcome!.Reason
            .ShouldBe("roll out was stopped, because another step failed: LoadTest.");
    }

    [Fact]
    public async Task A_failure_of_somebody_else_before_anything_was_changed_takes_no_lock()
    {
        await using var run = Run();

        var aborted = await run.AbortAsync("LoadTest", new Outcome(OutcomeKind.Failed, "LoadTest failed."), CancellationToken.None);

        aborted.Outcome.ShouldBe(new Outcome(OutcomeKind.Failed, "LoadTest failed."));
        (_place.Locks, _place.WaysBack, _place.RecordedFailure).ShouldBe((0, 0, null));
    }

    [Fact]
    public async Task A_failure_of_somebody_else_after_that_of_a_step_changes_nothing_more()
    {
        await using var run = Run();
        var failed = await run.RunAsync(Failing("roll out", "a", "exit code 7"), CancellationToken.None);

        var aborted = await run.AbortAsync("LoadTest", new Outcome(OutcomeKind.Failed, "LoadTest failed."), CancellationToken.None);

        aborted.Outcome!.Reason.ShouldBe("LoadTest was stopped, because another step failed: roll out.");
        (_place.WaysBack, _place.RecordedFailure).ShouldBe((1, failed.Outcome));
    }

    [Fact]
    public async Task A_run_that_cannot_begin_gives_the_lock_back_and_has_nothing_to_bring_back()
    {
        _place.WhileBeginning = _ => throw new FairleadException("The release before could not be gone back to.", "Nothing was changed.", "");
        await using var run = Run();

        var result = await run.RunAsync(new FakeStep(_place, "push", ("a", "1")), CancellationToken.None);

        result.Outcome.ShouldBe(new Outcome(OutcomeKind.Failed, "The release before could not be gone back to. Nothing was changed."));
        (_place.Locks, _place.Holder, _place.Written.Count).ShouldBe((1, null, 0));
        (_place.RolledBack, _place.RecordedFailure).ShouldBe((null, null));
    }

    /// <summary>What waits for the lock gets its turn before the step that could not begin has said so.</summary>
    [Fact]
    public async Task Nobody_goes_on_where_another_step_could_not_begin()
    {
        using var wentOn = new ManualResetEventSlim();
        var locking = NewEvent();
        var mayLock = NewEvent();
        var looked = NewEvent();
        _place.WhileLocking = async _ =>
        {
            locking.SetResult();
            await mayLock.Task;
        };
        _place.WhileBeginning = _ =>
        {
            if (_place.Begins > 1)
            {
                wentOn.Set();
                return Task.CompletedTask;
            }

            throw new LateException("The bucket is gone.", wentOn);
        };
        await using var run = Run();
        var first = Task.Run(() => run.RunAsync(new FakeStep(_place, "push", ("a", "1")), CancellationToken.None));
        await locking.Task;
        var second = Task.Run(async () =>
        {
            var result = await run.RunAsync(
                new FakeStep(_place, "upload", ("b", "1"))
                {
                    BeforeLook = _ =>
                    {
                        looked.TrySetResult();
                        return Task.CompletedTask;
                    },
                },
                CancellationToken.None);
            wentOn.Set();
            return result;
        });
        await looked.Task;
        mayLock.SetResult();

        (await first).Outcome!.Reason.ShouldBe("The bucket is gone.");
        (await second).Outcome!.Reason.ShouldBe("upload was stopped, because another step failed: push.");
        (_place.Locks, _place.Begins, _place.Written.Count, _place.Holder).ShouldBe((1, 1, 0, null));
    }

    [Fact]
    public async Task A_failure_ends_the_wait_for_the_lock()
    {
        var locking = NewEvent();
        _place.WhileLocking = ends => WaitAsync(locking, ends);
        await using var run = Run();
        var waiting = Task.Run(() => run.RunAsync(new FakeStep(_place, "push", ("a", "1")), CancellationToken.None));
        await locking.Task;

        var failed = await run.RunAsync(Impossible("roll out"), CancellationToken.None);

        failed.Outcome!.Reason.ShouldBe("There is no cluster shop.");
        (await waiting).Outcome!.Reason.ShouldBe("push was stopped, because another step failed: roll out.");
        (_place.Locks, _place.RolledBack, _place.RecordedFailure).ShouldBe((0, null, null));
    }

    [Fact]
    public async Task A_lock_that_comes_after_a_failure_is_given_back_and_nothing_begins()
    {
        var locking = NewEvent();
        var mayLock = NewEvent();
        _place.WhileLocking = async _ =>
        {
            locking.SetResult();
            await mayLock.Task;
        };
        _place.WhenLocked = () => _place.Holder.ShouldNotBeNull();
        await using var run = Run();
        var late = Task.Run(() => run.RunAsync(new FakeStep(_place, "push", ("a", "1")), CancellationToken.None));
        await locking.Task;
        var failing = run.RunAsync(Impossible("roll out"), CancellationToken.None);
        mayLock.SetResult();

        (await failing).Outcome!.Reason.ShouldBe("There is no cluster shop.");
        (await late).Outcome!.Reason.ShouldBe("push was stopped, because another step failed: roll out.");
        (_place.Begins, _place.IsBegun, _place.Holder, _place.WaysBack).ShouldBe((0, false, null, 0));
    }

    [Fact]
    public async Task A_failure_while_the_run_begins_waits_until_it_has_begun()
    {
        var beginning = NewEvent();
        var mayBegin = NewEvent();
        _place.WhileBeginning = async _ =>
        {
            beginning.SetResult();
            await mayBegin.Task;
        };
        await using var run = Run();
        var first = Task.Run(() => run.RunAsync(new FakeStep(_place, "push", ("a", "1")), CancellationToken.None));
        await beginning.Task;
        var failing = run.RunAsync(Impossible("roll out"), CancellationToken.None);
        mayBegin.SetResult();

        var failed = await failing;
        failed.Outcome!.Kind.ShouldBe(OutcomeKind.RolledBack);
        (await first).Outcome!.Reason.ShouldBe("push was stopped, because another step failed: roll out.");
        _place.RolledBack.ShouldBeEmpty();
        (_place.RecordedFailure, _place.Holder, _place.Written.Count).ShouldBe((failed.Outcome, null, 0));
    }

    [Fact]
    public async Task A_step_that_looked_until_a_failure_was_over_takes_no_lock_of_its_own()
    {
        var looking = NewEvent();
        var mayLook = NewEvent();
        await using var run = Run();
        var slow = Task.Run(() => run.RunAsync(
            new FakeStep(_place, "upload", ("b", "1"))
            {
                BeforeLook = async _ =>
                {
                    looking.SetResult();
                    await mayLook.Task;
                },
            },
            CancellationToken.None));
        await looking.Task;
        await run.RunAsync(Failing("roll out", "a", "exit code 7"), CancellationToken.None);
        mayLook.SetResult();

        (await slow).Outcome!.Reason.ShouldBe("upload was stopped, because another step failed: roll out.");
        (_place.Locks, _place.Begins, _place.Holder).ShouldBe((1, 1, null));
    }

    [Fact]
    public async Task A_step_that_failed_is_not_run_once_more()
    {
        await using var run = Run();
        await run.RunAsync(Failing("roll out", "a", "exit code 7"), CancellationToken.None);

        var again = await run.RunAsync(new FakeStep(_place, "roll out", ("a", "1")), CancellationToken.None);

        again.Outcome!.Reason.ShouldBe("roll out was stopped, because it has failed before.");
        (_place.Locks, _place.WaysBack).ShouldBe((1, 1));
    }

    /// <summary>A step may have found an image pushed, or a schema migrated, for a release that another run has replaced meanwhile.</summary>
    [Fact]
    public async Task Where_another_run_changed_the_place_what_was_unchanged_is_looked_at_again()
    {
        var place = new FakePlace { HasMoved = true };
        place.Write("a", "1");
        place.WhenLocked = () => place.Write("a", "another");
        var log = new EffectLog();
        await using var run = Run(new ReleaseRunOptions { Observers = [log] }, place);
        await run.RunAsync(new FakeStep(place, "migrate", ("a", "1")), CancellationToken.None);

        var result = await run.RunAsync(new FakeStep(place, "roll out", ("b", "1")), CancellationToken.None);

        result.Outcome!.Kind.ShouldBe(OutcomeKind.Succeeded);
        log.Begun.ShouldBe(["lock: take the lock", "begin: write the intent", "migrate: write a", "roll out: write b"]);
        run.Results.Select(x => (x.Step, x.Outcome!.Kind, x.Effects)).ShouldBe(
            [("migrate", OutcomeKind.Succeeded, 1), ("roll out", OutcomeKind.Succeeded, 1)]);
    }

    [Fact]
    public async Task Where_nobody_changed_the_place_what_was_unchanged_stays_so()
    {
        _place.Write("a", "1");
        var migrate = new FakeStep(_place, "migrate", ("a", "1"));
        await using var run = Run();
        await run.RunAsync(migrate, CancellationToken.None);

        await run.RunAsync(new FakeStep(_place, "roll out", ("b", "1")), CancellationToken.None);

        migrate.Looks.ShouldBe(1);
    }

    [Fact]
    public async Task A_step_that_fails_when_it_is_looked_at_again_stops_the_one_that_began()
    {
        var place = new FakePlace { HasMoved = true };
        place.Write("a", "1");
        place.WhenLocked = () => place.Write("a", "another");
        await using var run = Run(place: place);
        await run.RunAsync(
            new FakeStep(place, "migrate", ("a", "1")) { BeforeWrite = (_, _) => throw new InvalidOperationException("exit code 7") }, CancellationToken.None);

        var result = await run.RunAsync(new FakeStep(place, "roll out", ("b", "1")), CancellationToken.None);

        result.Outcome!.Reason.ShouldBe("roll out was stopped, because another step failed: migrate.");
        run.Results.Select(x => (x.Step, x.Outcome!.Kind)).ShouldBe([("migrate", OutcomeKind.RolledBack), ("roll out", OutcomeKind.Failed)]);
        (place.Written.ContainsKey("b"), place.WaysBack, place.Holder).ShouldBe((false, 1, null));
    }

    [Fact]
    public async Task What_no_longer_applies_under_the_lock_is_neither_unchanged_nor_done()
    {
        await using var run = Run();

        var result = await run.RunAsync(
            new FakeStep(_place, "invalidate", ("a", "1")) { Finds = x => x == 1 ? null : StepLook.NotApplicable("There is no distribution.") },
            CancellationToken.None);

        (result.Outcome, result.Effects, _place.Written.Count).ShouldBe((null, 0, 0));
    }

    [Fact]
    public async Task Where_something_was_written_nobody_says_unchanged()
    {
        await using var run = Run();

        var result = await run.RunAsync(
            new FakeStep(_place, "upload", ("a", "1")) { Says = _ => Outcome.Unchanged("Every asset is there.") }, CancellationToken.None);

        result.Outcome.ShouldBe(Outcome.Succeeded("Every asset is there."));
    }

    [Fact]
    public async Task A_change_that_nobody_could_ask_for_is_not_smoke_tested()
    {
        await using var run = Run();

        var result = await run.RunAsync(
            new FakeStep(_place, "roll out", ("a", "1")) { Verify = () => Outcome.Succeeded("It was not asked.") with { NotSmokeTested = true } },
            CancellationToken.None);

        result.Outcome.ShouldBe(Outcome.Succeeded("roll out is done. It was not asked.") with { NotSmokeTested = true });
    }

    [Fact]
    public async Task Nothing_is_written_after_the_end_of_its_step()
    {
        Effects? kept = null;
        await using var run = Run();
        await run.RunAsync(
            new FakeStep(_place, "upload", ("a", "1"))
            {
                Says = x =>
                {
                    kept = x;
                    return Outcome.Succeeded("done");
                },
            },
            CancellationToken.None);

        var late = kept!.DoAsync("write b", _ => Task.FromException(new InvalidOperationException("It was written.")));

        (await Should.ThrowAsync<InvalidOperationException>(late)).Message.ShouldBe("write b would be written after the end of upload, which began it.");
    }

    [Fact]
    public async Task A_run_that_is_disposed_stops_what_still_changes_and_gives_the_lock_back_when_it_stands_still()
    {
        var begun = NewEvent();
        FakeLock? heldWhenStopped = null;
        var run = Run();
        var upload = Task.Run(() => run.RunAsync(
            new FakeStep(_place, "upload", ("a", "1"), ("b", "1"))
            {
                BeforeWrite = async (key, ends) =>
                {
                    if (key == "b")
                    {
                        await WaitAsync(begun, ends).ContinueWith(_ => { }, TaskScheduler.Default);
                        await Task.Yield();
                        heldWhenStopped = _place.Holder;
                    }
                },
            },
            CancellationToken.None));
        await begun.Task;

        await run.DisposeAsync();

        heldWhenStopped.ShouldNotBeNull();
        (await upload).Outcome!.Reason.ShouldBe("upload was stopped, because the run is over.");
        (_place.Holder, _place.IsBegun, _place.WaysBack).ShouldBe((null, true, 0));
        _place.Written.Keys.ShouldBe(["a"]);
    }

    [Fact]
    public async Task A_run_that_is_disposed_on_its_way_back_gives_the_lock_back_when_it_is_there()
    {
        _place.Before["a"] = "old";
        var goingBack = NewEvent();
        var mayGo = NewEvent();
        _place.WhileGoingBack = async _ =>
        {
            goingBack.SetResult();
            await mayGo.Task;
            _place.Holder.ShouldNotBeNull();
        };
        var run = Run();
        var failing = Task.Run(() => run.RunAsync(Failing("roll out", "a", "exit code 7"), CancellationToken.None));
        await goingBack.Task;

        var disposing = run.DisposeAsync().AsTask();
        disposing.IsCompleted.ShouldBeFalse();
        mayGo.SetResult();
        await disposing;

        (await failing).Outcome.ShouldBe(new Outcome(OutcomeKind.RolledBack, "exit code 7"));
        (_place.Written["a"], _place.Holder).ShouldBe(("old", null));
    }

    [Fact]
    public async Task A_run_that_is_over_runs_nothing_more_and_may_be_disposed_again()
    {
        var log = new EffectLog();
        var run = Run(new ReleaseRunOptions { Observers = [log] });
        await run.RunAsync(new FakeStep(_place, "push", ("a", "1")), CancellationToken.None);
        await run.DisposeAsync();
        await run.DisposeAsync();

        var step = new FakeStep(_place, "roll out", ("b", "1"));
        var result = await run.RunAsync(step, CancellationToken.None);

        result.Outcome!.Reason.ShouldBe("roll out was stopped, because the run is over.");
        (step.Looks, _place.Locks, log.Begun.Count(x => x == "lock: give the lock back")).ShouldBe((0, 1, 1));
    }

    [Fact]
    public async Task A_lock_that_cannot_be_given_back_hides_no_outcome()
    {
        var reporter = new RecordingReporter();
        var run = new ReleaseRun(_place, new ReleaseRunOptions { Observers = [new Broken("give the lock back")] }, reporter, TimeProvider.System);

        var result = await run.RunAsync(Failing("roll out", "a", "exit code 7"), CancellationToken.None);
        await run.DisposeAsync();

        result.Outcome.ShouldBe(new Outcome(OutcomeKind.RolledBack, "exit code 7"));
        reporter.Warnings.ShouldBe(["The lock could not be given back: The network is gone."]);
    }

    [Fact]
    public async Task A_run_that_is_cancelled_while_it_begins_gives_the_lock_back()
    {
        using var cancel = new CancellationTokenSource();
        _place.WhileBeginning = async ends =>
        {
            await cancel.CancelAsync();
            ends.ThrowIfCancellationRequested();
        };
        await using (var run = Run())
        {
            await Should.ThrowAsync<OperationCanceledException>(run.RunAsync(new FakeStep(_place, "push", ("a", "1")), cancel.Token));
            _place.Holder.ShouldNotBeNull();
        }

        (_place.Holder, _place.IsBegun, _place.RolledBack, _place.RecordedFailure).ShouldBe((null, false, null, null));
    }

    [Fact]
    public async Task Where_one_step_was_cancelled_while_it_began_the_next_begins_itself()
    {
        using var cancel = new CancellationTokenSource();
        _place.WhileBeginning = async ends =>
        {
            if (_place.Begins == 1)
            {
                await cancel.CancelAsync();
                ends.ThrowIfCancellationRequested();
            }
        };
        await using var run = Run();
        await Should.ThrowAsync<OperationCanceledException>(run.RunAsync(new FakeStep(_place, "push", ("a", "1")), cancel.Token));

        var result = await run.RunAsync(new FakeStep(_place, "upload", ("b", "1")), CancellationToken.None);

        result.Outcome!.Kind.ShouldBe(OutcomeKind.Succeeded);
        (_place.Locks, _place.Begins, _place.IsBegun).ShouldBe((1, 2, true));
    }

    [Fact]
    public async Task A_way_back_that_is_cancelled_leaves_the_intent_for_the_next_run()
    {
        using var cancel = new CancellationTokenSource();
        _place.WhileGoingBack = async ends =>
        {
            await cancel.CancelAsync();
            ends.ThrowIfCancellationRequested();
        };
        await using (var run = Run())
        {
            await Should.ThrowAsync<OperationCanceledException>(run.RunAsync(Failing("roll out", "a", "exit code 7"), cancel.Token));
        }

        (_place.Holder, _place.IsBegun, _place.RecordedFailure).ShouldBe((null, true, null));
    }

    [Fact]
    public async Task A_cancelled_run_rolls_nothing_back_and_leaves_its_intent()
    {
        using var cancel = new CancellationTokenSource();
        await using (var run = Run())
        {
            var running = run.RunAsync(
                new FakeStep(_place, "upload", ("a", "1"), ("b", "1"))
                {
                    BeforeWrite = async (key, ends) =>
                    {
                        if (key == "b")
                        {
                            await cancel.CancelAsync();
                            ends.ThrowIfCancellationRequested();
                        }
                    },
                },
                cancel.Token);

            await Should.ThrowAsync<OperationCanceledException>(running);
        }

        (_place.RolledBack, _place.IsBegun, _place.Holder).ShouldBe((null, true, null));
    }

    /// <summary>Kill points are effects: before and after each.</summary>
    [Fact]
    public async Task Killed_at_any_point_the_next_run_ends_the_same()
    {
        var points = 0;
        for (; ; points++)
        {
            var place = new FakePlace();
            var kill = new KillAt(points);
            await using (var killed = new ReleaseRun(place, new ReleaseRunOptions { Observers = [kill] }, SilentReporter.Instance, TimeProvider.System))
            {
                await RunAllAsync(killed, place);
            }

            if (!kill.HasKilled)
            {
                break;
            }

            place.Expire();
            await using (var next = new ReleaseRun(place, new ReleaseRunOptions(), SilentReporter.Instance, TimeProvider.System))
            {
                (await RunAllAsync(next, place)).ShouldAllBe(x => x.MayGoOn, $"point {points}");
            }

            place.Written.ShouldBe(
                new Dictionary<string, string> { ["a"] = "1", ["b"] = "1", ["c"] = "1", ["record"] = "1" }, ignoreOrder: true, $"point {points}");
            (place.Holder, place.IsBegun).ShouldBe((null, false), $"point {points}");
        }

        points.ShouldBe(2 * 8, "Two for each effect: the lock, the intent, four writes, that the intent is gone, and that the lock is.");
    }

    private static async Task<IReadOnlyList<StepResult>> RunAllAsync(ReleaseRun run, FakePlace place)
    {
        await run.RunAsync(new FakeStep(place, "upload", ("a", "1"), ("b", "1")), CancellationToken.None);
        await run.RunAsync(new FakeStep(place, "switch", ("c", "1")), CancellationToken.None);
        await run.RunAsync(new FakeRecord(place), CancellationToken.None);
        return run.Results;
    }

    private ReleaseRun Run(ReleaseRunOptions? options = null, FakePlace? place = null)
        => new(place ?? _place, options ?? new ReleaseRunOptions(), SilentReporter.Instance, TimeProvider.System);

    /// <summary>Writes, and breaks off.</summary>
    private FakeStep Failing(string name, string key, string reason)
        => new(_place, name, (key, "1")) { Says = _ => throw new InvalidOperationException(reason) };

    private FakeStep Impossible(string name)
        => new(_place, name) { Finds = _ => StepLook.Impossible(new StepProblem("There is no cluster shop.", "Apply the stack.")) };

    private static TaskCompletionSource NewEvent() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Says that it is there, and waits until it is cancelled.</summary>
    private static Task WaitAsync(TaskCompletionSource isThere, CancellationToken ends)
    {
        isThere.SetResult();
        return Task.Delay(Timeout.Infinite, ends);
    }

    /// <summary>Whoever asks what it is about waits until somebody else went on.</summary>
    private sealed class LateException(string message, ManualResetEventSlim wentOn) : Exception(message)
    {
        public override string Message
        {
            get
            {
                wentOn.Wait(TimeSpan.FromMinutes(1));
                return base.Message;
            }
        }
    }

    /// <summary>Lets one effect fail.</summary>
    private sealed class Broken(string name) : IEffectObserver
    {
        public void Before(Effect effect)
        {
            if (effect.Name == name)
            {
                throw new InvalidOperationException("The network is gone.");
            }
        }

        public void After(Effect effect)
        {
        }
    }
}
