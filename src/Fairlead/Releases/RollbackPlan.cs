using System.Globalization;

namespace Fairlead.Releases;

/// <summary>How to get back to the last verified release. Pure: it does nothing by itself.</summary>
/// <param name="Failed">The release that failed.</param>
/// <param name="Target">The release to get back to; null when there is none.</param>
/// <param name="Steps">What to do, in order. The service before the entry points, as in a deploy; empty when refused or not needed.</param>
/// <param name="Refusal">Why it cannot be done, as a sentence; null when it can.</param>
public sealed record RollbackPlan(ReleaseId Failed, ReleaseId? Target, IReadOnlyList<RollbackStep> Steps, string? Refusal)
{
    public bool IsPossible => Refusal is null;

    /// <summary>Possible, and nothing was changed that would have to be changed back.</summary>
    public bool IsEmpty => IsPossible && Steps.Count == 0;

    /// <param name="failed">The release that failed, as far as it is known. Its previous service revision is what the service ran before.</param>
    /// <param name="previous">Manifest of the release that was current; null when there was none.</param>
    /// <param name="progress">What was changed so far.</param>
    public static RollbackPlan Create(ReleaseManifest failed, ReleaseManifest? previous, RollbackProgress progress)
    {
        if (progress is { ServiceChanged: false, EntryPointsChanged: false })
        {
            return new RollbackPlan(failed.Release, previous?.Release, [], null);
        }

        if (previous is null)
        {
            return Refuse("There is no earlier release to go back to.");
        }

        if (!previous.Verified)
        {
            return Refuse($"The earlier release {previous.Release} was never seen to serve: it was not smoke-tested.");
        }

        // Code that does not say which schema it needs is taken to work with what the migration left: migrations are to expand first.
        if (progress.SchemaMigrated && failed.OldestCompatibleSchema is { } oldest && CompareSchemas(previous.SchemaVersion ?? "0", oldest) < 0)
        {
            return Refuse(
                $"The schema cannot go back: it is at {failed.SchemaVersion ?? "a newer version"}, which works with code from {oldest} on, and release "
                    + $"{previous.Release} is made for {previous.SchemaVersion ?? "an older one"}.");
        }

        var steps = new List<RollbackStep>();
        if (progress.ServiceChanged)
        {
            if ((previous.ServiceRevision ?? failed.PreviousServiceRevision) is not { } revision)
            {
                return Refuse($"The earlier release {previous.Release} does not say which task definition it ran.");
            }

            steps.Add(new RollbackStep.ServiceBack(revision));
        }

        if (progress.EntryPointsChanged)
        {
            AddEntryPoints(steps, failed, previous);
        }

        if (steps.Count > 0)
        {
            steps.Add(new RollbackStep.Verify(previous.Release));
        }

        return new RollbackPlan(failed.Release, previous.Release, steps, null);

        RollbackPlan Refuse(string reason) => new(failed.Release, previous?.Release, [], reason);
    }

    public override string ToString()
        => Refusal is not null
            ? $"Release {Failed} is not rolled back. {Refusal}"
            : IsEmpty
                ? $"Release {Failed} changed nothing that would have to go back."
                : $"Release {Failed} goes back to {Target}:\n"
                    + string.Join('\n', Steps.Select((x, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {x}")));

    private static void AddEntryPoints(List<RollbackStep> steps, ReleaseManifest failed, ReleaseManifest previous)
    {
        var paths = new List<string>();

        // index.html last, as in a deploy: it is what makes a visitor load the rest.
        foreach (var (path, file) in previous.Site.Where(x => x.Value.IsEntryPoint)
            .OrderBy(x => x.Key == "index.html")
            .ThenBy(x => x.Key, StringComparer.Ordinal))
        {
            if (!failed.Site.TryGetValue(path, out var published) || published != file)
            {
                steps.Add(new RollbackStep.EntryPointBack(path, file, previous.Release));
                paths.Add($"/{path}");
            }
        }

        foreach (var (path, _) in failed.Site.Where(x => x.Value.IsEntryPoint && !previous.Site.ContainsKey(x.Key)).OrderBy(x => x.Key, StringComparer.Ordinal))
        {
            steps.Add(new RollbackStep.EntryPointGone(path));
            paths.Add($"/{path}");
        }

        if (paths.Contains("/index.html"))
        {
            paths.Add("/");
        }

        if (paths.Count > 0)
        {
            steps.Add(new RollbackStep.Invalidate(paths));
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
