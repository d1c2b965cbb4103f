using Fairlead.Deployments.Steps;
using Fairlead.Releases;
using Fairlead.Site;
using Fairlead.Site.Invalidation;

namespace Fairlead.Deployments;

/// <summary>Brings pages and services back to the last verified release together, and says what serves then, as it was asked.</summary>
internal sealed class DeploymentRollback(Deployment deployment)
{
    /// <summary>Brings back what may have been changed. Never throws for what fails on the way.</summary>
    public async Task<Outcome> RunAsync(Outcome failure, IReadOnlySet<Touch> touched, CancellationToken cancellationToken)
    {
        var (outcome, isComplete) = await BringBackAsync(failure, touched, cancellationToken);

        // Every end says what a visitor gets, and nothing else says it.
        return isComplete ? outcome : outcome with { Reason = $"{outcome.Reason} {await ServedNow.DescribeAsync(deployment, cancellationToken)}".Trim() };
    }

    private async Task<(Outcome Outcome, bool IsComplete)> BringBackAsync(Outcome failure, IReadOnlySet<Touch> touched, CancellationToken cancellationToken)
    {
        RollbackPlan plan;
        try
        {
            var identity = await deployment.ReleaseAsync();
            var interrupted = await deployment.InterruptedAsync(cancellationToken);
            var previous = identity.Current is { } current && current.Release != identity.Release
                ? await deployment.CurrentAsync(cancellationToken)
                : null;
            var failed = await deployment.ManifestAsync(new Outcome(OutcomeKind.Failed, failure.Reason));
            plan = RollbackPlan.Create(failed, previous, Open(touched, interrupted, previous), Leftovers(interrupted));
            if (plan.IsEmpty)
            {
                return (failure, touched.Count == 0);
            }

            if (!deployment.Settings.RollsBack)
            {
                return (Failed(failure, "Nothing was rolled back, as --on-failure stop asks."), false);
            }

            deployment.Reporter.Warning(plan.ToString());
            if (!plan.IsPossible)
            {
                return (Failed(failure, plan.Refusal!), false);
            }

            // Looked at as a whole before the first step: half a way back is worse than none.
            if (await RollbackReadiness.FindProblemsAsync(deployment, previous!, plan, cancellationToken) is { Count: > 0 } problems)
            {
                return (Failed(failure, $"Nothing was rolled back: {string.Join(' ', problems)}"), false);
            }

            foreach (var step in plan.Steps)
            {
                deployment.Reporter.Information(step.ToString());
                await RunStepAsync(step, cancellationToken);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return (Failed(failure, $"Rolling back did not work either: {exception.Message}"), false);
        }

        return (failure with
        {
            Kind = OutcomeKind.RolledBack,
            Reason = $"{failure.Reason.TrimEnd()} {Describe(plan)}",
        }, true);
    }

    /// <summary>What a way back that was gone to its end has come to.</summary>
    public string Describe(RollbackPlan plan)
        => ($"Release {plan.Target} "
            + (deployment.Place.Unserved is null ? "serves again." : "is back, as the service host says; nothing was asked through the public URL.")
            + $" {plan.Remark}").TrimEnd();

    /// <summary>Does one thing of a way back.</summary>
    /// <param name="step">What.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="FairleadException">It could not be done, or was not seen to be so.</exception>
    public async Task RunStepAsync(RollbackStep step, CancellationToken cancellationToken)
    {
        switch (step)
        {
            case RollbackStep.EntryPointBack back:
                var copy = await deployment.Ledger.ReadEntryPointAsync(back.Release, back.CopiedAs, back.Path, back.File, cancellationToken);
                await Site(back.Site).Runner.RestoreEntryPointsAsync(
                    [new EntryPointContent(back.Path, copy.Content, copy.ContentType, copy.CacheControl)], cancellationToken);
                Site(back.Site).Replaced.Add(back.Path);
                break;
            case RollbackStep.EntryPointGone gone:
                await Site(gone.Site).Runner.RemoveAsync([gone.Path], cancellationToken);
                Site(gone.Site).Replaced.Add(gone.Path);
                break;
            case RollbackStep.Invalidate invalidate:
                var site = Site(invalidate.Site);
                var undone = await Edge.InvalidateAsync(
                    deployment,
                    site,
                    invalidate.IsOfEverything ? InvalidationPlan.Everything : InvalidationPlan.Of(invalidate.Keys.Concat(site.Replaced)),
                    $"rollback-of-{(await deployment.ReleaseAsync()).Release}-{Effects.Current?.Fence}",
                    cancellationToken);
                if (!undone.IsSuccess)
                {
                    throw new FairleadException("The edge may still hold entry points of the failed release.", undone.Reason, "");
                }

                site.IsInvalidated = true;
                break;
            case RollbackStep.ServiceBack back:
                var result = await Service(back.Service).Host.RollbackAsync(back.Revision, cancellationToken);
                if (!result.Outcome.IsSuccess)
                {
                    throw new FairleadException($"{back.Service} is not back.", result.Outcome.Reason, "");
                }

                if (deployment.Returning is not null)
                {
                    // Where a deploy failed, the record of that release says what that release ran.
                    Service(back.Service).Revision = result.Revision;
                }

                break;
            case RollbackStep.Verify verify:
                await VerifyAsync(verify.Release, cancellationToken);
                break;
        }
    }

    private async Task VerifyAsync(ReleaseId release, CancellationToken cancellationToken)
    {
        // A part that the release never had cannot name it.
        var target = deployment.Returning ?? await deployment.CurrentAsync(cancellationToken);
        foreach (var site in deployment.Sites.Where(x => target?.Sites.ContainsKey(x.Name) != false))
        {
            if (await Edge.VerifyAsync(deployment, site, release, cancellationToken) is { IsSuccess: false } page)
            {
                throw new FairleadException($"Release {release} does not serve.", page.Reason, "");
            }
        }

        foreach (var service in deployment.Services.Where(x => target?.Services.ContainsKey(x.Name) != false))
        {
            if (await Served.VerifyAsync(deployment, service, release, cancellationToken) is { IsSuccess: false } answer)
            {
                throw new FairleadException($"Release {release} does not serve.", answer.Reason, "");
            }
        }
    }

    /// <summary>What has to go back: what this run touched, without what a host settled itself, and all that an interrupted run may have touched.</summary>
    private IReadOnlySet<Touch> Open(IReadOnlySet<Touch> touched, ReleaseIntent? interrupted, ReleaseManifest? previous)
    {
        var open = new HashSet<Touch>(touched);
        if (interrupted is not null)
        {
            open.UnionWith(deployment.Services.SelectMany(x => (Touch[])[new Touch.Schema(x.Name), new Touch.Service(x.Name)]));
            open.UnionWith(deployment.Sites.Select(x => new Touch.EntryPoints(x.Name)));
        }

        // What the host went back to after an interrupted run may be what that run left.
        open.ExceptWith(deployment.Services
            .Where(x => x.IsSettled && (interrupted is null || x.Revision == previous?.Services.GetValueOrDefault(x.Name)?.Revision))
            .Select(x => new Touch.Service(x.Name)));
        return open;
    }

    private static IReadOnlyDictionary<string, IReadOnlyList<string>>? Leftovers(ReleaseIntent? interrupted)
        => interrupted is null ? null : interrupted.EntryPoints ?? new Dictionary<string, IReadOnlyList<string>>();

    private ServiceWork Service(string name) => deployment.Services.First(x => x.Name == name);

    private SiteWork Site(string name) => deployment.Sites.First(x => x.Name == name);

    private static Outcome Failed(Outcome failure, string reason) => failure with { Kind = OutcomeKind.Failed, Reason = $"{failure.Reason} {reason}" };
}
