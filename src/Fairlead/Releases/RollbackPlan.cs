using System.Globalization;

namespace Fairlead.Releases;

/// <summary>How to get back to the last verified release. Pure: it does nothing by itself.</summary>
/// <param name="Failed">The release that failed.</param>
/// <param name="Target">The release to get back to; null when there is none.</param>
/// <param name="Steps">
/// What to do, in order; empty when refused or not needed. Pages first, then what the edge holds of them, then the services: the other way round than a
/// deploy, so that neither way a page is newer than the service that it talks to.
/// </param>
/// <param name="Refusal">Why it cannot be done, as a sentence; null when it can.</param>
public sealed record RollbackPlan(ReleaseId Failed, ReleaseId? Target, IReadOnlyList<RollbackStep> Steps, string? Refusal)
{
    public bool IsPossible => Refusal is null;

    /// <summary>Services that may have been changed and that the earlier release never had, so that nothing says what they are to run: they stay as they are.</summary>
    internal IReadOnlyList<string> Left { get; init; } = [];

    /// <summary>That they stay, as a sentence; empty where there are none.</summary>
    internal string Remark => Left.Count == 0 ? "" : $"What it never had is left as it is: {string.Join(", ", Left)}.";

    /// <summary>Possible, and nothing was changed that would have to be changed back.</summary>
    public bool IsEmpty => IsPossible && Steps.Count == 0;

    /// <param name="failed">The release that failed, as far as it is known. The previous revisions are what its services ran before.</param>
    /// <param name="previous">Manifest of the release to get back to; null when there is none.</param>
    /// <param name="touched">What may have been changed.</param>
    /// <param name="leftovers">Where a run was interrupted: the entry points that it may have written, by site. Null where none was.</param>
    public static RollbackPlan Create(
        ReleaseManifest failed,
        ReleaseManifest? previous,
        IReadOnlySet<Touch> touched,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? leftovers = null)
    {
        if (!touched.Any(x => x is Touch.Service or Touch.EntryPoints))
        {
            return new RollbackPlan(failed.Release, previous?.Release, [], null);
        }

        if (previous is null)
        {
            return Refuse("There is no earlier release to go back to.");
        }

        // A place without a URL has nothing that could be asked: what its host says is all that there is.
        if (previous is { Verified: false, Where.PublicUrl: not null })
        {
            return Refuse($"The earlier release {previous.Release} was never seen to serve: it was not smoke-tested.");
        }

        foreach (var schema in touched.OfType<Touch.Schema>())
        {
            if (SchemaProblem(failed, previous, schema.Name) is { } problem)
            {
                return Refuse(problem);
            }
        }

        var steps = new List<RollbackStep>();
        foreach (var site in touched.OfType<Touch.EntryPoints>().Select(x => x.Name).Order(StringComparer.Ordinal))
        {
            AddEntryPoints(steps, site, failed, previous, leftovers);
        }

        // Pages of one site may talk to any service.
        steps = [.. steps.OrderBy(x => x is RollbackStep.Invalidate)];
        var left = new List<string>();
        foreach (var service in touched.OfType<Touch.Service>().Select(x => x.Name).Order(StringComparer.Ordinal))
        {
            if (!previous.Services.ContainsKey(service))
            {
                // New in the release that failed: nothing of the earlier one asks it.
                left.Add(service);
                continue;
            }

            if ((previous.Services.GetValueOrDefault(service)?.Revision ?? failed.Services.GetValueOrDefault(service)?.PreviousRevision) is not { } revision)
            {
                return Refuse($"The earlier release {previous.Release} does not say what {service} ran.");
            }

            steps.Add(new RollbackStep.ServiceBack(service, revision));
        }

        if (steps.Count > 0)
        {
            steps.Add(new RollbackStep.Verify(previous.Release));
        }

        return new RollbackPlan(failed.Release, previous.Release, steps, null) { Left = left };

        RollbackPlan Refuse(string reason) => new(failed.Release, previous?.Release, [], reason);
    }

    /// <summary>
    /// How to get to an earlier release by hand, all parts together. Pages first, then the edge, then the services, as in every way back. Where the target's
    /// content is newer than what serves, because somebody went back before, the services come first: either way no page is newer than its service.
    /// </summary>
    /// <param name="current">Manifest of the release that is current.</param>
    /// <param name="target">What the ledger knows of the release to get to.</param>
    public static RollbackPlan To(ReleaseManifest current, LedgerEntry target)
    {
        if (target.Release == current.Release)
        {
            return new RollbackPlan(current.Release, target.Release, [], null);
        }

        if (target.Damage is { } damage)
        {
            return Refuse($"{damage} {(damage.IsNewer ? "Use the newer Fairlead." : $"Mend it with {LedgerDamage.Command}.")}");
        }

        if (target.IsPruned)
        {
            return Refuse($"Release {target.Release} was pruned: its images, task definitions or files are gone.");
        }

        var manifest = target.Manifest!;
        if (manifest.Restores is { } original)
        {
            return Refuse($"{target.Release} is the record of a rollback, and keeps nothing of its own: go to the release that it brought back, {original}.");
        }

        if (manifest.Outcome != OutcomeKind.Succeeded)
        {
            return Refuse($"Release {target.Release} did not succeed: it ended {manifest.Outcome}.");
        }

        if (manifest is { Verified: false, Where.PublicUrl: not null })
        {
            return Refuse($"Release {target.Release} was never seen to serve: it was not smoke-tested.");
        }

        if (current.Services.Keys.Except(manifest.Services.Keys).Order(StringComparer.Ordinal).FirstOrDefault() is { } added)
        {
            return Refuse($"Release {target.Release} does not say what {added} ran: it had no such service.");
        }

        if (manifest.Services.Keys.Except(current.Services.Keys).Order(StringComparer.Ordinal).FirstOrDefault() is { } removed)
        {
            return Refuse($"Release {target.Release} ran {removed}, which the current release does not have any more.");
        }

        if (manifest.Sites.Keys.Except(current.Sites.Keys).Order(StringComparer.Ordinal).FirstOrDefault() is { } gone)
        {
            return Refuse($"Release {target.Release} published {gone}, which the current release does not have any more.");
        }

        foreach (var service in current.Services.Keys.Order(StringComparer.Ordinal))
        {
            if (SchemaProblem(current, manifest, service) is { } problem)
            {
                return Refuse(problem);
            }
        }

        var pages = new List<RollbackStep>();
        foreach (var site in current.Sites.Keys.Order(StringComparer.Ordinal))
        {
            AddEntryPoints(pages, site, current, manifest, leftovers: null);
        }

        var services = new List<RollbackStep>();
        foreach (var (service, now) in current.Services.OrderBy(x => x.Key, StringComparer.Ordinal))
        {
            if (manifest.Services[service].Revision is not { } revision)
            {
                return Refuse($"Release {target.Release} does not say what {service} ran.");
            }

            if (revision != now.Revision)
            {
                services.Add(new RollbackStep.ServiceBack(service, revision));
            }
        }

        var isForward = (manifest.Restores ?? manifest.Release).CompareTo(current.Restores ?? current.Release) > 0;
        var sorted = pages.OrderBy(x => x is RollbackStep.Invalidate);
        List<RollbackStep> steps = isForward ? [.. services, .. sorted] : [.. sorted, .. services];
        if (steps.Count > 0)
        {
            steps.Add(new RollbackStep.Verify(target.Release));
        }

        return new RollbackPlan(current.Release, target.Release, steps, null);

        RollbackPlan Refuse(string reason) => new(current.Release, target.Release, [], reason);
    }

    /// <summary>Why the earlier release's code does not work with the schema that the service's database has now; null when nothing says so.</summary>
    public static string? SchemaProblem(ReleaseManifest now, ReleaseManifest earlier, string service)
    {
        // Code that does not say which schema it needs is taken to work with what the migration left: migrations are to expand first.
        var (left, right) = (now.Services.GetValueOrDefault(service), earlier.Services.GetValueOrDefault(service));
        return left?.OldestCompatibleSchema is { } oldest && CompareSchemas(right?.SchemaVersion ?? "0", oldest) < 0
            ? $"The schema of {service} cannot go back: it is at {left.DatabaseSchemaVersion ?? left.SchemaVersion ?? "a newer version"}, which works with "
                + $"code from {oldest} on, and release {earlier.Release} is made for {right?.SchemaVersion ?? "an older one"}."
            : null;
    }

    public override string ToString()
        => Refusal is not null
            ? $"Release {Failed} is not rolled back. {Refusal}"
            : IsEmpty
                ? $"Release {Failed} changed nothing that would have to go back."
                : $"Release {Failed} goes back to {Target}:\n"
                    + string.Join('\n', Steps.Select((x, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {x}")));

    private static void AddEntryPoints(
        List<RollbackStep> steps,
        string site,
        ReleaseManifest failed,
        ReleaseManifest previous,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? leftovers)
    {
        var keys = new List<string>();
        var before = previous.Sites.GetValueOrDefault(site) ?? new Dictionary<string, SiteFile>();
        var published = failed.Sites.GetValueOrDefault(site) ?? new Dictionary<string, SiteFile>();

        // index.html last, as in a deploy: it is what makes a visitor load the rest.
        foreach (var (path, file) in before.Where(x => x.Value.IsEntryPoint).OrderBy(x => x.Key == "index.html").ThenBy(x => x.Key, StringComparer.Ordinal))
        {
            // After an interrupted run nobody knows what is there: equal in both releases says nothing then.
            if (leftovers is not null || !published.TryGetValue(path, out var replaced) || replaced != file)
            {
                steps.Add(new RollbackStep.EntryPointBack(site, path, file, previous.Release) { CopiedAs = previous.RecordedAs(site) });
                keys.Add(path);
            }
        }

        var written = published.Where(x => x.Value.IsEntryPoint).Select(x => x.Key).Concat(leftovers?.GetValueOrDefault(site) ?? []);
        foreach (var path in written.Distinct().Where(x => !before.ContainsKey(x)).Order(StringComparer.Ordinal))
        {
            steps.Add(new RollbackStep.EntryPointGone(site, path));
            keys.Add(path);
        }

        if (keys.Count > 0)
        {
            steps.Add(new RollbackStep.Invalidate(site, keys) { IsOfEverything = leftovers is not null });
        }
    }

    // "9" before "10", and "20260101_a" before "20260102_b": numbers at the start by value, the rest as text.
    private static int CompareSchemas(string x, string y)
    {
        var (left, right) = (Number(x), Number(y));
        return left is not null && right is not null && left != right ? left.Value.CompareTo(right.Value) : string.CompareOrdinal(x, y);

        static decimal? Number(string text)
            => decimal.TryParse(
                text.AsSpan(0, text.AsSpan().IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? end : text.Length),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var value)
                ? value
                : null;
    }
}
