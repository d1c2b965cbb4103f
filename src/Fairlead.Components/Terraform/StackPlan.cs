using System.Runtime.CompilerServices;
using Fairlead.Components.Deployments;
using Fairlead.Components.Reporting;
using Fairlead.Infrastructure.Plans.Sealing;
using Fairlead.Infrastructure.Terraform;
using Fairlead.Releases;
using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.Utilities.Collections;
using Serilog;

namespace Fairlead.Components.Terraform;

/// <summary>Plans once and applies exactly that: what is applied was judged, and is bound to what it was made from.</summary>
internal sealed class StackPlan
{
    private static readonly ConditionalWeakTable<INukeBuild, StackPlan> Plans = [];
    private readonly ITerraform _build;
    private readonly PlanFiles _files;
    private (string PlanFile, PlanReview Review)? _reviewed;

    private StackPlan(ITerraform build)
    {
        _build = build;
        _files = new PlanFiles(build);
    }

    /// <summary>Digest of the configuration that was applied in this run: <c>sha256:…</c>; null while none was.</summary>
    public string? ConfigurationDigest { get; private set; }

    /// <summary>The version of the state that this run's TerraformApply found to need no change; null where it applied something, or has not run.</summary>
    public TerraformState? UnchangedState { get; private set; }

    public static StackPlan Of(ITerraform build) => Plans.GetValue(build, static x => new StackPlan((ITerraform)x));

    /// <summary>Makes the plan, or takes the one that was made elsewhere, and tells what it would do. Changes nothing at the place.</summary>
    /// <exception cref="FairleadException">The plan may not be applied: it destroys data, or breaks a policy.</exception>
    public async Task<Outcome> PlanAsync(CancellationToken cancellationToken)
    {
        _files.Clear();
        var runner = await StackRun.Of(_build).RunnerAsync();
        var plain = _files.Plain;
        try
        {
            PlanBinding binding;
            if (_build.TerraformPlanFile is { } given)
            {
                binding = await TakeAsync(given, plain, cancellationToken);
                binding.ThrowIfMoved(await binding.RenewAsync(await StackRun.Of(_build).BindingInputsAsync(plain, cancellationToken), cancellationToken));
            }
            else
            {
                await runner.PlanAsync(new PlanRequest { File = plain }, cancellationToken);
                binding = await PlanBinding.CreateAsync(await StackRun.Of(_build).BindingInputsAsync(plain, cancellationToken), cancellationToken);
                await binding.WriteAsync(plain, cancellationToken);
            }

            var review = await ReviewAsync(binding, plain, cancellationToken);
            await TellAsync(review, cancellationToken);
            review.ThrowIfRefused();
            ThrowIfNoArchive(review);
            if (_files.Key is { } key)
            {
                await PlanArtifactFile.SealAsync(plain, binding, _files.Sealed, key, TimeProvider.System, cancellationToken);
            }

            return review.Plan.Applyable
                ? Outcome.Succeeded($"{review.Summary.Headline}. The plan is "
                    + $"{_build.RootDirectory.GetRelativePathTo(_files.Key is null ? plain : _files.Sealed)}; TerraformApply applies exactly this one.")
                : Outcome.Unchanged($"{review.Summary.Headline}.");
        }
        catch
        {
            // A plan that was refused must not be there for a run that leaves TerraformPlan out.
            PlanFiles.Delete(plain);
            throw;
        }
        finally
        {
            if (_files.Key is not null)
            {
                PlanFiles.Delete(plain);
            }
        }
    }

    /// <summary>Applies the plan that TerraformPlan left, or says what moved since. A plan without changes is not applied.</summary>
    public async Task<Outcome> ApplyAsync(CancellationToken cancellationToken)
    {
        var run = StackRun.Of(_build);
        await run.ConnectAsync(cancellationToken);
        var runner = await run.RunnerAsync();
        var plain = _files.Plain;
        try
        {
            if (_files.Key is { } key)
            {
                await PlanArtifactFile.OpenAsync(_files.Sealed, _build.TerraformStack, key, plain, cancellationToken);
            }
            else if (!File.Exists(plain))
            {
                throw new FairleadException(
                    "There is no plan to apply.",
                    $"{_build.RootDirectory.GetRelativePathTo(plain)} does not exist.",
                    "Run TerraformPlan too: do not skip it.");
            }

            var binding = await PlanBinding.ReadAsync(plain, cancellationToken);
            var inputs = await run.BindingInputsAsync(plain, cancellationToken);
            binding.ThrowIfMoved(await binding.RenewAsync(inputs, cancellationToken));
            var review = await ReviewAsync(binding, plain, cancellationToken);
            review.ThrowIfRefused();
            ThrowIfNoArchive(review);
            ConfigurationDigest = $"sha256:{binding.ConfigurationDigest}";
            if (!review.Plan.Applyable)
            {
                UnchangedState = inputs.StateLineage.Length > 0 ? new TerraformState(inputs.StateSerial, inputs.StateLineage) : null;
                return Outcome.Unchanged($"Stack {_build.TerraformStack}: {review.Summary.Headline}; nothing was applied.");
            }

            var applied = await runner.ApplyAsync(plain, cancellationToken);
            PlanFiles.Delete(plain);
            return Outcome.Succeeded($"Stack {_build.TerraformStack}: {applied}.");
        }
        finally
        {
            if (_files.Key is not null)
            {
                PlanFiles.Delete(plain);
            }
        }
    }

    /// <summary>Destroys everything in the state, once the guard has nothing against it.</summary>
    public async Task<Outcome> DestroyAsync(CancellationToken cancellationToken)
    {
        _files.Clear();
        var runner = await StackRun.Of(_build).RunnerAsync();
        var plain = _files.Temporary("destroy");
        try
        {
            await runner.PlanAsync(new PlanRequest { File = plain, Destroy = true }, cancellationToken);
            var review = await PlanReview.OfAsync(await runner.ShowPlanJsonAsync(plain, cancellationToken), _build, cancellationToken);
            if (!review.Plan.Applyable)
            {
                return Outcome.Unchanged($"Stack {_build.TerraformStack} has nothing to destroy.");
            }

            Log.Information("{Plan:l}", review.Summary.ToText().TrimEnd('\n'));
            review.Guard.ThrowIfRefused();
            if (_build.DryRun)
            {
                return Outcome.Unchanged("Nothing was destroyed, as --dry-run asks.");
            }

            return Outcome.Succeeded($"Stack {_build.TerraformStack}: {await runner.ApplyAsync(plain, cancellationToken)}.");
        }
        finally
        {
            PlanFiles.Delete(plain);
        }
    }

    /// <summary>The review of the very plan that the binding names; read once in a run, because terraform
    /// starts the provider to show a plan, which takes seconds.</summary>
    private async Task<PlanReview> ReviewAsync(PlanBinding binding, string plain, CancellationToken cancellationToken)
    {
        if (_reviewed is not { } known || known.PlanFile != binding.PlanFile)
        {
            var json = await (await StackRun.Of(_build).RunnerAsync()).ShowPlanJsonAsync(plain, cancellationToken);
            _reviewed = known = (binding.PlanFile, await PlanReview.OfAsync(json, _build, cancellationToken));
        }

        return known.Review;
    }

    /// <summary>Plans made elsewhere are encrypted; one from this machine may be readable.</summary>
    private async Task<PlanBinding> TakeAsync(string given, string plain, CancellationToken cancellationToken)
    {
        if (given.EndsWith(".enc", StringComparison.Ordinal))
        {
            return _files.Key is { } key
                ? await PlanArtifactFile.OpenAsync(given, _build.TerraformStack, key, plain, cancellationToken)
                : throw new FairleadException(
                    "The plan cannot be read.",
                    $"{given} is encrypted, and there is no key.",
                    "Give the parameter TerraformPlanKey the key that it was made with.");
        }

        var binding = await PlanBinding.ReadAsync(given, cancellationToken);
        File.Copy(given, plain, overwrite: true);
        await binding.WriteAsync(plain, cancellationToken);
        return binding;
    }

    /// <summary>The earliest that is known what the service runs on: the stack may have no state yet.</summary>
    private void ThrowIfNoArchive(PlanReview review)
        => InstanceArchive.ThrowIfMissing(_build, review.Plan.Outputs.FirstOrDefault(x => x.Name == "service_host")?.After.Text, _build.TerraformStack);

    private async Task TellAsync(PlanReview review, CancellationToken cancellationToken)
    {
        Log.Information("{Plan:l}", review.ToText());
        var markdown = review.ToMarkdown($"{_build.TerraformStack} ({_build.Profile})");
        await File.WriteAllTextAsync(_files.Summary, markdown, cancellationToken);
        StepSummary.Append(markdown);
        _build.ReportSummary(_ => _.AddPair("Plan", review.Summary.Headline));
        if (_files.Key is null && _build.IsServerBuild)
        {
            Log.Warning("The plan is not among the artifacts, because no TerraformPlanKey is there to encrypt it with; only this job can apply it.");
        }
    }
}
