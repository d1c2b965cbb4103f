using System.Globalization;
using System.Text;
using Fairlead.Reporting;
using Fairlead.Secrets;

namespace Fairlead.Deployments.Reports;

/// <summary>The releases of a place as a list for a terminal: plain text, at most 100 columns wide, newest first.</summary>
public static class TextReleaseHistory
{
    private const string Gap = "  ";
    private const int LongestReason = 300;

    /// <param name="history">The releases.</param>
    /// <param name="maximum">How many are told; of the others only how many they are.</param>
    public static string Write(ReleaseHistory history, int maximum = int.MaxValue)
    {
        var text = new StringBuilder();
        if (history.Releases.Count == 0)
        {
            text.Append("No release is recorded here. Run ./build.sh Deploy to make the first.\n");
            Damage(text, history);
            return text.ToString();
        }

        var place = history.Place!;
        Lines(text, $"Releases of {place.Stack} in {place.Region}, account {place.Account}, newest first. Times are UTC.", 0);
        text.Append('\n');
        var shown = history.Releases.Take(maximum).ToList();
        var (release, outcome) = (shown.Select(x => x.Release.ToString().Length).Append(7).Max(), shown.Select(x => x.Word.Length).Append(7).Max());
        Row(text, "RELEASE".PadRight(release), "OUTCOME".PadRight(outcome), "WHEN".PadRight(16), "TOOK".PadLeft(10), "");
        foreach (var entry in shown)
        {
            Row(
                text,
                entry.Release.ToString().PadRight(release),
                entry.Word.PadRight(outcome),
                ReleaseHistoryWords.Minute(entry.Manifest.Started),
                ReportText.Seconds(entry.Duration.TotalSeconds).PadLeft(10),
                entry.IsCurrent ? "current" : entry.IsRestorable ? ReleaseHistoryWords.Restorable(entry) : "");
            Lines(text, $"{entry.Person}{(entry.RunUrl is { } url ? $" ({UrlText.Of(url)})" : "")}: {ReleaseHistoryWords.InShort(entry)}", 4);
            if (!entry.IsSuccess)
            {
                Lines(text, $"Why: {ReportText.Cut(ReportText.Line(entry.Manifest.Reason), LongestReason)}", 4);
            }
        }

        if (history.Releases.Count > shown.Count)
        {
            text.Append(CultureInfo.InvariantCulture, $"… and {ReportText.Count(history.Releases.Count - shown.Count, "earlier release")}.\n");
        }

        text.Append('\n');
        text.Append(history.RollbackTarget is { } target
            ? $"{(target.IsCurrent ? "A run did not end. What Rollback brings back is the current release" : "What Rollback goes back to is")} "
                + $"{target.Release}:\n  {target.RollbackCommand}\n"
            : history.Releases.Any(x => x.IsRestorable)
            ? "Before the current release there is none that Rollback could go back to; --to names another.\n"
            : "There is no release that can be gone back to.\n");
        Damage(text, history);
        return text.ToString();
    }

    private static void Damage(StringBuilder text, ReleaseHistory history)
    {
        foreach (var damage in history.Damage)
        {
            text.Append('\n');
            Lines(text, $"{damage} {ReleaseHistoryWords.Next(damage)}", 0);
        }
    }

    private static void Row(StringBuilder text, params string[] cells) => text.Append(string.Join(Gap, cells).TrimEnd()).Append('\n');

    private static void Lines(StringBuilder text, string line, int indent)
    {
        foreach (var part in TextLayout.Wrap(ReportText.Line(line), TextLayout.Columns - indent))
        {
            text.Append(' ', indent).Append(part).Append('\n');
        }
    }
}
