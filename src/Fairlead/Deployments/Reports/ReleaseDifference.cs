using System.Globalization;
using Fairlead.Releases;
using Fairlead.Reporting;

namespace Fairlead.Deployments.Reports;

/// <summary>What a release changed against the one that was current before. Pure: both are records, and nothing is asked.</summary>
public sealed record ReleaseDifference
{
    /// <summary>The release that was current before; null for the first, and where its record is not there.</summary>
    public ReleaseId? Previous { get; init; }

    /// <summary>The commit that it is made from; null when it is the same.</summary>
    public ValueChange? Commit { get; init; }

    /// <summary>The commits between both; null where the record does not say.</summary>
    public ReleasedCommits? Commits { get; init; }

    /// <summary>Every service of either, by name.</summary>
    public required IReadOnlyList<ServiceDifference> Services { get; init; }

    /// <summary>Every site of either, by name.</summary>
    public required IReadOnlyList<SiteDifference> Sites { get; init; }

    /// <summary>Digest of the infrastructure's plan; null when it is the same.</summary>
    public ValueChange? Infrastructure { get; init; }

    /// <summary>Serial of Terraform's state; null when it is the same, or a record does not say.</summary>
    public ValueChange? TerraformState { get; init; }

    /// <summary>Digest of what the deploy itself is told: environment, health check; null when it is the same.</summary>
    public ValueChange? Configuration { get; init; }

    /// <summary>Whether nothing differs that makes a release another one.</summary>
    public bool IsEmpty
        => Commit is null && Infrastructure is null && Configuration is null
            && Services.All(x => x.Change == PartChange.Unchanged) && Sites.All(x => x.Change == PartChange.Unchanged);

    /// <param name="previous">The release that was current before; null when there was none.</param>
    /// <param name="next">The release.</param>
    public static ReleaseDifference Between(ReleaseManifest? previous, ReleaseManifest next) => new()
    {
        Previous = previous?.Release,
        Commit = ValueChange.Between(previous?.Commit, next.Commit),
        Commits = next.Commits,
        Services =
        [
            .. Names(previous?.Services, next.Services).Select(x => ServiceDifference.Between(
                x,
                previous?.Services.GetValueOrDefault(x),
                next.Services.GetValueOrDefault(x),
                RecordedSteps.Migration(next, x))),
        ],
        Sites =
        [
            .. Names(previous?.Sites, next.Sites)
                .Select(x => SiteDifference.Between(x, previous?.Sites.GetValueOrDefault(x), next.Sites.GetValueOrDefault(x))),
        ],
        Infrastructure = ValueChange.Between(previous?.PlanDigest, next.PlanDigest),
        TerraformState = previous?.TerraformState is { } before && next.TerraformState is { } after
            ? ValueChange.Between(Serial(before), Serial(after))
            : null,
        Configuration = ValueChange.Between(previous?.ConfigurationDigest, next.ConfigurationDigest),
    };

    /// <summary>What differs, one thing each, for people: <c>web: 2 files added, 1 changed</c>. Empty when nothing does.</summary>
    public IReadOnlyList<string> Describe()
    {
        var lines = new List<string>();
        Value("commit", Commit);
        if (Commits is not null && Counted(Commits) is { Length: > 0 } commits)
        {
            lines.Add(commits);
        }

        foreach (var service in Services)
        {
            lines.AddRange(Describe(service));
        }

        foreach (var site in Sites.Where(x => x.Change != PartChange.Unchanged))
        {
            var word = site.Change switch
            {
                PartChange.Added => "new site, ",
                PartChange.Removed => "site removed, ",
                _ => "",
            };
            lines.Add($"{site.Name}: {word}{Files(site)}");
        }

        Value("infrastructure", Infrastructure);
        Value("Terraform's state, serial", TerraformState);
        Value("configuration", Configuration);
        return lines;

        void Value(string name, ValueChange? change)
        {
            if (change is not null)
            {
                lines.Add($"{name} {Words(change)}");
            }
        }
    }

    /// <summary>What differs, in one line: <c>commit 6cef224; image of api; web +2 ~1 −3</c>.</summary>
    public string Summary()
    {
        if (IsEmpty)
        {
            return "nothing changed";
        }

        var parts = new List<string>();
        if (Commit?.After is { } commit)
        {
            parts.Add($"commit {Short(commit)}");
        }

        foreach (var service in Services)
        {
            parts.AddRange(Short(service));
        }

        parts.AddRange(Sites.Where(x => x.Change != PartChange.Unchanged).Select(x => x.Change == PartChange.Removed
            ? $"{x.Name} removed"
            : $"{x.Name}{Signed('+', x.Added)}{Signed('~', x.Changed)}{Signed('−', x.Removed)}"));
        if (Infrastructure is not null)
        {
            parts.Add("infrastructure");
        }

        if (Configuration is not null)
        {
            parts.Add("configuration");
        }

        return parts.Count == 0 ? "commit" : string.Join("; ", parts);
    }

    /// <summary>A digest, a commit or an ARN as short as people use it: its first digits, or its last part.</summary>
    internal static string Short(string value)
    {
        if (value.StartsWith("sha256:", StringComparison.Ordinal) && value.Length > 19)
        {
            return value[7..19];
        }

        if (value.Length >= 40 && value.AsSpan().IndexOfAnyExcept("0123456789abcdef") < 0)
        {
            return value.Length == 40 ? value[..7] : value[..12];
        }

        return ReportText.Cut(value.StartsWith("arn:", StringComparison.Ordinal) ? value[(value.LastIndexOf('/') + 1)..] : value, 60);
    }

    /// <summary>The commits, counted; empty where there are none.</summary>
    internal static string Counted(ReleasedCommits commits)
    {
        var more = commits.HasMore ? " at least" : "";
        return (commits.Added.Count, commits.Dropped.Count) switch
        {
            (0, 0) => "",
            (var added, 0) => $"{ReportText.Count(added, "commit")}{more}",
            (0, var dropped) => $"{ReportText.Count(dropped, "commit")}{more} of the release before gone",
            var (added, dropped) => $"{ReportText.Count(added, "commit")}{more}, {dropped} of the release before gone",
        };
    }

    /// <summary>The files of a site that differ, counted.</summary>
    internal static string Files(SiteDifference site)
    {
        var counts = new List<string>();
        Count(site.Added, "added");
        Count(site.Changed, "changed");
        Count(site.Removed, "removed");
        return counts.Count == 0 ? "no files" : string.Join(", ", counts);

        void Count(IReadOnlyList<string> paths, string word)
        {
            if (paths.Count > 0)
            {
                counts.Add(counts.Count == 0 ? $"{ReportText.Count(paths.Count, "file")} {word}" : $"{paths.Count} {word}");
            }
        }
    }

    /// <summary>What the migration of the service did, as a clause; null when there is nothing to say.</summary>
    internal static string? Migrated(ServiceDifference service)
    {
        var schema = service.Schema is { } change ? change.Before is { } before ? $"schema {before} → {change.After}" : $"schema {change.After}" : null;
        var migrated = service.Migration?.Outcome switch
        {
            OutcomeKind.Succeeded => schema is null ? "migrations ran" : $"migrations ran, {schema}",
            OutcomeKind.Failed or OutcomeKind.RolledBack => "the migration failed",
            _ => schema,
        };
        return migrated is null || service.Snapshot is null ? migrated : $"{migrated}, snapshot {service.Snapshot}";
    }

    private static IEnumerable<string> Describe(ServiceDifference service)
    {
        if (service.Change == PartChange.Removed)
        {
            yield return $"{service.Name}: service removed";
            yield break;
        }

        if (service.Change == PartChange.Added)
        {
            yield return $"{service.Name}: new service";
        }

        if (service.Image is { } image)
        {
            yield return $"{service.Name}: image {Words(image)}{(service.Layers is { } layers ? $"; {layers}" : "")}";
        }

        if (service.Revision is { } revision)
        {
            yield return $"{service.Name}: runs {Words(revision)}";
        }

        if (Migrated(service) is { } migrated)
        {
            yield return $"{service.Name}: {migrated}";
        }
    }

    private static IEnumerable<string> Short(ServiceDifference service)
    {
        if (service.Change is PartChange.Added or PartChange.Removed)
        {
            yield return service.Change == PartChange.Added ? $"new service {service.Name}" : $"{service.Name} removed";
            yield break;
        }

        if (service.Image is not null)
        {
            yield return $"image of {service.Name}";
        }

        if (service.HasMigrated || service.Schema is not null)
        {
            yield return service.Schema is { Before: { } before, After: { } after }
                ? $"schema of {service.Name} {before} → {after}"
                : $"migrations of {service.Name}";
        }

        if (service.Snapshot is { } snapshot)
        {
            yield return $"snapshot {snapshot}";
        }
    }

    private static string Serial(TerraformState state) => state.Serial.ToString(CultureInfo.InvariantCulture);

    private static string Words(ValueChange change) => (change.Before, change.After) switch
    {
        (null, { } after) => Short(after),
        ({ } before, null) => $"none, before {Short(before)}",
        ({ } before, { } after) => $"{Short(after)}, before {Short(before)}",
        _ => "none",
    };

    private static string Signed(char sign, IReadOnlyList<string> paths) => paths.Count == 0 ? "" : $" {sign}{paths.Count}";

    private static IEnumerable<string> Names<T>(IReadOnlyDictionary<string, T>? before, IReadOnlyDictionary<string, T> after)
        => (before?.Keys ?? []).Union(after.Keys).Order(StringComparer.Ordinal);
}
