using Nuke.Common.Planning;

namespace Nuke.Common.Tests.Planning;

/// <summary>Graphs in few words: "C: A B" is a target C that waits for A and B.</summary>
internal static class SomeGraph
{
    public static PlanGraph Of(params string[] targets) => Of(degree: 8, targets);

    public static PlanGraph Of(int degree, params string[] targets)
    {
        var names = targets.Select(x => x.Split(':')[0]).ToList();
        return new PlanGraph(
            [.. targets.Select(x => Target(
                names[targets.ToList().IndexOf(x)],
                [.. (x.Split(':') is [_, var waits] ? waits : "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(y => names.IndexOf(y))]))],
            degree);
    }

    public static PlanGraph With(this PlanGraph graph, string name, Func<PlannedTarget, PlannedTarget> change)
        => new([.. graph.Targets.Select(x => x.Name == name ? change(x) : x)], graph.Degree);

    /// <summary>The picture as the terminal shows it, without the words around it.</summary>
    public static string Drawn(this PlanGraph graph, bool unicode = true)
        => string.Join('\n', new PlanDrawing(graph, new PlanStyle(unicode, HasColor: false)).TryDraw() ?? ["none"]);

    private static PlannedTarget Target(string name, int[] waits) => new()
    {
        Name = name,
        Description = null,
        Forecast = TargetForecast.Runs,
        Reason = null,
        IsDefault = false,
        IsInvoked = false,
        IsAssured = false,
        TriggeredBy = [],
        Expected = null,
        WaitsFor = [.. waits.Select(x => (x, PlanRelation.Dependency))],
    };
}
