using Nuke.Common.Execution;
using Nuke.Common.Utilities.Collections;

namespace Nuke.Common.Tests.Execution;

public sealed class EventTests
{
    [AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
    private class TellAttribute(string name) : BuildExtensionAttributeBase,
        IOnBuildCreated, IOnBuildInitialized, IOnTargetRunning, IOnTargetSkipped, IOnTargetSucceeded, IOnTargetFailed, IOnTargetSummaryUpdated, IOnBuildFinished
    {
        public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets) => Tell("created");
        public void OnBuildInitialized(IReadOnlyCollection<ExecutableTarget> executableTargets, IReadOnlyCollection<ExecutableTarget> executionPlan)
            => Tell($"initialized {executableTargets.Count} {executionPlan.Count}");
        public void OnTargetRunning(ExecutableTarget target) => Tell($"running {target.Name}");
        public void OnTargetSkipped(ExecutableTarget target) => Tell($"skipped {target.Name}");
        public void OnTargetSucceeded(ExecutableTarget target) => Tell($"succeeded {target.Name}");
        public void OnTargetFailed(ExecutableTarget target) => Tell($"failed {target.Name}");
        public void OnTargetSummaryUpdated(INukeBuild build, ExecutableTarget target) => Tell($"summary {string.Join(", ", target.SummaryInformation)}");
        public void OnBuildFinished() => Tell("finished");

        private void Tell(string what) => ((Telling)Build).Told.Add($"{name} {what}");
    }

    [Tell("base", Priority = 200)]
    private abstract class Telling : NukeBuild
    {
        public readonly List<string> Told = [];
    }

    [Tell("late", Priority = -200)]
    [Tell("first", Priority = 300)]
    [Tell("plain")]
    private sealed class Build : Telling
    {
        [Parameter] readonly string? Name;

        Target Good => _ => _.Executes(() => ReportSummary(x => x.AddPair("Files", 3)));
        Target Group => _ => _.DependsOn(Good);
        Target Skipped => _ => _.DependsOn(Group).OnlyWhenDynamic(() => false).Executes(() => { });
        Target Bad => _ => _.DependsOn(Skipped).Executes(() => throw new InvalidOperationException("broken"));

        protected override void OnBuildCreated() => Told.Add($"build created {Name}");
        protected override void OnBuildInitialized() => Told.Add("build initialized");
        protected override void OnTargetRunning(string target) => Told.Add($"build running {target}");
        protected override void OnTargetSkipped(string target) => Told.Add($"build skipped {target}");
        protected override void OnTargetSucceeded(string target) => Told.Add($"build succeeded {target}");
        protected override void OnTargetFailed(string target) => Told.Add($"build failed {target}");
        protected override void OnBuildFinished() => Told.Add($"build finished {ExitCode}");
    }

    [Fact]
    public void Handlers_are_told_by_priority_those_of_base_classes_too_and_the_build_last()
    {
        using var run = new TestRun();
        run.Run<Build>("Bad --name world --parallel 1").ShouldBe(-1);
        string[] order = ["first", "base", "plain", "late"];
        IEnumerable<string> All(string what) => [.. order.Select(x => $"{x} {what}"), $"build {what}"];
        ((Telling)run.Build).Told.ShouldBe(
        [
            .. order.Select(x => $"{x} created"), "build created world",
            .. order.Select(x => $"{x} initialized 4 4"), "build initialized",
            .. All("running Good"),
            .. order.Select(x => $"{x} summary [Files, 3]"),
            .. All("succeeded Good"),
            .. All("skipped Skipped"),
            .. All("running Bad"),
            .. order.Select(x => $"{x} summary [InvalidOperationException, broken]"),
            .. All("failed Bad"),
            .. order.Select(x => $"{x} finished"), "build finished -1",
        ]);
    }

    [Fact]
    public void Nobody_is_told_of_a_run_that_does_not_get_as_far_as_a_plan()
    {
        using var run = new TestRun();
        run.Run<Build>("Nothing").ShouldBe(-1);
        ((Telling)run.Build).Told.ShouldNotContain("build initialized");
        ((Telling)run.Build).Told.ShouldNotContain("build finished -1");
    }

    private sealed class Unmet : Telling
    {
        [Parameter] readonly string? Needed;

        Target A => _ => _.Requires(() => Needed).Executes(() => { });
    }

    [Fact]
    public void A_run_whose_requirements_are_not_met_finishes_with_nothing_run()
    {
        using var run = new TestRun();
        run.Run<Unmet>("A").ShouldBe(-1);
        ((Telling)run.Build).Told.Last().ShouldBe("base finished");
        run.Names(ExecutionStatus.NotRun).ShouldBe(["A"]);
        run.Build.IsFailing.ShouldBeTrue();
        run.Build.IsFinished.ShouldBeTrue();
    }

    private sealed class Breaking : NukeBuild
    {
        [Parameter] readonly string? Where;

        Target A => _ => _.Executes(() => { });
        Target B => _ => _.DependsOn(A).Executes(() => { });

        protected override void OnBuildInitialized() => Break("initialized");
        protected override void OnTargetRunning(string target) => Break("running");
        protected override void OnTargetSucceeded(string target) => Break("succeeded");
        protected override void OnBuildFinished() => Break("finished");

        private void Break(string where)
        {
            if (Where == where)
            {
                throw new InvalidOperationException($"handler of {where} broke");
            }
        }
    }

    [Theory]
    [InlineData("initialized", ExecutionStatus.NotRun, ExecutionStatus.NotRun)]
    [InlineData("running", ExecutionStatus.Failed, ExecutionStatus.NotRun)]
    [InlineData("succeeded", ExecutionStatus.Failed, ExecutionStatus.NotRun)]
    [InlineData("finished", ExecutionStatus.Succeeded, ExecutionStatus.Succeeded)]
    public void A_handler_that_throws_fails_the_run_wherever_it_is(string where, ExecutionStatus first, ExecutionStatus second)
    {
        using var run = new TestRun();
        run.Run<Breaking>($"B --where {where}").ShouldBe(-1, run.Output);
        run.Output.ShouldContain($"handler of {where} broke");
        run.Build.ExecutionPlan.Select(x => x.Status).ShouldBe([first, second]);
        run.Output.ShouldNotContain("   at ");
    }
}
