using Fairlead.Components.Deployments;
using Fairlead.Components.Reporting;
using Fairlead.Deployments;
using Fairlead.Releases;
using Nuke.Common;

namespace Fairlead.Components;

/// <summary>Brings an earlier release back: pages, edge and services together. Builds nothing.</summary>
public interface IRollback : IHazDeployment
{
    [Parameter("Release to go back to (default: the last one that was seen to serve)")]
    string? To => TryGetValue(() => To!);

    Target Rollback => _ => _
        .Description("Goes back to an earlier release, services and sites together, and checks that it serves")
        .Executes(async () =>
        {
            var to = To is { } text ? ReleaseId.Parse(text) : null;
            var place = await Release.ResumePlaceAsync(Cancellation.Token);
            var rollback = new RequestedRollback(
                place, to, Release.Settings, LogReporter.Instance, TimeProvider.System);
            await this.RunAloneAsync(rollback, rollback.Deployment, rollback.Steps(ReleaseDefaults.SmokeChecks(this)));
        });
}
