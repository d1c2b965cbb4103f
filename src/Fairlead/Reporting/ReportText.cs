using System.Globalization;

namespace Fairlead.Reporting;

/// <summary>Words and numbers that the reports of all formats share.</summary>
internal static class ReportText
{
    public static string Seconds(double seconds) => seconds switch
    {
        < 0.0995 => string.Create(CultureInfo.InvariantCulture, $"{seconds * 1000:0} ms"),
        < 9.95 => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.0} s"),
        < 90 => string.Create(CultureInfo.InvariantCulture, $"{seconds:0} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(int)(Math.Round(seconds) / 60)}:{(int)Math.Round(seconds) % 60:00} min"),
    };

    public static string Percent(double part, double whole) => string.Create(CultureInfo.InvariantCulture, $"{(whole > 0 ? part / whole * 100 : 0):0} %");

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
}
