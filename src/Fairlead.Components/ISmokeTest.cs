using Fairlead.Components.Deployments;
using Fairlead.Deployments;
using Fairlead.Verification;
using Nuke.Common;
using Nuke.Common.Utilities.Collections;
using Serilog;

namespace Fairlead.Components;

/// <summary>Asks the public URL, as a visitor would, whether this very release serves and works.</summary>
public interface ISmokeTest : IHazDeployment
{
    /// <summary>The checks, in order. Those that write run only when something was deployed.</summary>
    IReadOnlyList<SmokeCheck> SmokeChecks { get; }

    Target SmokeTest => _ => _
        .Description("Checks through the public URL that this release serves and works")
        .TryDependsOn<IInvalidate>(x => x.Invalidate)
        .TryDependsOn<ISyncS3>(x => x.SyncS3)
        .TryDependsOn<IDeployService>(x => x.DeployService)
        .WhenSkipped(DependencyBehavior.Execute) // without the checks a deploy is still one, and says that nobody looked
        .Executes(async () =>
        {
            foreach (var result in await this.RunStepsAsync(x => ReleaseSteps.SmokeTest(x, SmokeChecks)))
            {
                if (result.Look.Kind == LookKind.NotApplicable)
                {
                    // Unchanged would say that what runs was seen to be right, and Succeeded that it passed.
                    ReportSummary(_ => _.AddPair("Outcome", "Not run"));
                    Log.Warning("The smoke tests did not run. {Reason:l} What was deployed is not smoke-tested.", result.Look.Reason);
                }
            }
        });
}
