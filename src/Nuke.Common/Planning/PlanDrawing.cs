using System.Text;

namespace Nuke.Common.Planning;

/// <summary>Draws a plan with characters: targets as dots with their names, lines from each to what waits for it.</summary>
internal sealed class PlanDrawing(PlanGraph graph, PlanStyle style)
{
    private const int Gap = 3;
    private const int Margin = 2;
    private const int MaximumTargets = 150;

    /// <returns>null when the picture would be wider than <see cref="PlanStyle.Width"/> or its lines could not be told apart.</returns>
    public IReadOnlyList<string>? TryDraw()
    {
        if (graph.Targets.Count > MaximumTargets)
        {
            return null;
        }

        var layout = PlanLayout.Of(graph, x => Label(x).Length, Gap);
        if (layout.Width + Margin > PlanStyle.Width)
        {
            return null;
        }

        var lines = new List<string>();
        for (var i = 0; i < layout.Layers.Count; i++)
        {
            lines.Add(Row(layout.Layers[i]));
            if (i + 1 == layout.Layers.Count)
            {
                break;
            }

            if (LineRouter.Route(layout.Layers[i]) is not { } tracks)
            {
                return null;
            }

            lines.AddRange(Lines(tracks, layout.Width));
        }

        return lines;
    }

    private string Label(int target)
        => $"{style.Symbol(graph.Targets[target].Forecast)} {graph.Targets[target].Name}"
        + (graph.Targets[target] is { Expected: { TotalSeconds: >= 0.1 } expected, Counts: true } ? $" {PlanStyle.Duration(expected)}" : "");

    private string Row(IReadOnlyList<LayoutItem> layer)
    {
        var row = new StringBuilder();
        var columns = 0;
        foreach (var item in layer)
        {
            row.Append(' ', Margin + item.Column - columns - (columns == 0 ? 0 : Margin));
            row.Append(item.Target is { } target ? Node(target) : style.Line(up: true, down: true, left: false, right: false).ToString());
            columns = item.Column + item.Width;
        }

        return row.ToString();
    }

    private string Node(int target)
    {
        var label = style.Colored(graph.Targets[target].Forecast, Label(target));
        return graph.Targets[target].IsInvoked ? style.Bold(label) : label;
    }

    private IEnumerable<string> Lines(IReadOnlyList<LineTrack> tracks, int width)
    {
        var height = Math.Max(1, tracks.Max(x => x.Row) + 1);
        for (var row = 0; row < height; row++)
        {
            var cells = new char[width];
            Array.Fill(cells, ' ');
            foreach (var track in tracks.Where(x => x.Row == row))
            {
                Array.Fill(cells, style.Line(up: false, down: false, left: true, right: true), track.Left, track.Right - track.Left + 1);
            }

            foreach (var column in tracks.SelectMany(x => x.Sources.Concat(x.Targets)).Select(x => x.Column).Distinct())
            {
                var goesUp = IsSource(column, from: row, height) || IsTarget(column, to: row - 1);
                var goesDown = IsSource(column, from: row + 1, height) || IsTarget(column, to: row);
                var track = tracks.FirstOrDefault(x => x.Row == row && x.Sources.Concat(x.Targets).Any(y => y.Column == column));
                if (track is not null)
                {
                    cells[column] = style.Line(goesUp, goesDown, left: track.Left < column, right: column < track.Right);
                }
                else if (goesUp && goesDown)
                {
                    cells[column] = style.Line(up: true, down: true, left: false, right: false);
                }
            }

            foreach (var track in tracks.Where(x => x.Row == row && x.Joins))
            {
                Point(cells, track);
            }

            yield return new string(' ', Margin) + new string(cells).TrimEnd();
        }

        // Without it, a line that comes straight down could be read as turning off here.
        void Point(char[] cells, LineTrack track)
        {
            var column = track.Targets[0].Column;
            if (track.Left < column)
            {
                cells[column - 1] = style.IsUnicode ? '▸' : '>';
            }

            if (column < track.Right)
            {
                cells[column + 1] = style.IsUnicode ? '◂' : '<';
            }
        }

        // A line that leaves a source in this column and turns off, or reaches the layer below, in this row or a later one.
        bool IsSource(int column, int from, int rows)
            => tracks.Any(x => (x.IsStraight ? rows : x.Row) >= from && x.Sources.Any(y => y.Column == column));

        // A line that has turned down to a target in this column in this row or an earlier one.
        bool IsTarget(int column, int to)
            => tracks.Any(x => !x.IsStraight && x.Row <= to && x.Targets.Any(y => y.Column == column));
    }
}
