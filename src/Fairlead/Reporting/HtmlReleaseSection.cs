using System.Text;

namespace Fairlead.Reporting;

/// <summary>The release that a run made, as the first part of the run's page.</summary>
internal static class HtmlReleaseSection
{
    public static void Write(StringBuilder html, ReleaseSection release)
    {
        html.Append($"<p class=\"eyebrow\">Release to <span class=\"place\">{Encode(release.Place)}</span></p>\n");
        html.Append($"<h1><span class=\"{Tone(release)}\">{Encode(release.Outcome)}</span> <span class=\"id\">{Encode(release.Release)}</span></h1>\n");
        if (release.Live is { } live)
        {
            html.Append($"<p class=\"live\">{Sentence(live)}</p>\n");
        }

        if (release.Url is { } url)
        {
            html.Append($"<p>{HtmlPage.Link(url)}</p>\n");
        }

        if (release.Why.Count > 0)
        {
            html.Append($"<h2>Why</h2>\n<pre class=\"why\">{HtmlPage.EncodeLines(release.Why)}</pre>\n");
        }

        if (release.Next is { } next)
        {
            html.Append($"<p>{Sentence(next)}</p>\n");
        }

        Changes(html, release);
        Checks(html, release);
        Steps(html, release);
    }

    private static void Changes(StringBuilder html, ReleaseSection release)
    {
        html.Append("<h2>What changed</h2>\n");
        html.Append(release.Previous is { } previous
            ? $"<p class=\"dim\">Against release <span class=\"id\">{Encode(previous)}</span>.</p>\n"
            : "<p class=\"dim\">No release was current before.</p>\n");
        if (release.Changes.Count == 0)
        {
            html.Append("<p>Nothing.</p>\n");
            return;
        }

        html.Append("<ul>\n");
        foreach (var change in release.Changes)
        {
            html.Append($"<li>{Sentence(change)}</li>\n");
        }

        html.Append("</ul>\n");
    }

    private static void Checks(StringBuilder html, ReleaseSection release)
    {
        html.Append("<h2>What the public URL answered</h2>\n");
        if (release.Checks.Count == 0)
        {
            html.Append("<p>It was not asked.</p>\n");
            return;
        }

        html.Append("""
            <div class="wide">
            <table>
            <thead><tr><th scope="col">Result</th><th scope="col">Check</th><th scope="col">Answer</th><th scope="col" class="number">Took</th></tr></thead>
            <tbody>

            """);
        foreach (var check in release.Checks)
        {
            var (tone, word) = check.Passed switch
            {
                true => ("good", "passed"),
                false => ("bad", "failed"),
                null => ("dim", "not asked"),
            };
            html.Append($"<tr><td class=\"word {tone}\">{word}</td><th class=\"name\" scope=\"row\">{Encode(check.Name)}</th><td>{Sentence(check.Answer)}</td>")
                .Append($"<td class=\"number\">{(check.Passed is null ? "" : ReportText.Seconds(check.Seconds))}</td></tr>\n");
        }

        html.Append("</tbody>\n</table>\n</div>\n");
    }

    private static void Steps(StringBuilder html, ReleaseSection release)
    {
        if (release.Steps.Count == 0)
        {
            return;
        }

        html.Append("""
            <h2>Steps</h2>
            <div class="wide">
            <table>
            <thead><tr><th scope="col">Step</th><th scope="col">Outcome</th><th scope="col">What was done or seen</th><th scope="col" class="number">Took</th></tr></thead>
            <tbody>

            """);
        foreach (var step in release.Steps)
        {
            html.Append($"<tr><th class=\"name\" scope=\"row\">{Encode(step.Name)}</th><td class=\"word\">{Encode(step.Verdict)}</td>")
                .Append($"<td>{Sentence(step.Reason)}</td><td class=\"number\">{ReportText.Seconds(step.Seconds)}</td></tr>\n");
        }

        html.Append("</tbody>\n</table>\n</div>\n");
    }

    private static string Tone(ReleaseSection release) => release.IsSuccess ? "good" : "bad";

    private static string Sentence(string text) => HtmlPage.Encode(ReportText.Line(text));

    private static string Encode(string text) => HtmlPage.Encode(text);
}
