using Fairlead.Components.Deployments;
using Fairlead.Deployments;
using Nuke.Common;

namespace Fairlead.Components;

/// <summary>The whole way: from source to a verified release, recorded in the ledger.</summary>
public interface IDeploy : IHazDeployment
{
    Target Deploy => _ => _
        .Description("Takes the application from source to a verified release")
        .TryDependsOn<ISmokeTest>(x => x.SmokeTest)
        .TryDependsOn<IInvalidate>(x => x.Invalidate)
        .TryDependsOn<ISyncS3>(x => x.SyncS3)
        .TryDependsOn<IDeployService>(x => x.DeployService)
        .Executes(() => this.RunStepsAsync(ReleaseSteps.Record));
}
