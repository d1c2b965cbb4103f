using Fairlead.Releases;

namespace Fairlead.Deployments;

/// <summary>
/// Whether a release could be gone back to: everything that a way back needs is looked at while it is not needed yet. Copies of its entry points, the
/// revision of each service, and whether its code works with the schema.
/// </summary>
internal static class RollbackReadiness
{
    /// <summary>Warns before the first effect when the release that serves could not be gone back to.</summary>
    /// <exception cref="FairleadException">It could not, and --require-rollback asks that it can.</exception>
    public static async Task CheckAsync(Deployment deployment, CancellationToken cancellationToken)
    {
        if (await deployment.CurrentAsync(cancellationToken) is not { } current || (await deployment.ReleaseAsync()).Kind == ReleaseIdentityKind.Current)
        {
            return;
        }

        var problems = current.Verified || current.Where.PublicUrl is null
            ? await FindProblemsAsync(deployment, current, plan: null, cancellationToken)
            : [$"Release {current.Release} was never seen to serve: it was not smoke-tested."];
        if (problems.Count == 0)
        {
            return;
        }

        if (deployment.Settings.RequiresRollback)
        {
            throw new FairleadException(
                $"Release {current.Release} could not be gone back to if this deploy failed; nothing was changed.",
                string.Join(' ', problems),
                "Put that right, or deploy without --require-rollback.");
        }

        deployment.Reporter.Warning($"If this deploy fails, release {current.Release} cannot be gone back to. {string.Join(' ', problems)}");
    }

    /// <summary>Everything that stands in the way of going back to the release, each as a sentence; empty when nothing does.</summary>
    /// <param name="deployment">The deployment.</param>
    /// <param name="target">The release to go back to.</param>
    /// <param name="plan">The way back, where it is known: only what it needs is looked at. Null for all.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <param name="readsCopies">Whether the copies that the way back needs are read to the byte, and not only looked for.</param>
    public static async Task<IReadOnlyList<string>> FindProblemsAsync(
        Deployment deployment, ReleaseManifest target, RollbackPlan? plan, CancellationToken cancellationToken, bool readsCopies = true)
    {
        var problems = new List<string>();
        foreach (var site in deployment.Sites)
        {
            var kept = (await deployment.Ledger.ListEntryPointsAsync(target.Release, target.RecordedAs(site.Name), cancellationToken))
                .ToHashSet(StringComparer.Ordinal);
            var needed = plan is null
                ? target.Sites.GetValueOrDefault(site.Name)?.Where(x => x.Value.IsEntryPoint).Select(x => x.Key) ?? []
                : plan.Steps.OfType<RollbackStep.EntryPointBack>().Where(x => x.Site == site.Name).Select(x => x.Path);
            var there = (await site.ListAsync(cancellationToken)).Select(x => x.Key).ToHashSet(StringComparer.Ordinal);
            var assets = target.Sites.GetValueOrDefault(site.Name)?.Where(x => !x.Value.IsEntryPoint).Select(x => x.Key) ?? [];
            if (assets.Where(x => !there.Contains(x)).Order(StringComparer.Ordinal).ToList() is [var first, ..] gone)
            {
                problems.Add($"{gone.Count} assets that its pages ask for are gone from {site.Stack.Bucket}, such as {first}.");
            }

            problems.AddRange(needed.Where(x => !kept.Contains(x)).Select(x => $"The ledger has no copy of {x} of {site.Name}."));
            if (plan is not null && readsCopies)
            {
                // The way back is about to be gone: its copies are read to the byte. A deploy only looks whether they are there, with one request a site.
                var files = plan.Steps.OfType<RollbackStep.EntryPointBack>().Where(x => x.Site == site.Name && kept.Contains(x.Path));
                var copies = new Dictionary<string, IReadOnlyDictionary<string, SiteFile>> { [site.Name] = files.ToDictionary(x => x.Path, x => x.File) };
                var damage = await deployment.Ledger.FindEntryPointDamageAsync(target with { Sites = copies }, cancellationToken);
                problems.AddRange(damage.Select(x => $"{x} Mend it with {LedgerDamage.Command}."));
            }
        }

        foreach (var service in deployment.Services)
        {
            var revision = plan is null
                ? target.Services.GetValueOrDefault(service.Name)?.Revision
                : plan.Steps.OfType<RollbackStep.ServiceBack>().FirstOrDefault(x => x.Service == service.Name)?.Revision;
            if (revision is not null && await service.Host.FindRestoreProblemAsync(revision, cancellationToken) is { } problem)
            {
                problems.Add(problem);
            }
        }

        return problems;
    }
}
