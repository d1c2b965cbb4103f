using Fairlead.Components.Deployments;
using Fairlead.Deployments;
using Nuke.Common;
using Nuke.Components;

namespace Fairlead.Components;

/// <summary>Uploads the assets of the sites, which no page names yet, and switches their entry points when every service serves.</summary>
public interface ISyncS3 : IHazDeployment
{
    Target SyncAssets => _ => _
        .Description("Uploads the sites' assets; no page names them yet")
        .TryDependsOn<ITerraform>(x => x.TerraformApply)
        .TryDependsOn<ITest>(x => x.Test)
        .TryDependsOn<IWebBuild>(x => x.WebBuild)
        .TryAfter<IDockerImage>(x => x.DockerImage)
        .TryAfter<IPackService>(x => x.PackService)
        .WhenSkipped(DependencyBehavior.Execute)
        .Executes(() => this.RunStepsAsync(ReleaseSteps.PublishAssets));

    Target SyncS3 => _ => _
        .Description("Switches the sites' entry points, when every service serves")
        .DependsOn(SyncAssets)
        .TryDependsOn<IDeployService>(x => x.DeployService)
        .WhenSkipped(DependencyBehavior.Execute)
        .Executes(() => this.RunStepsAsync(ReleaseSteps.Switch));
}
