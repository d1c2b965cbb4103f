namespace Nuke.Common.Planning;

/// <summary>The plan in Graphviz' language: <c>./build.sh --plan --format dot | dot -Tsvg</c>.</summary>
internal static class DotPlan
{
    public static IEnumerable<string> Lines(PlanGraph graph)
    {
        yield return "digraph plan {";
        yield return "    node [shape=box, style=rounded, fontname=\"sans-serif\"];";
        for (var i = 0; i < graph.Targets.Count; i++)
        {
            yield return $"    {Quote(graph.Targets[i].Name)}{Attributes(graph.Targets[i])};";
        }

        for (var i = 0; i < graph.Targets.Count; i++)
        {
            foreach (var (wait, relation) in graph.Direct(i))
            {
                var style = relation switch
                {
                    PlanRelation.Order => " [style=dashed]",
                    PlanRelation.Trigger => " [style=bold]",
                    _ => "",
                };
                yield return $"    {Quote(graph.Targets[wait].Name)} -> {Quote(graph.Targets[i].Name)}{style};";
            }
        }

        yield return "}";
    }

    private static string Attributes(PlannedTarget target)
    {
        var attributes = new List<string>();
        if (target.Forecast == TargetForecast.Skipped)
        {
            attributes.Add("style=\"rounded,dotted\", fontcolor=gray40");
        }
        else if (target.Forecast == TargetForecast.MayBeSkipped)
        {
            attributes.Add("style=\"rounded,dashed\"");
        }

        if (target.IsInvoked)
        {
            attributes.Add("penwidth=3");
        }

        if (target.Reason is not null)
        {
            attributes.Add($"tooltip={Quote(target.Reason)}");
        }

        return attributes.Count == 0 ? "" : $" [{string.Join(", ", attributes)}]";
    }

    private static string Quote(string text) => $"\"{text.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n")}\"";
}
