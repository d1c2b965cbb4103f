using System.Text;
using Fairlead.Reporting;

namespace Fairlead.Deployments.Reports;

/// <summary>A dry run as Markdown, for the summary page of a CI host.</summary>
public static class MarkdownDryRunReport
{
    public static string Write(DryRunReport report)
    {
        var text = new StringBuilder();
        text.Append($"## {(report.IsPossible ? "" : "❌ ")}{MarkdownText.Escape(report.Opening)}\n\n");
        if (report.Steps.Count > 0)
        {
            text.Append("| Step | Verdict | What | Size | Forecast |\n|---|---|---|---:|---:|\n");
            foreach (var step in report.Steps)
            {
                text.Append($"| {Line(step.Name)} | {Verdict(step.Verdict)} | {What(step)} | ")
                    .Append($"{DryRunWords.Size(step.Bytes)} | {DryRunWords.Forecast(step.ForecastSeconds)} |\n");
            }

            text.Append('\n');
        }

        foreach (var step in report.Steps)
        {
            foreach (var problem in step.Problems)
            {
                text.Append($"- **{Line(step.Name)}**: {Line(problem.What)} {Line(problem.Next)}".TrimEnd()).Append('\n');
            }
        }

        return text.Append($"{(report.IsPossible ? "" : "\n")}{MarkdownText.Escape(report.Closing)}\n").ToString();
    }

    private static string What(DryRunStep step)
    {
        var lines = new List<string> { Line(step.Reason) };
        var common = DryRunWords.CommonDetail(step);
        foreach (var change in step.Changes.Take(DryRunWords.MostChanges))
        {
            var detail = common is null && DryRunWords.Detail(change) is { } own ? $": {MarkdownText.Escape(own)}" : "";
            var size = step.Changes.Count > 1 && change.Bytes is not null ? $", {DryRunWords.Size(change.Bytes)}" : "";
            lines.Add($"{DryRunWords.Of(change.Action)} {MarkdownText.Code(change.Subject)}{size}{detail}");
        }

        if (DryRunWords.Rest(step) is { } rest)
        {
            lines.Add(rest);
        }

        if (common is not null)
        {
            lines.Add($"each: {MarkdownText.Escape(common)}");
        }

        return string.Join("<br>", lines);
    }

    private static string Verdict(LookKind verdict) => verdict switch
    {
        LookKind.WouldChange or LookKind.Impossible => $"**{DryRunWords.Of(verdict)}**",
        _ => DryRunWords.Of(verdict),
    };

    private static string Line(string text) => MarkdownText.Escape(ReportText.Line(text));
}
