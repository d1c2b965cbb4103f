using Nuke.Common.Execution;

namespace Nuke.Common.ConsoleOutput;

/// <summary>Draws the plan: layers from top to bottom; what shares a layer can run at the same time.</summary>
internal static class PlanWriter
{
    public static void Write(BuildSession session, IReadOnlyList<ExecutableTarget> plan)
    {
        foreach (var line in Lines(session, plan))
            session.Surroundings.Out.Write(session.Secrets.Apply(line) + "\n");
    }

    private static IEnumerable<string> Lines(BuildSession session, IReadOnlyList<ExecutableTarget> plan)
    {
        var planned = plan.ToHashSet();
        var layers = ExecutionPlanner.Layers(plan);
        var width = plan.Select(x => x.Name.Length).DefaultIfEmpty(0).Max();
        var skipped = plan.Where(x => x.Status == ExecutionStatus.Skipped).ToList();
        var asked = string.Join(", ", plan.Where(x => x.IsRoot).Select(x => x.Name));
        yield return $"Plan for {asked}: {plan.Count - skipped.Count} {(plan.Count - skipped.Count == 1 ? "target runs" : "targets run")}, "
            + $"{skipped.Count} skipped, up to {session.Options.Parallel} at a time.";
        yield return "";
        for (var i = 0; i < layers.Count; i++)
        {
            var layer = layers[i];
            for (var j = 0; j < layer.Count; j++)
            {
                var branch = layer.Count == 1 ? "─" : j == 0 ? "┬" : j == layer.Count - 1 ? "└" : "├";
                var step = j == 0 ? $"{i + 1,3}" : "   ";
                yield return $"{step} {branch}─ {Target(layer[j], planned, width)}".TrimEnd();
            }
        }

        yield return "";
        yield return "Targets joined by ┬ ├ └ do not wait for each other and run at the same time. ← waits for, → triggers.";
        if (skipped.Count > 0)
            yield return "Skipped targets are marked ○.";
    }

    private static string Target(ExecutableTarget target, HashSet<ExecutableTarget> planned, int width)
    {
        var notes = new List<string>();
        var waits = ExecutionPlanner.Predecessors(target).Where(planned.Contains).Select(x => x.Name).ToList();
        if (waits.Count > 0)
            notes.Add($"← {string.Join(", ", waits)}");
        if (target.Triggers.Count > 0)
            notes.Add($"→ {string.Join(", ", target.Triggers.Select(x => x.Name))}");
        if (target.Status == ExecutionStatus.Skipped)
            notes.Add(target.OnlyWhen is not null ? $"(skipped: only when {target.OnlyWhen})" : $"(skipped {target.Skipped})");
        else if (target.DynamicConditions.Count > 0)
            notes.Add($"(decided then: only when {string.Join(" and ", target.DynamicConditions.Select(x => x.Text))})");
        return $"{(target.Status == ExecutionStatus.Skipped ? "○" : "●")} {target.Name.PadRight(width)}  {string.Join("  ", notes)}";
    }
}
