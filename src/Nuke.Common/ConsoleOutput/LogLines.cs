using System.Globalization;
using Serilog.Events;

namespace Nuke.Common.ConsoleOutput;

/// <summary>The lines of a log event as the console shows them: <c>03:04:05 [INF] message</c>, further lines indented below the message.</summary>
internal static class LogLines
{
    /// <param name="logEvent">What was logged.</param>
    /// <param name="text">Its words, without secrets.</param>
    /// <param name="time">null: without a time.</param>
    /// <param name="screen">Decides about colours.</param>
    public static IEnumerable<(string Shown, string Plain)> Of(LogEvent logEvent, string text, DateTimeOffset? time, ConsoleScreen screen)
    {
        var clock = time?.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        var (level, color) = Level(logEvent.Level);
        var isProblem = logEvent.Level >= LogEventLevel.Warning;
        var first = (clock is null ? "" : $"{screen.Color(Ansi.Dim, clock)} ") + $"[{screen.Color(color, level)}] ";
        var further = new string(' ', clock is null ? 6 : clock.Length + 7);
        var lines = text.Split('\n');
        var colored = lines.Length == 1 && screen.HasColor && !isProblem ? Highlighted(logEvent, text) : null;
        for (var i = 0; i < lines.Length; i++)
        {
            // A progress bar that is logged: what it said last.
            var line = lines[i].TrimEnd('\r');
            line = AnsiText.Clean(colored ?? line[(line.LastIndexOf('\r') + 1)..], screen.HasColor);
            yield return ((i == 0 ? first : further) + (isProblem ? screen.Color(color, line) : line), line);
        }
    }

    // A secret that spans text and value would slip through with a colour inside it.
    private static string? Highlighted(LogEvent logEvent, string text)
        => LogText.Highlighted(logEvent, Ansi.Cyan) is { } colored && AnsiText.Clean(colored, keepColor: false) == text ? colored : null;

    private static (string Name, string Color) Level(LogEventLevel level) => level switch
    {
        LogEventLevel.Verbose => ("VRB", Ansi.Dim),
        LogEventLevel.Debug => ("DBG", Ansi.Dim),
        LogEventLevel.Information => ("INF", Ansi.Cyan),
        LogEventLevel.Warning => ("WRN", Ansi.Yellow),
        LogEventLevel.Error => ("ERR", Ansi.Red),
        _ => ("FTL", Ansi.Red),
    };
}
