using Fairlead.Components.Deployments;
using Fairlead.Deployments;
using Nuke.Common;

namespace Fairlead.Components;

/// <summary>Runs the databases' migrations with the new images, each as a task of its own, before any service changes.</summary>
public interface IMigrate : IHazDeployment
{
    /// <summary>What the image's entry point is given, in place of the image's own command, as in ECS and Docker.</summary>
    IReadOnlyList<string> MigrateCommand { get; }

    [Parameter("Take a snapshot of the service's RDS database before its migrations run")]
    bool Snapshot => TryGetValue<bool?>(() => Snapshot) ?? false;

    [Parameter("Minutes that a snapshot of --snapshot may take (default 60)")]
    int SnapshotTimeout => TryGetValue<int?>(() => SnapshotTimeout) ?? 60;

    Target Migrate => _ => _
        .Description("Runs the databases' migrations with the new images")
        .TryDependsOn<IPushEcr>(x => x.PushEcr)
        .TryAfter<ISyncS3>(x => x.SyncAssets)
        .WhenSkipped(DependencyBehavior.Execute)
        .Executes(() => this.RunStepsAsync(ReleaseSteps.Migrate));
}
