using Fairlead.Infrastructure;
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
            var (place, plan) = await ((ILocalCloud)this).ProvisionLocalCloudAsync();
            Deployment.Place = place;
            foreach (var change in plan.Changes.Where(x => x.Action != ResourceAction.Unchanged))
            {
                Log.Information("{Action} {Type:l} {Name:l}", change.Action, change.Type, change.Name);
            }

            this.Report(plan.IsEmpty
                ? Outcome.Unchanged($"Provisioned by {place.Provisioner}: {plan}.")
                : Outcome.Succeeded($"Provisioned by {place.Provisioner}: {plan}."));
        });
}
