namespace Nuke.Common.Planning;

/// <summary>A plan that is too large for a picture: its layers, one below the other.</summary>
internal sealed class PlanListing(PlanGraph graph, PlanStyle style)
{
    private const int MaximumWaits = 4;

    public IEnumerable<string> Lines()
    {
        var width = graph.Targets.Max(x => x.Name.Length);
        var layers = Enumerable.Range(0, graph.Targets.Count).GroupBy(x => graph.Layers[x]).OrderBy(x => x.Key);
        foreach (var layer in layers.Select(x => x.ToList()))
        {
            for (var i = 0; i < layer.Count; i++)
            {
                var step = i == 0 ? $"{graph.Layers[layer[i]] + 1,5}" : "     ";
                var branch = style.Line(up: i > 0, down: i < layer.Count - 1, left: i == 0, right: true);
                yield return $"{step} {branch} {Target(layer[i], width)}".TrimEnd();
            }
        }
    }

    private string Target(int index, int width)
    {
        var target = graph.Targets[index];
        var waits = graph.Direct(index).Select(x => graph.Targets[x.Index].Name).ToList();
        var names = waits.Count <= MaximumWaits
            ? string.Join(", ", waits)
            : $"{string.Join(", ", waits.Take(MaximumWaits))} and {waits.Count - MaximumWaits} more";
        var time = target is { Expected: { } expected, Counts: true } ? $" {PlanStyle.Duration(expected)}" : "";
        return style.Colored(target.Forecast, $"{style.Symbol(target.Forecast)} {target.Name.PadRight(width)}")
            + time
            + (waits.Count > 0 ? $"  after {names}" : "");
    }
}
