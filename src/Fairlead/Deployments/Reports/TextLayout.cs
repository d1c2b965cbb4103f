using System.Globalization;
using System.Text;

namespace Fairlead.Deployments.Reports;

/// <summary>Text in the columns of a terminal. All of it must be <see cref="Reporting.ReportText.Visible"/> already.</summary>
internal static class TextLayout
{
    /// <summary>What fits a terminal and a CI log without being broken.</summary>
    public const int Columns = 100;

    /// <summary>East Asian and emoji characters take two columns (https://www.unicode.org/reports/tr11/). Pairs of first and last.</summary>
    private static readonly (int First, int Last)[] Wide =
    [
        (0x1100, 0x115F), (0x2E80, 0x303E), (0x3041, 0xA4CF), (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFE30, 0xFE6F), (0xFF00, 0xFF60), (0xFFE0, 0xFFE6),
        (0x1F300, 0x1F64F), (0x1F680, 0x1F6FF), (0x1F900, 0x1F9FF), (0x20000, 0x3FFFD),
    ];

    /// <summary>Columns that the text takes.</summary>
    public static int Width(string text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            width += Width(rune);
        }

        return width;
    }

    /// <summary>Filled up with blanks; a longer text stays as it is.</summary>
    public static string Pad(string text, int width, bool isRight = false)
    {
        var blanks = new string(' ', Math.Max(0, width - Width(text)));
        return isRight ? blanks + text : text + blanks;
    }

    /// <summary>Lines of at most so many columns, broken at blanks, and inside a word only where it is longer than a line.</summary>
    /// <param name="text">One line.</param>
    /// <param name="width">Columns, at least 8.</param>
    /// <param name="indent">Blanks before every line but the first.</param>
    public static List<string> Wrap(string text, int width, int indent = 0)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        var used = 0;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var needed = Width(word);
            if (used > Start() && used + 1 + needed > width)
            {
                Break();
            }
            else if (used > Start())
            {
                Add(" ", 1);
            }

            foreach (var rune in word.EnumerateRunes())
            {
                if (used + Width(rune) > width)
                {
                    Break();
                }

                Add(rune.ToString(), Width(rune));
            }
        }

        lines.Add(line.ToString());
        return lines;

        int Start() => lines.Count == 0 ? 0 : indent;

        void Add(string part, int columns)
        {
            line.Append(part);
            used += columns;
        }

        void Break()
        {
            lines.Add(line.ToString());
            line.Clear().Append(' ', indent);
            used = indent;
        }
    }

    private static int Width(Rune rune)
    {
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format)
        {
            return 0;
        }

        foreach (var (first, last) in Wide)
        {
            if (rune.Value >= first && rune.Value <= last)
            {
                return 2;
            }
        }

        return 1;
    }
}
