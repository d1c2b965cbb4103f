using Fairlead.Releases;

namespace Fairlead.Deployments.Steps;

/// <summary>Records a rollback that somebody asked for, and makes the earlier release the current one again.</summary>
internal sealed class RecordRollbackStep(RequestedRollback rollback) : ReleaseStep(StepNames.Record)
{
    private Deployment Deployment => rollback.Deployment;

    /// <inheritdoc/>
    public override Task<StepLook> LookAsync(CancellationToken cancellationToken)
        => Task.FromResult(Deployment is { GoesBack: true, Returning: { } target }
            ? StepLook.WouldChange(
                $"Release {target.Release} is to be the current one again.",
                new PlannedChange(ChangeAction.Create, $"record of the rollback to {target.Release}"))
            : rollback.HasNoted
            ? StepLook.WouldChange("Another run has gone back meanwhile.", new PlannedChange(ChangeAction.Delete, "note that a rollback was begun"))
            : StepLook.Unchanged("There was nothing to go back to, so there is nothing to record."));

    /// <inheritdoc/>
    public override async Task<Outcome> ChangeAsync(StepLook look, Effects effects, CancellationToken cancellationToken)
    {
        var target = Deployment.Returning!;
        if (!Deployment.GoesBack)
        {
            await Deployment.Ledger.ClearIntentAsync(target.Release, cancellationToken);
            return Outcome.Succeeded($"Another run has gone back to release {target.Release} meanwhile; nothing else was changed.");
        }

        foreach (var service in Deployment.Services)
        {
            if (await service.Host.LookLastAsync(cancellationToken) is { IsSuccess: false } gone)
            {
                return gone;
            }
        }

        var isSmokeTested = Deployment.SmokeTested == target.Release;
        var unseen = Deployment.Place.Unserved ?? "The smoke tests did not run.";
        var current = await Deployment.CurrentAsync(cancellationToken);
        var record = await Deployment.Ledger.RecordAsync(
            await rollback.ManifestAsync(
                isSmokeTested
                    ? Outcome.Succeeded($"Went back to release {target.Release}, and the smoke tests passed.")
                    : Outcome.Succeeded($"Went back to release {target.Release}. It was not smoke-tested. {unseen}") with { NotSmokeTested = true },
                cancellationToken),
            cancellationToken);
        if (current?.Release != target.Release)
        {
            await Deployment.Ledger.SetCurrentAsync(
                new CurrentRelease(target.Release, target.Content, record.Finished) { RestoredBy = record.Release }, current?.Release, cancellationToken);
        }

        await Deployment.CorrectAsync(target, cancellationToken);

        if (Deployment.Sites.All(x => !x.OwesInvalidation(isInterrupted: false)))
        {
            await Deployment.Ledger.ClearIntentAsync(target.Release, cancellationToken);
        }

        Deployment.IsRecorded = true;
        return isSmokeTested
            ? Outcome.Succeeded($"Release {target.Release} is verified, and current again.")
            : Outcome.Succeeded($"Release {target.Release} is current again; whether it serves was not smoke-tested. {unseen}") with { NotSmokeTested = true };
    }
}
