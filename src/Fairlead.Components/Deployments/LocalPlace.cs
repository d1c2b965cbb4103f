using Fairlead.Deployments;
using Fairlead.Infrastructure;
using Fairlead.Preflight;
using Fairlead.Releases;
using Serilog;

namespace Fairlead.Components.Deployments;

/// <summary>The local cloud, with its own provisioner.</summary>
internal sealed class LocalPlace(ILocalCloud cloud, IHazDeployment build) : IPlace
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
    private IEnumerable<string> Unused => new (string Name, object? Value)[]
    {
        ("--public-url", build.PublicUrl),
        ("--registry-host", build.RegistryHost),
        ("--stack-outputs-file", build.StackOutputsFile),
    }.Where(x => x.Value is not null).Select(x => x.Name);

    public async Task<StoppedPlace?> FindStoppedAsync(CancellationToken cancellationToken) => cloud.KeepsLocalStack && !await cloud.AnswersAsync()
        ? new StoppedPlace(
            "The local cloud of this clone is stopped, so nothing serves.",
            $"Its state is in {cloud.LocalCloudOptions.StateDirectory}.",
            "./build.sh StartLocalCloud starts it.")
        : null;

    public string Absence => $"The local cloud has no stack {cloud.LocalStack.Name} that can be read, so nothing serves. ./build.sh Deploy makes it.";

    public async Task<string> AbsenceAsync(CancellationToken cancellationToken)
    {
        if (await FindStoppedAsync(cancellationToken) is { } stopped)
        {
            return stopped.ToString();
        }

        var (what, makes) = await cloud.AnswersAsync()
            ? ($"The local cloud runs and has no stack {cloud.LocalStack.Name} that can be read", "makes")
            : ("The local cloud does not run", "starts");
        return build is ITerraform
            ? $"{what}, so nothing serves. ./build.sh Deploy {makes} it."
            : $"{what}. Add ITerraform to the build: its target TerraformApply {makes} it, and needs no Terraform for that.";
    }

    public async Task<Provisioned> ProvisionAsync(CancellationToken cancellationToken)
    {
        var (place, plan) = await cloud.ProvisionLocalCloudAsync(build.Release.Settings);
        foreach (var change in plan.Changes.Where(x => x.Action != ResourceAction.Unchanged))
        {
            Log.Information("{Action} {Type:l} {Name:l}", change.Action, change.Type, change.Name);
        }

        return new Provisioned(place, plan.IsEmpty
            ? Outcome.Unchanged($"Provisioned by {place.Provisioner}: {plan}.")
            : Outcome.Succeeded($"Provisioned by {place.Provisioner}: {plan}."));
    }

    public Task<Place?> ResumeAsync(CancellationToken cancellationToken)
        => cloud.KeepsLocalStack ? cloud.ResumeLocalCloudAsync() : cloud.FindLocalCloudAsync();

    public Task<Place?> FindAsync(CancellationToken cancellationToken) => cloud.FindLocalCloudAsync();
}
