namespace Nuke.Common.Execution;

/// <summary>Marks what a plan skips before anything runs, and why.</summary>
internal static class SkipMarker
{
    /// <param name="plan">The targets in order.</param>
    /// <param name="skip">null: --skip was not given; empty: it was given without names, so only invoked targets run.</param>
    public static void Apply(IReadOnlyList<ExecutableTarget> plan, IReadOnlyCollection<ExecutableTarget> skip)
    {
        foreach (var target in plan.Where(x => skip is not null && (skip.Count == 0 ? !x.Invoked : skip.Contains(x))))
            Skip(plan, target, "via parameter");

        // From the end: a target that is skipped must not have the conditions of its now skipped dependencies evaluated.
        foreach (var target in plan.Reverse().Where(x => x.Status != ExecutionStatus.Skipped))
        {
            if (FailedCondition(target, target.StaticConditions) is not { } condition)
                continue;
            target.OnlyWhen = condition;
            Skip(plan, target, reason: null);
        }
    }

    /// <summary>The source text of the first condition that does not hold; null when all do.</summary>
    public static string FailedCondition(ExecutableTarget target, IEnumerable<(string Text, Func<bool> Delegate)> conditions)
    {
        foreach (var (text, condition) in conditions)
        {
            try
            {
                if (!condition())
                    return text;
            }
            catch (Exception exception)
            {
                throw new BuildException(
                    $"The condition '{text}' of target '{target.Name}' failed: {ExceptionText.Of(exception)}",
                    "A condition must answer true or false; guard it against missing values.");
            }
        }

        return null;
    }

    private static void Skip(IReadOnlyList<ExecutableTarget> plan, ExecutableTarget target, string reason)
    {
        if (target.Status == ExecutionStatus.Skipped)
            return;
        target.Status = ExecutionStatus.Skipped;
        target.Skipped = reason;
        if (target.DependencyBehavior == DependencyBehavior.Execute)
            return;

        foreach (var other in target.ExecutionDependencies.Concat(target.Triggers))
        {
            if (!other.Invoked && other.Status != ExecutionStatus.Skipped && plan.Contains(other) && !IsNeeded(plan, other))
                Skip(plan, other, $"because of {target.Name}");
        }
    }

    private static bool IsNeeded(IReadOnlyList<ExecutableTarget> plan, ExecutableTarget target) =>
        plan.Any(x => x.Status != ExecutionStatus.Skipped
            && (x.ExecutionDependencies.Contains(target) || x.Triggers.Contains(target)));
}
