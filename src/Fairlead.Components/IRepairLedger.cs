using Fairlead.Components.Deployments;
using Fairlead.Components.Reporting;
using Fairlead.Deployments;
using Fairlead.Releases;
using Nuke.Common;
using Serilog;

namespace Fairlead.Components;

/// <summary>Mends the ledger of a place whose objects were lost or damaged. With <c>--dry-run</c> it only tells.</summary>
public interface IRepairLedger : IHazDeployment
{
    [Parameter("Release that is to be the current one, where what serves does not tell")]
    string? Choose => TryGetValue(() => Choose!);

    Target RepairLedger => _ => _
        .Description("Mends a ledger with lost or damaged objects, from its records and from what serves")
        .Requires(() => Choose == null || IsRelease(Choose))
        .Executes(async () =>
        {
            var mending = new LedgerMending(await Release.PlaceAsync(Cancellation.Token), Release.Settings, LogReporter.Instance, TimeProvider.System);
            var plan = await mending.PlanAsync(Choose is { } choose ? ReleaseId.Parse(choose) : null, Cancellation.Token);
            Log.Information("{Plan:l}", plan.ToString());
            if (plan.Refusal is { } refusal)
            {
                throw new FairleadException("The ledger is not mended.", refusal, "");
            }

            if (!DryRun && plan.Actions.Count > 0)
            {
                await mending.ApplyAsync(plan, Cancellation.Token);
            }

            this.Report(plan.Actions.Count == 0 ? Outcome.Unchanged("The ledger needs no mending.")
                : DryRun ? Outcome.Unchanged("Nothing was written, as --dry-run asks.")
                : Outcome.Succeeded($"{plan.Actions.Count} objects of the ledger were mended."));
        });

    private static bool IsRelease(string text) => ReleaseId.TryParse(text, out _);
}
