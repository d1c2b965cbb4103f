using System.Collections;
using Nuke.Common.Execution;

namespace Nuke.Common.Planning;

/// <summary>A plan and what can be told of it as a graph. Pure.</summary>
internal sealed class PlanGraph
{
    // The set of all ancestors takes n²/8 bytes; beyond this no picture is drawn anyway.
    private const int MaximumReduced = 2_000;

    // The exact width is a matching over all pairs; beyond this the widest layer stands for it.
    private const int MaximumMatched = 500;

    private readonly Lazy<BitArray[]> _ancestors;

    public PlanGraph(IReadOnlyList<PlannedTarget> targets, int degree)
    {
        Targets = targets;
        Degree = degree;
        _ancestors = new Lazy<BitArray[]>(Ancestors);
        Layers = new int[targets.Count];
        for (var i = 0; i < targets.Count; i++)
        {
            Layers[i] = targets[i].WaitsFor.Select(x => Layers[x.Index] + 1).DefaultIfEmpty(0).Max();
        }
    }

    /// <summary>Each after everything that it waits for.</summary>
    public IReadOnlyList<PlannedTarget> Targets { get; }

    /// <summary>How many targets may run at the same time.</summary>
    public int Degree { get; }

    /// <summary>For each target, one more than the highest layer that it waits for.</summary>
    public int[] Layers { get; }

    public static PlanGraph Of(IReadOnlyList<ExecutableTarget> plan, int degree, IReadOnlyDictionary<string, TimeSpan> durations)
    {
        var indices = plan.Select((target, i) => (target, i)).ToDictionary(x => x.target, x => x.i);
        return new PlanGraph([.. plan.Select(x => PlannedTarget.Of(x, indices, durations))], degree);
    }

    /// <summary>What the target waits for, without what follows from the rest: A → B → C makes A → C superfluous.</summary>
    public IReadOnlyList<(int Index, PlanRelation Relation)> Direct(int target)
    {
        var waits = Targets[target].WaitsFor;
        if (waits.Count < 2 || Targets.Count > MaximumReduced)
        {
            return waits;
        }

        var ancestors = _ancestors.Value;
        return [.. waits.Where(x => !waits.Any(other => ancestors[other.Index][x.Index]))];
    }

    /// <summary>How many of the targets that are not skipped can run at the same time at most.</summary>
    public int MostAtTheSameTime()
    {
        var running = Enumerable.Range(0, Targets.Count).Where(x => Targets[x].Counts).ToList();
        if (running.Count == 0)
        {
            return 0;
        }

        var widest = running.GroupBy(x => Layers[x]).Max(x => x.Count());
        if (widest >= Degree || running.Count > MaximumMatched)
        {
            return Math.Min(widest, Degree);
        }

        return Math.Min(Degree, running.Count - LargestMatching(running));
    }

    /// <summary>The chain of targets, each waiting for the one before, that takes longest; the one with most targets while durations are not known.</summary>
    public IReadOnlyList<int> LongestChain()
    {
        var length = new (TimeSpan Time, int Count)[Targets.Count];
        var before = new int[Targets.Count];
        var end = -1;
        for (var i = 0; i < Targets.Count; i++)
        {
            before[i] = -1;
            foreach (var (wait, _) in Targets[i].WaitsFor)
            {
                if (before[i] < 0 || length[wait].CompareTo(length[before[i]]) > 0)
                {
                    before[i] = wait;
                }
            }

            var own = Targets[i].Counts ? (Targets[i].Expected ?? TimeSpan.Zero, 1) : (TimeSpan.Zero, 0);
            length[i] = before[i] < 0 ? own : (length[before[i]].Time + own.Item1, length[before[i]].Count + own.Item2);
            if (end < 0 || length[i].CompareTo(length[end]) > 0)
            {
                end = i;
            }
        }

        var chain = new List<int>();
        for (var i = end; i >= 0; i = before[i])
        {
            if (Targets[i].Counts)
            {
                chain.Add(i);
            }
        }

        chain.Reverse();
        return chain;
    }

    private BitArray[] Ancestors()
    {
        var ancestors = new BitArray[Targets.Count];
        for (var i = 0; i < Targets.Count; i++)
        {
            ancestors[i] = new BitArray(Targets.Count);
            foreach (var (wait, _) in Targets[i].WaitsFor)
            {
                ancestors[i].Or(ancestors[wait]);
                ancestors[i][wait] = true;
            }
        }

        return ancestors;
    }

    /// <summary>Dilworth: the fewest chains that cover all targets, which are as many as can run side by side, are targets minus this.</summary>
    private int LargestMatching(List<int> running)
    {
        var ancestors = _ancestors.Value;
        var matched = new Dictionary<int, int>();
        return running.Count(x => Augment(x, []));

        bool Augment(int target, HashSet<int> seen)
        {
            foreach (var other in running.Where(x => ancestors[target][x] && seen.Add(x)))
            {
                if (!matched.TryGetValue(other, out var holder) || Augment(holder, seen))
                {
                    matched[other] = target;
                    return true;
                }
            }

            return false;
        }
    }
}
