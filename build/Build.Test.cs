using System.Xml;
using System.Xml.Linq;
using Fairlead.Components;
using Fairlead.Incremental;
using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.ProjectModel;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;
using Nuke.Components;
using Serilog;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

partial class Build
{
    Solution Solution => ((IHazSolution)this).Solution;

    /// <summary>Everything that needs no third-party component.</summary>
    IEnumerable<Project> ITest.TestProjects => Solution.AllProjects
        .Where(x => x.Name.EndsWith(".Tests"))
        .OrderByDescending(x => x.Name is "Fairlead.LocalCloud.Tests" or "Fairlead.Tests"); // the long ones first, so that none is left to run alone

    int ITest.TestDegreeOfParallelism => 2;

    Configure<DotNetTestSettings> ITest.TestSettings => _ => _
        .EnableNoLogo();

    // The assembly and not the project: nothing is evaluated or built again, which is half a second of each project's processor time.
    Configure<DotNetTestSettings, Project> ITest.TestProjectSettings => (_, v) => _
        .SetProjectFile(Assembly(v))
        .ResetConfiguration()
        .DisableNoBuild();

    /// <summary>Not part of the solution's Release configuration: on the way to a deploy nobody runs it. <see cref="IntegrationTest"/> compiles it.</summary>
    Project? IntegrationTestProject => Solution.AllProjects.SingleOrDefault(x => x.Name == "Fairlead.IntegrationTests");

    [Parameter("Run the cycles of all stacks, not only of those that have changed since theirs passed")]
    readonly bool AllStacks;

    AbsolutePath IntegrationTestResultDirectory => RootDirectory / "artifacts" / "integration-test-results";

    Target IntegrationTest => _ => _
        .Description("Runs the tests against third-party components and on whole clones; .ci/run installs what they need")
        .DependsOn<ICompile>(x => x.Compile)
        .After<ITest>(x => x.Test)
        .Requires(() => IntegrationTestProject)
        .Executes(() =>
        {
            IntegrationTestResultDirectory.CreateOrCleanDirectory();
            try
            {
                DotNetTest(_ => _
                    .SetProjectFile(IntegrationTestProject!) // required above
                    .SetConfiguration(Configuration)
                    .SetResultsDirectory(IntegrationTestResultDirectory)
                    .AddLoggers("trx;LogFileName=Fairlead.IntegrationTests.trx")
                    .When(_ => AllStacks, _ => _.SetProcessEnvironmentVariable("FAIRLEAD_ALL_STACKS", "true"))
                    .EnableNoLogo());
            }
            finally
            {
                TellWhatPassedTestsSay();
            }
        });

    /// <summary>What a test that has passed writes, the reader of the log must know: which stacks' cycles were left out, and why.</summary>
    void TellWhatPassedTestsSay()
    {
        try
        {
            var said = IntegrationTestResultDirectory.GlobFiles("*.trx")
                .SelectMany(x => XDocument.Load(x).Descendants())
                .Where(x => x.Name.LocalName == "UnitTestResult" && (string?)x.Attribute("outcome") == "Passed")
                .SelectMany(x => x.Descendants().Where(y => y.Name.LocalName == "StdOut"))
                .SelectMany(x => x.Value.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
            foreach (var line in said)
            {
                Log.Information("{Line:l}", line);
            }
        }
        catch (XmlException)
        {
            // The test process was killed while it wrote; its own failure is reported.
        }
    }

    Target IRestore.Restore => _ => _
        .Inherit<IRestore>(x => x.Restore)
        .OnlyWhenChanged(
            this,
            "Restore",
            inputs: () => Sources.Where(x => x.EndsWith("proj") || x.EndsWith(".props") || x.EndsWith("global.json") || x.EndsWith("packages.lock.json")),
            outputs: () => AssetFiles,
            keys: () => [ToolVersions.DotNet()]);

    // Restore has run, or is unchanged: to restore again within the build takes a second of each Compile. Where it was left out and never ran, Compile does it.
    Configure<DotNetBuildSettings> ICompile.CompileSettings => _ => _
        .SetNoRestore(AssetFiles.All(File.Exists));

    Target ICompile.Compile => _ => _
        .Inherit<ICompile>(x => x.Compile)
        .OnlyWhenChanged(
            this,
            "Compile",
            inputs: () => Sources,
            outputs: () => Projects.Where(x => x != IntegrationTestProject).Select(Assembly),
            keys: () => [ToolVersions.DotNet(), Configuration]);

    Target ITest.Test => _ => _
        .Inherit<ITest>(x => x.Test)
        .DependsOn<IWebBuild>(x => x.WebTest)
        .OnlyWhenChanged(
            this,
            "Test",
            inputs: () => Sources,
            outputs: () => ((ITest)this).TestProjects.Select(x => (string)(((ITest)this).TestResultDirectory / $"{x.Name}.trx")),
            keys: () => [ToolVersions.DotNet(), Configuration]);

    string Configuration => ((IHazConfiguration)this).Configuration;

    /// <summary>What the compiler reads, and what the tests read besides.</summary>
    IEnumerable<string> Sources => SourceFiles.Below(
        RootDirectory / "build",
        RootDirectory / "src",
        RootDirectory / "tests",
        RootDirectory / "tools",
        StorefrontDirectory / "api",
        StorefrontDirectory / "api.tests",
        Solution.Path,
        RootDirectory / "global.json",
        RootDirectory / "Directory.Build.props",
        RootDirectory / "Directory.Build.targets",
        RootDirectory / "Directory.Packages.props",
        RootDirectory / ".editorconfig");

    IEnumerable<Project> Projects => Solution.AllProjects.Where(x => x.Path.Extension == ".csproj");

    IEnumerable<string> AssetFiles => Projects.Select(x => (string)(x.Directory / "obj" / "project.assets.json"));

    string Assembly(Project project) => project.Directory.GlobFiles($"bin/{Configuration}/**/{project.Name}.dll").FirstOrDefault()
        ?? project.Directory / "bin" / Configuration / $"{project.Name}.dll";
}
