using Fairlead.Components.Reporting;
using Fairlead.Infrastructure;
using Fairlead.Infrastructure.LocalCloud;
using Fairlead.Preflight;
using Fairlead.Releases;
using Nuke.Common;
using Nuke.Components;
using Serilog;

namespace Fairlead.Components;

/// <summary>
/// Brings the place into being and reads its stack outputs. In this version only the local cloud can be provisioned, by its own
/// provisioner; the target keeps the name that it has with Terraform, because what comes after it is the same.
/// </summary>
public interface ITerraform : IHazDeployment
{
    /// <summary>Whether the chosen profile names a place that can be provisioned.</summary>
    sealed PreflightCheck PlaceCheck => PreflightCheck.Of("Place", () => this is ILocalCloud { IsLocal: true }
        ? null
        : new PreflightProblem($"Profile {string.Join(", ", NukeBuild.LoadedLocalProfiles)} has no provisioner: this version provisions the local cloud only.", "Leave --profile away to deploy to the local cloud."));

    Target TerraformApply => _ => _
        .Description("Provisions the place and reads its stack outputs; in the profile local that is the local cloud's own provisioner, not Terraform")
        .TryDependsOn<IPreflight>(x => x.Preflight)
        .TryDependsOn<ITest>(x => x.Test)
        .TryDependsOn<IWebBuild>(x => x.WebBuild)
        .TryDependsOn<IDockerImage>(x => x.DockerImage)
        .Executes(async () =>
        {
            var (place, result) = await ProvisionAsync();
            Deployment.Place = place;
            foreach (var change in result.Plan.Changes.Where(x => x.Action != ResourceAction.Unchanged))
            {
                Log.Information("{Action} {Type:l} {Name:l}", change.Action, change.Type, change.Name);
            }

            this.Report(result.Plan.IsEmpty
                ? Outcome.Unchanged($"Provisioned by {place.Provisioner}: {result.Plan}.")
                : Outcome.Succeeded($"Provisioned by {place.Provisioner}: {result.Plan}."));
        });

    private async Task<(DeploymentPlace Place, ProvisionResult Result)> ProvisionAsync()
    {
        var local = (ILocalCloud)this;
        var endpoints = await local.StartLocalCloudAsync();
        var provisioner = new LocalStackProvisioner(endpoints, local.LocalStack);
        var result = await provisioner.ApplyAsync(Cancellation.Token);
        var aws = ILocalCloud.ClientsOf(endpoints, result.Outputs.Region);
        var account = (await aws.Sts.GetCallerIdentityAsync(new(), Cancellation.Token)).Account;
        return (new DeploymentPlace(ILocalCloud.Description, provisioner.Name, result.Outputs, account, aws), result);
    }
}
