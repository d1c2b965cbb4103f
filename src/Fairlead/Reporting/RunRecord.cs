using System.Text;
using Fairlead.Secrets;

namespace Fairlead.Reporting;

/// <summary>A run that is over. Kept as JSON; members are only ever added within a version.</summary>
public sealed record RunRecord
{
    public const int CurrentVersion = 1;

    private const int LongestErrorLine = 500;

    public required RunOutcome Outcome { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>Wall time from the start of the build to the end of its last target, in seconds.</summary>
    public required double Seconds { get; init; }

    /// <summary>Names of the targets that were asked for.</summary>
    public required IReadOnlyList<string> Invoked { get; init; }

    /// <summary>URL of the CI run; null on a person's machine.</summary>
    public string? RunUrl { get; init; }

    /// <summary>In the order of the plan: each after everything that it waited for.</summary>
    public required IReadOnlyList<TargetRecord> Targets { get; init; }

    /// <summary>What each target took when it last succeeded, in this run or an earlier one; by name.</summary>
    public IReadOnlyList<TargetDuration> Durations { get; init; } = [];

    /// <summary>What qualifies a success: <c>not smoke-tested</c>; null when nothing does.</summary>
    public string? Remark { get; init; }

    /// <summary>The release that the run made, or tried to make; null in a run without a deploy.</summary>
    public ReleaseSection? Release { get; init; }

    public string Title()
    {
        var ending = Outcome switch
        {
            RunOutcome.Succeeded => Remark is null ? "succeeded" : $"succeeded ({Remark})",
            RunOutcome.Failed => "failed",
            _ => "was cancelled",
        };
        return $"{string.Join(", ", Invoked)} {ending}";
    }

    /// <summary>The record with every text that came from the build changed, for taking out secrets; error lines are cut to a readable length.</summary>
    public RunRecord Masked(Func<string, string> mask)
    {
        var names = NamesMasked(mask);
        return this with
        {
            RunUrl = RunUrl is null ? null : mask(RunUrl),
            Release = Release?.Masked(mask),
            Invoked = [.. Invoked.Select(x => names[x])],
            Targets = [.. Targets.Select(x => x with
            {
                Name = names[x.Name],
                WaitsFor = [.. x.WaitsFor.Select(y => names[y])],
                Description = x.Description is null ? null : mask(x.Description),
                Reason = x.Reason is null ? null : mask(x.Reason),
                Summary = x.Summary.GroupBy(y => mask(y.Key)).ToDictionary(y => y.Key, y => mask(y.Last().Value)),
                Errors = [.. x.Errors.Select(y => Cut(mask(y)))],
            })],
        };
    }

    // Targets refer to each other by name: two whose names are hidden must not become one.
    private Dictionary<string, string> NamesMasked(Func<string, string> mask)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in Invoked.Concat(Targets.SelectMany(x => x.WaitsFor.Prepend(x.Name))).Distinct())
        {
            var shown = mask(name);
            var unique = shown;
            for (var number = 2; !taken.Add(unique); number++)
            {
                unique = $"{shown} {number}";
            }

            names[name] = unique;
        }

        return names;
    }

    // Only after masking: half a secret would not be found.
    private static string Cut(string line) => line.Length > LongestErrorLine ? $"{line[..LongestErrorLine]}…" : line;

    /// <summary>The record with what is known of earlier runs.</summary>
    public RunRecord After(IReadOnlyList<TargetDuration> earlier)
    {
        var now = Targets.Where(x => x is { Result: TargetResult.Succeeded, Start: not null })
            .Select(x => new TargetDuration(x.Name, Math.Round(x.Duration(), 3)))
            .ToList();
        return this with
        {
            Durations = [.. now
            .Concat(earlier.Where(x => !now.Exists(y => y.Target == x.Target)))
            .OrderBy(x => x.Target, StringComparer.Ordinal)]
        };
    }

    private bool PrintMembers(StringBuilder builder) => RecordText.AppendMembers(builder, this);
}
