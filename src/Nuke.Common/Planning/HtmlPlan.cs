using System.Globalization;
using System.Net;
using System.Text;

namespace Nuke.Common.Planning;

/// <summary>The plan as one HTML file without anything from the network: a drawing, and a table that says the same in words.</summary>
internal static class HtmlPlan
{
    // Units of the drawing for a column and a layer of the layout.
    private const double Column = 8;
    private const double Layer = 64;
    private const double Box = 30;
    private const int MaximumDrawn = 400;

    public static string Write(PlanGraph graph)
    {
        var html = new StringBuilder();
        var invoked = Encode(string.Join(", ", graph.Targets.Where(x => x.IsInvoked).Select(x => x.Name)));
        html.Append($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>Plan for {invoked}</title>
            <style>
            {Style}
            </style>
            </head>
            <body>
            <main>
            <h1>Plan for {invoked}</h1>
            <p>{Encode(Sum(graph))}</p>

            """);
        if (graph.Targets.Count <= MaximumDrawn)
        {
            Draw(html, graph);
        }

        Table(html, graph);
        return html.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private const string Style = """
        :root { font: 16px/1.5 system-ui, sans-serif; --line: #767676; --run: #1a7f37; --maybe: #9a6700; --skip: #6e7781; }
        @media (prefers-color-scheme: dark) { :root { --line: #8b949e; --run: #3fb950; --maybe: #d29922; --skip: #8b949e; } }
        main { max-width: 75rem; margin: 0 auto; padding: 1rem; }
        .drawing, .table { overflow-x: auto; }
        svg text { font: 13px ui-monospace, monospace; fill: currentColor; }
        svg path { fill: none; stroke: var(--line); stroke-width: 1.5; }
        svg path.order { stroke-dasharray: 4 4; }
        svg path.trigger { stroke-width: 3; }
        svg rect { fill: none; stroke: var(--run); stroke-width: 1.5; }
        svg .invoked rect { stroke-width: 3.5; }
        svg .maybe rect { stroke: var(--maybe); stroke-dasharray: 6 3; }
        svg .skipped rect { stroke: var(--skip); stroke-dasharray: 2 3; }
        svg .skipped text { fill: var(--skip); }
        table { border-collapse: collapse; width: 100%; }
        th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid var(--line); }
        """;

    private static string Sum(PlanGraph graph)
    {
        var skipped = graph.Targets.Count(x => !x.Counts);
        return $"{graph.Targets.Count - skipped} targets run, {skipped} are skipped, at most {graph.MostAtTheSameTime()} at the same time. "
            + $"Longest chain: {string.Join(" → ", graph.LongestChain().Select(x => graph.Targets[x].Name))}.";
    }

    private static void Draw(StringBuilder html, PlanGraph graph)
    {
        var layout = PlanLayout.Of(graph, x => graph.Targets[x].Name.Length + 2, gap: 4);
        var items = layout.Layers.SelectMany((layer, i) => layer.Select(x => (Item: x, Layer: i))).ToList();
        html.Append("<div class=\"drawing\">\n<svg role=\"img\" aria-label=\"Graph of the targets; the table below says the same\" ");
        html.Append(CultureInfo.InvariantCulture, $"width=\"{(layout.Width + 2) * Column:0}\" height=\"{layout.Layers.Count * Layer:0}\">\n");
        var relations = Enumerable.Range(0, graph.Targets.Count)
            .SelectMany(x => graph.Direct(x).Select(y => (Key: (y.Index, x), y.Relation)))
            .ToDictionary(x => x.Key, x => x.Relation);
        foreach (var (item, layer) in items)
        {
            foreach (var below in item.Below)
            {
                html.Append(CultureInfo.InvariantCulture, $"<path class=\"{Class(Relation(item, below, relations))}\" d=\"{Curve(item, below, layer)}\"/>\n");
            }
        }

        foreach (var (item, layer) in items)
        {
            if (item.Target is not { } index)
            {
                continue;
            }

            var target = graph.Targets[index];
            var top = layer * Layer;
            html.Append(CultureInfo.InvariantCulture, $"<g class=\"{Class(target)}\"><title>{Encode(Words(target))}</title>");
            html.Append(CultureInfo.InvariantCulture, $"<rect x=\"{(item.Column + 1) * Column:0}\" y=\"{top + 2:0}\" ");
            html.Append(CultureInfo.InvariantCulture, $"width=\"{item.Width * Column:0}\" height=\"{Box:0}\" rx=\"6\"/>");
            html.Append(CultureInfo.InvariantCulture, $"<text x=\"{(item.Column + 2) * Column:0}\" y=\"{top + 22:0}\">{Encode(target.Name)}</text></g>\n");
        }

        html.Append("</svg>\n</div>\n<p>A target starts when all that lead to it have ended. Dashed boxes are decided when their turn comes, dotted ones "
            + "are skipped; dashed lines only order, thick ones trigger.</p>\n");
    }

    private static string Curve(LayoutItem from, LayoutItem to, int layer)
    {
        var (x1, y1) = ((from.Column + 2) * Column, (layer * Layer) + (from.Target is null ? 2 : Box + 2));
        var (x2, y2) = ((to.Column + 2) * Column, ((layer + 1) * Layer) + 2);
        var pass = to.Target is null ? string.Create(CultureInfo.InvariantCulture, $" V{y2 + Box:0}") : "";
        var start = from.Target is null ? y1 + Box : y1;
        var middle = (start + y2) / 2;
        return string.Create(CultureInfo.InvariantCulture, $"M{x1:0} {start:0} C{x1:0} {middle:0} {x2:0} {middle:0} {x2:0} {y2:0}{pass}");
    }

    /// <summary>A line over several layers may be shared by waits of different kinds; only one kind of its own is shown.</summary>
    private static PlanRelation Relation(LayoutItem from, LayoutItem to, Dictionary<(int, int), PlanRelation> relations)
    {
        while (from.Target is null)
        {
            from = from.Above[0];
        }

        var ends = new List<int>();
        var open = new Stack<LayoutItem>([to]);
        while (open.TryPop(out var item))
        {
            if (item.Target is { } target)
            {
                ends.Add(target);
            }
            else
            {
                item.Below.ForEach(open.Push);
            }
        }

        var kinds = ends.Select(x => relations[(from.Target.Value, x)]).Distinct().ToList();
        return kinds.Count == 1 ? kinds[0] : PlanRelation.Dependency;
    }

    private static void Table(StringBuilder html, PlanGraph graph)
    {
        html.Append("<div class=\"table\">\n<table>\n<caption>Targets in an order in which they may run</caption>\n<thead><tr><th "
            + "scope=\"col\">Target</th><th scope=\"col\">What happens</th><th scope=\"col\">Starts after</th><th scope=\"col\">Took last "
                + "time</th></tr></thead>\n<tbody>\n");
        for (var i = 0; i < graph.Targets.Count; i++)
        {
            var target = graph.Targets[i];
            var waits = string.Join(", ", graph.Direct(i).Select(x => graph.Targets[x.Index].Name));
            html.Append(
                $"<tr><th scope=\"row\">{Encode(target.Name)}</th><td>{Encode(Words(target))}</td><td>{Encode(waits)}</td><td>{(target.Expected is { } time ? PlanStyle.Duration(time) : "")}</td></tr>\n");
        }

        html.Append("</tbody>\n</table>\n</div>\n");
    }

    private static string Words(PlannedTarget target)
    {
        var words = target.Forecast switch
        {
            TargetForecast.Runs => "runs",
            TargetForecast.MayBeSkipped => $"runs {target.Reason}, decided when its turn comes",
            _ => $"skipped {target.Reason}",
        };
        return words
            + (target.IsInvoked ? "; asked for" : target.TriggeredBy.Count > 0 ? $"; triggered by {string.Join(", ", target.TriggeredBy)}" : "")
            + (target.IsAssured ? "; also after a failure" : "");
    }

    private static string Class(PlannedTarget target)
        => target.Forecast switch { TargetForecast.Skipped => "skipped", TargetForecast.MayBeSkipped => "maybe", _ => "runs" }
            + (target.IsInvoked ? " invoked" : "");

    private static string Class(PlanRelation relation)
        => relation switch { PlanRelation.Order => "order", PlanRelation.Trigger => "trigger", _ => "dependency" };

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
