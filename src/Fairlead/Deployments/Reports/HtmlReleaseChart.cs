using System.Globalization;
using System.Text;
using Fairlead.Releases;
using Fairlead.Reporting;

namespace Fairlead.Deployments.Reports;

/// <summary>The newest releases as a row of bars: how each ended, and how long it took.</summary>
internal static class HtmlReleaseChart
{
    private const int Most = 60;
    private const double Width = 900;
    private const double Height = 64;
    private const double Head = 14;

    public static void Write(StringBuilder html, ReleaseHistory history)
    {
        List<ReleaseHistoryEntry> shown = [.. history.Releases.Take(Most).Reverse()];
        var longest = Math.Max(1, shown.Max(x => x.Duration.TotalSeconds));

        // Few releases make no broad bars: they stand at the left of a row for at least thirty.
        var slot = Width / Math.Max(30, shown.Count);
        html.Append(CultureInfo.InvariantCulture, $"<figure>\n<svg aria-hidden=\"true\" viewBox=\"0 0 {Width:0} {Head + Height + 1:0}\">\n")
            .Append(CultureInfo.InvariantCulture, $"<line x1=\"0\" x2=\"{Width:0}\" y1=\"{Head + Height + 0.5:0.0}\" y2=\"{Head + Height + 0.5:0.0}\" />\n");
        for (var i = 0; i < shown.Count; i++)
        {
            Bar(html, shown[i], i * slot, slot * 0.72, Math.Max(3, Height * shown[i].Duration.TotalSeconds / longest));
        }

        html.Append($"</svg>\n<figcaption>{Caption(history, shown.Count, longest)}</figcaption>\n</figure>\n");
    }

    private static void Bar(StringBuilder html, ReleaseHistoryEntry entry, double left, double width, double height)
    {
        var (style, top) = (HtmlReleaseHistory.Class(entry), Head + Height - height);
        html.Append($"<a href=\"#{entry.Release}\" tabindex=\"-1\"><title>{entry.Release}: {HtmlPage.Encode(entry.Word)}, ")
            .Append($"{ReportText.Seconds(entry.Duration.TotalSeconds)}</title>")
            .Append(CultureInfo.InvariantCulture, $"<rect class=\"{style}\" x=\"{left:0.#}\" y=\"{top:0.#}\" width=\"{width:0.#}\" height=\"{height:0.#}\" />");

        // Not by colour alone: what failed has a cross above it, what was rolled back an arrow to where it came from.
        var (x, y) = (left + (width / 2), top - 7);
        html.Append(style switch
        {
            "failed" => string.Create(CultureInfo.InvariantCulture, $"<path class=\"failed\" d=\"M{x - 3:0.#} {y - 3:0.#}l6 6m0-6l-6 6\" />"),
            "rolledback" => string.Create(CultureInfo.InvariantCulture, $"<path class=\"rolledback\" d=\"M{x:0.#} {y - 3.5:0.#}l-4 3.5l4 3.5m-4-3.5h8\" />"),
            _ => "",
        });
        html.Append("</a>\n");
    }

    private static string Caption(ReleaseHistory history, int shown, double longest)
    {
        var all = history.Releases;
        var counts = new List<string>();
        Count("succeeded", all.Count(x => x.IsSuccess));
        Count("rolled back", all.Count(x => x.Manifest.Outcome == OutcomeKind.RolledBack));
        Count("failed", all.Count(x => x.Manifest.Outcome == OutcomeKind.Failed));
        List<double> seconds = [.. all.Where(x => x.IsSuccess).Select(x => x.Duration.TotalSeconds).Order()];
        var median = seconds.Count > 2 ? $"; half of those that succeeded took less than {ReportText.Seconds(seconds[seconds.Count / 2])}" : "";
        var last = shown < all.Count ? $"The last {shown} of {ReportText.Count(all.Count, "release")}" : ReportText.Count(all.Count, "release");
        return $"{last}, oldest left; the longest bar is {ReportText.Seconds(longest)}. {string.Join(", ", counts)}{median}.";

        void Count(string word, int number)
        {
            if (number > 0)
            {
                counts.Add($"{number} {word}");
            }
        }
    }
}
