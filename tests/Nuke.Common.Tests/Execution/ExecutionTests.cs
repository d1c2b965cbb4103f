using Nuke.Common.Execution;
using Nuke.Common.Utilities.Collections;

namespace Nuke.Common.Tests.Execution;

public sealed class ExecutionTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private sealed class Meeting : NukeBuild
    {
        private readonly Barrier _barrier = new(2);

        Target A => _ => _.Executes(() => _barrier.SignalAndWait(Limit).ShouldBeTrue());
        Target B => _ => _.Executes(() => _barrier.SignalAndWait(Limit).ShouldBeTrue());
    }

    [Fact]
    public void Targets_that_do_not_wait_for_each_other_run_at_the_same_time()
    {
        using var run = new TestRun();
        run.Run<Meeting>("A B --parallel 2").ShouldBe(0, run.Output);
    }

    private sealed class Counting : NukeBuild
    {
        private int _running;
        public int Most;

        Target A => _ => _.Executes(Work);
        Target B => _ => _.Executes(Work);
        Target C => _ => _.Executes(Work);
        Target D => _ => _.DependsOn(A, B, C).Executes(Work);

        private void Work()
        {
            Most = Math.Max(Most, Interlocked.Increment(ref _running));
            Thread.Yield();
            Interlocked.Decrement(ref _running);
        }
    }

    [Fact]
    public void With_parallel_one_targets_never_overlap()
    {
        using var run = new TestRun();
        run.Run<Counting>("D --parallel 1").ShouldBe(0);
        ((Counting)run.Build).Most.ShouldBe(1);
    }

    private sealed class Failing : NukeBuild
    {
        private readonly ManualResetEventSlim _started = new();
        private readonly ManualResetEventSlim _failed = new();
        public bool CleanedUp;

        Target Running => _ => _.Executes(() =>
        {
            _started.Set();
            _failed.Wait(Limit).ShouldBeTrue();
        });

        Target Broken => _ => _.Executes(() =>
        {
            _started.Wait(Limit).ShouldBeTrue();
            throw new InvalidOperationException("it broke");
        });

        Target NeedsBroken => _ => _.DependsOn(Broken).Executes(() => { });
        Target NeedsRunning => _ => _.DependsOn(Running).Executes(() => { });
        Target Assured => _ => _.After(NeedsBroken, NeedsRunning).AssuredAfterFailure().Executes(() => CleanedUp = true);

        protected override void OnTargetFailed(string target) => _failed.Set();
    }

    [Fact]
    public void After_a_failure_running_targets_finish_and_only_assured_ones_start()
    {
        using var run = new TestRun();
        run.Run<Failing>("NeedsRunning NeedsBroken Assured --parallel 2").ShouldBe(-1);
        run.Names(ExecutionStatus.Succeeded).ShouldBe(["Running", "Assured"]);
        run.Names(ExecutionStatus.Failed).ShouldBe(["Broken"]);
        run.Names(ExecutionStatus.NotRun).ShouldBe(["NeedsRunning", "NeedsBroken"]);
        ((Failing)run.Build).CleanedUp.ShouldBeTrue();
        run.Output.ShouldContain("NotRun                 // needs Broken, which failed");
        run.Output.ShouldContain("NotRun                 // stopped after Broken failed");
    }

    private sealed class Proceeding : NukeBuild
    {
        Target Broken => _ => _.ProceedAfterFailure().Executes(() => throw new Exception("no"));
        Target Next => _ => _.DependsOn(Broken).Executes(() => { });
    }

    [Fact]
    public void Proceed_after_failure_runs_the_rest_and_still_fails_the_build()
    {
        using var run = new TestRun();
        run.Run<Proceeding>("Next").ShouldBe(-1);
        run.Names(ExecutionStatus.Succeeded).ShouldBe(["Next"]);
    }

    private sealed class Skipping : NukeBuild
    {
        public readonly List<string> Ran = [];

        Target Shared => _ => _.Executes(() => Ran.Add("Shared"));
        Target OnlyForSkipped => _ => _.Executes(() => Ran.Add("OnlyForSkipped"));
        Target Static => _ => _.DependsOn(Shared, OnlyForSkipped).OnlyWhenStatic(() => Ran.Count > 5).Executes(() => Ran.Add("Static"));
        Target Kept => _ => _.Executes(() => Ran.Add("Kept"));
        Target Execute => _ => _.DependsOn(Kept).WhenSkipped(DependencyBehavior.Execute).OnlyWhenStatic(() => false).Executes(() => { });
        Target Dynamic => _ => _.DependsOn(Shared).OnlyWhenDynamic(() => Ran.Count == 0).Executes(() => Ran.Add("Dynamic"));
        Target All => _ => _.DependsOn(Static, Execute, Dynamic, Shared).Executes(() => Ran.Add("All"));
    }

    [Fact]
    public void A_static_condition_also_skips_what_only_that_target_needs()
    {
        using var run = new TestRun();
        run.Run<Skipping>("All --parallel 1").ShouldBe(0);
        ((Skipping)run.Build).Ran.ShouldBe(["Shared", "Kept", "All"]);
        run.Output.ShouldContain("// OnlyWhen: Ran.Count > 5");
        run.Output.ShouldContain("// Skipped: because of Static");
        run.Output.ShouldContain("// OnlyWhen: Ran.Count == 0");
    }

    [Fact]
    public void Skip_without_names_leaves_only_the_targets_asked_for()
    {
        using var run = new TestRun();
        run.Run<Skipping>("All Dynamic --skip --parallel 1").ShouldBe(0);
        ((Skipping)run.Build).Ran.ShouldBe(["Dynamic", "All"]);
    }

    [Fact]
    public void Skip_with_names_skips_these_and_what_only_they_need()
    {
        using var run = new TestRun();
        run.Run<Skipping>("All --skip shared+execute --parallel 1").ShouldBe(0);
        run.Names(ExecutionStatus.Skipped).ShouldBe(["Shared", "OnlyForSkipped", "Static", "Execute"], ignoreOrder: true);
        ((Skipping)run.Build).Ran.ShouldBe(["Dynamic", "Kept", "All"]);
    }

    [Fact]
    public void A_skipped_target_still_keeps_its_neighbours_in_order()
    {
        using var run = new TestRun();
        run.Run<Between>("All --skip Middle --parallel 3").ShouldBe(0, run.Output);
        ((Between)run.Build).Ran.ShouldBe(["First", "Last"]);
    }

    private sealed class Between : NukeBuild
    {
        public readonly List<string> Ran = [];
        private readonly ManualResetEventSlim _lastStarted = new();

        Target First => _ => _.Executes(() => Ran.Add(_lastStarted.IsSet ? "too late" : "First"));
        Target Middle => _ => _.After(First).Executes(() => Ran.Add("Middle"));
        Target Last => _ => _.After(Middle).Executes(() =>
        {
            _lastStarted.Set();
            Ran.Add("Last");
        });

        Target All => _ => _.DependsOn(First, Middle, Last);
    }

    private sealed class Outcomes : NukeBuild
    {
        Target Deploy => _ => _.Executes(() => ReportSummary(x => x.AddPair("Outcome", "Unchanged").AddPair("Files", 3)));
        Target Exit => _ => _.Executes(() => ExitCode = 7);
        Target Async => _ => _.Executes(async () =>
        {
            await Task.Yield();
            throw new AggregateException(new InvalidOperationException("inner words"));
        });
    }

    [Fact]
    public void The_pair_outcome_replaces_the_status_word()
    {
        using var run = new TestRun();
        run.Run<Outcomes>("Deploy").ShouldBe(0);
        run.Output.ShouldContain("Deploy             Unchanged     < 1sec   // Files: 3");
    }

    [Fact]
    public void The_build_can_set_its_exit_code()
    {
        using var run = new TestRun();
        run.Run<Outcomes>("Exit").ShouldBe(7);
    }

    [Fact]
    public void A_failure_shows_the_inner_message_without_stack_trace_unless_verbose()
    {
        using var run = new TestRun();
        run.Run<Outcomes>("Async").ShouldBe(-1);
        run.Output.ShouldContain("[ERR] inner words");
        run.Output.ShouldNotContain("   at ");

        using var verbose = new TestRun();
        verbose.Run<Outcomes>("Async --verbosity verbose").ShouldBe(-1);
        verbose.Output.ShouldContain("   at ");
    }

    private sealed class BadHandler : NukeBuild
    {
        Target A => _ => _.OnlyWhenStatic(() => false).Executes(() => { });
        Target B => _ => _.DependsOn(A).Executes(() => { });

        protected override void OnTargetSkipped(string target) => throw new InvalidOperationException("handler broke");
    }

    [Fact]
    public void A_handler_that_throws_fails_the_build_instead_of_the_process()
    {
        using var run = new TestRun();
        run.Run<BadHandler>("B").ShouldBe(-1);
        run.Output.ShouldContain("[ERR] handler broke");
    }

    private sealed class Cancelled : NukeBuild
    {
        public bool CleanedUp;

        Target Waiting => _ => _.Executes(() =>
        {
            Session.Cancellation.CancelAfter(TimeSpan.Zero);
            BuildCancellation.Token.WaitHandle.WaitOne(Limit).ShouldBeTrue();
            BuildCancellation.Token.ThrowIfCancellationRequested();
        });

        Target Never => _ => _.DependsOn(Waiting).Executes(() => { });

        Target Cleanup => _ => _.After(Never).AssuredAfterFailure().Executes(() =>
        {
            BuildCancellation.Token.IsCancellationRequested.ShouldBeFalse();
            CleanedUp = true;
        });
    }

    [Fact]
    public void A_cancelled_run_stops_cleans_up_and_exits_with_130()
    {
        using var run = new TestRun();
        run.Run<Cancelled>("Never Cleanup").ShouldBe(130, run.Output);
        run.Names(ExecutionStatus.Aborted).ShouldBe(["Waiting"]);
        run.Names(ExecutionStatus.NotRun).ShouldBe(["Never"]);
        ((Cancelled)run.Build).CleanedUp.ShouldBeTrue();
        run.Output.ShouldEndWith("Build cancelled on 2026-01-02 03:04:05.");
    }

    private sealed class Resuming : NukeBuild
    {
        [Parameter] readonly string? Flag;
        public readonly List<string> Ran = [];

        Target A => _ => _.Executes(() => Ran.Add("A"));
        Target B => _ => _.DependsOn(A).Executes(() => File.Exists(RootDirectory / "fixed").ShouldBeTrue());
    }

    [Fact]
    public void Continue_skips_what_succeeded_in_the_failed_attempt_of_the_same_command()
    {
        using var run = new TestRun();
        run.Run<Resuming>("B").ShouldBe(-1);
        run.Write("fixed", "");
        run.Run<Resuming>("B --continue").ShouldBe(0);
        ((Resuming)run.Build).Ran.ShouldBeEmpty();
        run.Run<Resuming>("B --continue").ShouldBe(0);
        ((Resuming)run.Build).Ran.ShouldBe(["A"]);
    }

    private sealed class Recorder : BuildExtensionAttributeBase, IOnBuildCreated, IOnTargetSucceeded, IOnBuildFinished
    {
        public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets) => Add($"created {executableTargets.Count}");
        public void OnTargetSucceeded(ExecutableTarget target) => Add($"succeeded {target.Name}");
        public void OnBuildFinished() => Add("finished");

        private void Add(string text) => ((Extended)Build).Events.Add(text);
    }

    [Recorder]
    private sealed class Extended : NukeBuild
    {
        public readonly List<string> Events = [];

        Target A => _ => _.Executes(() => { });

        protected override void OnTargetSucceeded(string target) => Events.Add($"build saw {target}");
    }

    [Fact]
    public void Extensions_on_the_build_class_are_told_what_happens()
    {
        using var run = new TestRun();
        run.Run<Extended>("A").ShouldBe(0);
        ((Extended)run.Build).Events.ShouldBe(["created 1", "succeeded A", "build saw A", "finished"]);
    }
}
