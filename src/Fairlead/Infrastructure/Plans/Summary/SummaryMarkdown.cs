using System.Globalization;
using System.Text;
using Fairlead.Infrastructure.Plans.Reading;

namespace Fairlead.Infrastructure.Plans.Summary;

/// <summary>A plan summary as Markdown.</summary>
internal static class SummaryMarkdown
{
    public static string Write(PlanSummary summary, string title, int maximumLength)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"### Terraform plan: {PlanMarkdown.Escape(title)}\n\n**{PlanMarkdown.Escape(summary.Headline)}**\n");
        if (summary.IsErrored)
        {
            text.Append("\n> Planning failed half-way. This is what was known until then, and it must not be applied.\n");
        }

        var blocks = summary.Entries.Select(Entry).Concat(Sections(summary)).ToList();
        PlanMarkdown.Append(text, blocks, maximumLength);
        return text.ToString();
    }

    private static string Entry(SummaryEntry entry)
    {
        var details = PlanSummary.Details(entry).ToList();
        // Summary's text is HTML: Markdown is not read in it.
        var head = $"{PlanMarkdown.Html(PlanSummary.Mark(entry.Resource.Action))} {entry.Verb} "
            + $"<code>{PlanMarkdown.Html(PlanSummary.Name(entry.Resource))}</code>{(entry.Loss is null ? "" : " <b>⚠ holds data</b>")}";
        if (details.Count == 0)
        {
            return $"\n- {head}\n";
        }

        // What destroys is open: nobody may overlook it because it was folded.
        var open = entry.Resource.Action is PlannedAction.Delete or PlannedAction.Replace or PlannedAction.ReplaceAndForget or PlannedAction.Forget
            ? " open"
            : "";
        return $"\n<details{open}><summary>{head}</summary>\n\n{PlanMarkdown.Fenced(details)}\n</details>\n";
    }

    private static IEnumerable<string> Sections(PlanSummary summary)
    {
        if (summary.Deferred.Count > 0)
        {
            yield return $"\n<details><summary>put "
                + $"off</summary>\n\n{PlanMarkdown.Fenced(summary.Deferred.Select(x => $"{x.Resource.Address} ({x.Reason.Replace('_', ' ')})"))}\n</details>\n";
        }

        if (summary.Outputs.Count > 0)
        {
            yield return $"\n<details><summary>outputs</summary>\n\n{PlanMarkdown.Fenced(summary.Outputs.Select(x => x.ToString()))}\n</details>\n";
        }

        foreach (var (address, problem) in summary.FailedChecks())
        {
            yield return $"\n> **{PlanMarkdown.Escape(address)}**: {PlanMarkdown.Escape(problem)}\n";
        }
    }
}
