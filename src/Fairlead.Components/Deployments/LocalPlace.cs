using Fairlead.Infrastructure;
using Fairlead.Preflight;
using Fairlead.Releases;
using Serilog;

namespace Fairlead.Components.Deployments;

/// <summary>The local cloud, with its own provisioner.</summary>
internal sealed class LocalPlace(ILocalCloud cloud) : IPlace
{
    public IEnumerable<PreflightCheck> Checks
    => [
        PreflightCheck.Of("Place", () =>
        {
            foreach (var parameter in Unused)
            {
                Log.Warning("{Parameter:l} is not used: the profile local has its own.", parameter);
            }

            return null;
        }),
    ];

    // No problem: it may come from the shell's environment, and mean something else there.
    private IEnumerable<string> Unused => cloud is not IHazStack stack ? [] : new (string Name, object? Value)[]
    {
        ("--public-url", stack.PublicUrl),
        ("--registry-host", stack.RegistryHost),
        ("--stack-outputs-file", stack.StackOutputsFile),
    }.Where(x => x.Value is not null).Select(x => x.Name);

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
