namespace Nuke.Common.Planning;

/// <summary>The plan for a person at a terminal: a picture, what is special about some targets, and the sum of it.</summary>
internal sealed class TextPlan(PlanGraph graph, PlanStyle style)
{
    private const int MaximumNames = 30;

    public IEnumerable<string> Lines()
    {
        yield return "";
        yield return style.Bold(
            $"Plan for {string.Join(", ", graph.Targets.Where(x => x.IsInvoked).Select(x => x.IsDefault ? $"{x.Name} (the default)" : x.Name))}");
        yield return "";
        foreach (var line in new PlanDrawing(graph, style).TryDraw() ?? new PlanListing(graph, style).Lines())
        {
            yield return line;
        }

        yield return "";
        foreach (var line in Legend().Concat(Triggered()))
        {
            yield return line;
        }

        yield return "";
        foreach (var line in PlanStyle.Wrap(Sum(), indent: 2))
        {
            yield return line;
        }
    }

    private IEnumerable<string> Legend()
    {
        if (graph.Targets.Count > 1)
        {
            yield return "  A target starts when all that lead to it from above have ended; side by side they run together.";
        }

        if (graph.Targets.Any(x => x.Forecast == TargetForecast.Runs))
        {
            yield return $"  {Symbol(TargetForecast.Runs)} runs";
        }

        foreach (var (forecast, words) in new[] { (TargetForecast.MayBeSkipped, "decided when its turn comes, runs"), (TargetForecast.Skipped, "skipped") })
        {
            foreach (var group in graph.Targets.Where(x => x.Forecast == forecast).GroupBy(x => x.Reason))
            {
                var lines = PlanStyle.Wrap($"  {style.Symbol(forecast)} {words} {group.Key}: {Names(group)}", indent: 4).ToList();
                yield return lines[0].Replace($"  {style.Symbol(forecast)}", $"  {Symbol(forecast)}");
                foreach (var line in lines.Skip(1))
                {
                    yield return line;
                }
            }
        }
    }

    private IEnumerable<string> Triggered()
    {
        foreach (var target in graph.Targets.Where(x => x.Counts && !x.IsInvoked && x.TriggeredBy.Count > 0))
        {
            var by = target.TriggeredBy.Count > 3
                ? $"{string.Join(", ", target.TriggeredBy.Take(2))} and {target.TriggeredBy.Count - 2} others"
                : string.Join(", ", target.TriggeredBy);
            foreach (var line in PlanStyle.Wrap(
                $"  {target.Name} is triggered by {by}{(target.IsAssured ? ", and runs also after a failure" : "")}.",
                indent: 4))
            {
                yield return line;
            }
        }

        var assured = graph.Targets.Where(x => x.Counts && x.IsAssured && x.TriggeredBy.Count == 0).ToList();
        if (assured.Count > 0)
        {
            yield return $"  Also after a failure: {Names(assured)}.";
        }
    }

    private string Symbol(TargetForecast forecast) => style.Colored(forecast, style.Symbol(forecast).ToString());

    private string Sum()
    {
        var count = graph.Targets.Count(x => x.Counts);
        var skipped = graph.Targets.Count - count;
        var most = graph.MostAtTheSameTime();
        var chain = graph.LongestChain();
        var sum = $"{count} {(count == 1 ? "target" : "targets")}{(skipped > 0 ? $" ({skipped} more skipped)" : "")}, at most {most} at the same time";
        if (chain.Count == 0)
        {
            return $"{sum}.";
        }

        var known = chain.SelectMany(x => graph.Targets[x].Expected is { } time ? new[] { time } : []).ToList();
        var expected = known.Aggregate(TimeSpan.Zero, (x, y) => x + y);
        var names = string.Join($" {style.Arrow} ", chain.Count <= MaximumNames
            ? chain.Select(x => graph.Targets[x].Name)
            : [
                .. chain.Take(MaximumNames / 2).Select(x => graph.Targets[x].Name),
                "…",
                .. chain.TakeLast(MaximumNames / 2).Select(x => graph.Targets[x].Name)
            ]);
        return known.Count == 0
            ? $"{sum}, longest chain {names}."
            : $"{sum}, longest chain {names}; expected to take {PlanStyle.Duration(expected)}, as in the last "
                + $"runs{(known.Count < chain.Count ? " (not known of all)" : "")}.";
    }

    private static string Names(IEnumerable<PlannedTarget> targets)
    {
        var names = targets.Select(x => x.Name).ToList();
        return names.Count <= MaximumNames ? string.Join(", ", names) : $"{string.Join(", ", names.Take(MaximumNames))} and {names.Count - MaximumNames} more";
    }
}
