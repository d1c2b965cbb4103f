using Fairlead.Components.Deployments;
using Fairlead.Releases;
using Fairlead.Site;
using Nuke.Common;
using Nuke.Components;
using Serilog;

namespace Fairlead.Components;

/// <summary>Uploads the site's assets and then switches its entry points; never before the service is verified.</summary>
public interface ISyncS3 : IHazDeployment
{
    Target SyncS3 => _ => _
        .Description("Uploads the site's assets, then switches its entry points")
        .TryDependsOn<ITest>(x => x.Test)
        .TryDependsOn<IWebBuild>(x => x.WebBuild)
        .DependsOn<ITerraform>(x => x.TerraformApply)
        .TryDependsOn<IDeployService>(x => x.DeployService)
        .TryTriggers<IUnlock>(x => x.Unlock)
        .Executes(async () =>
        {
            var site = Deployment.SiteRunner();
            if ((await PlanSiteAsync(site)).IsEmpty)
            {
                this.Report(Outcome.Unchanged("Every object of the site is as it should be."));
                return;
            }

            this.Report(await Deployment.GuardAsync(async () =>
            {
                await Deployment.BeginEffectsAsync();
                var plan = await PlanSiteAsync(site);
                Log.Debug("{Plan:l}", plan.ToString());
                Deployment.Published = plan.IsEmpty ? null : plan;
                var uploaded = await site.UploadAssetsAsync(plan, Cancellation.Token);
                await Deployment.SaveEntryPointsAsync();
                Deployment.Lock?.ThrowIfLost();
                Deployment.Progress = Deployment.Progress with { EntryPointsChanged = true };
                return (uploaded + await site.SwitchEntryPointsAsync(plan, Cancellation.Token)).Outcome;
            }));
        });

    private async Task<SitePlan> PlanSiteAsync(SiteRunner site)
        => SitePlanner.Plan(await Deployment.SiteAsync(), (await Deployment.ReleaseAsync()).Release.ToString(), await site.ListAsync(Cancellation.Token));
}
