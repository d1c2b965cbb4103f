using Fairlead.Releases;
using Fairlead.Site.Invalidation;

namespace Fairlead.Deployments.Steps;

/// <summary>Makes the edge in front of the site forget what was written over, waits until it has, and asks it for the page.</summary>
internal sealed class InvalidateStep(Deployment deployment, SiteWork site) : ReleaseStep(StepNames.Invalidate(site.Name))
{
    /// <inheritdoc/>
    public override async Task<StepLook> LookAsync(CancellationToken cancellationToken)
    {
        if (site.Stack.DistributionId is not { } distribution)
        {
            return StepLook.NotApplicable("The site has no distribution: nothing is cached in front of it.");
        }

        var plan = await PlanAsync(cancellationToken);
        return plan.IsEmpty
            ? StepLook.Unchanged("Nothing that the edge may remember was written over.")
            : StepLook.WouldChange(plan.ToString(), new PlannedChange(ChangeAction.Create, $"invalidation of {distribution}", string.Join(' ', plan.Paths)));
    }

    /// <inheritdoc/>
    public override async Task<Outcome> ChangeAsync(StepLook look, Effects effects, CancellationToken cancellationToken)
    {
        var outcome = await Edge.InvalidateAsync(
            deployment, site, await PlanAsync(cancellationToken), $"{(await deployment.ReleaseAsync()).Release}-{effects.Fence}", cancellationToken);
        site.IsInvalidated = outcome.IsSuccess;
        return outcome;
    }

    /// <inheritdoc/>
    public override async Task<Outcome?> VerifyAsync(CancellationToken cancellationToken)
        => site.IsInvalidated ? await Edge.VerifyAsync(deployment, site, (await deployment.ReleaseAsync()).Release, cancellationToken) : null;

    /// <summary>What this run wrote over. Before it did, in a dry run, what it would; after an interrupted run, of which nobody knows what it wrote, everything.</summary>
    private async Task<InvalidationPlan> PlanAsync(CancellationToken cancellationToken)
    {
        if (site.IsInvalidated)
        {
            return InvalidationPlan.Of([]);
        }

        if (await deployment.InterruptedAsync(cancellationToken) is not null)
        {
            return InvalidationPlan.Everything;
        }

        var plan = await deployment.PlanAsync(site, cancellationToken);
        return InvalidationPlan.Of(site.Replaced.Concat(plan.EntryPoints.Select(x => x.Path)).Concat(await deployment.RememberedAssetsAsync(plan)));
    }
}
