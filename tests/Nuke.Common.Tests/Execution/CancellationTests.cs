using Nuke.Common.Execution;

namespace Nuke.Common.Tests.Execution;

public sealed class CancellationTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private sealed class Interrupted : NukeBuild
    {
        public int Ended;
        public TestClock Time = null!; // each run sets it
        public readonly List<string> Ran = [];
        private RunCancellation? _cancellation;
        private readonly ManualResetEventSlim _cancelled = new();
        private readonly ManualResetEventSlim _bothRun = new();

        Target Deaf => _ => _.Executes(() =>
        {
            _bothRun.Wait(Limit).ShouldBeTrue();
            _cancellation = new RunCancellation(Session, () => [.. RunningTargets.Select(x => x.Name)], _ => Ended++);
            Session.Cancellation.Token.Register(_cancelled.Set);
            _cancellation.Request();
            Time.Advance(RunCancellation.Patience);
            Ended.ShouldBe(0);
            _cancellation.Request();
        });

        Target Obedient => _ => _.Executes(() =>
        {
            _bothRun.Set();
            _cancelled.Wait(Limit).ShouldBeTrue();
            BuildCancellation.Token.ThrowIfCancellationRequested();
        });

        Target Never => _ => _.DependsOn(Deaf).Executes(() => Ran.Add("Never"));
        Target Undo => _ => _.After(Never, Obedient).AssuredAfterFailure().Executes(() => Ran.Add("Undo"));
        Target UndoFails
            => _ => _.After(Never, Obedient).Before(Undo).AssuredAfterFailure().Executes(() => throw new InvalidOperationException("cannot clean up"));
    }

    [Fact]
    public void A_target_that_does_not_listen_is_named_and_a_second_request_ends_the_process()
    {
        var time = new TestClock();
        using var run = new TestRun { Time = time };
        run.Run<Interrupted>("Never Obedient Undo UndoFails --parallel 2", x => x.Time = time).ShouldBe(130, run.Output);
        run.Output.ShouldContain("Cancelling: stopping the running targets. Press Ctrl-C again to end at once.");
        run.Output.Split('\n').ShouldContain(x => x.Contains("Still running: ") && x.Contains("Deaf"));
        ((Interrupted)run.Build).Ended.ShouldBe(1);
    }

    [Fact]
    public void A_target_that_ends_well_in_spite_of_the_cancellation_has_succeeded_and_the_rest_is_accounted_for()
    {
        var time = new TestClock();
        using var run = new TestRun { Time = time };
        run.Run<Interrupted>("Never Obedient Undo UndoFails --parallel 2", x => x.Time = time).ShouldBe(130, run.Output);
        run.Names(ExecutionStatus.Succeeded).ShouldBe(["Deaf", "Undo"], ignoreOrder: true);
        run.Names(ExecutionStatus.Aborted).ShouldBe(["Obedient"]);
        run.Names(ExecutionStatus.NotRun).ShouldBe(["Never"]);
        run.Names(ExecutionStatus.Failed).ShouldBe(["UndoFails"]);
        run.Build.AbortedTargets.Single().SummaryInformation.ShouldBeEmpty();
        run.Output.ShouldContain("the run was cancelled");
        run.Output.ShouldContain("cannot clean up");
    }

    [Fact]
    public void A_failure_while_something_is_being_stopped_does_not_end_the_process()
    {
        using var run = new TestRun();
        run.Run<Stubborn>("A").ShouldBe(130, run.Output);
        run.Output.ShouldContain("Something failed while it was being stopped: cannot stop");
    }

    [Fact]
    public void In_the_end_of_the_build_that_is_what_is_waited_for_and_a_second_request_ends_the_process()
    {
        var time = new TestClock();
        using var run = new TestRun { Time = time };
        run.Run<Ending>("A", x => x.Time = time).ShouldBe(130, run.Output);
        var build = (Ending)run.Build;
        build.Told.ShouldBe(["cancelled", "the targets are over: True"]);
        build.IsFailing.ShouldBeFalse();
        run.Output.ShouldContain("Cancelling: the targets are over; stopping what is done at the end of the build. Press Ctrl-C again to end at once.");
        run.Output.ShouldContain("Still waiting for the end of the build: the targets are over. Press Ctrl-C again to end it at once.");
        run.Output.ShouldNotContain("Still running");
    }

    private sealed class Ending : NukeBuild
    {
        public TestClock Time = null!; // the run sets it
        public readonly List<string> Told = [];

        Target A => _ => _.Executes(() => { });

        protected override void OnBuildFinished()
        {
            using var cancellation = new RunCancellation(Session, () => [], x => Told.Add($"the targets are over: {x}"));
            using var listening = Session.Cancellation.Token.Register(() => Told.Add("cancelled"));
            cancellation.TargetsAreOver();
            cancellation.Request();
            Time.Advance(RunCancellation.Patience);
            cancellation.Request();
        }
    }

    private sealed class Stubborn : NukeBuild
    {
        Target A => _ => _.Executes(() =>
        {
            Session.Cancellation.Token.Register(() => throw new InvalidOperationException("cannot stop"));
            new RunCancellation(Session, () => [], _ => { }).Request();
        });
    }
}
