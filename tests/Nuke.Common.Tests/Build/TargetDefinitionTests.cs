using Nuke.Common.Execution;

namespace Nuke.Common.Tests.Build;

public sealed class TargetDefinitionTests
{
    private interface IOne : INukeBuild
    {
        Target One => _ => _;
    }

    private interface ITwo : INukeBuild
    {
        Target Two => _ => _;
    }

    private interface IAbsent : INukeBuild
    {
        Target Absent => _ => _;
    }

    private sealed class Everything : NukeBuild, IOne, ITwo
    {
        Target Plain => _ => _;
        Target DependsOn => _ => _.DependsOn(Plain).DependsOn<IOne>().DependsOn<ITwo>(x => x.Two).TryDependsOn<IAbsent>(x => x.Absent);
        Target DependentFor => _ => _.DependentFor(Plain).DependentFor<IOne>().TryDependentFor<ITwo>(x => x.Two).TryDependentFor<IAbsent>();
        Target Before => _ => _.Before(Plain).Before<IOne>().TryBefore<ITwo>().TryBefore<IAbsent>();
        Target After => _ => _.After(Plain).After<IOne>().TryAfter<ITwo>().TryAfter<IAbsent>();
        Target Triggers => _ => _.Triggers(After).TryTriggers<IAbsent>();
        Target TriggeredBy => _ => _.TriggeredBy(After, Before).TryTriggeredBy<IAbsent>();
        Target Properties => _ => _
            .Description("what it is")
            .Unlisted()
            .ProceedAfterFailure()
            .AssuredAfterFailure()
            .WhenSkipped(DependencyBehavior.Execute)
            .Partition(3)
            .Produces("a/*.zip", "b/*.zip")
            .Executes(() => { }, () => { });
        Target Consumes => _ => _.Consumes(Properties).Consumes<IOne>("own/*.txt");
        Target IOne.One => _ => _.Produces("own/*.txt", "other");
        Target Descendant => _ => _.Inherit(Properties).Description("its own");
    }

    private static ExecutableTarget Find(string name)
    {
        using var run = new TestRun();
        run.Run<Everything>("Plain").ShouldBe(0, run.Output);
        return run.Session.Targets.Single(x => x.Name == name);
    }

    private static string[] Names(IEnumerable<ExecutableTarget> targets) => [.. targets.Select(x => x.Name)];

    [Fact]
    public void Dependencies_come_from_both_ends_and_an_absent_component_adds_none()
    {
        Names(Find("DependsOn").ExecutionDependencies).ShouldBe(["Plain", "One", "Two"]);
        Names(Find("Plain").ExecutionDependencies).ShouldBe(["DependentFor"]);
        Names(Find("One").ExecutionDependencies).ShouldBe(["DependentFor"]);
        Names(Find("Two").ExecutionDependencies).ShouldBe(["DependentFor"]);
    }

    [Fact]
    public void Order_comes_from_both_ends()
    {
        Names(Find("After").OrderDependencies).ShouldBe(["Plain", "One", "Two"]);
        Names(Find("Plain").OrderDependencies).ShouldBe(["Before"]);
        Names(Find("Two").OrderDependencies).ShouldBe(["Before"]);
    }

    [Fact]
    public void Triggers_are_known_at_both_ends()
    {
        Names(Find("Triggers").Triggers).ShouldBe(["After"]);
        Names(Find("After").TriggerDependencies).ShouldBe(["Triggers"]);
        Names(Find("After").Triggers).ShouldBe(["TriggeredBy"]);
        Names(Find("TriggeredBy").TriggerDependencies).ShouldBe(["After", "Before"]);
    }

    [Fact]
    public void All_dependencies_are_those_of_every_kind()
    {
        Names(Find("Plain").AllDependencies).ShouldBe(["DependentFor", "Before"]);
        Names(Find("After").AllDependencies).ShouldBe(["Plain", "One", "Two", "Triggers"]);
    }

    [Fact]
    public void Properties_are_those_that_were_said()
    {
        var target = Find("Properties");
        target.Description.ShouldBe("what it is");
        target.Listed.ShouldBeFalse();
        target.ProceedAfterFailure.ShouldBeTrue();
        target.AssuredAfterFailure.ShouldBeTrue();
        target.DependencyBehavior.ShouldBe(DependencyBehavior.Execute);
        target.PartitionSize.ShouldBe(3);
        target.ArtifactProducts.ShouldBe(["a/*.zip", "b/*.zip"]);
        target.Actions.Count.ShouldBe(2);
        target.Member.ShouldBe(typeof(Everything).GetProperty(
            "Properties",
            System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance));
    }

    [Fact]
    public void A_target_that_says_nothing_has_the_defaults()
    {
        var target = Find("Plain");
        target.Listed.ShouldBeTrue();
        target.DependencyBehavior.ShouldBe(DependencyBehavior.Skip);
        (target.Description, target.PartitionSize, target.Skipped, target.OnlyWhen).ShouldBe((null, null, null, null));
        target.Duration.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void A_target_that_consumes_without_naming_artifacts_consumes_all()
    {
        var target = Find("Consumes");
        target.ArtifactDependencies[Consumed("Properties")].ShouldBe(["a/*.zip", "b/*.zip"]);
        target.ArtifactDependencies[Consumed("One")].ShouldBe(["own/*.txt"]);

        ExecutableTarget Consumed(string name) => target.ArtifactDependencies.Single(x => x.Key.Name == name).Key;
    }

    [Fact]
    public void An_heir_adds_to_what_it_inherits()
    {
        var target = Find("Descendant");
        target.Description.ShouldBe("its own");
        target.Actions.Count.ShouldBe(2);
        target.Listed.ShouldBeFalse();
    }

    [Theory]
    [InlineData("output/*.nupkg", "output/*.nupkg", true)]
    [InlineData("output/*.nupkg", "output/App.1.0.nupkg", true)]
    [InlineData("/repo/output/*.nupkg", "output/*.nupkg", true)]
    [InlineData("/repo/output/**/*.xml", "results/a/b.xml", true)]
    [InlineData("output", "output/deep/down.txt", true)]
    [InlineData("output/", "output/*", true)]
    [InlineData("output/App?.zip", "output/App1.zip", true)]
    [InlineData("output/*.nupkg", "output/*.zip", false)]
    [InlineData("/repo/output/*.nupkg", "/repo/other/*.nupkg", false)]
    [InlineData("/repo/output/*.nupkg", "packages/*.nupkg", false)]
    public void Artifacts_match_when_a_file_can_be_both(string produced, string consumed, bool expected)
    {
        ArtifactPattern.Overlap(produced, consumed).ShouldBe(expected);
        ArtifactPattern.Overlap(consumed, produced).ShouldBe(expected);
    }
}
