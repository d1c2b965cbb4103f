namespace Nuke.Common.Execution;

/// <summary>
/// The one order of all targets of a build that every plan is cut from. NUKE decides it from the end: of the targets that no remaining one
/// waits for, the one declared first runs last. So which target comes first of two that are not ordered does not depend on what is invoked.
/// </summary>
internal static class GraphOrder
{
    /// <summary>Gives every target its <see cref="ExecutableTarget.Rank"/>; returns the circles that
    /// prevent it, each as a path that ends where it starts.</summary>
    public static IReadOnlyList<IReadOnlyList<ExecutableTarget>> Rank(IReadOnlyList<ExecutableTarget> all)
    {
        var graph = new Graph(all);
        var rank = all.Count;
        while (graph.Ready.TryDequeue(out var number))
        {
            var index = (int)number;
            all[index].Rank = --rank;
            graph.Remove(index);
        }

        return rank == 0 ? [] : Circles(graph, all);
    }

    /// <summary>The targets at the first step of the order at which there is a choice; null when there never is one.</summary>
    public static IReadOnlyList<ExecutableTarget>? FirstChoice(IReadOnlyList<ExecutableTarget> all)
    {
        var graph = new Graph(all);
        while (graph.Ready.TryDequeue(out var number))
        {
            var index = (int)number;
            if (graph.Ready.Count > 0)
            {
                return [.. graph.Ready.Numbers.Append(number).Order().Select(x => all[(int)x])];
            }

            graph.Remove(index);
        }

        return null;
    }

    private static List<IReadOnlyList<ExecutableTarget>> Circles(Graph graph, IReadOnlyList<ExecutableTarget> all)
    {
        var circles = new List<IReadOnlyList<ExecutableTarget>>();
        var component = Components(graph);
        var sizes = new int[all.Count];
        foreach (var x in component)
        {
            sizes[x]++;
        }

        var seen = new HashSet<int>();
        for (var i = 0; i < all.Count; i++)
        {
            if ((sizes[component[i]] > 1 || graph.WaitsFor[i].Contains(i)) && seen.Add(component[i]))
            {
                circles.Add([.. ShortestCircle(graph, component, i).Select(x => all[x])]);
            }
        }

        return circles;
    }

    private static List<int> ShortestCircle(Graph graph, int[] component, int start)
    {
        var from = new Dictionary<int, int>();
        var queue = new Queue<int>([start]);
        while (queue.TryDequeue(out var index))
        {
            foreach (var next in graph.WaitsFor[index].Where(x => component[x] == component[start]))
            {
                if (next == start)
                {
                    var path = new List<int> { start };
                    for (var at = index; at != start; at = from[at])
                    {
                        path.Add(at);
                    }

                    path.Add(start);
                    path.Reverse();
                    return path;
                }

                if (from.TryAdd(next, index))
                {
                    queue.Enqueue(next);
                }
            }
        }

        return [start, start];
    }

    // Tarjan's strongly connected components, with an explicit stack: a chain of ten thousand targets must not overflow the thread's.
    private static int[] Components(Graph graph)
    {
        var count = graph.WaitsFor.Length;
        var number = new int[count];
        var low = new int[count];
        var component = new int[count];
        Array.Fill(component, -1);
        var open = new Stack<int>();
        var calls = new Stack<(int Index, int Edge)>();
        var next = 0;
        var components = 0;
        for (var root = 0; root < count; root++)
        {
            if (number[root] != 0)
            {
                continue;
            }

            calls.Push((root, 0));
            while (calls.TryPop(out var call))
            {
                var (index, edge) = call;
                if (edge == 0)
                {
                    number[index] = low[index] = ++next;
                    open.Push(index);
                }

                if (edge < graph.WaitsFor[index].Length)
                {
                    var other = graph.WaitsFor[index][edge];
                    calls.Push((index, edge + 1));
                    if (number[other] == 0)
                    {
                        calls.Push((other, 0));
                    }
                    else if (component[other] < 0)
                    {
                        low[index] = Math.Min(low[index], number[other]);
                    }

                    continue;
                }

                if (calls.TryPeek(out var caller))
                {
                    low[caller.Index] = Math.Min(low[caller.Index], low[index]);
                }

                if (low[index] != number[index])
                {
                    continue;
                }

                int member;
                do
                {
                    member = open.Pop();
                    component[member] = components;
                }
                while (member != index);
                components++;
            }
        }

        return component;
    }

    private sealed class Graph
    {
        private readonly int[] _dependents;

        public Graph(IReadOnlyList<ExecutableTarget> all)
        {
            var indexes = new Dictionary<ExecutableTarget, int>(all.Count);
            for (var i = 0; i < all.Count; i++)
            {
                indexes[all[i]] = i;
            }

            _dependents = new int[all.Count];
            WaitsFor = new int[all.Count][];
            for (var i = 0; i < all.Count; i++)
            {
                var waitsFor = new List<int>();
                foreach (var predecessor in ExecutionPlanner.Predecessors(all[i]))
                {
                    if (indexes.TryGetValue(predecessor, out var index))
                    {
                        waitsFor.Add(index);
                    }
                }

                WaitsFor[i] = waitsFor.ToArray();
                foreach (var other in WaitsFor[i])
                {
                    _dependents[other]++;
                }
            }

            for (var i = 0; i < all.Count; i++)
            {
                if (_dependents[i] == 0)
                {
                    Ready.Enqueue(i);
                }
            }
        }

        public int[][] WaitsFor { get; }

        /// <summary>What no remaining target waits for, in the order of declaration.</summary>
        public NumberQueue Ready { get; } = new();

        public void Remove(int index)
        {
            foreach (var other in WaitsFor[index])
            {
                if (--_dependents[other] == 0)
                {
                    Ready.Enqueue(other);
                }
            }
        }
    }
}
