using System.Globalization;
using System.Text;
using Fairlead.Releases;
using Fairlead.Reporting;

namespace Fairlead.Deployments.Reports;

/// <summary>
/// The releases of a place as one page that needs no server and nothing from the network. Equal input is an equal page, to the byte: times are UTC, and
/// nothing depends on when it was made.
/// </summary>
public static class HtmlReleaseHistory
{
    // A browser shows a page of 3 MB at once; of a place with a thousand releases, the old ones are told in fewer words so that it stays below.
    private const int ToldInFull = 150;
    private const int MostPaths = 40;
    private const int FewestPaths = 3;
    private const int PathsOfAll = 6000;
    private const int LongestReason = 220;
    private const int LongestBlock = 8000;

    private const string Style = """
        header h1 { margin-bottom: .25rem; }
        .now { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); gap: 1rem; margin: 1.75rem 0; }
        .card { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 1.1rem 1.25rem; min-width: 0; }
        .card.live { border-top: 3px solid var(--good); }
        .card.back { border-top: 3px solid var(--accent); }
        .card h2 { margin: 0 0 .5rem; font-size: .8rem; letter-spacing: .06em; text-transform: uppercase; color: var(--dim); }
        .card .id { font-size: 1.05rem; font-weight: 600; overflow-wrap: anywhere; }
        .command { display: block; padding: .5rem .7rem; margin: .5rem 0; user-select: all; }
        .notice { border-left: 3px solid var(--bad); padding: .1rem 0 .1rem 1rem; margin: 1.25rem 0; }
        figure { margin: 2rem 0 1rem; }
        figure svg { display: block; width: 100%; height: auto; max-height: 7rem; overflow: visible; }
        figure rect { fill: color-mix(in srgb, var(--good) 55%, var(--paper)); rx: 1.5px; } figure line { stroke: var(--line); }
        figure rect.untested { fill: var(--paper); stroke: color-mix(in srgb, var(--good) 70%, var(--paper)); }
        figure rect.rolledback { fill: var(--warn); } figure rect.failed { fill: var(--bad); }
        figure path { fill: none; stroke-width: 1.6; } figure path.rolledback { stroke: var(--warn); } figure path.failed { stroke: var(--bad); }
        figure a:hover rect { opacity: .65; }
        figcaption { color: var(--dim); font-size: .9rem; margin-top: .6rem; }
        fieldset { border: 0; padding: 0; margin: 2rem 0 0; display: flex; flex-wrap: wrap; gap: .4rem; }
        fieldset label { border: 1px solid var(--line); border-radius: 99px; padding: .25rem .8rem; font-size: .9rem; cursor: pointer; color: var(--dim); }
        fieldset label:has(:checked) { border-color: var(--accent); color: var(--ink); background: var(--card); }
        fieldset label:has(:focus-visible) { outline: 2px solid var(--accent); outline-offset: 2px; }
        fieldset input { position: absolute; opacity: 0; width: 1px; height: 1px; }
        main:has(#show-bad:checked) :is(.release:not(.bad-end), .month:not(:has(.bad-end))) { display: none; }
        main:has(#show-back:checked) :is(.release:not(.restorable), .month:not(:has(.restorable))) { display: none; }
        .month > h2 { font-size: 1rem; color: var(--dim); font-weight: 500; margin: 2rem 0 .5rem; }
        .release { position: relative; content-visibility: auto; contain-intrinsic-size: auto 4rem; }
        .release > summary { display: grid; grid-template-columns: 3.6rem 1.25rem minmax(0, 1fr) auto; column-gap: .75rem; padding: .6rem .75rem .6rem 0;
          cursor: pointer; list-style: none; border-radius: 8px; }
        .release > summary::-webkit-details-marker { display: none; }
        .release > summary:hover { background: color-mix(in srgb, var(--accent) 7%, transparent); }
        summary time { text-align: right; font-variant-numeric: tabular-nums; line-height: 1.35; font-size: .925rem; padding-top: .1rem; }
        summary time small { display: block; color: var(--dim); font-size: .8rem; }
        .dot { position: relative; }
        .dot::before { content: ""; position: absolute; left: 50%; top: -.6rem; bottom: -.6rem; border-left: 2px solid var(--line); translate: -1px 0; }
        .dot::after { content: ""; position: absolute; left: 50%; top: .3rem; width: .8rem; height: .8rem; translate: -50% 0; border-radius: 50%;
          background: var(--good); border: 2px solid var(--good); box-shadow: 0 0 0 3px var(--paper); }
        .untested .dot::after { background: var(--paper); }
        .rolledback .dot::after { background: var(--warn); border-color: var(--warn); border-radius: 2px; }
        .failed .dot::after { background: var(--bad); border-color: var(--bad); border-radius: 1px; rotate: 45deg; }
        .what b { font-weight: 600; margin-right: .4rem; } .what .id { color: var(--dim); margin-right: .4rem; }
        .what .short, .what .reason { display: block; font-size: .925rem; overflow-wrap: anywhere; }
        .what .short { color: var(--dim); }
        .tag { font-size: .75rem; border: 1px solid currentColor; border-radius: 99px; padding: .05rem .5rem; white-space: nowrap; }
        .tag.now-tag { background: var(--good); border-color: var(--good); color: var(--paper); }
        .took { color: var(--dim); font-variant-numeric: tabular-nums; font-size: .925rem; white-space: nowrap; }
        .took::after { content: "›"; display: inline-block; margin-left: .7rem; font-size: 1.2rem; line-height: 1; transition: rotate .15s; }
        .release[open] > summary .took::after { rotate: 90deg; }
        @media (prefers-reduced-motion: reduce) { .took::after { transition: none; } }
        .body { margin: 0 0 1rem 6.35rem; padding: .25rem 1.25rem 1.25rem; background: var(--card); border: 1px solid var(--line); border-radius: 10px;
          scroll-margin-top: 7rem; }
        .body::before { content: ""; position: absolute; left: 4.975rem; top: 3rem; bottom: 0; border-left: 2px solid var(--line); translate: -1px 0; }
        .body:target { border-color: var(--accent); }
        .paths { list-style: none; padding: 0; margin: .2rem 0; columns: 18rem; font-size: .875rem; }
        .paths li { break-inside: avoid; overflow-wrap: anywhere; padding-left: 1.2rem; text-indent: -1.2rem; }
        .paths li::before { display: inline-block; width: 1.2rem; text-indent: 0; }
        .add::before { content: "+"; color: var(--good); } .chg::before { content: "~"; color: var(--warn); } .del::before { content: "−"; color: var(--bad); }
        .steps td.share { width: 7rem; padding-top: .7rem; }
        .steps i { display: block; height: .5rem; min-width: 2px; border-radius: 2px; background: var(--bar); }
        .steps th { width: 9rem; } .steps td.end { white-space: nowrap; } .steps td.why { color: var(--dim); }
        @media (max-width: 40rem) {
          .release > summary { grid-template-columns: 1.25rem minmax(0, 1fr) auto; }
          summary time { grid-column: 2; grid-row: 1; text-align: left; } summary time small { display: inline; margin-left: .4rem; }
          .dot { grid-column: 1; grid-row: 1 / 3; } .what { grid-column: 2 / 4; grid-row: 2; } .took { grid-column: 3; grid-row: 1; }
          .body { margin-left: 0; padding: .1rem .9rem 1rem; } .body::before { display: none; }
          .steps tr { display: grid; grid-template-columns: 1fr auto 5rem; padding: .4rem 0; border-bottom: 1px solid var(--line); }
          .steps :is(th, td) { width: auto; border: 0; padding: 0; } .steps td.share { display: none; } .steps td.why { grid-column: 1 / 4; }
        }
        """;

    public static string Write(ReleaseHistory history)
    {
        var html = new StringBuilder();
        HtmlPage.Begin(html, history.Place is { } place ? $"Releases of {place.Stack}" : "Releases", Style);
        Header(html, history);
        foreach (var damage in history.Damage)
        {
            html.Append($"<p class=\"notice\">{Encode($"{damage} {ReleaseHistoryWords.Next(damage)}")}</p>\n");
        }

        if (history.Releases.Count == 0)
        {
            html.Append("<p>No release is recorded here. <code>./build.sh Deploy</code> makes the first.</p>\n");
        }
        else
        {
            Now(html, history);
            HtmlReleaseChart.Write(html, history);
            Filter(html, history);
            Timeline(html, history);
        }

        HtmlPage.End(html);
        return html.ToString();
    }

    /// <summary>The class of a release, for shape and colour.</summary>
    internal static string Class(ReleaseHistoryEntry entry) => entry.Manifest.Outcome switch
    {
        OutcomeKind.RolledBack => "rolledback",
        OutcomeKind.Failed => "failed",
        _ => entry.Manifest.Verified ? "succeeded" : "untested",
    };

    private static void Header(StringBuilder html, ReleaseHistory history)
    {
        html.Append("<header>\n");
        if (history.Place is { } place)
        {
            html.Append($"<p class=\"eyebrow\">{Encode(place.Region)} · account {Encode(place.Account)} · times are UTC</p>\n")
                .Append($"<h1>Releases of {Encode(place.Stack)}</h1>\n");
            html.Append(place.PublicUrl is { } url ? $"<p>{HtmlPage.Link(url)}</p>\n" : "");
        }
        else
        {
            html.Append("<h1>Releases</h1>\n");
        }

        html.Append("</header>\n");
    }

    private static void Now(StringBuilder html, ReleaseHistory history)
    {
        html.Append("<div class=\"now\">\n<section class=\"card live\">\n<h2>Current release</h2>\n");
        if (history.Current is { } current)
        {
            html.Append($"<p><a class=\"id\" href=\"#{current.Release}\">{current.Release}</a></p>\n<p>{Word(current)} on {Time(current.Manifest.Finished)}, ")
                .Append($"by {Encode(current.Person)}</p>\n<p class=\"dim\">Smoke test: {Encode(ReleaseHistoryWords.SmokeTest(current))}</p>\n");
        }
        else
        {
            html.Append("<p>None yet, or its record is not there.</p>\n");
        }

        html.Append("</section>\n<section class=\"card back\">\n<h2>The way back</h2>\n");
        if (history.RollbackTarget is { } target)
        {
            var id = history.Releases.Any(x => x.Release == target.Release)
                ? $"<a class=\"id\" href=\"#{target.Release}\">{target.Release}</a>"
                : $"<span class=\"id\">{target.Release}</span>";
            html.Append($"<p>To {id}{(target.IsCurrent ? ", because a run did not end" : "")}</p>\n<p>recorded on {Time(target.Manifest.Finished)}</p>\n")
                .Append($"<code class=\"command\">{target.RollbackCommand}</code>\n");
        }
        else
        {
            html.Append(history.Releases.Any(x => x.IsRestorable)
                ? "<p>Before the current release there is none that could be gone back to.</p>\n"
                : "<p>There is no release that can be gone back to.</p>\n");
        }

        html.Append("</section>\n</div>\n");
        if (history.Releases[0] is { IsSuccess: false } last)
        {
            html.Append($"<p class=\"notice\">The last deploy, <a class=\"id\" href=\"#{last.Release}\">{last.Release}</a>, ended {Word(last)}. ")
                .Append($"{Reason(last)}</p>\n");
        }
    }

    private static void Filter(StringBuilder html, ReleaseHistory history)
    {
        var (bad, back) = (history.Releases.Count(x => !x.IsSuccess), history.Releases.Count(x => x.IsRestorable));
        html.Append("<fieldset aria-label=\"Which releases are shown\">\n")
            .Append($"<label><input type=\"radio\" name=\"show\" id=\"show-all\" checked=\"checked\" />All {history.Releases.Count}</label>\n")
            .Append($"<label><input type=\"radio\" name=\"show\" id=\"show-bad\" />Not succeeded {bad}</label>\n")
            .Append($"<label><input type=\"radio\" name=\"show\" id=\"show-back\" />Can be gone back to {back}</label>\n</fieldset>\n");
    }

    private static void Timeline(StringBuilder html, ReleaseHistory history)
    {
        var paths = Math.Clamp(PathsOfAll / history.Releases.Count, FewestPaths, MostPaths);
        var known = history.Releases.Select(x => x.Release).ToHashSet();
        string? month = null;
        for (var i = 0; i < history.Releases.Count; i++)
        {
            var entry = history.Releases[i];
            var its = entry.Manifest.Started.UtcDateTime.ToString("MMMM yyyy", CultureInfo.InvariantCulture);
            if (its != month)
            {
                html.Append($"{(month is null ? "" : "</section>\n")}<section class=\"month\">\n<h2>{its}</h2>\n");
                month = its;
            }

            Release(html, entry, known, i < ToldInFull ? paths : Math.Min(paths, FewestPaths), isInFull: i < ToldInFull);
        }

        html.Append("</section>\n");
        if (history.Releases.Count > ToldInFull)
        {
            html.Append($"<p class=\"dim\">Of releases before the last {ToldInFull}, only the steps that failed, ")
                .Append("some of the files and the number of commits are told. ")
                .Append("<code>./build.sh Releases --format json</code> tells everything.</p>\n");
        }
    }

    private static void Release(StringBuilder html, ReleaseHistoryEntry entry, HashSet<ReleaseId> known, int paths, bool isInFull)
    {
        var time = entry.Manifest.Started.UtcDateTime;
        html.Append($"<details class=\"release {Class(entry)}{(entry.IsSuccess ? "" : " bad-end")}{(entry.IsRestorable ? " restorable" : "")}\">\n")
            .Append($"<summary><time datetime=\"{Iso(time)}\">{time.ToString("d MMM", CultureInfo.InvariantCulture)}")
            .Append($"<small>{time.ToString("HH:mm", CultureInfo.InvariantCulture)}</small></time><span class=\"dot\"></span>")
            .Append($"<span class=\"what\">{Word(entry)}<span class=\"id\">{entry.Release}</span>{Tag(entry)}");
        if (!entry.IsSuccess)
        {
            html.Append($"<span class=\"reason\">{Reason(entry)}</span>");
        }

        html.Append($"<span class=\"short\">{Encode(ReleaseHistoryWords.InShort(entry))}</span></span>")
            .Append($"<span class=\"took\">{ReportText.Seconds(entry.Duration.TotalSeconds)}</span></summary>\n<div class=\"body\" id=\"{entry.Release}\">\n");
        if (!entry.IsSuccess)
        {
            html.Append($"<h3>Why</h3>\n<pre class=\"why\">{HtmlPage.EncodeLines([ReportText.Cut(entry.Manifest.Reason.Trim(), LongestBlock)])}</pre>\n");
        }

        HtmlReleaseDifference.Write(html, entry, known, paths, isInFull);
        html.Append($"<h3>Smoke test</h3>\n<p>{Encode(ReleaseHistoryWords.SmokeTest(entry))}</p>\n");
        Steps(html, entry, isInFull);
        Who(html, entry);
        if (entry.IsRestorable)
        {
            html.Append($"<h3>Going back to it</h3>\n<code class=\"command\">{entry.RollbackCommand}</code>\n")
                .Append(entry.IsLookedAt == false ? "<p class=\"dim\">So says its record; the place was not asked.</p>\n" : "");
        }
        else if (entry.IsSuccess && !entry.IsCurrent)
        {
            html.Append($"<h3>Going back to it</h3>\n<p class=\"dim\">{Encode(entry.WhyNotRestorable!)}</p>\n");
        }

        html.Append("</div>\n</details>\n");
    }

    private static void Steps(StringBuilder html, ReleaseHistoryEntry entry, bool isInFull)
    {
        var steps = isInFull ? entry.Manifest.Steps : [.. entry.Manifest.Steps.Where(x => x.Outcome is OutcomeKind.Failed or OutcomeKind.RolledBack)];
        if (steps.Count == 0)
        {
            return;
        }

        var longest = Math.Max(0.001, steps.Max(x => x.Seconds));
        html.Append("<h3>Steps</h3>\n<div class=\"wide\">\n<table class=\"steps\">\n<tbody>\n");
        foreach (var step in steps)
        {
            var tone = step.Outcome switch
            {
                OutcomeKind.Succeeded => "good",
                OutcomeKind.RolledBack => "warn",
                OutcomeKind.Failed => "bad",
                _ => "dim",
            };
            html.Append($"<tr><th scope=\"row\">{Encode(step.Name)}</th><td class=\"end {tone}\">{step.Outcome?.ToString() ?? "Not run"}</td>")
                .Append(CultureInfo.InvariantCulture, $"<td class=\"share\"><i style=\"width:{step.Seconds / longest * 100:0}%\"></i></td>")
                .Append($"<td class=\"number\">{ReportText.Seconds(step.Seconds)}</td>")
                .Append($"<td class=\"why\">{Encode(ReportText.Cut(ReportText.Line(step.Reason), LongestReason))}</td></tr>\n");
        }

        html.Append("</tbody>\n</table>\n</div>\n");
    }

    private static void Who(StringBuilder html, ReleaseHistoryEntry entry)
    {
        var manifest = entry.Manifest;
        html.Append($"<h3>Who and when</h3>\n<dl>\n<dt>Who</dt><dd>{Encode(entry.Person)}</dd>\n");
        if (entry.RunUrl is { } url)
        {
            html.Append($"<dt>CI run</dt><dd>{HtmlPage.Link(url)}</dd>\n");
        }

        html.Append($"<dt>When</dt><dd>{Time(manifest.Started)} to {Time(manifest.Finished)}</dd>\n</dl>\n");
    }

    private static string Tag(ReleaseHistoryEntry entry)
        => entry.IsCurrent ? "<span class=\"tag now-tag\">current</span>"
            : entry.IsRestorable ? $"<span class=\"tag dim\">{ReleaseHistoryWords.Restorable(entry)}</span>"
            : "";

    private static string Word(ReleaseHistoryEntry entry)
    {
        var tone = Class(entry) switch
        {
            "failed" => "bad",
            "rolledback" => "warn",
            _ => "good",
        };
        return $"<b class=\"{tone}\">{Encode(entry.Word)}</b>";
    }

    private static string Reason(ReleaseHistoryEntry entry) => Encode(ReportText.Cut(ReportText.Line(entry.Manifest.Reason), LongestReason));

    private static string Time(DateTimeOffset time)
        => $"<time datetime=\"{Iso(time.UtcDateTime)}\">{time.UtcDateTime.ToString("d MMM yyyy HH:mm", CultureInfo.InvariantCulture)}</time>";

    private static string Iso(DateTime utc) => utc.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static string Encode(string text) => HtmlPage.Encode(text);
}
