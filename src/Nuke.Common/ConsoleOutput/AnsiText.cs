using System.Globalization;
using System.Text;

namespace Nuke.Common.ConsoleOutput;

/// <summary>Text that may contain control sequences: what tools print, and what is written to a terminal.</summary>
internal static class AnsiText
{
    private const char Escape = '\e';
    private const char Bell = '\a';

    /// <summary>
    /// Without whatever moves the cursor, clears the screen or sets the title: in a shared output that hits the lines of others.
    /// Colours stay when they are wanted, and are then reset at the end.
    /// </summary>
    public static string Clean(string text, bool keepColor)
    {
        if (text.AsSpan().IndexOfAnyInRange('\0', '\x1f') < 0 && text.AsSpan().IndexOfAnyInRange('\x7f', '\x9f') < 0)
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        var colored = false;
        for (var i = 0; i < text.Length; i++)
        {
            var length = SequenceLength(text.AsSpan(i));
            if (length > 0)
            {
                if (keepColor && length > 1 && text[i + 1] == '[' && text[i + length - 1] == 'm')
                {
                    clean.Append(text, i, length);
                    // ESC [ m and ESC [ 0 m.
                    colored = length > 4 || (length == 4 && text[i + 2] != '0');
                }

                i += length - 1;
            }
            else if (text[i] is '\t' or '\n' || !char.IsControl(text[i]))
            {
                clean.Append(text[i]);
            }
        }

        return colored ? clean.Append(Ansi.Reset).ToString() : clean.ToString();
    }

    /// <summary>How many columns it takes on a terminal.</summary>
    public static int Width(string text)
    {
        var width = 0;
        for (var i = 0; i < text.Length;)
        {
            var sequence = SequenceLength(text.AsSpan(i));
            if (sequence > 0)
            {
                i += sequence;
                continue;
            }

            Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var used);
            width += Width(rune);
            i += used;
        }

        return width;
    }

    /// <summary>Cut to a number of columns, with an ellipsis in the last one; without control sequences.</summary>
    public static string Truncate(string text, int columns)
    {
        text = Clean(text, keepColor: false).Replace('\t', ' ').Replace('\n', ' ');
        if (columns <= 0)
        {
            return "";
        }

        if (Width(text) <= columns)
        {
            return text;
        }

        var width = 0;
        var end = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (width + Width(rune) > columns - 1)
            {
                break;
            }

            width += Width(rune);
            end += rune.Utf16SequenceLength;
        }

        return text[..end] + "…";
    }

    /// <summary>Truncated or padded to exactly a number of columns.</summary>
    public static string Fit(string text, int columns)
    {
        var fitting = Truncate(text, columns);
        return fitting + new string(' ', Math.Max(0, columns - Width(fitting)));
    }

    private static int Width(Rune rune)
    {
        if (rune.Value < 0x300)
        {
            return rune.Value < 0x20 ? 0 : 1;
        }

        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
            _ => IsWide(rune.Value) ? 2 : 1,
        };
    }

    // The blocks that are W or F in https://www.unicode.org/Public/UCD/latest/ucd/EastAsianWidth.txt, and the emoji.
    private static bool IsWide(int value) => value
        is (>= 0x1100 and <= 0x115f) or (>= 0x231a and <= 0x231b) or (>= 0x23e9 and <= 0x23ec) or 0x2705 or 0x2728 or 0x274c or 0x2753
        or (>= 0x2e80 and <= 0x303e) or (>= 0x3041 and <= 0x33ff) or (>= 0x3400 and <= 0x4dbf) or (>= 0x4e00 and <= 0x9fff)
        or (>= 0xa000 and <= 0xa4cf) or (>= 0xac00 and <= 0xd7a3) or (>= 0xf900 and <= 0xfaff) or (>= 0xfe30 and <= 0xfe6f)
        or (>= 0xff00 and <= 0xff60) or (>= 0xffe0 and <= 0xffe6) or (>= 0x1f300 and <= 0x1f64f) or (>= 0x1f680 and <= 0x1f6ff)
        or (>= 0x1f900 and <= 0x1faff) or (>= 0x20000 and <= 0x3fffd);

    /// <summary>The length of the control sequence that the text starts with; 0 when it starts with something else.</summary>
    private static int SequenceLength(ReadOnlySpan<char> text)
    {
        if (text[0] != Escape)
        {
            return 0;
        }

        if (text.Length == 1)
        {
            return 1;
        }

        switch (text[1])
        {
            case '[':
                // CSI: parameters and intermediates, then one final character.
                for (var i = 2; i < text.Length; i++)
                {
                    if (text[i] is >= '@' and <= '~')
                    {
                        return i + 1;
                    }

                    if (text[i] is < ' ' or > '?')
                    {
                        return i;
                    }
                }

                return text.Length;
            case ']' or 'P' or '^' or '_':
                // OSC and the like (window title, link): up to BEL or ESC \.
                for (var i = 2; i < text.Length; i++)
                {
                    if (text[i] == Bell)
                    {
                        return i + 1;
                    }

                    if (text[i] == Escape)
                    {
                        return i + 1 < text.Length && text[i + 1] == '\\' ? i + 2 : i;
                    }
                }

                return text.Length;
            case >= ' ' and <= '/':
                return Math.Min(3, text.Length);
            default:
                return 2;
        }
    }
}
