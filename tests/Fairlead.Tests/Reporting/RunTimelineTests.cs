using Fairlead.Reporting;

namespace Fairlead.Tests.Reporting;

public sealed class RunTimelineTests
{
    private readonly RunTimeline _timeline = RunTimeline.Of(SomeRun.Failed);

    [Fact]
    public void The_critical_path_is_the_chain_with_most_work_including_what_it_took_to_decide()
    {
        _timeline.CriticalPath.ShouldBe(["Restore", "Compile", "Test"]);
        _timeline.CriticalSeconds.ShouldBe(1 + 4 + 1 + 3);
        _timeline.Ratio.ShouldBe(10.0 / 9, 0.001);
    }

    [Fact]
    public void Waiting_is_the_time_in_which_a_ready_target_had_no_slot()
    {
        _timeline.Slots.ShouldBe(2);
        Bar("Lint").Waiting.ShouldBe(2);
        Bar("Lint").Deciding.ShouldBe(0);
        Bar("Test").Waiting.ShouldBe(0);
        Bar("Test").Deciding.ShouldBe(1);
    }

    [Fact]
    public void Only_waiting_that_made_the_run_longer_counts() => _timeline.WaitingSeconds.ShouldBe(0);

    [Fact]
    public void Waiting_on_the_way_to_the_end_counts()
        => RunTimeline.Of(SomeRun.Failed with
        {
            Targets = [SomeRun.Target("A", TargetResult.Succeeded, 0, 4), SomeRun.Target("B", TargetResult.Succeeded, 4, 6)],
        }).WaitingSeconds.ShouldBe(4);

    [Fact]
    public void Time_in_which_nothing_ran_is_idle() => _timeline.IdleSeconds.ShouldBe(1);

    [Fact]
    public void A_run_in_which_no_target_had_its_turn_has_no_path()
    {
        var timeline = RunTimeline.Of(SomeRun.Failed with { Targets = [] });

        timeline.CriticalPath.ShouldBeEmpty();
        timeline.Ratio.ShouldBe(0);
    }

    [Fact]
    public void What_runs_behind_targets_that_did_not_run_was_not_ready_before_the_failure()
    {
        var timeline = RunTimeline.Of(SomeRun.Failed with
        {
            Targets = [
            .. SomeRun.Failed.Targets,
            SomeRun.Target("Unlock", TargetResult.Succeeded, 9.5, 10, "Deploy")
        ]
        });

        timeline.Bars[^1].Ready.ShouldBe(9);
        timeline.WaitingSeconds.ShouldBe(0);
    }

    private TimelineBar Bar(string name) => _timeline.Bars.Single(x => x.Target.Name == name);
}
