using System.Globalization;
using Fairlead.Components.Reporting;
using Fairlead.Infrastructure.Plans.Drift;
using Fairlead.Infrastructure.Plans.Reading;
using Fairlead.Infrastructure.Terraform;
using Fairlead.Releases;
using Nuke.Common.Utilities.Collections;
using Serilog;

namespace Fairlead.Components.Terraform;

/// <summary>Whether the world is as the state says. Three endings that are never mixed: 0 no drift, 2 drift, anything else a failure.</summary>
internal static class StackDrift
{
    /// <summary>Exit code of a run that found drift, the same as that of <c>terraform plan -detailed-exitcode</c>.</summary>
    public const int DriftExitCode = 2;

    public static async Task<Outcome> RunAsync(ITerraform build, CancellationToken cancellationToken)
    {
        var runner = await StackRun.Of(build).RunnerAsync();
        var files = new PlanFiles(build);
        var plan = files.Temporary("drift");
        Directory.CreateDirectory(plan.Parent);
        Directory.CreateDirectory(files.Drift.Parent);
        DriftReport report;
        try
        {
            await runner.PlanAsync(new PlanRequest { File = plan, RefreshOnly = true }, cancellationToken);
            report = DriftReport.Of(TerraformPlan.Parse(await runner.ShowPlanJsonAsync(plan, cancellationToken)));
        }
        catch (FairleadException exception)
        {
            await TellAsync(build, files, DriftReport.Failure(exception.Message), cancellationToken);
            throw;
        }
        finally
        {
            PlanFiles.Delete(plan);
        }

        await TellAsync(build, files, report, cancellationToken);
        switch (report.State)
        {
            case DriftState.None:
                return Outcome.Unchanged(report.Headline);
            case DriftState.Drifted:
                build.ReportSummary(_ => _.AddPair("Drift", report.Resources.Count.ToString(CultureInfo.InvariantCulture)));
                build.ExitCode = DriftExitCode;
                throw new FairleadException(
                    report.Headline,
                    "It was changed behind Terraform's back; the changes are listed above.",
                    "Apply to bring it back, or change the configuration to what is there now.");
            default:
                throw new FairleadException("Whether there is drift is not known.", report.Why ?? "Terraform did not finish.", "Run TerraformDrift again.");
        }
    }

    private static async Task TellAsync(ITerraform build, PlanFiles files, DriftReport report, CancellationToken cancellationToken)
    {
        Log.Information("{Report:l}", report.ToText().TrimEnd('\n'));
        var markdown = report.ToMarkdown($"{build.TerraformStack} ({build.Profile})");
        await File.WriteAllTextAsync(files.Drift, markdown, cancellationToken);
        StepSummary.Append(markdown);
    }
}
