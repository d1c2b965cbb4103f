using Fairlead.Components.Deployments;
using Fairlead.Deployments;
using Nuke.Common;
using Nuke.Components;

namespace Fairlead.Components;

/// <summary>Pushes the images to their ECR repositories, over the OCI distribution protocol.</summary>
public interface IPushEcr : IHazDeployment
{
    Target PushEcr => _ => _
        .Description("Pushes the services' images to their ECR repositories")
        .TryDependsOn<ITerraform>(x => x.TerraformApply)
        .TryDependsOn<ITest>(x => x.Test)
        .TryDependsOn<IWebBuild>(x => x.WebBuild)
        .TryDependsOn<IDockerImage>(x => x.DockerImage)
        .TryDependsOn<IPackService>(x => x.PackService)
        .WhenSkipped(DependencyBehavior.Execute)
        .Executes(() => this.RunStepsAsync(ReleaseSteps.Push));
}
