using System.Globalization;
using System.Text;

namespace Fairlead.Reporting;

/// <summary>A run as Markdown, for the summary page of a CI host.</summary>
public static class MarkdownRunReport
{
    // In this order parts are left out when the report is too large.
    [Flags]
    private enum Parts
    {
        Errors = 1,
        Timeline = 2,
        Notes = 4,
        Release = 8,
        All = Errors | Timeline | Notes | Release,
    }

    /// <summary>At most so many bytes of UTF-8: what is least needed is left out first, and the report says so.</summary>
    public static string Write(RunRecord record, int maximumBytes = int.MaxValue)
    {
        foreach (var parts in new[] { Parts.All, Parts.Errors | Parts.Notes | Parts.Release, Parts.Notes | Parts.Release, Parts.Notes, default })
        {
            var text = Compose(record, parts);
            if (Encoding.UTF8.GetByteCount(text) <= maximumBytes)
            {
                return text;
            }
        }

        var title = record.Release is { } made ? $"Release {made.Release}: {made.Outcome}" : record.Title();
        var brief = $"## {Escape(title)}\n\nThe report is too large for this page.\n";
        return Encoding.UTF8.GetByteCount(brief) <= maximumBytes ? brief : "";
    }

    private static string Compose(RunRecord record, Parts parts)
    {
        var timeline = RunTimeline.Of(record);
        var text = new StringBuilder();
        if (record.Release is { } release)
        {
            MarkdownReleaseSection.Write(text, release, isComplete: parts.HasFlag(Parts.Release));
        }

        text.Append(CultureInfo.InvariantCulture, $"## {Mark(record.Outcome)} {Escape(record.Title())}\n\n");
        foreach (var target in record.Targets.Where(x => x.Errors.Count > 0 && parts.HasFlag(Parts.Errors)))
        {
            var fence = MarkdownText.Fence(target.Errors);
            text.Append(CultureInfo.InvariantCulture, $"**{Escape(target.Name)}**\n\n{fence}text\n{string.Join('\n', target.Errors)}\n{fence}\n\n");
        }

        text.Append("| Target | Result | Duration | Notes |\n|---|---|---:|---|\n");
        foreach (var target in record.Targets.Where(x => x.Result != TargetResult.Group))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {Escape(target.Name)} | {Escape(target.Word())} | "
                + $"{(target.Start is null ? "" : ReportText.Seconds(target.Duration()))} | {(parts.HasFlag(Parts.Notes) ? Escape(target.Notes()) : "")} |\n");
        }

        text.Append('\n');
        foreach (var (name, value) in ReportText.WhereTimeWent(timeline))
        {
            text.Append(CultureInfo.InvariantCulture, $"- {name}: {Escape(value)}\n");
        }

        if (parts.HasFlag(Parts.Timeline))
        {
            Gantt(text, timeline);
        }

        if (parts != Parts.All)
        {
            text.Append("\nThis page has a limit: the timeline, and maybe errors, notes and the details of the release, are left out.\n");
        }

        return text.ToString();
    }

    /// <summary>GitHub and GitLab draw it (https://mermaid.js.org/syntax/gantt.html); times are milliseconds from the start.</summary>
    private static void Gantt(StringBuilder text, RunTimeline timeline)
    {
        var bars = timeline.Bars.Where(x => x.Target.Start is not null && x.End > x.Start).ToList();
        if (bars.Count == 0)
        {
            return;
        }

        text.Append("\n```mermaid\ngantt\n    dateFormat x\n    axisFormat %M:%S\n");
        foreach (var bar in bars)
        {
            var (start, end) = ((long)(bar.Start * 1000), (long)(bar.End * 1000));
            text.Append(CultureInfo.InvariantCulture, $"    {bar.Target.Name} :{(bar.IsCritical ? "crit, " : "")}{start}, {Math.Max(end, start + 1)}\n");
        }

        text.Append("```\n");
    }

    private static string Mark(RunOutcome outcome) => outcome == RunOutcome.Succeeded ? "✅" : "❌";

    private static string Escape(string text) => MarkdownText.Escape(text);
}
