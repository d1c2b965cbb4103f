using Fairlead.Releases;
using Fairlead.Site;

namespace Fairlead.Deployments.Steps;

/// <summary>Switches the entry points of the site, <c>index.html</c> last, and takes away those that are not of this release. From here on visitors get it.</summary>
internal sealed class SwitchEntryPointsStep(Deployment deployment, SiteWork site) : ReleaseStep(StepNames.Switch(site.Name))
{
    /// <inheritdoc/>
    public override IReadOnlyList<Touch> Touches => [new Touch.EntryPoints(site.Name)];

    /// <inheritdoc/>
    public override async Task<StepLook> LookAsync(CancellationToken cancellationToken)
    {
        var plan = await deployment.PlanAsync(site, cancellationToken);
        var gone = await StaleAsync(cancellationToken);
        return plan.EntryPoints.Count + gone.Count == 0
            ? StepLook.Unchanged("Every entry point is as it should be.")
            : StepLook.WouldChange(
                $"{plan.EntryPoints.Count} entry points are to be switched, {gone.Count} to be taken away.",
                [
                    .. plan.EntryPoints.Select(x => new PlannedChange(ChangeAction.Update, $"s3://{site.Stack.Bucket}/{x.Path}", x.CacheControl, x.Size)),
                    .. gone.Select(x => new PlannedChange(ChangeAction.Delete, $"s3://{site.Stack.Bucket}/{x}", "not of this release")),
                ]);
    }

    /// <inheritdoc/>
    public override async Task<Outcome> ChangeAsync(StepLook look, Effects effects, CancellationToken cancellationToken)
    {
        var plan = await deployment.PlanAsync(site, cancellationToken);
        if (await FindProblemAsync(plan, cancellationToken) is { } problem)
        {
            return new Outcome(OutcomeKind.Failed, problem);
        }

        var gone = await StaleAsync(cancellationToken);
        site.Replaced.UnionWith(plan.EntryPoints.Select(x => x.Path));
        site.Replaced.UnionWith(gone);
        site.Written += plan.EntryPoints.Count + gone.Count;
        site.Forget();
        var switched = await site.Runner.SwitchEntryPointsAsync(plan, cancellationToken);
        await site.Runner.RemoveAsync(gone, cancellationToken);
        return gone.Count == 0 ? switched.Outcome : Outcome.Succeeded($"{switched.Outcome.Reason} Took away {string.Join(", ", gone)}, not of this release.");
    }

    /// <summary>Why the pages may not be switched yet, whatever the run left out: no page is newer than the services that it talks to, asks for an asset that is
    /// not there, or could not be brought back later. Null when they may.</summary>
    private async Task<string?> FindProblemAsync(SitePlan plan, CancellationToken cancellationToken)
    {
        var identity = await deployment.ReleaseAsync();
        foreach (var service in deployment.Services)
        {
            if (!(await service.Host.PlanAsync(await service.ReleaseAsync(identity.Release), cancellationToken)).IsUnchanged)
            {
                return $"No page was switched: {service.Name} does not run release {identity.Release}, and no page may be newer than its service. "
                    + "Deploy without leaving out DeployService, and without --continue.";
            }
        }

        var kept = (await deployment.Ledger.ListEntryPointsAsync(identity.Release, site.Name, cancellationToken)).ToHashSet(StringComparer.Ordinal);
        return plan.Assets.Count == 0 && (await site.ContentAsync()).EntryPoints.All(x => kept.Contains(x.Path))
            ? null
            : $"No page was switched: the assets of {site.Name} are not up, or its pages are not kept for a later way back. Deploy without leaving out "
                + "SyncAssets, and without --continue.";
    }

    /// <summary>Entry points of the release before, and of interrupted runs, that are still there and not of this one. Other objects are nobody's business.</summary>
    private async Task<IReadOnlyList<string>> StaleAsync(CancellationToken cancellationToken)
    {
        var current = await deployment.CurrentAsync(cancellationToken);
        var before = current?.Sites.GetValueOrDefault(site.Name)?.Where(x => x.Value.IsEntryPoint).Select(x => x.Key);
        var interrupted = (await deployment.InterruptedAsync(cancellationToken))?.EntryPoints?.GetValueOrDefault(site.Name);
        var own = (await site.ContentAsync()).Files.Select(x => x.Path).ToHashSet(StringComparer.Ordinal);
        var there = (await site.ListAsync(cancellationToken)).Select(x => x.Key).ToHashSet(StringComparer.Ordinal);
        return [.. (before ?? []).Union(interrupted ?? []).Where(x => !own.Contains(x) && there.Contains(x)).Order(StringComparer.Ordinal)];
    }
}
