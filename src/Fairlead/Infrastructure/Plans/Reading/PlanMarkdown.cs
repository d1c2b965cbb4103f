using System.Globalization;
using System.Text;

namespace Fairlead.Infrastructure.Plans.Reading;

/// <summary>What is read from a plan, as Markdown: it cannot end a code block, a table or a tag.</summary>
internal static class PlanMarkdown
{
    /// <summary>Most characters of a comment on GitHub (https://docs.github.com/en/rest/issues/comments).</summary>
    public const int GitHubLimit = 65_536;

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

    private static string LeftOut(int count) => string.Create(
        CultureInfo.InvariantCulture,
        $"\n{count} more {(count == 1 ? "part does" : "parts do")} not fit here; the log of the run has them all.\n");

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

    /// <summary>Text that means itself in HTML, where Markdown is not read.</summary>
    public static string Html(string text)
        => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("@", "&#64;", StringComparison.Ordinal).ReplaceLineEndings(" ");
}
