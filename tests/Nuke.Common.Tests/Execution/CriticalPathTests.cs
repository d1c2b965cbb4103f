using Nuke.Common.Execution;

namespace Nuke.Common.Tests.Execution;

public sealed class CriticalPathTests
{
    private static ExecutableTarget Target(string name, double start, double end, params ExecutableTarget[] waitedFor) => new()
    {
        Name = name,
        ReadyAfter = TimeSpan.FromSeconds(waitedFor.Select(x => x.EndedAfter?.TotalSeconds ?? 0).DefaultIfEmpty(0).Max()),
        StartedAfter = TimeSpan.FromSeconds(start),
        EndedAfter = TimeSpan.FromSeconds(end),
        WaitedFor = waitedFor,
    };

    private static readonly ExecutableTarget s_restore = Target("Restore", 0, 2);
    private static readonly ExecutableTarget s_web = Target("Web", 0, 3);
    private static readonly ExecutableTarget s_compile = Target("Compile", 2, 7, s_restore);
    private static readonly ExecutableTarget s_image = Target("Image", 9, 10, s_compile);
    private static readonly ExecutableTarget s_deploy = Target("Deploy", 10, 14, s_image, s_web);

    private static readonly CriticalPath s_path = CriticalPath.Of([s_restore, s_web, s_compile, s_image, s_deploy]);

    [Fact]
    public void The_critical_path_is_the_chain_that_takes_longest()
    {
        s_path.Targets.ShouldBe([s_restore, s_compile, s_image, s_deploy]);
        s_path.Length.ShouldBe(TimeSpan.FromSeconds(2 + 5 + 1 + 4));
    }

    [Fact]
    public void Slack_is_what_a_target_could_take_longer_for_free()
    {
        s_path.Slack(s_web).ShouldBe(TimeSpan.FromSeconds(5));
        s_path.Slack(s_compile).ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void Waiting_for_a_slot_is_not_part_of_the_critical_path()
    {
        CriticalPath.WaitForSlot(s_image).ShouldBe(TimeSpan.FromSeconds(2));
        CriticalPath.WaitForSlot(s_compile).ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void A_target_that_took_no_slot_passes_the_wait_on_but_is_not_on_the_path()
    {
        var group = new ExecutableTarget { Name = "Group", WaitedFor = [s_compile] };
        var last = Target("Last", 7, 8, group);
        var path = CriticalPath.Of([s_restore, s_compile, group, last]);
        path.Targets.ShouldBe([s_restore, s_compile, last]);
        path.Length.ShouldBe(TimeSpan.FromSeconds(8));
    }

    [Fact]
    public void A_run_in_which_nothing_took_a_slot_has_no_critical_path()
        => CriticalPath.Of([new ExecutableTarget { Name = "A" }]).Targets.ShouldBeEmpty();
}
