using System.Globalization;
using System.Text;

namespace Fairlead.Reporting;

/// <summary>A run as one HTML file that needs nothing from the network: the release that it made, if it made one, then where the time went.</summary>
public static class HtmlRunReport
{
    private const double ChartWidth = 640;
    private const double RowHeight = 24;

    private const string Style = """
        main { max-width: 75rem; }
        h1 .id { font-weight: 400; font-size: .6em; color: var(--dim); letter-spacing: 0; }
        .live { font-size: 1.1rem; }
        .place { font-weight: 600; color: var(--ink); }
        table :is(.word, .name) { white-space: nowrap; width: 1%; } @media (max-width: 40rem) { table .name { white-space: normal; width: 35%; } }
        svg text { font: 12px system-ui, sans-serif; fill: currentColor; } svg .axis { stroke: var(--line); }
        svg .bar { fill: var(--bar); } svg .critical { fill: var(--critical); } svg .failed { stroke: var(--bad); stroke-width: 2; }
        svg .deciding { fill: none; stroke: var(--bar); } svg .waiting { stroke: var(--wait); stroke-dasharray: 2 3; }
        """;

    public static string Write(RunRecord record)
    {
        var timeline = RunTimeline.Of(record);
        var html = new StringBuilder();
        HtmlPage.Begin(html, record.Release is { } made ? $"Release {made.Release}: {made.Outcome}" : record.Title(), Style);
        var started = record.Started.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        if (record.Release is { } release)
        {
            HtmlReleaseSection.Write(html, release);
            html.Append($"<h2>The run: <span class=\"{Tone(record.Outcome)}\">{Encode(record.Title())}</span></h2>\n");
        }
        else
        {
            html.Append($"<h1 class=\"{Tone(record.Outcome)}\">{Encode(record.Title())}</h1>\n");
        }

        html.Append($"<p>Started {started} UTC.{RunLink(record)}</p>\n");
        foreach (var target in record.Targets.Where(x => x.Errors.Count > 0))
        {
            html.Append($"<h2>What went wrong in {Encode(target.Name)}</h2>\n<pre class=\"why\">{HtmlPage.EncodeLines(target.Errors)}</pre>\n");
        }

        html.Append("<h2>Where the time went</h2>\n<dl>\n");
        foreach (var (name, value) in ReportText.WhereTimeWent(timeline))
        {
            html.Append($"<dt>{name}</dt><dd>{Encode(value)}</dd>\n");
        }

        html.Append("</dl>\n");
        Chart(html, timeline);
        Table(html, record, timeline);
        HtmlPage.End(html);
        return html.ToString();
    }

    private static string Tone(RunOutcome outcome) => outcome == RunOutcome.Succeeded ? "good" : "bad";

    private static string RunLink(RunRecord record)
        => HtmlPage.Href(record.RunUrl) is { } href ? $" <a href=\"{href}\">The run in CI</a>." : "";

    private static void Chart(StringBuilder html, RunTimeline timeline)
    {
        if (timeline.Bars.Count == 0 || timeline.Seconds <= 0)
        {
            return;
        }

        var names = Math.Min(320, (timeline.Bars.Max(x => x.Target.Name.Length) * 7.5) + 12);
        var height = (timeline.Bars.Count * RowHeight) + 24;
        html.Append(CultureInfo.InvariantCulture, $"""
            <h2>Timeline</h2>
            <div class="wide">
            <svg role="img" aria-label="When each target ran; the table below says the same" width="{names + ChartWidth + 90:0}" height="{height:0}">

            """);
        for (var tick = 0; tick <= 4; tick++)
        {
            var x = names + (ChartWidth * tick / 4);
            html.Append(CultureInfo.InvariantCulture, $"<line class=\"axis\" x1=\"{x:0.#}\" y1=\"0\" x2=\"{x:0.#}\" y2=\"{height - 18:0}\"/><text "
                + $"x=\"{x:0.#}\" y=\"{height - 4:0}\" text-anchor=\"middle\">{ReportText.Seconds(timeline.Seconds * tick / 4)}</text>\n");
        }

        for (var i = 0; i < timeline.Bars.Count; i++)
        {
            Bar(html, timeline.Bars[i], i * RowHeight, names, ChartWidth / timeline.Seconds);
        }

        html.Append("</svg>\n</div>\n<p>The critical path is coloured. An empty box is the time in which it was decided whether the target has to run; a "
            + "dotted line is waiting for a free slot.</p>\n");
    }

    private static void Bar(StringBuilder html, TimelineBar bar, double top, double names, double scale)
    {
        double At(double seconds) => names + (seconds * scale);
        var target = bar.Target;
        var words = $"{target.Name}: {target.Word()}, {ReportText.Seconds(bar.End - bar.Start)}{(target.Reason is null ? "" : $", {target.Reason}")}";
        html.Append(CultureInfo.InvariantCulture, $"<g><title>{Encode(words)}</title><text x=\"0\" y=\"{top + 16:0}\">{Encode(target.Name)}</text>");
        if (bar.Waiting > 0)
        {
            html.Append(
                CultureInfo.InvariantCulture,
                $"<line class=\"waiting\" x1=\"{At(bar.Ready):0.#}\" y1=\"{top + 11:0}\" x2=\"{At(bar.Ready + bar.Waiting):0.#}\" y2=\"{top + 11:0}\"/>");
        }

        if (bar.Deciding * scale >= 1)
        {
            html.Append(
                CultureInfo.InvariantCulture,
                $"<rect class=\"deciding\" x=\"{At(bar.Start - bar.Deciding):0.#}\" y=\"{top + 6:0}\" width=\"{bar.Deciding * scale:0.#}\" height=\"10\"/>");
        }

        if (target.Start is not null)
        {
            var failed = target.Result is TargetResult.Failed or TargetResult.Cancelled ? " failed" : "";
            html.Append(CultureInfo.InvariantCulture, $"<rect class=\"{(bar.IsCritical ? "critical" : "bar")}{failed}\" x=\"{At(bar.Start):0.#}\" "
                + $"y=\"{top + 4:0}\" width=\"{Math.Max(1.5, (bar.End - bar.Start) * scale):0.#}\" height=\"14\" rx=\"2\"/>");
        }

        html.Append(CultureInfo.InvariantCulture, $"<text x=\"{At(bar.End) + 5:0.#}\" "
            + $"y=\"{top + 16:0}\">{(target.Start is null ? "skipped" : ReportText.Seconds(bar.End - bar.Start))}</text></g>\n");
    }

    private static void Table(StringBuilder html, RunRecord record, RunTimeline timeline)
    {
        html.Append("""
            <h2>Targets</h2>
            <div class="wide">
            <table>
            <caption>Durations count the target's own work; waiting is the time in which it was ready and all slots were taken</caption>
            <thead><tr><th scope="col">Target</th><th scope="col">Result</th><th scope="col">Duration</th><th scope="col">Waited</th><th scope="col">On the critical path</th><th scope="col">Notes</th></tr></thead>
            <tbody>

            """);
        foreach (var target in record.Targets)
        {
            var bar = timeline.Bars.FirstOrDefault(x => x.Target.Name == target.Name);
            html.Append($"<tr><th scope=\"row\">{Encode(target.Name)}</th><td class=\"{Tone(target.Result)}\">{Encode(target.Word())}</td>"
                + $"<td class=\"number\">{(target.Start is null ? "" : ReportText.Seconds(target.Duration()))}</td><td "
                    + $"class=\"number\">{(bar is { Waiting: > 0.05 } ? ReportText.Seconds(bar.Waiting) : "")}</td>"
                + $"<td>{(bar is { IsCritical: true } ? "yes" : "")}</td><td>{Encode(target.Notes())}</td></tr>\n");
        }

        html.Append("</tbody>\n</table>\n</div>\n");
    }

    private static string Tone(TargetResult result) => result switch
    {
        TargetResult.Succeeded => "good",
        TargetResult.Failed or TargetResult.Cancelled => "bad",
        _ => "",
    };

    private static string Encode(string text) => HtmlPage.Encode(text);
}
