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

    private static readonly ExecutableTarget Restore = Target("Restore", 0, 2);
    private static readonly ExecutableTarget Web = Target("Web", 0, 3);
    private static readonly ExecutableTarget Compile = Target("Compile", 2, 7, Restore);
    private static readonly ExecutableTarget Image = Target("Image", 9, 10, Compile);
    private static readonly ExecutableTarget Deploy = Target("Deploy", 10, 14, Image, Web);

    private static readonly CriticalPath Path = CriticalPath.Of([Restore, Web, Compile, Image, Deploy]);

    [Fact]
    public void The_critical_path_is_the_chain_that_takes_longest()
    {
        Path.Targets.ShouldBe([Restore, Compile, Image, Deploy]);
        Path.Length.ShouldBe(TimeSpan.FromSeconds(2 + 5 + 1 + 4));
    }

    [Fact]
    public void Slack_is_what_a_target_could_take_longer_for_free()
    {
        Path.Slack(Web).ShouldBe(TimeSpan.FromSeconds(5));
        Path.Slack(Compile).ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void Waiting_for_a_slot_is_not_part_of_the_critical_path()
    {
        CriticalPath.WaitForSlot(Image).ShouldBe(TimeSpan.FromSeconds(2));
        CriticalPath.WaitForSlot(Compile).ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void A_target_that_took_no_slot_passes_the_wait_on_but_is_not_on_the_path()
    {
        var group = new ExecutableTarget { Name = "Group", WaitedFor = [Compile] };
        var last = Target("Last", 7, 8, group);
        var path = CriticalPath.Of([Restore, Compile, group, last]);
        path.Targets.ShouldBe([Restore, Compile, last]);
        path.Length.ShouldBe(TimeSpan.FromSeconds(8));
    }

    [Fact]
    public void A_run_in_which_nothing_took_a_slot_has_no_critical_path()
        => CriticalPath.Of([new ExecutableTarget { Name = "A" }]).Targets.ShouldBeEmpty();
}
