using Fairlead.Components.Deployments;
using Fairlead.Releases;
using Nuke.Common;

namespace Fairlead.Components;

/// <summary>Runs the database's migrations with the new image, as a task of its own, before the service changes.</summary>
public interface IMigrate : IHazDeployment
{
    /// <summary>What the image's entry point is given, in place of the image's own command, as in ECS and Docker.</summary>
    IReadOnlyList<string> MigrateCommand { get; }

    Target Migrate => _ => _
        .Description("Runs the database's migrations with the new image")
        .DependsOn<IPushEcr>(x => x.PushEcr)
        .TryTriggers<IUnlock>(x => x.Unlock)
        .Executes(async () =>
        {
            var identity = await Deployment.ReleaseAsync();
            var current = identity.Current is null ? null : await Deployment.Ledger.ReadCurrentManifestAsync(Cancellation.Token);
            var image = await Deployment.ImageAsync();
            if (current is not null && current.ImageDigest == image.ManifestDigest)
            {
                // Only a release whose every step succeeded becomes the current one, so this very image migrated the database.
                this.Report(Outcome.Unchanged($"The migrations of this image ran with release {current.Release}."));
                return;
            }

            await Deployment.BeginEffectsAsync();
            var service = (IDeployService)this;
            var outcome = await service.ServiceHost.MigrateAsync(await service.PlanServiceAsync(), MigrateCommand, Cancellation.Token);
            Deployment.Progress = Deployment.Progress with { SchemaMigrated = outcome.IsSuccess };
            this.Report(outcome);
        });
}
