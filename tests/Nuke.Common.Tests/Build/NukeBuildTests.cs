using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Nuke.Common.Utilities.Collections;

namespace Nuke.Common.Tests.Build;

public sealed class NukeBuildTests
{
    private sealed class Looking : NukeBuild
    {
        public readonly List<string> Seen = [];

        Target First => _ => _.Executes(() => Look("First"));
        Target Broken => _ => _.DependsOn(First).ProceedAfterFailure().Executes(() => throw new InvalidOperationException("no"));
        Target Left => _ => _.DependsOn(First).OnlyWhenStatic(() => IsServerBuild).Executes(() => { });
        Target Last => _ => _.DependsOn(Broken).Executes(() => Look("Last"));
        Target Never => _ => _.Executes(() => { });

        protected override void OnBuildInitialized() => Look("Initialized");
        protected override void OnBuildFinished() => Look("Finished");

        private void Look(string where) => Seen.Add(string.Join(" | ",
            where,
            Names(ScheduledTargets),
            Names(RunningTargets),
            Names(SucceededTargets),
            Names(FailedTargets),
            Names(SkippedTargets),
            Names(FinishedTargets),
            $"{IsSucceeding} {IsFailing} {IsFinished} {ExitCode}"));

        private static string Names(IEnumerable<ExecutableTarget> targets) => string.Join(",", targets.Select(x => x.Name));
    }

    [Fact]
    public void The_lists_of_targets_follow_the_run()
    {
        using var run = new TestRun();
        run.Run<Looking>("Last Left --parallel 1").ShouldBe(-1);
        ((Looking)run.Build).Seen.ShouldBe(
        [
            "Initialized | First,Broken,Last,Left |  |  |  |  |  | True False False ",
            "First | Broken,Last | First |  |  | Left |  | True False False ",
            "Last |  | Last | First | Broken | Left | Broken,First | False True False ",
            "Finished |  |  | First,Last | Broken | Left | Broken,First,Last | False True True -1",
        ]);
    }

    [Fact]
    public void The_plan_has_what_is_invoked_and_what_that_needs()
    {
        using var run = new TestRun();
        run.Run<Looking>("Broken").ShouldBe(-1);
        run.Build.ExecutionPlan.Select(x => x.Name).ShouldBe(["First", "Broken"]);
        run.Build.InvokedTargets.Select(x => x.Name).ShouldBe(["Broken"]);
    }

    private sealed class Reporting : NukeBuild
    {
        Target Twice => _ => _.Executes(() =>
        {
            ReportSummary(x => x.AddPair("Packages", 2));
            ReportSummary(x => x.AddPair("Passed", 3));
            ReportSummary();
        });

        Target Nested => _ => _.Executes(async () =>
        {
            await Task.Run(() => ReportSummary(x => x.AddPair("From", "a task")));
        });

        Target Failing => _ => _.Executes(() =>
        {
            ReportSummary(x => x.AddPair("Failed", 2));
            throw new InvalidOperationException("2 of 9 failed");
        });
    }

    [Theory]
    [InlineData("Twice", "Packages=2 Passed=3")]
    [InlineData("Nested", "From=a task")]
    [InlineData("Failing", "Failed=2")]
    public void What_a_target_reports_is_in_its_own_row(string target, string expected)
    {
        using var run = new TestRun();
        run.Run<Reporting>(target);
        string.Join(' ', run.Build.ExecutionPlan.Single().SummaryInformation.Select(x => $"{x.Key}={x.Value}")).ShouldBe(expected);
    }

    private sealed class ReportingEarly : NukeBuild
    {
        Target A => _ => _;

        protected override void OnBuildInitialized() => ReportSummary(x => x.AddPair("Too", "early"));
    }

    [Fact]
    public void Reporting_outside_of_a_target_is_a_mistake()
    {
        using var run = new TestRun();
        run.Run<ReportingEarly>("A").ShouldBe(-1);
        run.Output.ShouldContain("ReportSummary was called outside of a target. Call it from an Executes action.");
    }

    private sealed class Exiting : NukeBuild
    {
        [Parameter] readonly int? Late;

        Target Fails => _ => _.Executes(() =>
        {
            ExitCode = 3;
            throw new InvalidOperationException("no");
        });

        Target Needs => _ => _.Requires(() => Late > 5).Executes(() => { });

        protected override void OnBuildCreated() => ExitCode = Late;

        // Too late, as in NUKE: the code is settled before.
        protected override void OnBuildFinished() => ExitCode = 99;
    }

    [Theory]
    [InlineData("Fails", 3)]
    [InlineData("Needs", -1)]
    [InlineData("Needs --late 4", 4)]
    [InlineData("Needs --late 6", 6)]
    public void The_builds_own_exit_code_wins(string arguments, int expected)
    {
        using var run = new TestRun();
        run.Run<Exiting>(arguments).ShouldBe(expected, run.Output);
    }

    private sealed class Rooted : NukeBuild
    {
        private readonly AbsolutePath _output = RootDirectory / "output";

        Target A => _ => _.Executes(() => _output.CreateDirectory());
    }

    [Fact]
    public void Outside_of_a_repository_a_build_that_needs_the_root_is_told_that_there_is_none()
    {
        using var run = new TestRun();
        Directory.Delete(Path.Combine(run.Root, ".nuke"));
        run.Run<Rooted>("--help").ShouldBe(-1);
        run.Output.ShouldContain("No '.nuke' directory was found in ROOT or above it");
    }

    private sealed class WriteOnly : NukeBuild
    {
        [Required][Parameter] public string Word { set { } }

        Target A => _ => _;
    }

    [Fact]
    public void A_required_member_that_cannot_be_read_is_named()
    {
        using var run = new TestRun();
        run.Run<WriteOnly>("A --word x").ShouldBe(-1);
        run.Output.ShouldContain("WriteOnly.Word cannot be read. Give the property a getter.");
    }

    private sealed class Packaged : NukeBuild
    {
        public (string? Assets, AbsolutePath? Npm, string? Embedded) Files => (NuGetAssetsConfigFile, NpmPackageJsonFile, EmbeddedPackagesDirectory);

        Target A => _ => _;
    }

    [Fact]
    public void The_files_of_packages_are_beside_the_project()
    {
        using var run = new TestRun();
        run.Run<Packaged>("A").ShouldBe(0);
        var (assets, npm, embedded) = ((Packaged)run.Build).Files;
        if (run.Session.BuildProjectFile is { } project)
        {
            assets.ShouldBe(project.Parent / "obj" / "project.assets.json");
            npm.ShouldBe(project.Parent / "package.json");
            embedded.ShouldBeNull();
        }
        else
        {
            (assets, npm).ShouldBe((null, null));
            embedded.ShouldBe(run.Session.BuildAssemblyFile.Parent);
        }
    }

    private sealed class Elsewhere : NukeBuild
    {
        public string? Found;

        protected override AbsolutePath NpmPackageJsonFile => RootDirectory / "web" / "package.json";

        Target Find => _ => _.Executes(() => Found = NpmToolPathResolver.GetNpmExecutable("vite"));
    }

    [UnixFact]
    public void A_build_can_say_where_its_npm_packages_are()
    {
        using var run = new TestRun();
        run.Write("web/node_modules/.bin/vite", "");
        run.Run<Elsewhere>("Find").ShouldBe(0, run.Output);
        ((Elsewhere)run.Build).Found.ShouldBe(Path.Combine(run.Root, "web/node_modules/.bin/vite"));
    }
}
