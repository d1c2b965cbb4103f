using Nuke.Common;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.ProjectModel;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;

namespace Nuke.Components.Tests;

public sealed class ComponentTests : IDisposable
{
    private readonly AbsolutePath _root = Directory.CreateTempSubdirectory("components-").FullName;
    private readonly StringWriter _out = new();

    public ComponentTests()
    {
        (_root / ".nuke" / "parameters.json").WriteAllText("""{ "Solution": "App.slnx" }""");
        (_root / ".git" / "HEAD").WriteAllText("ref: refs/heads/main\n");
        (_root / "App.slnx").WriteAllText("""<Solution><Project Path="tests/App.Tests/App.Tests.csproj" /></Solution>""");
    }

    public void Dispose() => _root.DeleteDirectory();

    private sealed class Build : NukeBuild, IHazGitRepository, IHazReports, ITest, IPack
    {
        IEnumerable<Project> ITest.TestProjects => ((IHazSolution)this).Solution.GetAllProjects("*.Tests");
        Configure<DotNetBuildSettings> ICompile.CompileSettings => _ => _.EnableNoLogo();
        Configure<DotNetTestSettings, Project> ITest.TestProjectSettings => (_, v) => _.SetFilter(v.Name);
        Target ICompile.Compile => _ => _.Inherit<ICompile>().Description("the build's own");
        Target Nothing => _ => _.Executes(() => { });

        public string Line(Func<Build, ToolOptions> options) => CommandLineBuilder.Build(options(this)).Arguments;
    }

    private Build Run(string arguments, int expected = 0, params (string Key, string Value)[] variables)
    {
        Build build = null;
        var session = new BuildSession(new BuildSurroundings
        {
            Arguments = arguments.Split(' '),
            Variables = variables.ToDictionary(x => x.Key, x => x.Value),
            WorkingDirectory = _root,
            Out = _out,
            IsTerminal = false,
        });
        BuildRunner.Run(session, () => build = new Build(), []).ShouldBe(expected, _out.ToString());
        return build;
    }

    [Fact]
    public void The_chain_of_components_is_one_plan()
    {
        Run("Pack Test --plan --no-logo");
        _out.ToString().ShouldContain("1 ── ● Restore");
        _out.ToString().ShouldContain("2 ── ● Compile  ← Restore");
        _out.ToString().ShouldContain("3 ┬─ ● Pack     ← Compile");
        _out.ToString().ShouldContain("  └─ ● Test     ← Compile");
    }

    [Fact]
    public void An_override_keeps_the_components_dependencies()
    {
        var target = Run("--help").Session.Targets.Single(x => x.Name == "Compile");
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
        _out.ToString().ShouldContain("--configuration was given 'Relase'. Expected one of: Debug, Release.");
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
            .ShouldBe($"test {_root / "tests" / "App.Tests" / "App.Tests.csproj"} --configuration Debug --results-directory {_root / "artifacts" / "test-results"} "
                + "--logger trx;LogFileName=App.Tests.trx --filter App.Tests");
    }

    [Fact]
    public void A_required_repository_is_reported_when_there_is_none()
    {
        (_root / ".git").DeleteDirectory();
        Run("Nothing", expected: -1);
        _out.ToString().ShouldContain("'GitRepository' is required by the build, but has no value. The root directory is in no Git repository");
    }

    [Fact]
    public void Artifacts_and_reports_have_their_places()
    {
        var build = Run("Nothing");
        ((IHazReports)build).ReportDirectory.ShouldBe(_root / "artifacts" / "reports");
        ((IPack)build).PackagesDirectory.ShouldBe(_root / "artifacts" / "packages");
    }
}
