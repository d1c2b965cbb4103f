using Fairlead.Releases;

namespace Fairlead.Deployments.Steps;

/// <summary>Brings pages, edge and services back to an earlier release, in the order of every way back, and asks them.</summary>
internal sealed class GoBackStep(RequestedRollback rollback) : ReleaseStep(StepNames.GoBack)
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

        Deployment.GoesBack = false;
        var interrupted = await Deployment.InterruptedAsync(cancellationToken);
        if (interrupted is not null)
        {
            current = await Deployment.Records.WithSchemaLeftByAsync(interrupted, current, cancellationToken);
        }

        var passed = new List<(ReleaseId Release, StepLook Look)>();
        await foreach (var (release, entry) in rollback.CandidatesAsync(cancellationToken))
        {
            var look = entry is null
                ? StepLook.Impossible(new StepProblem($"The record of release {release} is lost.", "./build.sh Releases tells what can be gone back to."))
                : await LookAtAsync(current, entry, interrupted, cancellationToken);
            if (look.Kind != LookKind.Impossible)
            {
                foreach (var other in passed)
                {
                    Deployment.Reporter.Warning($"Release {other.Release} is passed over. {other.Look.Reason}");
                }

                rollback.Take(release);
                return look;
            }

            passed.Add((release, look));
        }

        return passed switch
        {
            [] => StepLook.Impossible(new StepProblem(
                "The ledger has no release to go back to: none before the current one was seen to serve, or it does not know the one that was asked for.",
                "./build.sh Releases lists them.")),
            [var only] => only.Look,
            _ => StepLook.Impossible([.. passed.Select(x => new StepProblem(
                $"{x.Release}: {x.Look.Reason}", "Deploy a correction; ./build.sh Releases tells what can be gone back to with --to."))]),
        };
    }

    /// <inheritdoc/>
    public override async Task<Outcome> ChangeAsync(StepLook look, Effects effects, CancellationToken cancellationToken)
    {
        var way = new DeploymentRollback(Deployment);
        foreach (var step in _plan!.Steps)
        {
            Deployment.Reporter.Information(step.ToString()!);
            await way.RunStepAsync(step, cancellationToken);
        }

        return Outcome.Succeeded(way.Describe(_plan));
    }

    private async Task<StepLook> LookAtAsync(
        ReleaseManifest current, LedgerEntry target, ReleaseIntent? interrupted, CancellationToken cancellationToken)
    {
        var plan = RollbackPlan.To(current, target);
        if (plan.IsPossible && target.Manifest is { } manifest && (interrupted is not null || target.Release == current.Release))
        {
            if (interrupted is null && await IsAsRecordedAsync(cancellationToken))
            {
                Deployment.Returning = manifest;
                return StepLook.Unchanged($"Release {target.Release} is current, and serves.");
            }

            plan = Whole(current, manifest, interrupted);
        }

        if ((plan.Refusal ?? await SchemaProblemAsync(target.Manifest!, cancellationToken)) is { } refusal)
        {
            return StepLook.Impossible(new StepProblem(refusal, "./build.sh Releases tells what can be gone back to."));
        }

        if (await RollbackReadiness.FindProblemsAsync(Deployment, target.Manifest!, plan, cancellationToken) is { Count: > 0 } problems)
        {
            return StepLook.Impossible([.. problems.Select(x => new StepProblem(x, "Choose another release: ./build.sh Releases lists them."))]);
        }

        (_plan, Deployment.Returning, Deployment.GoesBack) = (plan, target.Manifest, true);
        return StepLook.WouldChange(
            $"Release {target.Release} is to serve again, in place of "
                + (target.Release == current.Release ? "whatever was put there since." : $"{current.Release}."),
            [.. plan.Steps.Select(x => new PlannedChange(x is RollbackStep.Verify ? ChangeAction.Run : ChangeAction.Update, x.ToString()!))]);
    }

    private async Task<bool> IsAsRecordedAsync(CancellationToken cancellationToken)
        => (await PlaceStatus.ReadAsync(Deployment.Place, Deployment.Time, looksForInterruption: false, patience: null, cancellationToken))
            .Differences.Count == 0;

    /// <summary>A migration stays, also that of a release that failed after it and was brought back: every one since the target has a say.</summary>
    private async Task<string?> SchemaProblemAsync(ReleaseManifest target, CancellationToken cancellationToken)
    {
        var since = (await Deployment.Ledger.ListAsync(cancellationToken)).Count(x => x.CompareTo(target.Release) > 0);
        return (await Deployment.Ledger.ListReleasesAsync(since, cancellationToken))
            .Select(x => x.Manifest)
            .OfType<ReleaseManifest>()
            .Select(Deployment.Records.WithNamesOfToday)
            .SelectMany(x => Deployment.Services.Select(y => RollbackPlan.SchemaProblem(x, target, y.Name)))
            .FirstOrDefault(x => x is not null);
    }

    /// <summary>The way back of everything: nobody knows what was written.</summary>
    private RollbackPlan Whole(ReleaseManifest current, ReleaseManifest target, ReleaseIntent? interrupted)
    {
        if (Deployment.Services.Select(x => RollbackPlan.SchemaProblem(current, target, x.Name)).FirstOrDefault(x => x is not null) is { } problem)
        {
            return new RollbackPlan(current.Release, target.Release, [], problem);
        }

        var leftovers = interrupted?.EntryPoints ?? new Dictionary<string, IReadOnlyList<string>>();
        var plan = RollbackPlan.Create(current, target, Touches.ToHashSet(), leftovers);

        // To newer code the services come first, as in a deploy: either way no page is newer than its service.
        return target.Release.CompareTo(current.Release) > 0
            ? plan with { Steps = [.. plan.Steps.OrderBy(x => x is not RollbackStep.ServiceBack).ThenBy(x => x is RollbackStep.Verify)] }
            : plan;
    }
}
