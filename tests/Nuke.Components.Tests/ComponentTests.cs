using Nuke.Common;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.ProjectModel;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.Codecov;
using Nuke.Common.Tools.DotNet;
using Nuke.Common.Tools.ReportGenerator;

namespace Nuke.Components.Tests;

public sealed class ComponentTests : IDisposable
{
    private readonly BuildInProcess _run = new();
    private readonly AbsolutePath _root;

    private const string Commit = "0123456789012345678901234567890123456789";

    public ComponentTests()
    {
        _root = _run.Root;
        (_root / ".git" / "refs" / "heads" / "main").WriteAllText($"{Commit}\n");
        (_root / ".nuke" / "parameters.json").WriteAllText("""{ "Solution": "App.slnx" }""");
        (_root / ".git" / "HEAD").WriteAllText("ref: refs/heads/main\n");
        (_root / "App.slnx").WriteAllText("""<Solution><Project Path="tests/App.Tests/App.Tests.csproj" /></Solution>""");
    }

    public void Dispose() => _run.Dispose();

    private sealed class Build : NukeBuild, IPublish, IReportCoverage, IHazChangelog, IGlobalTool
    {
        IEnumerable<Project> ITest.TestProjects => ((IHazSolution)this).Solution.GetAllProjects("*.Tests");
        Configure<DotNetBuildSettings> ICompile.CompileSettings => _ => _.EnableNoLogo();
        Configure<DotNetTestSettings, Project> ITest.TestProjectSettings => (_, v) => _.SetFilter(v.Name);
        Target ICompile.Compile => _ => _.Inherit<ICompile>().Description("the build's own");
        bool IReportCoverage.CreateCoverageHtmlReport => true;
        bool IReportCoverage.ReportToCodecov => true;
        Target Nothing => _ => _.Executes(() => { });

        public string Line(Func<Build, ToolOptions> options) => ToolCommandLine.Of(options(this)).Arguments;
    }

    private Build Run(string arguments, int expected = 0, params (string Key, string Value)[] variables)
    {
        _run.Variables.Clear();
        foreach (var (key, value) in variables)
        {
            _run.Variables[key] = value;
        }

        var (exitCode, build) = _run.Run<Build>(arguments.Split(' '));
        exitCode.ShouldBe(expected, _run.Output);
        return build;
    }

    private sealed class Published : NukeBuild, INukeBuild, IGlobalTool
    {
        AbsolutePath? INukeBuild.BuildProjectFile => null;
    }

    [Fact]
    public void A_build_without_its_project_has_no_name_as_a_tool()
        => Should
            .Throw<InvalidOperationException>(() => ((IGlobalTool)new Published()).GlobalToolPackageName).Message
            .ShouldStartWith("The build has no project");

    [Fact]
    public void The_chain_of_components_is_one_plan()
    {
        var plan = Run("Pack Test --plan").ExecutionPlan.Select(x => x.Name).ToList();
        plan[..2].ShouldBe(["Restore", "Compile"]);
        plan[2..].ShouldBe(["Pack", "Test"], ignoreOrder: true);
    }

    [Fact]
    public void An_override_keeps_the_components_dependencies()
    {
        var target = BuildInProcess.TargetOf(Run("--help"), "Compile");
        target.Description.ShouldBe("the build's own");
        target.ExecutionDependencies.Select(x => x.Name).ShouldBe(["Restore"]);
        target.Actions.Count.ShouldBe(1);
    }

    [Fact]
    public void The_configuration_is_debug_locally_release_on_a_server_and_what_is_given_otherwise()
    {
        Configuration Of(Build build) => ((IHazConfiguration)build).Configuration;
        Of(Run("Nothing --skip")).ShouldBe(Configuration.Debug);
        Of(Run("Nothing --skip", 0, ("GITHUB_ACTIONS", "true"))).ShouldBe(Configuration.Release);
        Of(Run("Nothing --skip --configuration release")).ShouldBe(Configuration.Release);
    }

    [Fact]
    public void An_unknown_configuration_lists_the_known_ones()
    {
        Run("Nothing --configuration Relase", expected: -1);
        _run.Output.ShouldContain("--configuration was given 'Relase'. Expected one of: Debug, Release.");
    }

    [Fact]
    public void Base_settings_come_first_and_the_builds_own_after_them()
    {
        var build = Run("Nothing");
        ICompile compile = build;
        ITest test = build;
        build.Line(_ => new DotNetBuildSettings().Apply(compile.CompileSettingsBase).Apply(compile.CompileSettings))
            .ShouldBe($"build {_root / "App.slnx"} --configuration Debug --nologo");
        var project = test.TestProjects.Single();
        build.Line(_ => new DotNetTestSettings()
                .Apply(test.TestSettingsBase)
                .Apply(test.TestProjectSettingsBase, project)
                .Apply(test.TestProjectSettings, project))
            .ShouldBe($"test {_root / "tests" / "App.Tests" / "App.Tests.csproj"} --configuration Debug "
                + $"--results-directory {_root / "artifacts" / "test-results"} --logger trx;LogFileName=App.Tests.trx --filter App.Tests");
    }

    [Fact]
    public void A_required_repository_is_reported_when_there_is_none()
    {
        (_root / ".git").DeleteDirectory();
        Run("Nothing", expected: -1);
        _run.Output.ShouldContain("'GitRepository' is required by the build, but has no value. The root directory is in no Git repository");
    }

    [Fact]
    public void Artifacts_and_reports_have_their_places()
    {
        var build = Run("Nothing");
        ((IHazReports)build).ReportDirectory.ShouldBe(_root / "artifacts" / "reports");
        ((IPack)build).PackagesDirectory.ShouldBe(_root / "artifacts" / "packages");
    }

    [Fact]
    public void Tests_collect_coverage_when_it_is_reported_and_on_servers()
    {
        string Line(Build build)
        {
            ITest test = build;
            return build.Line(_ => new DotNetTestSettings().Apply(test.TestSettingsBase).Apply(test.TestProjectSettingsBase, test.TestProjects.Single()));
        }

        Line(Run("Nothing")).ShouldNotContain("overage");
        var line = Line(Run("ReportCoverage --plan --codecov-token x"));
        line.ShouldContain("/property:CollectCoverage=true /property:CoverletOutputFormat=cobertura /property:ExcludeByFile=*.Generated.cs");
        line.ShouldContain($"/property:CoverletOutput={_root / "artifacts" / "test-results" / "App.Tests.xml"}");
        line.ShouldNotContain("UseSourceLink");
        Line(Run("Nothing", 0, ("GITLAB_CI", "true"))).ShouldContain("/property:UseSourceLink=true");
    }

    [Fact]
    public void On_GitHub_a_project_with_the_logger_for_it_uses_it()
    {
        string Line(Build build)
        {
            ITest test = build;
            return build.Line(_ => new DotNetTestSettings().Apply(test.TestProjectSettingsBase, test.TestProjects.Single()));
        }

        var project = _root / "tests" / "App.Tests" / "App.Tests.csproj";
        project.WriteAllText("""<Project><ItemGroup><PackageReference Include="xunit" /></ItemGroup></Project>""");
        Line(Run("Nothing", 0, ("GITHUB_ACTIONS", "true"))).ShouldNotContain("GitHubActions");
        (_root / "tests" / "Directory.Build.props").WriteAllText(
            """<Project><ItemGroup><PackageReference Include="githubActionsTestLogger" /></ItemGroup></Project>""");
        Line(Run(
            "Nothing",
            0,
            ("GITHUB_ACTIONS", "true"))).ShouldContain("--logger GitHubActions;report-warnings=false --logger trx;LogFileName=App.Tests.trx");
        Line(Run("Nothing")).ShouldNotContain("GitHubActions");
    }

    [Fact]
    public void A_package_is_pushed_to_the_feed_with_the_key()
    {
        IPublish publish = Run("Nothing --nuget-api-key secret-key");
        var settings = new DotNetNuGetPushSettings().Apply(publish.PushSettingsBase).SetTargetPath("a.nupkg");
        ToolCommandLine.Of(settings).Arguments.ShouldBe("nuget push a.nupkg --source https://api.nuget.org/v3/index.json --api-key secret-key");
        ToolCommandLine.Of(settings).Filter("--api-key secret-key").ShouldBe("--api-key [REDACTED]");
        publish.PushDegreeOfParallelism.ShouldBe(5);
        publish.PushCompleteOnFailure.ShouldBeTrue();
    }

    [Fact]
    public void Only_packages_are_pushed()
    {
        foreach (var name in new[] { "a.1.0.0.nupkg", "a.1.0.0.snupkg", "notes.txt" })
        {
            (_root / "artifacts" / "packages" / name).WriteAllText("");
        }

        ((IPublish)Run("Nothing")).PushPackageFiles.Select(x => x.Name).ShouldBe(["a.1.0.0.nupkg"]);
    }

    [Fact]
    public void Packages_have_the_newest_notes_of_the_changelog()
    {
        (_root / "CHANGELOG.md").WriteAllText("## vNext\n- First, second; third\n");
        IPack pack = Run("Nothing");
        var line = ToolCommandLine.Of(new DotNetPackSettings().Apply(pack.PackSettingsBase)).Arguments;
        line.ShouldContain("property:PackageReleaseNotes=\"• First%2C second%3B third\"", Case.Sensitive, line);
    }

    [Fact]
    public void Coverage_goes_to_Codecov_and_into_a_report()
    {
        (_root / "artifacts" / "test-results" / "App.Tests.xml").WriteAllText("");
        IReportCoverage coverage = Run("Nothing --codecov-token secret-token");
        var results = _root / "artifacts" / "test-results";
        ToolCommandLine.Of(new CodecovSettings().Apply(coverage.CodecovSettingsBase)).Arguments
            .ShouldBe($"--file {results / "App.Tests.xml"} --token secret-token --branch main --sha {Commit}");
        ToolCommandLine.Of(new ReportGeneratorSettings().Apply(coverage.ReportGeneratorSettingsBase)).Arguments
            .ShouldBe($"-reports:{results / "*.xml"} -reporttypes:HtmlInline -targetdir:{_root / "artifacts" / "reports" / "coverage-report"}");
        coverage.CoverageReportArchive.ShouldBe(_root / "artifacts" / "reports" / "coverage-report.zip");
    }

    [Fact]
    public void Codecov_without_a_token_is_refused_before_the_tests_run()
        => BuildInProcess.TargetOf(Run("ReportCoverage", expected: -1), "Test").Status.ShouldNotBe(ExecutionStatus.Succeeded);
}
