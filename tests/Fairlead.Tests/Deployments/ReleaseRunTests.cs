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
            new FakeStep(_place, "invalidate") { Found = StepLook.NotApplicable("There is no distribution.") }, CancellationToken.None);

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
            new FakeStep(_place, "roll out") { Found = StepLook.Impossible(new StepProblem("There is no cluster shop.", "Apply the stack.")) },
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
            new FakeStep(_place, "roll out", ("c", "1")) { BeforeWrite = (_, _) => throw new InvalidOperationException("exit code 7") },
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

    [Fact]
    public async Task A_way_back_that_fails_is_said_beside_the_failure()
    {
        var place = new FakePlace { RollbackFails = new InvalidOperationException("The copy of index.html is gone.") };
        await using var run = new ReleaseRun(place, new ReleaseRunOptions(), SilentReporter.Instance, TimeProvider.System);

        var result = await run.RunAsync(
            new FakeStep(place, "roll out", ("a", "1")) { BeforeWrite = (_, _) => throw new InvalidOperationException("exit code 7") },
            CancellationToken.None);

        result.Outcome!.Kind.ShouldBe(OutcomeKind.Failed);
        result.Outcome.Reason.ShouldBe("exit code 7 The copy of index.html is gone.");
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
            var kill = new KillAt(place, points);
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

        points.ShouldBe(2 * 6, "Two for each effect: the intent, four writes, and that the intent is gone.");
    }

    private static async Task<IReadOnlyList<StepResult>> RunAllAsync(ReleaseRun run, FakePlace place)
    {
        await run.RunAsync(new FakeStep(place, "upload", ("a", "1"), ("b", "1")), CancellationToken.None);
        await run.RunAsync(new FakeStep(place, "switch", ("c", "1")), CancellationToken.None);
        await run.RunAsync(new FakeRecord(place), CancellationToken.None);
        return run.Results;
    }

    private ReleaseRun Run(ReleaseRunOptions? options = null) => new(_place, options ?? new ReleaseRunOptions(), SilentReporter.Instance, TimeProvider.System);
}
