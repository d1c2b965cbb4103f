using Nuke.Common;
using Nuke.Common.CI.GitHubActions;
using Nuke.Common.IO;
using Nuke.Common.ProjectModel;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;
using Nuke.Common.Utilities;
using Nuke.Common.Utilities.Collections;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

namespace Nuke.Components;

/// <summary>Runs the tests of each project in <see cref="TestProjects"/>; fails with the names of the tests that failed.</summary>
public interface ITest : ICompile, IHazArtifacts
{
    AbsolutePath TestResultDirectory => ArtifactsDirectory / "test-results";

    /// <summary>How many test projects run at the same time.</summary>
    int TestDegreeOfParallelism => 1;

    Target Test => _ => _
        .DependsOn(Compile)
        .Produces(TestResultDirectory / "*.trx", TestResultDirectory / "*.xml")
        .Executes(() =>
        {
            // Results of projects that are gone would be counted.
            TestResultDirectory.CreateOrCleanDirectory();
            try
            {
                DotNetTest(_ => _
                        .Apply(TestSettingsBase)
                        .Apply(TestSettings)
                        .CombineWith(TestProjects, (_, v) => _
                            .Apply(TestProjectSettingsBase, v)
                            .Apply(TestProjectSettings, v)),
                    TestDegreeOfParallelism,
                    completeOnFailure: true);
            }
            catch (Exception exception) when (TestResults.Failed(TestResultDirectory) is { Count: > 0 } failed)
            {
                Assert.Fail(TestResults.Describe(failed, TestResults.Missing(TestResultDirectory, TestProjects.Select(x => x.Name))), exception);
            }
            finally
            {
                ReportTestResults();
                ReportTestCount();
            }
        });

    sealed Configure<DotNetTestSettings> TestSettingsBase => _ => _
        .SetConfiguration(Configuration)
        .SetNoBuild(SucceededTargets.Contains(Compile))
        .ResetVerbosity()
        .SetResultsDirectory(TestResultDirectory)
        .When(CollectsCoverage, _ => _
            .SetProperty("CollectCoverage", true)
            .SetProperty("CoverletOutputFormat", "cobertura")
            .SetProperty("ExcludeByFile", "*.Generated.cs")
            .When(IsServerBuild, _ => _
                .SetProperty("UseSourceLink", true)));

    sealed Configure<DotNetTestSettings, Project> TestProjectSettingsBase => (_, v) => _
        .SetProjectFile(v)
        .When(GitHubActions.Instance is not null && PackageReferences.Has(v, "GitHubActionsTestLogger"), _ => _
            .AddLoggers("GitHubActions;report-warnings=false"))
        .AddLoggers($"trx;LogFileName={v.Name}.trx")
        .When(CollectsCoverage, _ => _
            .SetProperty("CoverletOutput", TestResultDirectory / $"{v.Name}.xml"));

    /// <summary>The build's own additions.</summary>
    Configure<DotNetTestSettings> TestSettings => _ => _;

    /// <inheritdoc cref="TestSettings"/>
    Configure<DotNetTestSettings, Project> TestProjectSettings => (_, v) => _;

    IEnumerable<Project> TestProjects { get; }

    // A project that does not reference coverlet.msbuild ignores the properties.
    private bool CollectsCoverage => IsServerBuild || InvokedTargets.Contains((this as IReportCoverage)?.ReportCoverage);

    /// <summary>For builds that hand results to a server.</summary>
    void ReportTestResults() { }

    /// <summary>Adds Passed, Failed and Skipped to the summary.</summary>
    void ReportTestCount()
    {
        var (passed, failed, skipped) = TestResults.Count(TestResultDirectory);
        ReportSummary(_ => _
            .When(failed > 0, _ => _.AddPair("Failed", failed))
            .AddPair("Passed", passed)
            .When(skipped > 0, _ => _.AddPair("Skipped", skipped)));
    }
}
