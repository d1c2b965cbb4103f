namespace Nuke.Common.Execution;

/// <summary>Decides which targets run and in what order. Pure: it reads relations and ranks, and writes nothing but the plan.</summary>
internal static class ExecutionPlanner
{
    /// <summary>The invoked targets with all that they pull in, each after everything it has to wait for.</summary>
    public static IReadOnlyList<ExecutableTarget> Plan(IReadOnlyList<ExecutableTarget> invoked)
    {
        var plan = Order(invoked);
        for (var i = 0; i < plan.Count; i++)
        {
            plan[i].PlanIndex = i;
        }

        return plan;
    }

    /// <summary>Like <see cref="Plan"/>, for looking only: the targets are not numbered.</summary>
    public static IReadOnlyList<ExecutableTarget> Order(IReadOnlyList<ExecutableTarget> invoked)
    {
        var closure = Closure(invoked);
        closure.Sort((x, y) => x.Rank.CompareTo(y.Rank));
        return closure;
    }

    /// <summary>What the target waits for, each target once, as far as it is in the plan.</summary>
    public static IEnumerable<ExecutableTarget> Predecessors(ExecutableTarget target)
    {
        if (target.OrderDependencies.Count == 0 && target.TriggerDependencies.Count == 0)
        {
            return target.ExecutionDependencies;
        }

        return target.ExecutionDependencies.Concat(target.OrderDependencies).Concat(target.TriggerDependencies).Distinct();
    }

    /// <summary>Groups a plan into layers: a target's layer is one more than the highest one that it waits for.</summary>
    public static IReadOnlyList<IReadOnlyList<ExecutableTarget>> Layers(IReadOnlyList<ExecutableTarget> plan)
    {
        var depth = new Dictionary<ExecutableTarget, int>();
        var layers = new List<List<ExecutableTarget>>();
        foreach (var target in plan)
        {
            var layer = 0;
            foreach (var predecessor in Predecessors(target))
            {
                if (depth.TryGetValue(predecessor, out var above))
                {
                    layer = Math.Max(layer, above + 1);
                }
            }

            depth[target] = layer;
            if (layer == layers.Count)
            {
                layers.Add([]);
            }

            layers[layer].Add(target);
        }

        return layers;
    }

    private static List<ExecutableTarget> Closure(IReadOnlyList<ExecutableTarget> invoked)
    {
        var seen = new HashSet<ExecutableTarget>(invoked);
        var closure = new List<ExecutableTarget>(seen);
        for (var i = 0; i < closure.Count; i++)
        {
            foreach (var next in closure[i].ExecutionDependencies)
            {
                if (seen.Add(next))
                {
                    closure.Add(next);
                }
            }

            foreach (var next in closure[i].Triggers)
            {
                if (seen.Add(next))
                {
                    closure.Add(next);
                }
            }
        }

        return closure;
    }
}
