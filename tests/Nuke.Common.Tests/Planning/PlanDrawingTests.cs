using Nuke.Common.Planning;

namespace Nuke.Common.Tests.Planning;

public sealed class PlanDrawingTests
{
    [Fact]
    public void A_chain_is_a_straight_line_without_the_waits_that_follow_from_it()
        => SomeGraph.Of("Restore", "Compile: Restore", "Test: Compile Restore").Drawn().ShouldBe("""
              ● Restore
              │
              ● Compile
              │
              ● Test
            """);

    [Fact]
    public void Targets_side_by_side_fork_and_join_and_a_long_wait_passes_the_layers_between()
        => SomeGraph.Of(
            "Preflight", "WebRestore: Preflight", "Restore: Preflight", "WebBuild: WebRestore", "Compile: Restore", "WebTest: WebRestore",
            "Test: Compile WebTest", "DockerImage: Compile", "Apply: Preflight Test WebBuild DockerImage").Drawn().ShouldBe("""
              ● Preflight
              ├──────────────┐
              ● WebRestore   ● Restore
              ├────────────┐ └─────────┐
              ● WebBuild   ● WebTest   ● Compile
              │            ├◂──────────┤
              │            ● Test      ● DockerImage
              ├────────────┴───────────┘
              ● Apply
            """);

    [Fact]
    public void A_bundle_in_which_each_waits_for_all_shares_a_row_and_a_line_that_joins_points_to_where_it_leads()
        => SomeGraph.Of("A", "B", "C: A B", "D: A B", "E: C", "F: C D").Drawn().ShouldBe("""
              ● A   ● B
              ├─────┤
              ● C   ● D
              ├────▸┤
              ● E   ● F
            """);

    [Fact]
    public void Lines_that_cross_do_not_touch_and_plain_characters_do()
        => SomeGraph.Of("A", "B", "C: A", "D: A", "E: B", "F: C E", "G: D E", "H: B D").Drawn(unicode: false).ShouldBe("""
              * A   * B
              +-----|-----+
              |     +-----|-----+
              * C   * E   * D   |
              +<----+     |     |
              |     +<----+     |
              |     |     +<----+
              * F   * G   * H
            """);

    [Fact]
    public void Lines_that_could_not_be_told_apart_are_not_drawn()
        => SomeGraph.Of("A", "B", "C", "D: A B", "E: B C", "F: A C").Drawn().ShouldBe("none");

    [Fact]
    public void A_picture_wider_than_the_page_is_a_list_instead()
    {
        var graph = SomeGraph.Of([
            .. Enumerable.Range(0, 30).Select(x => $"Target{x}"),
            "All:" + string.Concat(Enumerable.Range(0, 30).Select(x => $" Target{x}"))
        ]);

        graph.Drawn().ShouldBe("none");
        var lines = new TextPlan(graph, new PlanStyle(IsUnicode: true, HasColor: false)).Lines().ToList();
        lines.ShouldContain("    1 ┬ ● Target0");
        lines.ShouldContain("      └ ● Target29");
        lines.ShouldContain("    2 ─ ● All       after Target0, Target1, Target2, Target3 and 26 more");
        lines.ShouldAllBe(x => x.Length <= PlanStyle.Width);
    }

    [Fact]
    public void A_graph_of_ten_thousand_targets_is_listed_in_less_than_a_few_seconds()
    {
        var targets = Enumerable.Range(0, 10_000).Select(x => new PlannedTarget
        {
            Name = $"T{x}",
            Description = null,
            Forecast = TargetForecast.Runs,
            Reason = null,
            IsDefault = false,
            IsInvoked = x == 9_999,
            IsAssured = false,
            TriggeredBy = [],
            Expected = null,
            WaitsFor = x < 100 ? [] : [(x - 100, PlanRelation.Dependency), (x - 1 - (x % 100), PlanRelation.Order)],
        });
        var graph = new PlanGraph([.. targets], degree: 1_000);

        new TextPlan(graph, new PlanStyle(IsUnicode: true, HasColor: false)).Lines().Last().ShouldNotBeEmpty();
        graph.MostAtTheSameTime().ShouldBe(100);
        graph.LongestChain().Count.ShouldBe(100);
    }
}
