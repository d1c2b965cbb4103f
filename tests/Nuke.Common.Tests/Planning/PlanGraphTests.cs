using Nuke.Common.Planning;

namespace Nuke.Common.Tests.Planning;

public sealed class PlanGraphTests
{
    [Theory]
    [InlineData(8, 3)]
    [InlineData(2, 2)]
    public void Targets_of_different_layers_count_as_running_at_the_same_time_when_nothing_orders_them(int degree, int expected)
        => // B with D and E, although no layer holds three.
        SomeGraph.Of(degree, "A", "B: A", "C: A", "D: C", "E: C").MostAtTheSameTime().ShouldBe(expected);

    [Fact]
    public void A_skipped_target_takes_no_place()
        => SomeGraph.Of("A", "B", "C").With("B", x => x with { Forecast = TargetForecast.Skipped, Reason = "via parameter" }).MostAtTheSameTime().ShouldBe(2);

    [Fact]
    public void The_longest_chain_has_most_targets_until_durations_are_known()
    {
        var graph = SomeGraph.Of("A", "B", "C: B", "D: A C");

        Chain(graph).ShouldBe(["B", "C", "D"]);
        Chain(graph.With("A", x => x with { Expected = TimeSpan.FromSeconds(9) })).ShouldBe(["A", "D"]);
    }

    private static IEnumerable<string> Chain(PlanGraph graph) => graph.LongestChain().Select(x => graph.Targets[x].Name);
}
