using Fairlead.Deployments.Steps;
using Fairlead.Infrastructure;
using Fairlead.Releases;
using Fairlead.Reporting;
using Fairlead.Secrets;
using Fairlead.Services;

namespace Fairlead.Deployments;

/// <summary>What serves at a place, as it was asked just now, and where that is not what the ledger says. Reads only.</summary>
/// <param name="Lines">What was seen, for a person.</param>
/// <param name="Differences">Each difference from the current release as a sentence; empty when the place is as recorded.</param>
public sealed record PlaceStatus(IReadOnlyList<string> Lines, IReadOnlyList<string> Differences)
{
    /// <summary>What to do about the differences, as a sentence; empty when there are none.</summary>
    public string Next { get; init; } = "";

    // All are asked at the same time, so that the answer is there within 5 s whoever is silent.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(4);

    /// <summary>Asks pages, services, service hosts and ledger at the same time.</summary>
    /// <param name="place">The place.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <param name="patience">What does not answer within it is told as not answering; 4 s where nothing is said.</param>
    /// <exception cref="OperationCanceledException">The user cancelled.</exception>
    public static Task<PlaceStatus> ReadAsync(Place place, TimeProvider time, CancellationToken cancellationToken, TimeSpan? patience = null)
        => ReadAsync(place, time, looksForInterruption: true, patience, cancellationToken);

    /// <summary>As the other. Whoever has noted itself that it changes the place does not look for an interruption.</summary>
    internal static async Task<PlaceStatus> ReadAsync(
        Place place, TimeProvider time, bool looksForInterruption, TimeSpan? patience, CancellationToken cancellationToken)
    {
        var limit = patience ?? Limit;
        var ledger = new Ledger(place.Aws.S3, place.Outputs.LedgerBucket, place.Outputs.LedgerPrefix);
        var recorded = AskAsync("The ledger", ledger.ReadCurrentManifestAsync, limit, cancellationToken);
        var noted = AskAsync(
            "The ledger", async x => looksForInterruption ? await BegunRelease.ReadAsync(ledger, x) : null, limit, cancellationToken);
        var blocked = AskAsync(
            "The ledger",
            async x => looksForInterruption
                && await DeployLock.FindDamageAsync(place.Aws.S3, place.Outputs.LedgerBucket, place.Outputs.LedgerPrefix, x) is { } damage
                    ? throw damage.ToException()
                    : (object?)null,
            limit,
            cancellationToken);
        var pages = place.Outputs.Sites.Select(x => (Site: x, Page: PageAsync(place, x, limit, cancellationToken))).ToList();
        var services = place.Outputs.Services
            .Select(x => (
                Service: x,
                Host: AskAsync(
                    $"The service host of {x.Name}",
                    async y => (ServiceStatus?)await x.Host.CreateHost(new ServiceHostSettings(place.Aws, SilentReporter.Instance, time)).StatusAsync(y),
                    limit,
                    cancellationToken),
                Answer: AnswerAsync(place, x, time, limit, cancellationToken)))
            .ToList();

        var state = TerraformStateAsync(place, cancellationToken);

        var report = new List<string> { $"Place     {place.Description}" };
        var differences = new List<string>();
        if (place.Outputs.PublicUrl is { } url)
        {
            report.Add($"URL       {UrlText.Of(url).TrimEnd('/')}");
        }

        var (found, unread) = await recorded;
        var current = found is null ? null : RecordsOfToday.Of(place, ledger).WithNamesOfToday(found);
        report.Add($"Release   {unread ?? Describe(current)}");
        var (begun, untold) = await noted;
        var (_, damaged) = await blocked;

        // Of a run that was begun it is said below what is not known of it because of the lock.
        differences.AddRange(new[] { unread, untold, begun is null ? damaged : null }.OfType<string>().Distinct());
        LockOwner? holder = null;
        if (begun is { Intent: { } intent })
        {
            (holder, var unheld) = await AskAsync(
                "The ledger",
                x => DeployLock.FindHolderAsync(place.Aws.S3, place.Outputs.LedgerBucket, place.Outputs.LedgerPrefix, time, x),
                limit,
                cancellationToken);
            differences.Add(unheld is not null
                ? $"A run of {intent.Owner} began release {intent.Release} on {intent.Started:u}; whether it still works here is not known. {unheld}"
                : holder is null
                ? begun.Describe(current?.Release)
                : $"{holder} is working here at this moment: release {intent.Release} was begun on {intent.Started:u}.");
        }

        var unrecorded = new List<string>();
        foreach (var (site, page) in pages)
        {
            if (await page is { } seen)
            {
                report.Add($"Page      {UrlText.Of(seen.Url)} {seen.Page.Finding}");
                var isOfRelease = current?.Sites.ContainsKey(site.Name) == true;
                if (isOfRelease && seen.Page.Release != current!.Release.ToString())
                {
                    differences.Add($"The page {UrlText.Of(seen.Url)} {seen.Page.Finding}, not release {current.Release}.");
                }

                AddUnrecorded(seen.Page.Release, $"the page {UrlText.Of(seen.Url)} {seen.Page.Finding}");
            }
        }

        foreach (var (service, host, answer) in services)
        {
            var of = current?.Services.GetValueOrDefault(service.Name);
            var (status, unknown) = await host;
            report.Add($"Service   {unknown ?? Describe(service.Name, status!)}");
            differences.AddRange(unknown is null ? Compare(service.Name, status!, current, of) : [unknown]);
            AddUnrecorded(status?.ReleaseId, $"the host of {service.Name} is told to run release {status?.ReleaseId}");
            if (await answer is { } told)
            {
                report.Add($"Served    {told.Finding}");
                if (current is not null && of is not null && told.Release != current.Release.ToString())
                {
                    differences.Add($"{service.Name}: {told.Finding.TrimEnd('.')}, not release {current.Release}.");
                }

                AddUnrecorded(told.Release, told.Finding.TrimEnd('.'));
            }

            if (of?.SchemaVersion is { } schema)
            {
                report.Add($"Schema    {service.Name} was left at {schema} by its migration"
                    + (of.OldestCompatibleSchema is { } oldest ? $", which serves code from {oldest} on" : ""));
            }
        }

        if (unrecorded.Count > 0)
        {
            differences.Add($"No release is recorded as the current one, although {string.Join(", and ", unrecorded)}.");
        }

        var (serial, unreadable) = await state;
        if ((unreadable ?? Describe(serial)) is { } line)
        {
            report.Add($"State     {line}");
            differences.AddRange(unreadable is null ? Compare(serial, current) : [unreadable]);
        }

        if (place.Unserved is { } unserved)
        {
            report.Add($"Served    not asked: {unserved}");
        }

        return new PlaceStatus(report, differences)
        {
            Next = begun is not null && holder is not null
                ? "Ask again when that run has ended."
                : NextAfter(differences, begun?.Failure, current, unrecorded.Count > 0),
        };

        // What a page says that Fairlead never deployed is nobody's business, and what a run wrote that is told above is no surprise.
        void AddUnrecorded(string? named, string finding)
        {
            if (current is null && unread is null && untold is null && ReleaseId.TryParse(named, out var release) && release != begun?.Intent.Release)
            {
                unrecorded.Add(finding);
            }
        }
    }

    private static string NextAfter(IReadOnlyList<string> differences, ReleaseManifest? failure, ReleaseManifest? current, bool isLost)
        => differences.Count == 0 ? ""
            : differences.Any(x => x.Contains(LedgerDamage.Command, StringComparison.Ordinal))
            ? $"{LedgerDamage.Command} mends the ledger; before that nothing is deployed or gone back to."
            : failure is not null
            ? $"When the cause is mended, run ./build.sh {(failure.Restores is null ? "Deploy" : "Rollback")} again"
                + (failure.Restores is null && current is not null ? "; or go back with ./build.sh Rollback." : ".")
            : isLost ? "./build.sh Deploy records anew what it deploys."
            : "./build.sh Deploy puts the place right; from other sources it makes another release.";

    private static string Describe(ReleaseManifest? current) => current is null
        ? "none is recorded"
        : $"{current.Release}, {new Outcome(current.Outcome, "") { NotSmokeTested = !current.Verified }.Word} at {current.Finished:u} by {current.Who}";

    private static string Describe(string name, ServiceStatus status)
        => $"{name} ({status.Service}): {status.RunningCount} of {status.DesiredCount} running, {status.Rollout ?? "no rollout"}, "
            + $"release {status.ReleaseId ?? "none"}";

    private static string? Describe(TerraformState? state) => state is null ? null : $"Terraform's state {state.Lineage} is at serial {state.Serial}";

    private static IEnumerable<string> Compare(TerraformState? state, ReleaseManifest? current)
    {
        if (state is null || current?.TerraformState is not { } recorded || state == recorded)
        {
            yield break;
        }

        yield return state.Lineage != recorded.Lineage
            ? $"Terraform's state is another one: its lineage is {state.Lineage}, and the release recorded {recorded.Lineage}."
            : $"Terraform's state is at serial {state.Serial}, and the release recorded {recorded.Serial}: "
                + (state.Serial > recorded.Serial ? "the infrastructure was changed since." : "an older state was put in its place.");
    }

    /// <summary>Terraform asks, and a process takes longer to start than a server to answer: it has its own limits.</summary>
    private static async Task<(TerraformState? State, string? Silence)> TerraformStateAsync(Place place, CancellationToken cancellationToken)
    {
        try
        {
            return (await place.ReadTerraformStateAsync(cancellationToken), null);
        }
        catch (FairleadException exception)
        {
            return (null, $"Terraform's state cannot be read. {exception.Message}");
        }
    }

    private static IEnumerable<string> Compare(string name, ServiceStatus status, ReleaseManifest? current, ReleasedService? recorded)
    {
        if (current is null || recorded is null)
        {
            yield break;
        }

        if (status.RunningCount < status.DesiredCount)
        {
            yield return $"{name}: only {status.RunningCount} of {status.DesiredCount} run.";
        }

        if (status.ReleaseId != current.Release.ToString())
        {
            yield return $"{name}: its host is told to run release {status.ReleaseId ?? "none"}, not {current.Release}.";
        }

        if (recorded.Revision is { } revision && status.Revision != revision)
        {
            yield return $"{name}: it runs {status.Revision ?? "nothing"}, and the release recorded {revision}.";
        }

        if (recorded.ImageDigest is { } digest && status.ImageUri?.Split('@') is [_, var running] && running != digest)
        {
            yield return $"{name}: it runs the image {running}, and the release recorded {digest}.";
        }
    }

    private static async Task<(Uri Url, ServedPage Page)?> PageAsync(Place place, StackSite site, TimeSpan limit, CancellationToken cancellationToken)
    {
        if (ServedPage.UrlOf(place, site) is not { } page)
        {
            return null;
        }

        var (seen, _) = await AskAsync(UrlText.Of(page), x => ServedPage.ReadAsync(page, x)!, limit, cancellationToken);
        return (page, seen ?? new ServedPage(null, $"does not answer within {limit.TotalSeconds:0.#} s"));
    }

    private static async Task<(string? Release, string Finding)?> AnswerAsync(
        Place place, StackService service, TimeProvider time, TimeSpan limit, CancellationToken cancellationToken)
    {
        if (Served.UrlOf(place, service) is not { } url)
        {
            return null;
        }

        var (release, finding) = await Served.AskAsync(url, limit, time, cancellationToken);
        return (release, release is null ? $"{UrlText.Of(url)}: {finding}" : $"{UrlText.Of(url)} serves release {release}");
    }

    /// <summary>The answer, or one sentence on why there is none.</summary>
    private static async Task<(T? Value, string? Silence)> AskAsync<T>(
        string whom, Func<CancellationToken, Task<T?>> ask, TimeSpan limit, CancellationToken cancellationToken)
        where T : class
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        ends.CancelAfter(limit);
        try
        {
            return (await ask(ends.Token), null);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, $"{whom} does not answer within {limit.TotalSeconds:0.#} s.");
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return (null, $"{whom} cannot be read. {exception.Message}");
        }
    }
}
