using Fairlead.Releases;

namespace Fairlead.Deployments.Steps;

/// <summary>Brings pages, edge and services back to an earlier release, in the order of every way back, and asks them.</summary>
internal sealed class GoBackStep(RequestedRollback rollback) : ReleaseStep("roll back")
{
    private RollbackPlan? _plan;

    private Deployment Deployment => rollback.Deployment;

    /// <inheritdoc/>
    public override IReadOnlyList<Touch> Touches
        => [.. Deployment.Services.Select(x => new Touch.Service(x.Name)), .. Deployment.Sites.Select(x => new Touch.EntryPoints(x.Name))];

    /// <inheritdoc/>
    public override async Task<StepLook> LookAsync(CancellationToken cancellationToken)
    {
        if (await Deployment.CurrentAsync(cancellationToken) is not { } current)
        {
            return StepLook.Impossible(new StepProblem("No release is recorded here, so there is none to go back to.", "Deploy first."));
        }

        if (await rollback.FindTargetAsync(cancellationToken) is not { } target)
        {
            return StepLook.Impossible(new StepProblem(
                "The ledger has no release to go back to: none before the current one was seen to serve, or it does not know the one that was asked for.",
                "./build.sh Releases lists them."));
        }

        var interrupted = await Deployment.InterruptedAsync(cancellationToken);
        var plan = RollbackPlan.To(current, target);
        if (plan.IsPossible && (interrupted is not null || target.Release == current.Release))
        {
            if (interrupted is null && (await PlaceStatus.ReadAsync(Deployment.Place, Deployment.Time, cancellationToken)).Differences.Count == 0)
            {
                (Deployment.Returning, Deployment.HasReturned) = (target.Manifest, true);
                return StepLook.Unchanged($"Release {target.Release} is current, and serves.");
            }

            // Nobody knows what was written: everything goes back.
            var leftovers = interrupted?.EntryPoints ?? new Dictionary<string, IReadOnlyList<string>>();
            plan = RollbackPlan.Create(current, target.Manifest, Touches.ToHashSet(), leftovers);
        }

        if (plan.Refusal is { } refusal)
        {
            return StepLook.Impossible(new StepProblem(refusal, "./build.sh Releases tells what can be gone back to."));
        }

        if (await RollbackReadiness.FindProblemsAsync(Deployment, target.Manifest!, plan, cancellationToken) is { Count: > 0 } problems)
        {
            return StepLook.Impossible([.. problems.Select(x => new StepProblem(x, "Choose another release: ./build.sh Releases lists them."))]);
        }

        (_plan, Deployment.Returning, Deployment.HasReturned) = (plan, target.Manifest, false);
        return StepLook.WouldChange(
            $"Release {target.Release} is to serve again, in place of {current.Release}.",
            [.. plan.Steps.Select(x => new PlannedChange(x is RollbackStep.Verify ? ChangeAction.Run : ChangeAction.Update, x.ToString()!))]);
    }

    /// <inheritdoc/>
    public override async Task<Outcome> ChangeAsync(StepLook look, Effects effects, CancellationToken cancellationToken)
    {
        var everything = await Deployment.InterruptedAsync(cancellationToken) is not null;
        var way = new DeploymentRollback(Deployment);
        foreach (var step in _plan!.Steps)
        {
            Deployment.Reporter.Information(step.ToString()!);
            await way.RunStepAsync(step, everything, cancellationToken);
        }

        return Outcome.Succeeded(Deployment.Place.Unserved is null
            ? $"Release {_plan.Target} serves again."
            : $"Release {_plan.Target} is back, as the service host says; nothing was asked through the public URL.");
    }
}
