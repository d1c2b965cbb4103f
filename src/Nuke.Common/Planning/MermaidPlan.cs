namespace Nuke.Common.Planning;

/// <summary>The plan as a Mermaid flowchart (https://mermaid.js.org/syntax/flowchart.html), which GitHub and GitLab draw in Markdown.</summary>
internal static class MermaidPlan
{
    public static IEnumerable<string> Lines(PlanGraph graph)
    {
        yield return "flowchart TD";
        for (var i = 0; i < graph.Targets.Count; i++)
        {
            yield return $"    t{i}[\"{Escape(graph.Targets[i].Name)}\"]{Class(graph.Targets[i])}";
        }

        for (var i = 0; i < graph.Targets.Count; i++)
        {
            foreach (var (wait, relation) in graph.Direct(i))
            {
                var arrow = relation switch
                {
                    PlanRelation.Order => "-.->",
                    PlanRelation.Trigger => "==>",
                    _ => "-->",
                };
                yield return $"    t{wait} {arrow} t{i}";
            }
        }

        yield return "    classDef invoked stroke-width:4px";
        yield return "    classDef maybe stroke-dasharray:5 4";
        yield return "    classDef skipped opacity:0.45,stroke-dasharray:2 3";
    }

    private static string Class(PlannedTarget target) => target.Forecast switch
    {
        TargetForecast.Skipped => ":::skipped",
        _ when target.IsInvoked => ":::invoked",
        TargetForecast.MayBeSkipped => ":::maybe",
        _ => "",
    };

    // Mermaid has no backslash escape; it takes entity codes with # in place of &.
    private static string Escape(string text) => text.Replace("#", "#35;").Replace("\"", "#quot;");
}
