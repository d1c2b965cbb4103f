using System.Text;

namespace Fairlead.Reporting;

/// <summary>Text of others in Markdown, as CI hosts show it (https://github.github.com/gfm/): no markup, and no end of its cell.</summary>
internal static class MarkdownText
{
    /// <summary>Sentences: line breaks are blanks.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in ReportText.Visible(text.ReplaceLineEndings(" ")))
        {
            escaped.Append(character switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '\\' or '|' or '*' or '_' or '`' or '[' or ']' or '~' or '$' => $"\\{character}",
                _ => character.ToString(),
            });
        }

        return escaped.ToString();
    }

    /// <summary>A name of something, as code.</summary>
    public static string Code(string text)
    {
        var visible = ReportText.Visible(text);
        if (visible.Length == 0)
        {
            return "";
        }

        // In a code span nothing can be escaped, yet a row of a table is split before its spans are found: there, the characters are given by number.
        if (visible.AsSpan().IndexOfAny('`', '|', '\\') < 0)
        {
            return $"`{visible}`";
        }

        var code = new StringBuilder("<code>");
        foreach (var rune in visible.EnumerateRunes())
        {
            code.Append(Rune.IsLetterOrDigit(rune) || rune.Value is ' ' or '.' or '/' or '-' ? rune.ToString() : $"&#{rune.Value};");
        }

        return code.Append("</code>").ToString();
    }

    /// <summary>Longer than any run of backquotes inside, so that no line can end the block.</summary>
    public static string Fence(IReadOnlyList<string> lines)
    {
        var longest = 2;
        foreach (var line in lines)
        {
            var run = 0;
            foreach (var character in line)
            {
                run = character == '`' ? run + 1 : 0;
                longest = Math.Max(longest, run);
            }
        }

        return new string('`', longest + 1);
    }
}
