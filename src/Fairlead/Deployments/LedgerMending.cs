using Fairlead.Releases;
using Fairlead.Reporting;

namespace Fairlead.Deployments;

/// <summary>Mends the ledger of a place from its records and from what serves. Guesses nothing: what cannot be told is asked for.</summary>
public sealed class LedgerMending(Place place, DeploymentSettings settings, IReporter reporter, TimeProvider time)
{
    private readonly Deployment _deployment = new(place, ReleaseParts.Of(place.Outputs), settings, reporter, time);

    /// <summary>Looks at the ledger and asks what serves. Writes nothing.</summary>
    /// <param name="choose">The release that is to be the current one, where what serves does not tell; else null.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<LedgerRepairPlan> PlanAsync(ReleaseId? choose, CancellationToken cancellationToken)
    {
        var repair = new LedgerRepair(_deployment.Ledger, time);
        var contents = await repair.ReadAsync(settings.Lock, LiveAsync, cancellationToken);
        return LedgerRepairPlan.Create(contents, await ServedAsync(cancellationToken), choose, settings.Who);
    }

    /// <summary>Carries the plan out, under the place's lock.</summary>
    /// <exception cref="FairleadException">The plan is refused, or an object changed since it was looked at.</exception>
    public Task ApplyAsync(LedgerRepairPlan plan, CancellationToken cancellationToken)
        => new Effects("repair the ledger", @lock: null, [], cancellationToken).RunAsync(
            () => new LedgerRepair(_deployment.Ledger, time).ApplyAsync(plan, _deployment.LockAsync, reporter, cancellationToken));

    private async Task<EntryPointCopy?> LiveAsync(string site, string path, CancellationToken cancellationToken)
        => _deployment.Sites.FirstOrDefault(x => x.Name == site) is { } work && await work.Runner.ReadAsync(path, cancellationToken) is { } live
            ? new EntryPointCopy(live.Content.ToArray(), live.ContentType, live.CacheControl)
            : null;

    private async Task<ServedReleases> ServedAsync(CancellationToken cancellationToken)
    {
        var pages = new Dictionary<string, ReleaseId?>();
        foreach (var site in _deployment.Sites)
        {
            pages[site.Name] = await ServedNow.PageReleaseAsync(_deployment, site, cancellationToken);
        }

        var services = new Dictionary<string, ReleaseId?>();
        foreach (var service in _deployment.Services)
        {
            services[service.Name] = await ServedNow.ServiceReleaseAsync(_deployment, service, cancellationToken);
        }

        return new ServedReleases(pages, services);
    }
}
