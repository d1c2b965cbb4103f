using Nuke.Common.Execution;

namespace Nuke.Common.Tests.Execution;

public sealed class PlanTests
{
    private class Graph : NukeBuild
    {
        public List<string> Ran { get; } = [];

        Target Restore => _ => _.Executes(() => Ran.Add("Restore"));
        Target Compile => _ => _.DependsOn(Restore).Executes(() => Ran.Add("Compile"));
        Target Clean => _ => _.Before(Restore).Executes(() => Ran.Add("Clean"));
        Target Test => _ => _.DependsOn(Compile).Triggers(Report).Executes(() => Ran.Add("Test"));
        Target Report => _ => _.Executes(() => Ran.Add("Report"));
        Target Announce => _ => _.TriggeredBy(Report).Executes(() => Ran.Add("Announce"));
        Target Version => _ => _.DependentFor(Compile).Executes(() => Ran.Add("Version"));
        Target Late => _ => _.After(Test).Executes(() => Ran.Add("Late"));
        Target Group => _ => _.DependsOn(Late, Test);
    }

    private static List<string> Order<T>(string targets)
        where T : Graph, new()
    {
        using var run = new TestRun();
        run.Run<T>($"{targets} --parallel 1").ShouldBe(0, run.Output);
        return ((Graph)run.Build).Ran;
    }

    [Fact]
    public void Dependencies_run_first_and_reverse_dependencies_are_pulled_in()
        => Order<Graph>("Compile").ShouldBe(["Version", "Restore", "Compile"]);

    [Fact]
    public void Before_orders_but_does_not_pull_in()
        => Order<Graph>("Compile Clean").ShouldBe(["Version", "Clean", "Restore", "Compile"]);

    [Fact]
    public void Triggers_are_pulled_in_and_run_after_also_those_of_triggered_targets()
        => Order<Graph>("Test").ShouldBe(["Version", "Restore", "Compile", "Test", "Report", "Announce"]);

    [Fact]
    public void After_holds_within_a_group_whatever_the_group_says()
        => Order<Graph>("Group").SkipWhile(x => x != "Test").ShouldBe(["Test", "Late", "Report", "Announce"]);

    [Fact]
    public void Target_names_ignore_case_and_dashes_and_may_be_joined_with_a_plus()
        => Order<Graph>("re-store+CLEAN").ShouldBe(["Clean", "Restore"]);

    private sealed class Circle : NukeBuild
    {
        Target A => _ => _.DependsOn(B);
        Target B => _ => _.After(C);
        Target C => _ => _.DependsOn(A);
        Target D => _ => _.DependsOn(C, B);
    }

    [Fact]
    public void A_circle_is_reported_with_its_whole_path()
    {
        using var run = new TestRun();
        run.Run<Circle>("D").ShouldBe(-1);
        run.Output.ShouldContain("circle: A → B → C → A.");
    }

    [Fact]
    public void A_chain_of_ten_thousand_targets_is_planned_without_overflow()
    {
        var targets = Enumerable.Range(0, 10_000).Select(x => new ExecutableTarget { Name = $"T{x}" }).ToList();
        for (var i = 1; i < targets.Count; i++)
        {
            targets[i].ExecutionDependencies.Add(targets[i - 1]);
        }

        GraphOrder.Rank(targets).ShouldBeEmpty();
        ExecutionPlanner.Plan([targets[^1]]).ShouldBe(targets);
    }

    private interface IHello : INukeBuild
    {
        List<string> Ran { get; }
        Target Hello => _ => _.Executes(() => Ran.Add("component"));
    }

    private interface IOther : INukeBuild
    {
        Target Other => _ => _;
    }

    private sealed class Overriding : Graph, IHello
    {
        Target IHello.Hello => _ => _.Inherit<IHello>().TryDependsOn<IOther>().Executes(() => Ran.Add("build"));
        Target Use => _ => _.DependsOn<IHello>().Executes(() => Ran.Add("use"));
    }

    [Fact]
    public void An_explicit_implementation_can_start_from_the_components_own_definition()
        => Order<Overriding>("Use").ShouldBe(["component", "build", "use"]);

    private class First : Graph
    {
        protected virtual Target Greet => _ => _.Executes(() => Ran.Add("first"));
    }

    private sealed class Second : First
    {
        protected override Target Greet => _ => _.Base().Executes(() => Ran.Add("second"));
    }

    [Fact]
    public void Base_starts_from_the_overridden_definition() => Order<Second>("Greet").ShouldBe(["first", "second"]);

    private sealed class Lonely : NukeBuild
    {
        Target A => _ => _.DependsOn<IOther>();
    }

    [Fact]
    public void A_missing_component_is_named()
    {
        using var run = new TestRun();
        run.Run<Lonely>("A").ShouldBe(-1);
        run.Output.ShouldContain("Target 'A' refers to IOther, but the build does not implement it.");
    }

    private interface IRoot : INukeBuild
    {
        Target Shared => _ => _;
    }

    private interface ILeft : IRoot
    {
        Target IRoot.Shared => _ => _.Description("left");
    }

    private interface IRight : IRoot
    {
        Target IRoot.Shared => _ => _.Description("right");
    }

    private sealed class Diamond : NukeBuild, ILeft, IRight
    {
        Target IRoot.Shared => _ => _.Executes(() => { });
    }

    [Fact]
    public void A_diamond_that_the_build_resolves_is_one_target()
    {
        using var run = new TestRun();
        run.Run<Diamond>("Shared").ShouldBe(0);
        run.Session.Targets.Select(x => x.Name).ShouldBe(["Shared"]);
    }

    private sealed class Contexts : Graph
    {
        Setup Begin => _ => _.Executes(() => Ran.Add("begin"));
        Cleanup End => _ => _.Executes(() => Ran.Add("end"));
        Target Work => _ => _.DependsOnContext<Contexts>().Executes(() => Ran.Add("work"));
    }

    [Fact]
    public void A_setup_brings_its_cleanup_and_work_runs_between_them() => Order<Contexts>("Work").ShouldBe(["begin", "work", "end"]);

    private sealed class Bad : NukeBuild
    {
        Target A => _ => throw new InvalidOperationException("the definition broke");
    }

    [Theory]
    [InlineData("A", false)]
    [InlineData("A --verbosity verbose", true)]
    public void A_definition_that_throws_is_a_problem_with_a_stack_trace_only_when_verbose(string arguments, bool hasTrace)
    {
        using var run = new TestRun();
        run.Run<Bad>(arguments).ShouldBe(-1);
        run.Output.ShouldContain("the definition broke");
        run.Output.Contains("   at ").ShouldBe(hasTrace);
    }
}
