using Fairlead.Infrastructure;
using Fairlead.Preflight;
using Fairlead.Releases;
using Serilog;

namespace Fairlead.Components.Deployments;

/// <summary>The local cloud, with its own provisioner.</summary>
internal sealed class LocalPlace(ILocalCloud cloud) : IPlace
{
    public IEnumerable<PreflightCheck> Checks => [PreflightCheck.Of("Place", () => null)];

    public string Absence => "The local cloud does not run, so nothing serves. ./build.sh Deploy starts it.";

    public async Task<(DeploymentPlace Place, Outcome Outcome)> ProvisionAsync(CancellationToken cancellationToken)
    {
        var (place, plan) = await cloud.ProvisionLocalCloudAsync();
        foreach (var change in plan.Changes.Where(x => x.Action != ResourceAction.Unchanged))
        {
            Log.Information("{Action} {Type:l} {Name:l}", change.Action, change.Type, change.Name);
        }

        return (place, plan.IsEmpty
            ? Outcome.Unchanged($"Provisioned by {place.Provisioner}: {plan}.")
            : Outcome.Succeeded($"Provisioned by {place.Provisioner}: {plan}."));
    }

    public Task<DeploymentPlace?> FindAsync(CancellationToken cancellationToken) => cloud.FindLocalCloudAsync();
}
