using Fairlead.Components.Deployments;
using Fairlead.Deployments;
using Fairlead.Infrastructure;
using Fairlead.Preflight;
using Fairlead.Releases;

namespace Fairlead.Components.Terraform;

/// <summary>A place on AWS, or on an emulator of it, that Terraform provisions.</summary>
internal sealed class TerraformPlace(ITerraform build) : IPlace
{
    public string Absence => $"Stack {build.TerraformStack} is not applied, so nothing serves. ./build.sh TerraformApply --profile {build.Profile} makes it.";

    public IEnumerable<PreflightCheck> Checks
    => [
        .. AwsPlace.Parameters(build),
        PreflightCheck.Of("Stack", () => Directory.Exists(build.TerraformDirectory)
            ? null
            : new PreflightProblem(
                $"{build.TerraformDirectory} does not exist.",
                "Name the stack's folder with --terraform-stack, or choose another profile.")),
        new PreflightCheck("Terraform", async cancellationToken =>
        {
            if (Directory.Exists(build.TerraformDirectory))
            {
                await StackRun.Of(build).ToolAsync().WaitAsync(cancellationToken);
            }

            return null;
        }),
        PreflightCheck.Of("Variables", () => StackRun.VariableFiles(build).FirstOrDefault(x => !File.Exists(x)) is { } missing
            ? new PreflightProblem($"The file of variables {missing} does not exist.", "Correct --terraform-variable-files.")
            : null),
        PreflightCheck.Of("Lock wait", () =>
        {
            StackRun.LockTimeout(build);
            return null;
        }),
        PreflightCheck.Of("Plan", () => build.TerraformPlanFile is { } file && !File.Exists(file)
            ? new PreflightProblem($"The plan {file} does not exist.", "Correct --terraform-plan-file, or leave it out to plan anew.")
            : null),
        new PreflightCheck("Credentials", async cancellationToken =>
        {
            await StackRun.Of(build).AccountAsync().WaitAsync(cancellationToken);
            return null;
        }),
        new PreflightCheck("State bucket", FindBucketProblemAsync),
    ];

    public async Task<Provisioned> ProvisionAsync(CancellationToken cancellationToken)
    {
        var outcome = await StackPlan.Of(build).ApplyAsync(cancellationToken);
        var outputs = await StackRun.Of(build).FindOutputsAsync(cancellationToken)
                      ?? throw new FairleadException(
                          $"Stack {build.TerraformStack} has no outputs.",
                          "Its state is empty after the apply.",
                          "Add the outputs that a deploy needs to the stack.");
        var place = await PlaceAsync(outputs, cancellationToken) with { PlanDigest = StackPlan.Of(build).ConfigurationDigest };
        return new Provisioned(place, outcome with { Reason = $"{outcome.Reason} The place: {place.Description}." });
    }

    public async Task<Place?> FindAsync(CancellationToken cancellationToken)
        => await StackRun.Of(build).FindOutputsAsync(cancellationToken) is { } outputs ? await PlaceAsync(outputs, cancellationToken) : null;

    private async Task<Place> PlaceAsync(StackOutputs outputs, CancellationToken cancellationToken)
        => await AwsPlace.OfAsync(build, outputs, (await StackRun.Of(build).ToolAsync()).ToString(), cancellationToken) with
        {
            ReadTerraformStateAsync = ReadStateAsync,
        };

    private async Task<TerraformState?> ReadStateAsync(CancellationToken cancellationToken)
        => StackPlan.Of(build).UnchangedState
            ?? (await (await StackRun.Of(build).RunnerAsync()).StateSerialAsync(cancellationToken) is { } state
                ? new TerraformState(state.Serial, state.Lineage)
                : null);

    private async Task<PreflightProblem?> FindBucketProblemAsync(CancellationToken cancellationToken)
    {
        var run = StackRun.Of(build);
        try
        {
            await run.AccountAsync();
        }
        catch (FairleadException)
        {
            // Told by the check of the credentials.
            return null;
        }

        var name = await run.StateBucketNameAsync();
        return build.CreateStateBucket || await StateBuckets.ExistsAsync(build, name, cancellationToken)
            ? null
            : new PreflightProblem(
                $"The state bucket {name} does not exist, and no stack makes it.",
                "Run again with --create-state-bucket, or name another with --state-bucket.");
    }
}
