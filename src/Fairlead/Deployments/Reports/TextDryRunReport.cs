using System.Text;
using Fairlead.Reporting;

namespace Fairlead.Deployments.Reports;

/// <summary>A dry run as a table for a terminal: plain text, at most 100 columns wide.</summary>
public static class TextDryRunReport
{
    private const int WidestStep = 22;
    private const int Gap = 2;

    public static string Write(DryRunReport report)
    {
        var text = new StringBuilder();
        foreach (var line in TextLayout.Wrap(report.Opening, TextLayout.Columns))
        {
            text.Append(line).Append('\n');
        }

        if (report.Steps.Count > 0)
        {
            text.Append('\n');
            Table(text, report);
        }

        var problems = report.Steps.SelectMany(x => x.Problems.Select(y => (x.Name, Problem: y))).ToList();
        if (problems.Count > 0)
        {
            text.Append($"\n{ReportText.Count(problems.Count, "problem stands", "problems stand")} against it:\n");
            foreach (var (step, problem) in problems)
            {
                Lines(text, $"  {ReportText.Line(step)}: {ReportText.Line(problem.What)}");
                Lines(text, $"    {ReportText.Line(problem.Next)}");
            }
        }

        text.Append('\n');
        Lines(text, report.Closing);
        return text.ToString();
    }

    private static void Table(StringBuilder text, DryRunReport report)
    {
        var (sizes, forecasts) = (Widest(report, x => x.Bytes is not null, 8), Widest(report, x => x.ForecastSeconds is not null, 8));
        var step = Math.Min(WidestStep, report.Steps.Max(x => TextLayout.Width(ReportText.Line(x.Name))));
        var verdict = Math.Max("VERDICT".Length, report.Steps.Max(x => DryRunWords.Of(x.Verdict).Length));
        var widths = new Widths(step, verdict, TextLayout.Columns - step - verdict - sizes - forecasts - (2 * Gap), sizes, forecasts);
        Row(text, widths, "STEP", "VERDICT", "WHAT", sizes > 0 ? "SIZE" : "", forecasts > 0 ? "FORECAST" : "");
        foreach (var row in report.Steps)
        {
            Step(text, widths, row);
        }
    }

    private static void Step(StringBuilder text, Widths widths, DryRunStep step)
    {
        var names = TextLayout.Wrap(ReportText.Line(step.Name), widths.Step);
        var what = new List<(string Text, string Size)>();
        Add(ReportText.Line(step.Reason), DryRunWords.Size(step.Bytes), indent: 0);
        var common = DryRunWords.CommonDetail(step);
        foreach (var change in step.Changes.Take(DryRunWords.MostChanges))
        {
            var detail = common is null && DryRunWords.Detail(change) is { } own ? $": {own}" : "";
            var size = step.Changes.Count > 1 ? DryRunWords.Size(change.Bytes) : "";
            Add($"{DryRunWords.Of(change.Action)} {ReportText.Visible(change.Subject)}{detail}", size, indent: 2);
        }

        if (DryRunWords.Rest(step) is { } rest)
        {
            Add(rest, "", indent: 2);
        }

        if (common is not null)
        {
            Add($"each: {common}", "", indent: 2);
        }

        for (var i = 0; i < Math.Max(names.Count, what.Count); i++)
        {
            var (words, size) = i < what.Count ? what[i] : ("", "");
            Row(
                text,
                widths,
                i < names.Count ? names[i] : "",
                i == 0 ? DryRunWords.Of(step.Verdict) : "",
                words,
                size,
                i == 0 ? DryRunWords.Forecast(step.ForecastSeconds) : "");
        }

        void Add(string line, string size, int indent)
        {
            foreach (var part in TextLayout.Wrap(line, widths.What - indent, indent))
            {
                what.Add((indent > 0 ? $"  {part}" : part, size));
                size = "";
            }
        }
    }

    private static void Row(StringBuilder text, Widths widths, string step, string verdict, string what, string size, string forecast)
    {
        var row = TextLayout.Pad(step, widths.Step + Gap) + TextLayout.Pad(verdict, widths.Verdict + Gap) + TextLayout.Pad(what, widths.What)
            + TextLayout.Pad(size, widths.Size, isRight: true) + TextLayout.Pad(forecast, widths.Forecast, isRight: true);
        text.Append(row.TrimEnd()).Append('\n');
    }

    private static void Lines(StringBuilder text, string line)
    {
        var indent = line.Length - line.TrimStart().Length;
        if (indent == line.Length)
        {
            return;
        }

        foreach (var part in TextLayout.Wrap(line, TextLayout.Columns - indent))
        {
            text.Append(' ', indent).Append(part).Append('\n');
        }
    }

    /// <summary>A column that no step fills is left out.</summary>
    private static int Widest(DryRunReport report, Predicate<DryRunStep> fills, int width) => report.Steps.Any(x => fills(x)) ? Gap + width : 0;

    private sealed record Widths(int Step, int Verdict, int What, int Size, int Forecast);
}
