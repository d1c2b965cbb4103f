namespace Fairlead.Deployments.Reports;

/// <summary>A step, as a dry run saw it.</summary>
public sealed record DryRunStep
{
    /// <summary>What it does: <c>push api</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What it found. A step that could not look is impossible.</summary>
    public required LookKind Verdict { get; init; }

    /// <summary>One sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>Bytes that it would send; null where that means nothing.</summary>
    public long? Bytes { get; init; }

    /// <summary>Seconds that it would take; null where nothing says.</summary>
    public double? ForecastSeconds { get; init; }

    /// <summary>What it would change, all of it, in order.</summary>
    public required IReadOnlyList<PlannedChange> Changes { get; init; }

    /// <summary>What stands against it, each with what to do.</summary>
    public required IReadOnlyList<StepProblem> Problems { get; init; }

    internal static DryRunStep Of(StepResult result)
    {
        // A step whose look ended with an error saw nothing, whatever its look is.
        if (result.Outcome is { IsSuccess: false } failed)
        {
            return new DryRunStep
            {
                Name = result.Step,
                Verdict = LookKind.Impossible,
                Reason = failed.Reason,
                Changes = [],
                Problems = [.. result.Look.Problems.DefaultIfEmpty(new StepProblem(failed.Reason, ""))],
            };
        }

        var look = result.Look;
        return new DryRunStep
        {
            Name = result.Step,
            Verdict = look.Kind,
            Reason = look.Reason,
            Bytes = look.Changes.Any(x => x.Bytes is not null) ? look.Changes.Sum(x => x.Bytes ?? 0) : null,
            ForecastSeconds = look.NeedsChange ? look.Forecast?.TotalSeconds : null,
            Changes = look.Changes,
            Problems = look.Problems,
        };
    }
}
