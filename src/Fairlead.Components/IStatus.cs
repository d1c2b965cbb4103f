using Fairlead.Components.Deployments;
using Fairlead.Releases;
using Nuke.Common;
using Serilog;

namespace Fairlead.Components;

/// <summary>Tells what serves at the place, from what the place itself says. Changes nothing.</summary>
public interface IStatus : IHazDeployment
{
    Target Status => _ => _
        .Description("Tells what serves, and changes nothing")
        .Executes(async () =>
        {
            var found = ((ITerraform)this).Place;
            if (await found.FindAsync(Cancellation.Token) is not { } place)
            {
                Log.Information("{Absence:l}", found.Absence);
                return;
            }

            Deployment.Place = place;
            var service = await ((IDeployService)this).ServiceHost.StatusAsync(Cancellation.Token);
            var current = await Deployment.Ledger.ReadCurrentManifestAsync(Cancellation.Token);
            Log.Information("Place     {Place:l}", place.Description);
            Log.Information("URL       {Url:l}", place.Outputs.PublicUrl.AbsoluteUri.TrimEnd('/'));
            Log.Information("Release   {Release:l}", current is null
                ? "none is recorded"
                : $"{current.Release}, {new Outcome(current.Outcome, "") { NotSmokeTested = !current.Verified }.Word} at {current.Finished:u} by "
                    + $"{current.Who}");
            Log.Information(
                "Service   {Service:l}: {Running} of {Desired} running, {Rollout:l}, release {Release:l}",
                service.Service,
                service.RunningCount,
                service.DesiredCount,
                service.Rollout ?? "no rollout",
                service.ReleaseId ?? "none");
            if (current is not null)
            {
                var served = await Deployment.VerifyServedAsync(current.Release);
                Log.Information("Served    {Served:l}", served.Reason);
            }
        });
}
