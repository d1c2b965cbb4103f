using Fairlead.Components.Deployments;
using Fairlead.Deployments;
using Nuke.Common;

namespace Fairlead.Components;

/// <summary>Makes the edges forget what was written over, waits until they have, and asks them for the page.</summary>
public interface IInvalidate : IHazDeployment
{
    Target Invalidate => _ => _
        .Description("Makes the edge forget the earlier entry points")
        .TryDependsOn<ISyncS3>(x => x.SyncS3)
        .TryDependsOn<IDeployService>(x => x.DeployService)
        .WhenSkipped(DependencyBehavior.Execute)
        .Executes(() => this.RunStepsAsync(ReleaseSteps.Invalidate));
}
