using Nuke.Common.Execution;

namespace Nuke.Common.ConsoleOutput;

/// <summary>Lays out what is printed after the last target. Pure.</summary>
internal static class SummaryWriter
{
    private const string OutcomeKey = "Outcome";

    // A tool that goes wrong can log thousands of errors; the first ones say what happened.
    private const int MaximumIssues = 40;

    // Of a log line or an error a row has room for the start.
    private const int LongestReason = 120;

    public static IEnumerable<(string? Color, string Line)> Issues(IssueList list)
    {
        var issues = list.All;
        foreach (var issue in issues.OrderByDescending(x => x.IsError).Take(MaximumIssues))
        {
            var color = issue.IsError ? Ansi.Red : Ansi.Yellow;
            var lines = $"[{(issue.IsError ? "ERR" : "WRN")}] {(issue.Target is null ? "" : $"{issue.Target}: ")}{issue.Text}".Split('\n');
            for (var i = 0; i < lines.Length; i++)
            {
                yield return (color, i == 0 ? lines[i].TrimEnd() : $"      {lines[i].TrimEnd()}");
            }
        }

        if (issues.Count + list.Left > MaximumIssues)
        {
            yield return (null, $"… and {issues.Count + list.Left - MaximumIssues} more above.");
        }
    }

    public static IEnumerable<(string? Color, string Line)> Table(BuildResult result, IssueList issues)
    {
        var rows = result.Plan.Where(IsShown).Select(x => new Row(x, Status(x), Duration(x), Note(x, issues))).ToList();
        var nameWidth = 19;
        var statusWidth = 10;
        foreach (var row in rows)
        {
            nameWidth = Math.Max(nameWidth, row.Target.Name.Length + 4);
            statusWidth = Math.Max(statusWidth, row.Status.Length + 1);
        }

        var width = nameWidth + statusWidth + 10;
        yield return (null, "");
        yield return (null, new string('═', width));
        yield return (Ansi.Cyan, $"{"Target".PadRight(nameWidth)}{"Status".PadRight(statusWidth)}{"Duration",10}");
        yield return (null, new string('─', width));
        foreach (var (target, status, duration, note) in rows)
        {
            var line = $"{target.Name.PadRight(nameWidth)}{status.PadRight(statusWidth)}{duration,10}";
            yield return (StatusColor(target), (note.Length > 0 ? $"{line}   // {note}" : line).TrimEnd());
        }

        yield return (null, new string('─', width));
        yield return (Ansi.Cyan, $"{"Total".PadRight(nameWidth + statusWidth)}{Format(result.Total),10}");
        yield return (null, new string('═', width));
        if (CriticalPathLine(result) is { } path)
        {
            yield return (null, path);
        }
    }

    /// <summary>What to do after a run that did not succeed.</summary>
    public static IEnumerable<(string? Color, string Line)> Next(BuildResult result, bool hasLogFile)
    {
        if (!result.IsFailed && !result.IsCancelled)
        {
            yield break;
        }

        var next = new List<string>();
        if (result.Plan.Any(x => IsShown(x) && x.Status == ExecutionStatus.Succeeded))
        {
            next.Add("The same command with --continue skips what has succeeded: leave it out when the sources have changed.");
        }

        if (hasLogFile)
        {
            next.Add("What the targets logged is in .nuke/temp/build.log.");
        }

        if (next.Count > 0)
        {
            yield return (null, string.Join(' ', next));
        }
    }

    public static string? StatusColor(ExecutableTarget target) => target.Status switch
    {
        ExecutionStatus.Succeeded => Ansi.Green,
        ExecutionStatus.Failed => Ansi.Red,
        ExecutionStatus.Aborted or ExecutionStatus.NotRun => Ansi.Yellow,
        _ => null,
    };

    // Which targets have to become faster for the run to become faster; those of less than a second would not be missed.
    private static string? CriticalPathLine(BuildResult result)
    {
        if (result.Total < TimeSpan.FromSeconds(1))
        {
            return null;
        }

        var path = CriticalPath.Of(result.Plan);
        var steps = path.Targets.Where(TookTime).ToList();
        // Of a run that is one chain the table says the same.
        return steps.Count < 2 || !result.Plan.Except(path.Targets).Any(TookTime)
            ? null
            : $"Critical path: {string.Join(" → ", steps.Select(x => $"{x.Name} {Format(CriticalPath.Occupied(x))}"))}, together {Format(path.Length)}";
    }

    private static bool TookTime(ExecutableTarget target) => CriticalPath.Occupied(target) >= TimeSpan.FromSeconds(1);

    private static bool IsShown(ExecutableTarget target)
        => target.Status != ExecutionStatus.Collective && (target.Actions.Count > 0 || target.Status == ExecutionStatus.Failed);

    private static string Status(ExecutableTarget target)
        => target.SummaryInformation.TryGetValue(OutcomeKey, out var outcome) && outcome.Length > 0 ? outcome : target.Status.ToString();

    private static string Duration(ExecutableTarget target)
        => target.Status is ExecutionStatus.Succeeded or ExecutionStatus.Failed or ExecutionStatus.Aborted ? Format(target.Duration) : "";

    private static string Note(ExecutableTarget target, IssueList issues)
    {
        var notes = new List<string>();
        foreach (var (key, value) in target.SummaryInformation)
        {
            if (key != OutcomeKey && key != target.FailureKey)
            {
                notes.Add($"{key}: {value}");
            }
        }

        var reason = target.Status switch
        {
            ExecutionStatus.Skipped when target.OnlyWhen is not null => $"OnlyWhen: {target.OnlyWhen}",
            ExecutionStatus.Skipped when target.Skipped is not null => $"Skipped: {target.Skipped}",
            ExecutionStatus.NotRun => target.NotRunReason,
            ExecutionStatus.Failed when issues.FirstReason(target.Name) is { } said => AnsiText.Truncate(said, LongestReason),
            ExecutionStatus.Failed when target.FailureKey is { } key => target.SummaryInformation[key],
            _ => null,
        };
        return string.Join(", ", reason is null ? notes : notes.Prepend(reason)).Replace("\n", " ");
    }

    private static string Format(TimeSpan duration) => duration < TimeSpan.FromSeconds(1) ? "< 1sec" : DurationText.Of(duration);

    // A class and not a tuple: see Host.KnownHost.
    private sealed record Row(ExecutableTarget Target, string Status, string Duration, string Note);
}
