using Fairlead.Components.Deployments;
using Fairlead.Releases;
using Nuke.Common;

namespace Fairlead.Components;

/// <summary>Makes the edge forget the entry points of the release before, and waits until it has.</summary>
public interface IInvalidate : IHazDeployment
{
    Target Invalidate => _ => _
        .Description("Makes the edge forget the earlier entry points")
        .DependsOn<ISyncS3>(x => x.SyncS3)
        .TryTriggers<IUnlock>(x => x.Unlock)
        .Executes(async () =>
        {
            var identity = await Deployment.ReleaseAsync();
            if (Deployment.Place.Outputs.DistributionId is null)
            {
                this.Report(Outcome.Unchanged($"Stack {Deployment.Place.Outputs.Stack} has no distribution: nothing is cached in front of the site."));
                return;
            }

            if (identity.Kind == ReleaseIdentityKind.Current && Deployment.Published is null && !await Deployment.IsInterruptedAsync())
            {
                // A run that wrote something leaves its intent in the ledger until the edge has forgotten what was there before.
                this.Report(Outcome.Unchanged($"The edge forgot the earlier entry points when release {identity.Release} was made."));
                return;
            }

            this.Report(await Deployment.GuardAsync(async () =>
            {
                await Deployment.BeginEffectsAsync();
                var outcome = await Deployment.InvalidateAsync(await Deployment.PlanInvalidationAsync(), identity.Release.ToString());
                Deployment.IsInvalidated = outcome.IsSuccess;
                return outcome;
            }));
        });
}
