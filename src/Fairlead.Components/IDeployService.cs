using Fairlead.Components.Deployments;
using Fairlead.Deployments;
using Nuke.Common;
using Nuke.Common.IO;

namespace Fairlead.Components;

/// <summary>Rolls the new images out on the service hosts and finds out what serves in the end.</summary>
public interface IDeployService : IHazDeployment
{
    /// <summary>Further environment of the service's container. Not for secrets.</summary>
    IReadOnlyDictionary<string, string> ServiceEnvironment => new Dictionary<string, string>();

    /// <summary>For a service on EC2 instances: the <c>.tar.gz</c> that they unpack as the release; what PackService makes unless the build names another. A
    /// run that deploys to instances is refused before anything is changed while it is null.</summary>
    AbsolutePath? ReleaseArchive => (this as IPackService)?.ServiceArchive;

    Target DeployService => _ => _
        .Description("Rolls the services out and waits for the truth about them")
        .TryDependsOn<IPushEcr>(x => x.PushEcr)
        .TryDependsOn<IMigrate>(x => x.Migrate)
        .TryAfter<ISyncS3>(x => x.SyncAssets)
        .WhenSkipped(DependencyBehavior.Execute)
        .Executes(() => this.RunStepsAsync(ReleaseSteps.RollOut));
}
