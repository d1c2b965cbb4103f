using System.Globalization;
using System.Text;

namespace Fairlead.Infrastructure.Plans;

/// <summary>A plan summary as Markdown. What comes from the plan cannot end a code block, a table or a tag.</summary>
internal static class PlanMarkdown
{
    public const int GitHubLimit = 65_536;

    public static string Write(PlanSummary summary, string title, int maximumLength)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"### Terraform plan: {Escape(title)}\n\n**{Escape(summary.Headline)}**\n");
        if (summary.IsErrored)
        {
            text.Append("\n> Planning failed half-way. This is what was known until then, and it must not be applied.\n");
        }

        var blocks = summary.Entries.Select(Entry).Concat(Sections(summary)).ToList();
        Append(text, blocks, maximumLength);
        return text.ToString();
    }

    /// <summary>Appends as many blocks as there is room for, and says how many there was no room for.</summary>
    public static void Append(StringBuilder text, IReadOnlyList<string> blocks, int maximumLength)
    {
        var written = 0;
        while (written < blocks.Count)
        {
            var rest = blocks.Count - written;
            // Room is kept for the sentence that says what was left out; only the last block may use it.
            if (text.Length + blocks[written].Length + (rest > 1 ? LeftOut(rest).Length : 0) > maximumLength)
            {
                break;
            }

            text.Append(blocks[written++]);
        }

        if (written < blocks.Count)
        {
            text.Append(LeftOut(blocks.Count - written));
        }

        if (text.Length > maximumLength)
        {
            text.Length = Math.Max(0, maximumLength);
        }
    }

    private static string LeftOut(int count) => string.Create(CultureInfo.InvariantCulture, $"\n{count} more {(count == 1 ? "part does" : "parts do")} not fit here; the log of the run has them all.\n");

    private static string Entry(SummaryEntry entry)
    {
        var details = PlanSummary.Details(entry).ToList();
        // Summary's text is HTML: Markdown is not read in it.
        var head = $"{Html(PlanSummary.Mark(entry.Resource.Action))} {entry.Verb} <code>{Html(PlanSummary.Name(entry.Resource))}</code>{(entry.Loss is null ? "" : " <b>⚠ holds data</b>")}";
        if (details.Count == 0)
        {
            return $"\n- {head}\n";
        }

        // What destroys is open: nobody may overlook it because it was folded.
        var open = entry.Resource.Action is PlannedAction.Delete or PlannedAction.Replace or PlannedAction.ReplaceAndForget or PlannedAction.Forget ? " open" : "";
        return $"\n<details{open}><summary>{head}</summary>\n\n{Fenced(details)}\n</details>\n";
    }

    private static IEnumerable<string> Sections(PlanSummary summary)
    {
        if (summary.Deferred.Count > 0)
        {
            yield return $"\n<details><summary>put off</summary>\n\n{Fenced(summary.Deferred.Select(x => $"{x.Resource.Address} ({x.Reason.Replace('_', ' ')})"))}\n</details>\n";
        }

        if (summary.Outputs.Count > 0)
        {
            yield return $"\n<details><summary>outputs</summary>\n\n{Fenced(summary.Outputs.Select(x => x.ToString()))}\n</details>\n";
        }

        foreach (var (address, problem) in summary.FailedChecks())
        {
            yield return $"\n> **{Escape(address)}**: {Escape(problem)}\n";
        }
    }

    /// <summary>A code block whose fence is longer than any run of backquotes inside.</summary>
    public static string Fenced(IEnumerable<string> lines)
    {
        var content = string.Join('\n', lines.Select(x => x.ReplaceLineEndings(" ")));
        var (longest, run) = (2, 0);
        foreach (var character in content)
        {
            run = character == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        var fence = new string('`', longest + 1);
        return $"{fence}text\n{content}\n{fence}\n";
    }

    /// <summary>Text that means itself in Markdown, in a table's cell, too.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            escaped.Append(character switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '\\' or '|' or '*' or '_' or '`' or '[' or ']' or '~' or '#' => $"\\{character}",
                // GitHub makes a mention or a link of a name or an issue number; an entity keeps it a text.
                '@' => "&#64;",
                '\r' or '\n' => " ",
                _ => character.ToString(),
            });
        }

        return escaped.ToString();
    }

    private static string Html(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("@", "&#64;", StringComparison.Ordinal).ReplaceLineEndings(" ");
}
