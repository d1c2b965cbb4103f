using System.Globalization;
using System.Text;

namespace Fairlead.Reporting;

/// <summary>Words and numbers that the reports of all formats share.</summary>
internal static class ReportText
{
    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;

    private static readonly string[] Units = ["B", "KiB", "MiB", "GiB", "TiB"];

    public static string Seconds(double seconds) => seconds switch
    {
        < 0.0995 => string.Create(CultureInfo.InvariantCulture, $"{seconds * 1000:0} ms"),
        < 9.95 => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.0} s"),
        < 90 => string.Create(CultureInfo.InvariantCulture, $"{seconds:0} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(int)(Math.Round(seconds) / 60)}:{(int)Math.Round(seconds) % 60:00} min"),
    };

    public static string Percent(double part, double whole) => string.Create(CultureInfo.InvariantCulture, $"{(whole > 0 ? part / whole * 100 : 0):0} %");

    /// <summary>With the unit of 1,024 that leaves one to four digits: <c>512 B</c>, <c>1.2 KiB</c>, <c>12 MiB</c>.</summary>
    public static string Bytes(long bytes)
    {
        var (value, unit) = ((double)bytes, 0);

        // What would be rounded to 1024 of a unit is 1.0 of the next.
        while (value >= 1023.5 && unit < Units.Length - 1)
        {
            value /= 1024;
            unit++;
        }

        return $"{value.ToString(unit > 0 && value < 9.95 ? "0.0" : "0", CultureInfo.InvariantCulture)} {Units[unit]}";
    }

    /// <summary>
    /// The text with everything written as an escape that a terminal or a page would obey rather than show: <c>\n</c>, <c>\x1b</c>, <c>\u202e</c>. A path or
    /// a message of another program cannot move the cursor, colour the screen, end its line or turn the direction of reading.
    /// </summary>
    public static string Visible(string text)
    {
        // Most texts are plain, and a page has tens of thousands of them.
        if (text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0)
        {
            return text;
        }

        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsShown(rune))
            {
                visible.Append(rune.ToString());
            }
            else
            {
                visible.Append(rune.Value switch
                {
                    '\n' => "\\n",
                    '\r' => "\\r",
                    '\t' => "\\t",
                    < 0x100 => string.Create(CultureInfo.InvariantCulture, $"\\x{rune.Value:x2}"),
                    < 0x10000 => string.Create(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}"),
                    _ => string.Create(CultureInfo.InvariantCulture, $"\\U{rune.Value:x8}"),
                });
            }
        }

        return visible.ToString();
    }

    /// <summary>A sentence, or several, in one line: line breaks and tabs are blanks; everything else is as <see cref="Visible"/> shows it.</summary>
    public static string Line(string text) => Visible(string.Join(' ', text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)));

    /// <summary>At most so many characters, the last one an ellipsis when there were more.</summary>
    public static string Cut(string text, int length)
        => text.Length <= length ? text : $"{text[..(char.IsHighSurrogate(text[length - 2]) ? length - 2 : length - 1)]}…";

    /// <summary>The number with the word for one or for several: <c>1 file</c>, <c>1,000 files</c>.</summary>
    public static string Count(int number, string one, string? several = null)
        => string.Create(CultureInfo.InvariantCulture, $"{number:N0} {(number == 1 ? one : several ?? $"{one}s")}");

    /// <summary>Pairs of a question and its answer.</summary>
    public static IEnumerable<(string Name, string Value)> WhereTimeWent(RunTimeline timeline)
    {
        yield return ("Wall time", Seconds(timeline.Seconds));
        if (timeline.CriticalPath.Count == 0)
        {
            yield break;
        }

        yield return ("Critical path", $"{Seconds(timeline.CriticalSeconds)}, {Percent(timeline.CriticalSeconds, timeline.Seconds)} of the wall time: "
            + $"{string.Join(" → ", timeline.CriticalPath)}");
        yield return ("Wall time per critical path", string.Create(CultureInfo.InvariantCulture, $"{timeline.Ratio:0.00} (1.00 cannot be beaten)"));
        yield return (
            "Waiting for a slot",
            $"{Seconds(timeline.WaitingSeconds)}, {Percent(timeline.WaitingSeconds, timeline.Seconds)}; at most {timeline.Slots} ran at the same time");
        yield return ("Nothing ran", $"{Seconds(timeline.IdleSeconds)}, {Percent(timeline.IdleSeconds, timeline.Seconds)}");
    }

    private static bool IsShown(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => false,

        // Emoji and several scripts are written with these two; the others of their kind turn the direction, or cannot be seen at all.
        UnicodeCategory.Format => rune.Value is ZeroWidthNonJoiner or ZeroWidthJoiner,
        _ => true,
    };
}
