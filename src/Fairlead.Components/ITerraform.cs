using Fairlead.Components.Deployments;
using Fairlead.Components.Terraform;
using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.Utilities.Collections;
using Nuke.Components;
using Serilog;

namespace Fairlead.Components;

/// <summary>
/// Brings the place of a profile into being with Terraform, and reads its stack outputs. A plan is made once and applied exactly; what it
/// would destroy and what breaks a policy is refused before anything changes. In the profile <c>local</c> the local cloud's own provisioner
/// takes its part, and in a profile with a file of stack outputs nothing is provisioned.
/// </summary>
public interface ITerraform : IHazDeployment
{
    [Parameter("Bucket of Terraform's state; {account} in it stands for the account's number")]
    string? StateBucket => TryGetValue(() => StateBucket!);

    [Parameter("Key of the state in its bucket (default: the profile's name and /terraform.tfstate)")]
    string StateKey => TryGetValue(() => StateKey) ?? $"{Profile}/terraform.tfstate";

    [Parameter("Region of the state's bucket (default: --aws-region)")]
    string StateRegion => TryGetValue(() => StateRegion) ?? AwsRegion;

    [Parameter("Make the state's bucket when it does not exist")]
    bool CreateStateBucket => TryGetValue<bool?>(() => CreateStateBucket) ?? false;

    [Parameter("Version of Terraform to download and check when none on PATH fits")]
    string? TerraformVersion => TryGetValue(() => TerraformVersion!);

    [Parameter("Path of the terraform or tofu to use")]
    AbsolutePath? TerraformPath => TryGetValue(() => TerraformPath!);

    [Parameter("Further files of variables; of several values of a variable the last one counts")]
    AbsolutePath[] TerraformVariableFiles => TryGetValue(() => TerraformVariableFiles) ?? [];

    [Parameter("Plan to take instead of making one: what TerraformPlan wrote elsewhere")]
    AbsolutePath? TerraformPlanFile => TryGetValue(() => TerraformPlanFile!);

    [Parameter("Key that plans are encrypted with; with it no plan is left readable")]
    [Secret]
    string? TerraformPlanKey => TryGetValue(() => TerraformPlanKey!);

    [Parameter("Addresses of resources with data that the plan may destroy or replace: aws_db_instance.main")]
    string[] AllowDestroy => TryGetValue(() => AllowDestroy) ?? [];

    [Parameter("Minutes to wait for somebody else's lock of the state (default 5)")]
    int TerraformLockWait => TryGetValue<int?>(() => TerraformLockWait) ?? 5;

    /// <summary>The Terraform root of the profile.</summary>
    AbsolutePath TerraformDirectory => RootDirectory / "infra" / "stacks" / TerraformStack;

    /// <summary>Variables that the build knows, such as the name of a domain. They win over the files. Not for secrets: their values are in the plan.</summary>
    IReadOnlyDictionary<string, string> TerraformVariables => new Dictionary<string, string>();

    /// <summary>Addresses of resources that hold data although their type need not, such as an instance that keeps files of its own.</summary>
    IReadOnlyList<string> HoldsData => [];

    /// <summary>Where TerraformPlan leaves the plan, its binding and its summary.</summary>
    sealed AbsolutePath TerraformPlanDirectory => ((this as IHazArtifacts)?.ArtifactsDirectory ?? (RootDirectory / "artifacts")) / "terraform" / Profile;

    Target TerraformInit => _ => _
        .Description("Finds Terraform, the state's bucket and the providers of the profile's stack")
        .TryDependsOn<IPreflight>(x => x.Preflight)
        .OnlyWhenStatic(() => HasTerraform)
        .Executes(async () => this.Report(await StackRun.Of(this).InitAsync(Cancellation.Token)));

    Target TerraformValidate => _ => _
        .Description("Checks format and configuration of the profile's stack, or of all stacks; needs no credentials")
        .Executes(async () => this.Report(await StackValidation.RunAsync(this, Cancellation.Token)));

    Target TerraformPlan => _ => _
        .Description("Plans the stack and tells what would change, what it would cost, and what stands against it")
        .DependsOn<ITerraform>(x => x.TerraformInit)
        .OnlyWhenStatic(() => HasTerraform)
        .Produces(TerraformPlanDirectory.Parent / "**")
        .Executes(async () => this.Report(await StackPlan.Of(this).PlanAsync(Cancellation.Token)));

    // Only after what must succeed first, so that the target alone builds nothing; what deploys depends on all of it.
    Target TerraformApply => _ => _
        .Description("Applies exactly the plan that was made, and reads the stack outputs; in the profile local the local cloud's own provisioner does it, "
            + "not Terraform")
        .TryDependsOn<IPreflight>(x => x.Preflight)
        .DependsOn<ITerraform>(x => x.TerraformPlan)
        .TryAfter<ITest>(x => x.Test)
        .TryAfter<IWebBuild>(x => x.WebBuild)
        .TryAfter<IDockerImage>(x => x.DockerImage)
        .TryAfter<IPackService>(x => x.PackService)
        .Executes(async () =>
        {
            if (DryRun)
            {
                ReportSummary(_ => _.AddPair("Outcome", "Not run"));
                Log.Information("Nothing is provisioned, as --dry-run asks; the place is looked at as it stands.");
                return;
            }

            await Release.CheckSitesAsync(Cancellation.Token);
            var provisioned = await Place.ProvisionAsync(Cancellation.Token);
            Release.Provisioned(provisioned.Place);
            this.Report(provisioned.Outcome);
        });

    Target TerraformOutput => _ => _
        .Description("Tells the stack outputs, and changes nothing")
        .DependsOn<ITerraform>(x => x.TerraformInit)
        .Executes(async () => StackReport.Tell(await Place.FindAsync(Cancellation.Token), Place.Absence));

    Target TerraformDrift => _ => _
        .Description("Tells what was changed behind Terraform's back, and changes nothing; ends with 2 when there is drift")
        .DependsOn<ITerraform>(x => x.TerraformInit)
        .OnlyWhenStatic(() => HasTerraform)
        .Produces(TerraformPlanDirectory.Parent / "**")
        .Executes(async () => this.Report(await StackDrift.RunAsync(this, Cancellation.Token)));

    Target TerraformDestroy => _ => _
        .Description("Destroys the whole stack; what holds data has to be named with --allow-destroy")
        .DependsOn<ITerraform>(x => x.TerraformInit)
        .OnlyWhenStatic(() => HasTerraform)
        .Executes(async () => this.Report(await StackPlan.Of(this).DestroyAsync(Cancellation.Token)));

    /// <summary>Whether the profile's place is Terraform's work.</summary>
    sealed bool HasTerraform => Place is TerraformPlace;

    private IPlace Place => PlaceOfProfile.Of(this);
}
