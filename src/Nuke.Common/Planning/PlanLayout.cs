namespace Nuke.Common.Planning;

/// <summary>
/// Puts a plan into layers from top to bottom: a target stands below everything that it waits for, and what stands side by side does not
/// wait for each other. A wait over several layers passes each of them in a column of its own.
/// </summary>
internal sealed class PlanLayout
{
    private const int Sweeps = 4;

    private PlanLayout(IReadOnlyList<IReadOnlyList<LayoutItem>> layers) => Layers = layers;

    public IReadOnlyList<IReadOnlyList<LayoutItem>> Layers { get; }

    /// <summary>Columns taken.</summary>
    public int Width => Layers.SelectMany(x => x).Select(x => x.Column + x.Width).DefaultIfEmpty(0).Max();

    /// <param name="graph">The plan.</param>
    /// <param name="width">Columns that a target takes.</param>
    /// <param name="gap">Columns between neighbours.</param>
    public static PlanLayout Of(PlanGraph graph, Func<int, int> width, int gap)
    {
        var layers = Items(graph, width);
        Untangle(layers);
        foreach (var layer in layers)
        {
            Place(layer, gap);
        }

        return new PlanLayout(layers);
    }

    private static List<List<LayoutItem>> Items(PlanGraph graph, Func<int, int> width)
    {
        var layers = new List<List<LayoutItem>>();
        var items = new LayoutItem[graph.Targets.Count];
        for (var i = 0; i < items.Length; i++)
        {
            while (layers.Count <= graph.Layers[i])
            {
                layers.Add([]);
            }

            items[i] = new LayoutItem(i, width(i));
            layers[graph.Layers[i]].Add(items[i]);
        }

        // Targets that wait for the same one share its way down: fewer lines to follow.
        var passing = new Dictionary<(int Target, int Layer), LayoutItem>();
        for (var i = 0; i < items.Length; i++)
        {
            foreach (var (wait, _) in graph.Direct(i))
            {
                var above = items[wait];
                for (var layer = graph.Layers[wait] + 1; layer < graph.Layers[i]; layer++)
                {
                    if (!passing.TryGetValue((wait, layer), out var item))
                    {
                        passing[(wait, layer)] = item = new LayoutItem(target: null, width: 1);
                        layers[layer].Add(item);
                        Join(above, item);
                    }

                    above = item;
                }

                Join(above, items[i]);
            }
        }

        return layers;
    }

    private static void Join(LayoutItem above, LayoutItem below)
    {
        above.Below.Add(below);
        below.Above.Add(above);
    }

    /// <summary>Orders each layer by where its neighbours are, down and up a few times, and keeps the order with the fewest crossings.</summary>
    private static void Untangle(List<List<LayoutItem>> layers)
    {
        var best = layers.Select(x => x.ToArray()).ToArray();
        Number(layers);
        var fewest = Crossings(layers);
        for (var sweep = 0; sweep < Sweeps && fewest > 0; sweep++)
        {
            foreach (var layer in sweep % 2 == 0 ? layers : layers.AsEnumerable().Reverse())
            {
                var ordered = layer.OrderBy(x => Middle(sweep % 2 == 0 ? x.Above : x.Below, x)).ToArray();
                layer.Clear();
                layer.AddRange(ordered);
                Number(layer);
            }

            if (Crossings(layers) is var crossings && crossings < fewest)
            {
                fewest = crossings;
                best = [.. layers.Select(x => x.ToArray())];
            }
        }

        for (var i = 0; i < layers.Count; i++)
        {
            layers[i].Clear();
            layers[i].AddRange(best[i]);
            Number(layers[i]);
        }

        static double Middle(List<LayoutItem> neighbours, LayoutItem item)
            => neighbours.Count == 0 ? item.Place : neighbours.Average(x => x.Place);
    }

    private static void Number(List<List<LayoutItem>> layers) => layers.ForEach(Number);

    private static void Number(List<LayoutItem> layer)
    {
        for (var i = 0; i < layer.Count; i++)
        {
            layer[i].Place = i;
        }
    }

    private static int Crossings(List<List<LayoutItem>> layers)
    {
        var crossings = 0;
        foreach (var layer in layers)
        {
            var lines = layer.SelectMany(x => x.Below.Select(y => (From: x.Place, To: y.Place))).ToList();
            for (var i = 0; i < lines.Count; i++)
            {
                for (var j = 0; j < i; j++)
                {
                    if ((lines[i].From - lines[j].From) * (lines[i].To - lines[j].To) < 0)
                    {
                        crossings++;
                    }
                }
            }
        }

        return crossings;
    }

    /// <summary>Below the leftmost one that it waits for, or as near to it as the neighbours allow: a chain is a straight line.</summary>
    private static void Place(List<LayoutItem> layer, int gap)
    {
        var free = 0;
        foreach (var item in layer)
        {
            item.Column = Math.Max(free, item.Above.Select(x => x.Column).DefaultIfEmpty(0).Min());
            free = item.Column + item.Width + gap;
        }
    }
}
