using Nuke.Common.Execution;

namespace Nuke.Common.Tests.Execution;

public sealed class SkipTests
{
    private sealed class Conditions : NukeBuild
    {
        public readonly List<string> Ran = [];
        static bool Never => false;

        Target Dependency => _ => _.Executes(() => Ran.Add("Dependency"));
        Target Several => _ => _
            .DependsOn(Dependency)
            .OnlyWhenStatic(() => Never)
            .OnlyWhenStatic(() => true, "that holds")
            .OnlyWhenStatic(() => Ran
                .Count > 3)
            .Executes(() => Ran.Add("Several"));
        Target Dynamic => _ => _.DependsOn(Dependency).Triggers(Triggered, Shared).OnlyWhenDynamic(() => Never).Executes(() => Ran.Add("Dynamic"));
        Target Triggered => _ => _.Triggers(TriggeredLater).Executes(() => Ran.Add("Triggered"));
        Target TriggeredLater => _ => _.Executes(() => Ran.Add("TriggeredLater"));
        Target Other => _ => _.Triggers(Shared).Executes(() => Ran.Add("Other"));
        Target Shared => _ => _.Executes(() => Ran.Add("Shared"));
        Target Throws => _ => _.DependsOn(Dependency).OnlyWhenStatic(() => ((string)null!).Length > 0).Executes(() => { });
        Target ThrowsLate => _ => _.OnlyWhenDynamic(() => ((string)null!).Length > 0).Executes(() => { });
        Target Collective => _ => _.DependsOn(Dependency);
    }

    private static (Conditions Build, string Output, int ExitCode) Run(string arguments, string[]? defaults = null)
    {
        using var run = new TestRun();
        var exitCode = run.Run<Conditions>($"{arguments} --parallel 1", defaults: defaults);
        return ((Conditions)run.Build, run.Output, exitCode);
    }

    private static ExecutableTarget Find(Conditions build, string name) => build.ExecutionPlan.Single(x => x.Name == name);

    [Fact]
    public void All_conditions_that_fail_are_named_as_they_are_written()
    {
        var (build, output, _) = Run("Several");
        Find(build, "Several").OnlyWhen.ShouldBe("Never && Ran .Count > 3");
        Find(build, "Dependency").Skipped.ShouldBe("because of Several");
        output.ShouldContain("// OnlyWhen: Never && Ran .Count > 3");
    }

    [Fact]
    public void A_dynamic_condition_skips_what_the_target_would_have_triggered_unless_another_triggers_it()
    {
        var (build, _, exitCode) = Run("Dynamic Other");
        exitCode.ShouldBe(0);
        build.Ran.ShouldBe(["Other", "Dependency", "Shared"], ignoreOrder: true);
        Find(build, "Triggered").Skipped.ShouldBe("because of Dynamic");
        Find(build, "TriggeredLater").Skipped.ShouldBe("because of Triggered");
    }

    [Fact]
    public void A_static_condition_that_throws_stops_the_build_before_anything_runs()
    {
        var (build, output, exitCode) = Run("Throws");
        exitCode.ShouldBe(-1);
        output.ShouldContain("The condition '((string)null!).Length > 0' of target 'Throws' failed:");
        build.Ran.ShouldBeEmpty();
        build.ExecutionPlan.Select(x => x.Status).ShouldAllBe(x => x == ExecutionStatus.NotRun);
    }

    [Fact]
    public void A_dynamic_condition_that_throws_fails_its_target()
    {
        var (build, _, exitCode) = Run("ThrowsLate");
        exitCode.ShouldBe(-1);
        Find(build, "ThrowsLate").Status.ShouldBe(ExecutionStatus.Failed);
    }

    [Fact]
    public void A_target_that_is_invoked_is_not_skipped_by_name_but_its_dependencies_are()
    {
        var (build, _, exitCode) = Run("Collective --skip Collective");
        exitCode.ShouldBe(0);
        build.Ran.ShouldBeEmpty();
        Find(build, "Collective").Status.ShouldBe(ExecutionStatus.Collective);
        Find(build, "Dependency").Skipped.ShouldBe("because of Collective");
    }

    [Fact]
    public void A_default_target_is_not_invoked_so_that_skip_without_names_skips_it_too()
    {
        var (build, _, exitCode) = Run("--skip", ["Collective"]);
        exitCode.ShouldBe(0);
        build.InvokedTargets.ShouldBeEmpty();
        build.SkippedTargets.Count.ShouldBe(2);
        Find(build, "Collective").IsDefault.ShouldBeTrue();
    }

    [Fact]
    public void Ten_thousand_targets_in_a_chain_are_skipped_without_overflow()
    {
        var plan = Enumerable.Range(0, 10_000).Select(_ => new ExecutableTarget { Status = ExecutionStatus.Scheduled }).ToList();
        for (var i = 1; i < plan.Count; i++)
        {
            plan[i].ExecutionDependencies.Add(plan[i - 1]);
        }

        plan[^1].StaticConditions.Add(("no", () => false));
        new SkipMarker(plan).Apply(skip: null);
        plan.ShouldAllBe(x => x.Status == ExecutionStatus.Skipped);
    }
}
