using Fairlead.Components.Reporting;
using Fairlead.Deployments;
using Fairlead.Deployments.Reports;
using Fairlead.Secrets;
using Nuke.Common.IO;

namespace Fairlead.Components.Deployments;

/// <summary>What a dry run saw: as a table on the terminal, in files beside the run's report, and on the summary page of the CI job.</summary>
internal static class DryRunSummary
{
    public static void Write(IHazDeployment build, IReadOnlyList<StepResult> results)
    {
        if (!build.DryRun || results.Count == 0)
        {
            return;
        }

        var report = DryRunReport.Of(results, build.Release.Place?.Description);
        Console.WriteLine();
        Console.WriteLine(TextDryRunReport.Write(report).TrimEnd('\n'));
        build.TemporaryDirectory.CreateDirectory();
        File.WriteAllText(build.TemporaryDirectory / "dry-run.json", SecretMask.Hide(JsonDryRunReport.Write(report)));
        var markdown = SecretMask.Hide(MarkdownDryRunReport.Write(report));
        File.WriteAllText(build.TemporaryDirectory / "dry-run.md", markdown);
        StepSummary.Append(markdown);
    }
}
