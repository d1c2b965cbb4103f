using Fairlead.Components.Deployments;
using Fairlead.Components.Reporting;
using Fairlead.Deployments;
using Fairlead.Releases;
using Nuke.Common;
using Nuke.Common.Utilities.Collections;
using Serilog;

namespace Fairlead.Components;

/// <summary>Mends the ledger of a place whose objects were lost or damaged. With <c>--dry-run</c> it only tells.</summary>
public interface IRepairLedger : IHazDeployment
{
    [Parameter("Release that is to be the current one, where what serves does not tell")]
    string? Choose => TryGetValue(() => Choose!);

    Target RepairLedger => _ => _
        .Description("Mends a ledger with lost or damaged objects, from its records and from what serves")
        .Executes(async () =>
        {
            var choose = Choose is { } text ? ReleaseId.Parse(text) : null;
            var mending = new LedgerMending(await Release.ResumePlaceAsync(Cancellation.Token), Release.Settings, LogReporter.Instance, TimeProvider.System);
            var plan = await mending.PlanAsync(choose, Cancellation.Token);
            foreach (var line in plan.ToString().Split('\n'))
            {
                Log.Information("{Line:l}", line);
            }

            if (plan.Refusal is { } refusal)
            {
                throw new FairleadException("The ledger is not mended.", refusal, "");
            }

            if (!DryRun && plan.Actions.Count > 0)
            {
                await mending.ApplyAsync(plan, Cancellation.Token);
            }

            if (DryRun && plan.Actions.Count > 0)
            {
                ReportSummary(_ => _.AddPair("Outcome", "Would change"));
                Log.Information("Nothing was written, as --dry-run asks.");
                return;
            }

            this.Report(plan.Actions.Count > 0 ? Outcome.Succeeded("The ledger is mended, as listed above.")
                : plan.Findings.Count > 0 ? Outcome.Unchanged("Nothing of that can be mended from here.")
                : Outcome.Unchanged("The ledger needs no mending."));
        });
}
