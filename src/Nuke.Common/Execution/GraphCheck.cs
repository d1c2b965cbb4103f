namespace Nuke.Common.Execution;

/// <summary>The mistakes of a graph that show only when all targets are known.</summary>
internal static class GraphCheck
{
    /// <summary>Ranks the targets on the way, since a circle is what prevents it.</summary>
    public static IEnumerable<string> Problems(IReadOnlyList<ExecutableTarget> all)
    {
        var problems = new List<string>();
        problems.AddRange(GraphOrder.Rank(all).Select(Circle));
        foreach (var target in all)
        {
            if (target.ArtifactDependencies.Count > 0 || target.Relations.Any(x => x.Kind == RelationKind.Consumes))
            {
                problems.AddRange(Consumption(target));
            }
        }

        return problems;
    }

    /// <summary>What --strict forbids: a step of the order at which there is a choice. Null when there is none.</summary>
    public static string? Ambiguity(IReadOnlyList<ExecutableTarget> all)
    {
        if (GraphOrder.FirstChoice(all) is not { } choice)
        {
            return null;
        }

        var names = string.Join(", ", choice.Select(x => x.Name));
        return new BuildException(
            $"The order of the targets is ambiguous, which --strict forbids: nothing says which of {names} is the last.",
            $"Order them with DependsOn, Before or After, such as `{choice[0].Name} => _ => _.After({choice[1].Name})`.").Message;
    }

    private static string Circle(IReadOnlyList<ExecutableTarget> path) => new BuildException(
        $"The targets wait for each other in a circle: {string.Join(" → ", path.Select(x => x.Name))}.",
        $"Remove one of these relations: {string.Join(", ", path.Zip(path.Skip(1), Statement))}.").Message;

    private static string Statement(ExecutableTarget target, ExecutableTarget other)
    {
        var kind = target.ExecutionDependencies.Contains(other) ? "depends on"
            : target.TriggerDependencies.Contains(other) ? "is triggered by"
            : "runs after";
        return $"{target.Name} {kind} {other.Name}";
    }

    private static IEnumerable<string> Consumption(ExecutableTarget target)
    {
        foreach (var (producer, artifacts) in target.Relations
            .SelectMany(x => x is { Kind: RelationKind.Consumes, Target: { } other } ? new[] { (other, x.Artifacts) } : []))
        {
            if (producer.ArtifactProducts.Count == 0)
            {
                yield return $"Target '{target.Name}' consumes artifacts of '{producer.Name}', which produces none. Add Produces(…) to '{producer.Name}', "
                    + $"or remove the Consumes.";
                continue;
            }

            foreach (var artifact in artifacts.Where(x => !producer.ArtifactProducts.Any(y => ArtifactPattern.Overlap(x, y))))
            {
                yield return $"Target '{target.Name}' consumes '{artifact}' of '{producer.Name}', which produces only "
                    + $"{string.Join(", ", producer.ArtifactProducts.Select(x => $"'{x}'"))}. Correct one of the two.";
            }
        }
    }
}
