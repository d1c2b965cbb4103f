using Nuke.Common.Execution;

namespace Nuke.Common.Planning;

/// <summary>A target as a plan shows it.</summary>
internal sealed record PlannedTarget
{
    public required string Name { get; init; }
    public required string? Description { get; init; }
    public required TargetForecast Forecast { get; init; }

    /// <summary>Why it is, or may be, skipped: a clause; null when it runs.</summary>
    public required string? Reason { get; init; }

    public required bool IsDefault { get; init; }
    public required bool IsInvoked { get; init; }
    public required bool IsAssured { get; init; }

    /// <summary>Names of the planned targets that trigger it.</summary>
    public required IReadOnlyList<string> TriggeredBy { get; init; }

    /// <summary>How long it took when it last ran; null when that is not known.</summary>
    public required TimeSpan? Expected { get; init; }

    /// <summary>The planned targets that it waits for, by index in the plan.</summary>
    public required IReadOnlyList<(int Index, PlanRelation Relation)> WaitsFor { get; init; }

    public bool Counts => Forecast != TargetForecast.Skipped;

    public static PlannedTarget Of(ExecutableTarget target, IReadOnlyDictionary<ExecutableTarget, int> plan, IReadOnlyDictionary<string, TimeSpan> durations)
    {
        var (forecast, reason) = Forecasted(target);
        return new PlannedTarget
        {
            Name = target.Name,
            Description = target.Description,
            Forecast = forecast,
            Reason = reason,
            IsDefault = target.IsDefault,
            IsInvoked = target.Invoked,
            IsAssured = target.AssuredAfterFailure,
            TriggeredBy = [.. target.TriggerDependencies.Where(plan.ContainsKey).Select(x => x.Name)],
            Expected = durations.TryGetValue(target.Name, out var duration) ? duration : null,
            WaitsFor = [.. ExecutionPlanner.Predecessors(target).Where(plan.ContainsKey).Select(x => (plan[x], Relation(target, x)))],
        };
    }

    private static (TargetForecast Forecast, string? Reason) Forecasted(ExecutableTarget target)
    {
        if (target.Status == ExecutionStatus.Skipped)
        {
            return (TargetForecast.Skipped, target.OnlyWhen is { } condition ? $"because it runs only when {condition}" : target.Skipped);
        }

        return target.DynamicConditions.Count == 0
            ? (TargetForecast.Runs, null)
            : (TargetForecast.MayBeSkipped, $"only when {string.Join(" and ", target.DynamicConditions.Select(x => x.Text))}");
    }

    private static PlanRelation Relation(ExecutableTarget target, ExecutableTarget other)
        => target.ExecutionDependencies.Contains(other) ? PlanRelation.Dependency
        : target.TriggerDependencies.Contains(other) ? PlanRelation.Trigger
        : PlanRelation.Order;
}
