using Fairlead.Components.Deployments;
using Fairlead.Components.Reporting;
using Fairlead.Deployments;
using Fairlead.Releases;
using Nuke.Common;

namespace Fairlead.Components;

/// <summary>Takes away what only releases need that nobody goes back to any more. With <c>--dry-run</c> it only tells.</summary>
public interface IPrune : IHazDeployment
{
    [Parameter("How many releases that were seen to serve stay restorable (default 10)")]
    int Keep => TryGetValue<int?>(() => Keep) ?? RetentionPlan.DefaultKeep;

    Target Prune => _ => _
        .Description("Removes images, task definitions and files of old releases; never what serves, nor what the last ones need")
        .Executes(async () =>
        {
            if (Keep < 1)
            {
                throw new FairleadException($"--keep is {Keep}.", "", "Give a number of releases, at least 1.");
            }

            var place = await Release.ResumePlaceAsync(Cancellation.Token);
            var pruning = Pruning.Of(place, Keep, Release.Settings, LogReporter.Instance, TimeProvider.System);
            await this.RunAloneAsync(pruning, deployment: null, pruning.Steps());
        });
}
