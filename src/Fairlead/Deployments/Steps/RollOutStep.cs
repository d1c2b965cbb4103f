using Fairlead.Releases;

namespace Fairlead.Deployments.Steps;

/// <summary>Rolls the service out on its host, and finds out what serves in the end.</summary>
internal sealed class RollOutStep(Deployment deployment, ServiceWork service) : ReleaseStep(StepNames.RollOut(service.Name))
{
    private bool _hasChanged;

    /// <inheritdoc/>
    public override IReadOnlyList<Touch> Touches => [new Touch.Service(service.Name)];

    /// <inheritdoc/>
    public override async Task<StepLook> LookAsync(CancellationToken cancellationToken)
    {
        var release = await service.ReleaseAsync((await deployment.ReleaseAsync()).Release);
        var plan = await service.Host.PlanAsync(release, cancellationToken);
        var status = await service.Host.StatusAsync(cancellationToken);
        if (plan.IsUnchanged)
        {
            (service.Revision, service.PreviousRevision) = (status.Revision, null);
            return StepLook.Unchanged($"The service runs {status.Revision}.");
        }

        service.PreviousRevision = status.Revision;
        var look = StepLook.WouldChange(
            $"The service runs {status.ReleaseId ?? "no release"} and is to run {release.ReleaseId}.",
            [.. plan.Describe().Select(x => new PlannedChange(ChangeAction.Update, $"service {service.Name}", x))]);
        if (deployment.HasNoted)
        {
            return look;
        }

        // Once the release is begun, this was asked, and only whoever looks is still interested.
        if (await service.Host.FindProblemsAsync(plan, cancellationToken) is { Count: > 0 } problems)
        {
            return StepLook.Impossible([.. problems.Select(x => new StepProblem(x, "Put that right, and deploy again."))]);
        }

        return await service.Host.ForecastAsync(plan, cancellationToken) is { } forecast
            ? look with { Forecast = forecast.Expected, Reason = string.Join(' ', [look.Reason, forecast.ToString(), .. forecast.Advice]) }
            : look;
    }

    /// <inheritdoc/>
    public override async Task<Outcome> ChangeAsync(StepLook look, Effects effects, CancellationToken cancellationToken)
    {
        foreach (var change in look.Changes)
        {
            deployment.Reporter.Information(change.Detail ?? change.Subject);
        }

        _hasChanged = true;
        var release = await service.ReleaseAsync((await deployment.ReleaseAsync()).Release);
        var result = await service.Host.DeployAsync(await service.Host.PlanAsync(release, cancellationToken), cancellationToken);
        service.Revision = result.Revision;
        service.IsRolledOut = result.Outcome.Kind == OutcomeKind.Succeeded;

        // The host says how it left the service and why; that may be another deployment, which is not ours to undo, or the earlier revision.
        service.IsSettled = !result.Outcome.IsSuccess;
        return result.Outcome;
    }

    /// <inheritdoc/>
    public override async Task<Outcome?> VerifyAsync(CancellationToken cancellationToken)
    {
        var served = await Served.VerifyAsync(deployment, service, (await deployment.ReleaseAsync()).Release, cancellationToken);
        return _hasChanged || !served.IsSuccess ? served
            : served.NotSmokeTested ? served with { Kind = OutcomeKind.Unchanged }
            : Outcome.Unchanged($"The service runs {service.Revision} and names this release.");
    }
}
