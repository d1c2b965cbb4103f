namespace Fairlead.Deployments;

/// <summary>What is there and what the release would change, as a step sees it. Computed without writing anything.</summary>
/// <param name="Kind">The verdict.</param>
/// <param name="Reason">One sentence.</param>
public record StepLook(LookKind Kind, string Reason)
{
    /// <summary>What would be changed, in the order in which it would be; empty unless something would.</summary>
    public IReadOnlyList<PlannedChange> Changes { get; init; } = [];

    /// <summary>What stands against it, each with what to do; empty unless it is impossible.</summary>
    public IReadOnlyList<StepProblem> Problems { get; init; } = [];

    /// <summary>How long the change is expected to take; null where nothing says.</summary>
    public TimeSpan? Forecast { get; init; }

    /// <summary>Whether there is something to change.</summary>
    public bool NeedsChange => Kind == LookKind.WouldChange;

    public static StepLook Unchanged(string reason) => new(LookKind.Unchanged, reason);

    public static StepLook NotApplicable(string reason) => new(LookKind.NotApplicable, reason);

    public static StepLook Impossible(params IReadOnlyList<StepProblem> problems)
        => new(LookKind.Impossible, string.Join(' ', problems.Select(x => x.What))) { Problems = problems };

    public static StepLook WouldChange(string reason, params IReadOnlyList<PlannedChange> changes) => new(LookKind.WouldChange, reason) { Changes = changes };
}
