using System.Globalization;
using Nuke.Common.Execution;
using Serilog.Events;

namespace Nuke.Common.ConsoleOutput;

/// <summary>Lays out what is printed after the last target.</summary>
internal sealed class SummaryWriter(Func<string, string, string> color)
{
    private const string OutcomeKey = "Outcome";

    // A tool that goes wrong can log thousands of errors; the first ones say what happened.
    private const int MaximumIssues = 40;

    public IEnumerable<string> Issues(IReadOnlyList<OutputIssue> issues)
    {
        if (issues.Count == 0)
            yield break;
        yield return "";
        yield return color(Ansi.Bold, "Errors & Warnings");
        foreach (var issue in issues.OrderByDescending(x => x.Level >= LogEventLevel.Error).Take(MaximumIssues))
        {
            var isError = issue.Level >= LogEventLevel.Error;
            var where = issue.Target is null ? "" : $"{issue.Target}: ";
            yield return color(isError ? Ansi.Red : Ansi.Yellow, $"[{(isError ? "ERR" : "WRN")}] {where}{issue.Message.Replace("\n", "\n      ")}");
        }

        if (issues.Count > MaximumIssues)
            yield return $"… and {issues.Count - MaximumIssues} more above.";
    }

    public IEnumerable<string> Table(IReadOnlyList<ExecutableTarget> plan, TimeSpan total)
    {
        var rows = plan.Where(IsShown).Select(x => (Target: x, Status: Status(x), Duration: Duration(x), Note: Note(x))).ToList();
        var nameWidth = Math.Max(16, rows.Select(x => x.Target.Name.Length).DefaultIfEmpty(0).Max());
        var statusWidth = Math.Max(9, rows.Select(x => x.Status.Length).DefaultIfEmpty(0).Max());
        var line = new string('─', nameWidth + statusWidth + 14);
        yield return "";
        yield return line;
        yield return color(Ansi.Bold, $"{"Target".PadRight(nameWidth)}  {"Status".PadRight(statusWidth)}  {"Duration",9}");
        yield return line;
        foreach (var (target, status, duration, note) in rows)
        {
            var row = $"{target.Name.PadRight(nameWidth)}  {color(StatusColor(target), status.PadRight(statusWidth))}  {duration,9}";
            yield return (note.Length > 0 ? $"{row}   // {note}" : row).TrimEnd();
        }

        yield return line;
        yield return $"{"Total".PadRight(nameWidth)}  {new string(' ', statusWidth)}  {Format(total),9}";
    }

    private static bool IsShown(ExecutableTarget target) =>
        target.Status != ExecutionStatus.Collective && (target.Actions.Count > 0 || target.Status == ExecutionStatus.Failed);

    private static string Status(ExecutableTarget target) =>
        target.SummaryInformation.TryGetValue(OutcomeKey, out var outcome) && outcome.Length > 0 ? outcome : target.Status.ToString();

    private static string Duration(ExecutableTarget target) =>
        target.Status is ExecutionStatus.Succeeded or ExecutionStatus.Failed or ExecutionStatus.Aborted ? Format(target.Duration) : "";

    private static string Note(ExecutableTarget target)
    {
        var notes = target.SummaryInformation.Where(x => x.Key != OutcomeKey).Select(x => $"{x.Key}: {x.Value}");
        var reason = target.Status switch
        {
            ExecutionStatus.Skipped when target.OnlyWhen is not null => $"OnlyWhen: {target.OnlyWhen}",
            ExecutionStatus.Skipped when target.Skipped is not null => $"Skipped: {target.Skipped}",
            ExecutionStatus.NotRun => target.NotRunReason,
            _ => null,
        };
        return string.Join(", ", reason is null ? notes : notes.Prepend(reason)).Replace("\n", " ");
    }

    private static string StatusColor(ExecutableTarget target) => target.Status switch
    {
        ExecutionStatus.Succeeded => Ansi.Green,
        ExecutionStatus.Failed or ExecutionStatus.Aborted => Ansi.Red,
        _ => Ansi.Yellow,
    };

    private static string Format(TimeSpan duration) => duration < TimeSpan.FromSeconds(1)
        ? "< 1sec"
        : string.Create(CultureInfo.InvariantCulture, $"{(int)duration.TotalMinutes}:{duration.Seconds:00}");
}
