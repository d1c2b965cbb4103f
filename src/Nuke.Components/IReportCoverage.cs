using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.Codecov;
using Nuke.Common.Tools.ReportGenerator;
using static Nuke.Common.Tools.Codecov.CodecovTasks;
using static Nuke.Common.Tools.ReportGenerator.ReportGeneratorTasks;

namespace Nuke.Components;

/// <summary>Reports what the tests covered: to Codecov, as HTML, or both. The tests collect it when this target is invoked, and on servers.</summary>
public interface IReportCoverage : ITest, IHazReports, IHazGitRepository
{
    bool CreateCoverageHtmlReport { get; }

    bool ReportToCodecov { get; }

    [Parameter("Token of the repository on Codecov")][Secret] string? CodecovToken => TryGetValue(() => CodecovToken);

    AbsolutePath CoverageReportDirectory => ReportDirectory / "coverage-report";

    AbsolutePath CoverageReportArchive => CoverageReportDirectory.WithExtension("zip");

    Target ReportCoverage => _ => _
        .DependsOn(Test)
        .TryAfter<ITest>()
        .Consumes(Test)
        .Produces(CoverageReportArchive)
        .Requires(() => !ReportToCodecov || CodecovToken != null)
        .Executes(() =>
        {
            if (ReportToCodecov)
            {
                Codecov(_ => _
                    .Apply(CodecovSettingsBase)
                    .Apply(CodecovSettings));
            }

            if (CreateCoverageHtmlReport)
            {
                ReportGenerator(_ => _
                    .Apply(ReportGeneratorSettingsBase)
                    .Apply(ReportGeneratorSettings));

                CoverageReportDirectory.ZipTo(CoverageReportArchive, fileMode: FileMode.Create);
            }

            UploadCoverageData();
        });

    sealed Configure<CodecovSettings> CodecovSettingsBase => _ => _
        .SetFiles(TestResultDirectory.GlobFiles("*.xml").Select(x => (string)x))
        .SetToken(CodecovToken)
        .SetBranch(GitRepository.Branch)
        .SetSha(GitRepository.Commit);

    /// <summary>The build's own additions.</summary>
    Configure<CodecovSettings> CodecovSettings => _ => _;

    sealed Configure<ReportGeneratorSettings> ReportGeneratorSettingsBase => _ => _
        .SetReports(TestResultDirectory / "*.xml")
        .SetReportTypes(ReportTypes.HtmlInline)
        .SetTargetDirectory(CoverageReportDirectory);

    /// <inheritdoc cref="CodecovSettings"/>
    Configure<ReportGeneratorSettings> ReportGeneratorSettings => _ => _;

    /// <summary>For builds that hand coverage to a server.</summary>
    void UploadCoverageData() { }
}
