using System.Globalization;
using System.Text;
using Nuke.Common.ConsoleOutput;
using Nuke.Common.Execution;

namespace Nuke.Common.Planning;

/// <summary>What characters and colours a plan is drawn with.</summary>
internal sealed record PlanStyle(bool IsUnicode, bool HasColor)
{
    /// <summary>Columns that a plan fits into, whatever the terminal.</summary>
    public const int Width = 100;

    public string Arrow => IsUnicode ? "→" : "->";
    public string Separator => IsUnicode ? "·" : "-";

    public static PlanStyle For(BuildSession session)
    {
        var isDumb = session.Surroundings.Variables.GetValueOrDefault("TERM") == "dumb";
        return new PlanStyle(
            // UTF-8, or the UTF-16 of a writer that only collects.
            IsUnicode: !isDumb && session.Surroundings.Out.Encoding.CodePage is 65001 or 1200,
            HasColor: session.Surroundings.IsTerminal && !isDumb && string.IsNullOrEmpty(session.Surroundings.Variables.GetValueOrDefault("NO_COLOR")));
    }

    public char Symbol(TargetForecast forecast) => (forecast, IsUnicode) switch
    {
        (TargetForecast.Runs, true) => '●',
        (TargetForecast.MayBeSkipped, true) => '◐',
        (TargetForecast.Skipped, true) => '○',
        (TargetForecast.Runs, _) => '*',
        (TargetForecast.MayBeSkipped, _) => '?',
        _ => 'o',
    };

    public string Colored(TargetForecast forecast, string text) => !HasColor ? text : forecast switch
    {
        TargetForecast.Runs => $"{Ansi.Green}{text}{Ansi.Reset}",
        TargetForecast.MayBeSkipped => $"{Ansi.Yellow}{text}{Ansi.Reset}",
        _ => $"{Ansi.Dim}{text}{Ansi.Reset}",
    };

    public string Bold(string text) => HasColor ? $"{Ansi.Bold}{text}{Ansi.Reset}" : text;

    /// <summary>A piece of a line that goes on to the given sides.</summary>
    public char Line(bool up, bool down, bool left, bool right)
    {
        if (!IsUnicode)
        {
            return (up || down) && (left || right) ? '+' : left || right ? '-' : '|';
        }

        return (up, down, left, right) switch
        {
            (_, _, false, false) => '│',
            (false, false, _, _) => '─',
            (true, true, true, true) => '┼',
            (true, true, true, false) => '┤',
            (true, true, false, true) => '├',
            (true, false, true, true) => '┴',
            (false, true, true, true) => '┬',
            (true, false, true, false) => '┘',
            (true, false, false, true) => '└',
            (false, true, true, false) => '┐',
            (false, true, false, true) => '┌',
        };
    }

    /// <summary>Breaks words into lines of the width; lines after the first are indented.</summary>
    public static IEnumerable<string> Wrap(string text, int indent)
    {
        var line = new StringBuilder(text[..^text.TrimStart().Length]);
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > indent && line.Length + 1 + word.Length > Width)
            {
                yield return line.ToString();
                line.Clear().Append(' ', indent);
            }

            if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }

            line.Append(word);
        }

        yield return line.ToString();
    }

    public static string Duration(TimeSpan time) => time.TotalSeconds switch
    {
        < 9.95 => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s"),
        < 90 => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes}:{time.Seconds:00} min"),
    };
}
