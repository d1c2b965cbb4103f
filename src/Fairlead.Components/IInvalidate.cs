using Fairlead.Releases;
using Fairlead.Site.Invalidation;
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

            if (identity.Kind == ReleaseIdentityKind.Current && !Deployment.Progress.EntryPointsChanged)
            {
                // The release was recorded after its invalidation had completed, and nothing was switched since.
                this.Report(Outcome.Unchanged($"The edge forgot the earlier entry points when release {identity.Release} was made."));
                return;
            }

            this.Report(await Deployment.GuardAsync(async () =>
            {
                await Deployment.BeginEffectsAsync();

                // All entry points, not only those that this run switched: a killed run may have switched the others.
                return await Deployment.InvalidateAsync(InvalidationPlan.ForAll(await Deployment.SiteAsync()), identity.Release.ToString());
            }));
        });
}
