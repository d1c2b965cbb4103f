namespace Nuke.Common.Execution;

/// <summary>Marks which targets of a plan are skipped, and why.</summary>
internal sealed class SkipMarker(IReadOnlyList<ExecutableTarget> plan)
{
    private readonly Lazy<Dictionary<ExecutableTarget, List<ExecutableTarget>>> _needing = new(() => Needing(plan));

    /// <summary>Before anything runs: what the command line and the static conditions skip, with the dependencies that only these need.</summary>
    /// <param name="skip">null: --skip was not given; empty: it was given without names, so that only invoked targets run.</param>
    public void Apply(IReadOnlyCollection<ExecutableTarget>? skip)
    {
        if (skip is not null)
        {
            foreach (var target in plan.Where(x => skip.Count == 0 || skip.Contains(x)))
            {
                Skip(target, "via parameter", evenInvoked: false);
            }
        }

        foreach (var target in plan)
        {
            if (FailedConditions(target, target.StaticConditions) is not { } conditions)
            {
                continue;
            }

            target.OnlyWhen = conditions;
            Skip(target, reason: null, evenInvoked: true);
        }
    }

    /// <summary>The source texts of the conditions that do not hold; null when all do.</summary>
    /// <exception cref="BuildException">A condition throws.</exception>
    public static string? FailedConditions(ExecutableTarget target, List<(string Text, Func<bool> Delegate)> conditions)
    {
        if (conditions.Count == 0)
        {
            return null;
        }

        var failed = conditions.Where(x => !Holds(target, x.Text, x.Delegate)).Select(x => x.Text).ToList();
        return failed.Count > 0 ? string.Join(" && ", failed) : null;
    }

    /// <summary>Skips what is in the plan only because of a target that is skipped.</summary>
    public void SkipUnneeded(ExecutableTarget skipped)
    {
        // Not recursive: a chain of ten thousand targets must not overflow the stack.
        var pending = new Stack<ExecutableTarget>([skipped]);
        while (pending.TryPop(out var target))
        {
            if (target.DependencyBehavior == DependencyBehavior.Execute)
            {
                continue;
            }

            foreach (var other in target.ExecutionDependencies.Concat(target.Triggers))
            {
                if (other.Invoked || other.Status != ExecutionStatus.Scheduled || IsNeeded(other, without: target))
                {
                    continue;
                }

                other.Status = ExecutionStatus.Skipped;
                other.Skipped ??= $"because of {target.Name}";
                pending.Push(other);
            }
        }
    }

    // A target that is invoked cannot be skipped by the command line: asking for it wins, as in NUKE. Its dependencies can.
    private void Skip(ExecutableTarget target, string? reason, bool evenInvoked)
    {
        if (target.Status != ExecutionStatus.Scheduled)
        {
            return;
        }

        if (evenInvoked || !target.Invoked)
        {
            target.Status = ExecutionStatus.Skipped;
            target.Skipped ??= reason;
        }

        SkipUnneeded(target);
    }

    private bool IsNeeded(ExecutableTarget target, ExecutableTarget without)
        => _needing.Value.TryGetValue(target, out var needing) && needing.Exists(x => x != without && x.Status != ExecutionStatus.Skipped);

    private static Dictionary<ExecutableTarget, List<ExecutableTarget>> Needing(IReadOnlyList<ExecutableTarget> plan)
    {
        var needing = plan.ToDictionary(x => x, _ => new List<ExecutableTarget>());
        foreach (var target in plan)
        {
            foreach (var other in target.ExecutionDependencies.Concat(target.Triggers))
            {
                if (needing.TryGetValue(other, out var list))
                {
                    list.Add(target);
                }
            }
        }

        return needing;
    }

    private static bool Holds(ExecutableTarget target, string text, Func<bool> condition)
    {
        try
        {
            return condition();
        }
        catch (Exception exception)
        {
            throw new BuildException(
                $"The condition '{text}' of target '{target.Name}' failed: {ExceptionText.Of(exception)}",
                "A condition must answer true or false; guard it against missing values.");
        }
    }
}
