using Fairlead.Components.Deployments;
using Fairlead.Releases;
using Nuke.Common;

namespace Fairlead.Components;

/// <summary>Gives the place's lock back at the end of a run, however the run ends.</summary>
public interface IUnlock : IHazDeployment
{
    Target Unlock => _ => _
        .Description("Gives the lock of the place back")
        .Unlisted()
        .AssuredAfterFailure()
        .TryAfter<IDeploy>(x => x.Deploy)
        .TryAfter<ISmokeTest>(x => x.SmokeTest)
        .TryAfter<IInvalidate>(x => x.Invalidate)
        .TryAfter<ISyncS3>(x => x.SyncS3)
        .TryAfter<IDeployService>(x => x.DeployService)
        .TryAfter<IMigrate>(x => x.Migrate)
        .Executes(async () =>
        {
            if (Deployment.Lock is null)
            {
                this.Report(Outcome.Unchanged("This run changed nothing elsewhere and took no lock."));
                return;
            }

            await Deployment.EndEffectsAsync();
            this.Report(Outcome.Succeeded("The lock of the place was given back."));
        });
}
