namespace Nuke.Common.ConsoleOutput;

/// <summary>Lays out the status area: a row for each running target, then one about the whole run. Pure.</summary>
internal static class LiveArea
{
    // Below this a name and a time do not fit side by side.
    private const int NarrowestTable = 24;
    private const int NarrowestWindow = 8;
    private const int MostRows = 10;

    public static IReadOnlyList<string> Rows(LiveState state, int columns, int windowRows, ConsoleScreen screen)
    {
        // The last column stays free: writing into it makes some terminals wrap.
        var width = columns - 1;
        if (width < NarrowestWindow || windowRows < 3)
        {
            return [];
        }

        var rows = new List<string>();
        if (width >= NarrowestTable)
        {
            // At most half of the window: lines are what people read.
            var room = Math.Clamp(windowRows / 2 - 1, 1, MostRows);
            var shown = state.Running.Count <= room ? state.Running.Count : room - 1;
            var names = Math.Min(state.Running.Select(x => AnsiText.Width(x.Name)).DefaultIfEmpty(0).Max(), width / 2);
            foreach (var target in state.Running.Take(shown))
            {
                var elapsed = DurationText.Of(target.Elapsed).PadLeft(5);
                var doing = AnsiText.Truncate(target.Doing, width - 2 - names - 1 - elapsed.Length - 2);
                var row = $"{screen.Color(target.Color, $"▶ {AnsiText.Fit(target.Name, names)}")} {elapsed}";
                rows.Add(doing.Length > 0 ? $"{row}  {screen.Color(Ansi.Dim, doing)}" : row);
            }

            if (state.Running.Count > shown)
            {
                rows.Add(screen.Color(Ansi.Dim, AnsiText.Truncate($"  and {state.Running.Count - shown} more", width)));
            }
        }

        rows.Add(screen.Color(Ansi.Bold, AnsiText.Truncate(Footer(state, width >= NarrowestTable), width)));
        return rows;
    }

    private static string Footer(LiveState state, bool namesAreAbove)
    {
        var parts = new List<string> { $"{state.Done} of {state.Total} done" };
        if (!namesAreAbove)
        {
            parts.Add($"{state.Running.Count} running");
        }

        if (state.IsCancelled)
        {
            parts.Add("cancelling");
        }
        else if (state.Waiting.Count > 0)
        {
            parts.Add($"waiting: {string.Join(", ", state.Waiting)}");
        }

        return string.Join(" · ", parts);
    }
}
