namespace Nuke.Common.Execution;

/// <summary>Decides which targets run and in what order. Pure: it reads relations and writes nothing but the plan.</summary>
internal static class ExecutionPlanner
{
    /// <summary>The invoked targets with all that they pull in, each after everything it has to wait for.</summary>
    /// <exception cref="BuildException">The relations form a circle; the message has the whole path.</exception>
    public static IReadOnlyList<ExecutableTarget> Plan(IReadOnlyList<ExecutableTarget> invoked)
    {
        var plan = Order(invoked);
        for (var i = 0; i < plan.Count; i++)
            plan[i].PlanIndex = i;
        return plan;
    }

    /// <summary>Like <see cref="Plan"/>, for looking only: the targets are not numbered.</summary>
    public static IReadOnlyList<ExecutableTarget> Order(IReadOnlyList<ExecutableTarget> invoked) => Sort(invoked, Closure(invoked));

    /// <summary>What the target waits for within the plan.</summary>
    public static IEnumerable<ExecutableTarget> Predecessors(ExecutableTarget target) =>
        target.ExecutionDependencies.Concat(target.OrderDependencies).Concat(target.TriggerDependencies).Distinct();

    /// <summary>Groups a plan into layers: a target's layer is one more than the highest one that it waits for.</summary>
    public static IReadOnlyList<IReadOnlyList<ExecutableTarget>> Layers(IReadOnlyList<ExecutableTarget> plan)
    {
        var depth = new Dictionary<ExecutableTarget, int>();
        var layers = new List<List<ExecutableTarget>>();
        foreach (var target in plan)
        {
            var layer = Predecessors(target).Where(depth.ContainsKey).Select(x => depth[x] + 1).DefaultIfEmpty(0).Max();
            depth[target] = layer;
            if (layer == layers.Count)
                layers.Add([]);
            layers[layer].Add(target);
        }

        return layers;
    }

    private static List<ExecutableTarget> Closure(IReadOnlyList<ExecutableTarget> invoked)
    {
        var seen = new HashSet<ExecutableTarget>(invoked);
        var queue = new Queue<ExecutableTarget>(seen);
        var closure = new List<ExecutableTarget>();
        while (queue.TryDequeue(out var target))
        {
            closure.Add(target);
            foreach (var next in target.ExecutionDependencies.Concat(target.Triggers))
            {
                if (seen.Add(next))
                    queue.Enqueue(next);
            }
        }

        return closure;
    }

    private static List<ExecutableTarget> Sort(IReadOnlyList<ExecutableTarget> invoked, List<ExecutableTarget> scheduled)
    {
        var members = new HashSet<ExecutableTarget>(scheduled);
        var done = new HashSet<ExecutableTarget>();
        var onPath = new HashSet<ExecutableTarget>();
        var plan = new List<ExecutableTarget>(scheduled.Count);

        // An explicit stack: a chain of ten thousand targets must not overflow the thread's.
        var path = new Stack<(ExecutableTarget Target, IEnumerator<ExecutableTarget> Waits)>();
        foreach (var root in invoked.Concat(scheduled))
        {
            Enter(root);
            while (path.TryPeek(out var top))
            {
                if (top.Waits.MoveNext())
                {
                    Enter(top.Waits.Current);
                    continue;
                }

                path.Pop();
                onPath.Remove(top.Target);
                done.Add(top.Target);
                plan.Add(top.Target);
            }
        }

        return plan;

        void Enter(ExecutableTarget target)
        {
            if (!members.Contains(target) || done.Contains(target))
                return;
            if (!onPath.Add(target))
                throw Circle(path.Select(x => x.Target).Reverse().SkipWhile(x => x != target), target);
            path.Push((target, Predecessors(target).GetEnumerator()));
        }
    }

    private static BuildException Circle(IEnumerable<ExecutableTarget> path, ExecutableTarget start) => new(
        $"The targets wait for each other in a circle: {string.Join(" → ", path.Append(start).Select(x => x.Name))}.",
        "Remove one of these DependsOn, Before, After or Triggers relations.");
}
