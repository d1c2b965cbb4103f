using Nuke.Common.Execution;

namespace Nuke.Common.Tests.Execution;

public sealed class GraphOrderTests
{
    private static List<ExecutableTarget> RandomGraph(int seed, int count)
    {
        var random = new Random(seed);
        var targets = Enumerable.Range(0, count).Select(x => new ExecutableTarget { Name = $"T{x}" }).ToList();
        var order = Enumerable.Range(0, count).OrderBy(_ => random.Next()).ToList();
        for (var i = 1; i < count; i++)
        {
            for (var edges = random.Next(3); edges > 0; edges--)
            {
                var target = targets[order[i]];
                var other = targets[order[random.Next(i)]];
                (random.Next(3) switch
                {
                    0 => target.OrderDependencies,
                    1 => target.TriggerDependencies,
                    _ => target.ExecutionDependencies,
                }).Add(other);
            }
        }

        foreach (var target in targets)
        {
            foreach (var other in target.TriggerDependencies)
            {
                other.Triggers.Add(target);
            }
        }

        return targets;
    }

    /// <summary>The rule as one would do it by hand, however slowly: take away, again and again, the first
    /// target that no other waits for; the last taken runs first.</summary>
    private static List<ExecutableTarget> ByHand(IReadOnlyList<ExecutableTarget> all, ExecutableTarget invoked)
    {
        var remaining = all.ToList();
        var taken = new List<ExecutableTarget>();
        while (remaining.Count > 0)
        {
            var next = remaining.First(x => !remaining.Any(y => y.AllDependencies.Contains(x)));
            remaining.Remove(next);
            taken.Add(next);
        }

        var wanted = new HashSet<ExecutableTarget> { invoked };
        while (wanted.ToList().Where(x => x.ExecutionDependencies.Concat(x.Triggers).Where(wanted.Add).ToList() is not []).ToList() is not [])
        {
        }

        taken.Reverse();
        return [.. taken.Where(wanted.Contains)];
    }

    [Fact]
    public void A_plan_is_the_one_that_NUKEs_rule_gives()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var all = RandomGraph(seed, count: 14);
            GraphOrder.Rank(all).ShouldBeEmpty();
            foreach (var invoked in all)
            {
                ExecutionPlanner.Plan([invoked]).ShouldBe(ByHand(all, invoked), $"seed {seed}, {invoked.Name}");
            }
        }
    }

    [Fact]
    public void Every_circle_is_found_with_its_shortest_path()
    {
        var targets = Enumerable.Range(0, 6).Select(x => new ExecutableTarget { Name = $"T{x}" }).ToList();
        targets[0].ExecutionDependencies.Add(targets[1]);
        targets[1].ExecutionDependencies.AddRange([targets[2], targets[0]]);
        targets[2].OrderDependencies.Add(targets[0]);
        targets[3].ExecutionDependencies.Add(targets[0]);
        targets[4].TriggerDependencies.Add(targets[4]);
        targets[5].OrderDependencies.Add(targets[4]);
        GraphOrder.Rank(targets).Select(x => string.Join(" ", x.Select(y => y.Name))).ShouldBe(["T0 T1 T0", "T4 T4"]);
    }

    [Fact]
    public void A_circle_of_ten_thousand_targets_does_not_overflow_the_stack()
    {
        var targets = Enumerable.Range(0, 10_000).Select(x => new ExecutableTarget { Name = $"T{x}" }).ToList();
        for (var i = 0; i < targets.Count; i++)
        {
            targets[i].ExecutionDependencies.Add(targets[(i + 1) % targets.Count]);
        }

        GraphOrder.Rank(targets).ShouldHaveSingleItem().Count.ShouldBe(10_001);
    }

    [Fact]
    public void A_chain_is_no_choice_and_two_loose_ends_are()
    {
        var a = new ExecutableTarget { Name = "A" };
        var b = new ExecutableTarget { Name = "B" };
        var c = new ExecutableTarget { Name = "C" };
        b.ExecutionDependencies.Add(a);
        c.ExecutionDependencies.Add(b);
        GraphOrder.FirstChoice([a, b, c]).ShouldBeNull();
        c.ExecutionDependencies.Clear();
        GraphOrder.FirstChoice([a, b, c]).ShouldBe([b, c]);
    }
}
