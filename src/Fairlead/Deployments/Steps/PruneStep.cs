using Fairlead.Releases;

namespace Fairlead.Deployments.Steps;

/// <summary>Takes away images, task definitions, assets and copies that only pruned releases refer to.</summary>
internal sealed class PruneStep(Deployment deployment, int keep) : ReleaseStep(StepNames.Prune)
{
    private RetentionPlan? _plan;

    /// <inheritdoc/>
    public override async Task<StepLook> LookAsync(CancellationToken cancellationToken)
    {
        var current = await deployment.Ledger.ReadCurrentAsync(cancellationToken);
        var interrupted = await deployment.InterruptedAsync(cancellationToken);
        var releases = await deployment.Ledger.ReadAllAsync(cancellationToken);
        _plan = RetentionPlan.Create(releases, current?.Release, await ServedNow.ReleasesAsync(deployment, cancellationToken), interrupted?.Release, keep);
        return _plan.Refusal is { } refusal ? StepLook.Impossible(new StepProblem(refusal, "./build.sh Status and ./build.sh Releases tell more."))
            : _plan.Pruned.Count == 0 ? StepLook.Unchanged(_plan.ToString())
            : StepLook.WouldChange(
                $"{_plan.Pruned.Count} releases can no longer be gone back to; {_plan.Kept.Count} stay.",
                [.. _plan.Pruned.SelectMany(Changes)]);
    }

    /// <inheritdoc/>
    public override async Task<Outcome> ChangeAsync(StepLook look, Effects effects, CancellationToken cancellationToken)
    {
        var target = new PlacePruneTarget(deployment);
        var who = deployment.Settings.Who;
        foreach (var release in _plan!.Pruned)
        {
            await deployment.Ledger.PruneAsync(release, target, who, deployment.Time.GetUtcNow(), cancellationToken);
            deployment.Reporter.Information($"Release {release.Release} can no longer be gone back to.");
        }

        return Outcome.Succeeded($"{_plan.Pruned.Count} releases were pruned; {_plan.Kept.Count} can be gone back to or serve.");
    }

    private static IEnumerable<PlannedChange> Changes(PrunedRelease release)
        => new[] { ("image", release.Images), ("revision", release.Revisions), ("asset", release.Assets), ("copy", release.EntryPointCopies) }
            .SelectMany(kind => kind.Item2.SelectMany(part => part.Value.Select(
                x => new PlannedChange(ChangeAction.Delete, $"{kind.Item1} {x} of {part.Key}", $"release {release.Release}"))));
}
