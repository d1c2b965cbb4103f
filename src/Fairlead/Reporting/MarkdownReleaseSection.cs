using System.Text;
using Fairlead.Secrets;

namespace Fairlead.Reporting;

/// <summary>The release that a run made, as the first part of the run's summary.</summary>
internal static class MarkdownReleaseSection
{
    /// <param name="text">What is written to.</param>
    /// <param name="release">The release.</param>
    /// <param name="isComplete">Whether changes, checks and steps are told, or only how it ended and why.</param>
    public static void Write(StringBuilder text, ReleaseSection release, bool isComplete)
    {
        text.Append($"## {(release.IsSuccess ? "✅" : "❌")} Release {MarkdownText.Code(release.Release)}: {Line(release.Outcome)}\n\n");
        if (release.Live is { } live)
        {
            text.Append($"{Line(live)}\n\n");
        }

        text.Append($"- Place: {Line(release.Place)}\n");
        if (release.Url is { } url)
        {
            text.Append($"- URL: {(HtmlPage.Href(url) is null ? MarkdownText.Code(UrlText.Of(url)) : $"<{UrlText.Of(new Uri(url))}>")}\n");
        }

        if (release.Previous is { } previous)
        {
            text.Append($"- Before: {MarkdownText.Code(previous)}\n");
        }

        text.Append('\n');
        if (release.Why.Count > 0)
        {
            var lines = release.Why.SelectMany(x => x.ReplaceLineEndings("\n").Split('\n')).Select(x => ReportText.Visible(x)).ToList();
            var fence = MarkdownText.Fence(lines);
            text.Append($"{fence}text\n{string.Join('\n', lines)}\n{fence}\n\n");
        }

        if (release.Next is { } next)
        {
            text.Append($"{Line(next)}\n\n");
        }

        if (isComplete)
        {
            Details(text, release);
        }
    }

    private static void Details(StringBuilder text, ReleaseSection release)
    {
        if (release.Changes.Count > 0)
        {
            text.Append("What changed:\n\n");
            foreach (var change in release.Changes)
            {
                text.Append($"- {Line(change)}\n");
            }

            text.Append('\n');
        }

        if (release.Checks.Count > 0)
        {
            text.Append("| Check | Result | Answer | Took |\n|---|---|---|---:|\n");
            foreach (var check in release.Checks)
            {
                var result = check.Passed switch
                {
                    true => "passed",
                    false => "**failed**",
                    null => "not asked",
                };
                text.Append($"| {Line(check.Name)} | {result} | {Line(check.Answer)} | {(check.Passed is null ? "" : ReportText.Seconds(check.Seconds))} |\n");
            }

            text.Append('\n');
        }

        if (release.Steps.Count > 0)
        {
            text.Append("| Step | Outcome | What was done or seen | Took |\n|---|---|---|---:|\n");
            foreach (var step in release.Steps)
            {
                text.Append($"| {Line(step.Name)} | {Line(step.Verdict)} | {Line(step.Reason)} | {ReportText.Seconds(step.Seconds)} |\n");
            }

            text.Append('\n');
        }
    }

    private static string Line(string text) => MarkdownText.Escape(ReportText.Line(text));
}
