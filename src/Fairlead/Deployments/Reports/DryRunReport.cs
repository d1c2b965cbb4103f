using Fairlead.Reporting;

namespace Fairlead.Deployments.Reports;

/// <summary>
/// What a dry run saw: for each step whether it would change something, what, how much would be sent and how long it would take. Pure. As JSON it is this
/// record, member by member in camelCase; members are only ever added within a version.
/// </summary>
public sealed record DryRunReport
{
    /// <summary>Version of the JSON.</summary>
    public const int CurrentVersion = 1;

    public int Version { get; init; } = CurrentVersion;

    /// <summary>Where it would go; null where nobody said.</summary>
    public string? Place { get; init; }

    /// <summary>Whether nothing stands against the release.</summary>
    public required bool IsPossible { get; init; }

    /// <summary>How many steps would change something.</summary>
    public required int Changing { get; init; }

    /// <summary>Bytes that would be sent.</summary>
    public required long Bytes { get; init; }

    /// <summary>Seconds that the steps would take one after the other, of those that give a forecast; null when none does.</summary>
    public double? ForecastSeconds { get; init; }

    /// <summary>How many of the steps that would change something give no forecast.</summary>
    public required int WithoutForecast { get; init; }

    /// <summary>In the order in which they looked.</summary>
    public required IReadOnlyList<DryRunStep> Steps { get; init; }

    /// <param name="results">How the steps ended in a run that only looks.</param>
    /// <param name="place">Where it would go, for people; null when it need not be said.</param>
    public static DryRunReport Of(IEnumerable<StepResult> results, string? place = null)
    {
        List<DryRunStep> steps = [.. results.Select(DryRunStep.Of)];
        var forecasts = steps.Where(x => x.ForecastSeconds is not null).ToList();
        return new DryRunReport
        {
            Place = place,
            IsPossible = steps.TrueForAll(x => x.Verdict != LookKind.Impossible),
            Changing = steps.Count(x => x.Verdict == LookKind.WouldChange),
            Bytes = steps.Sum(x => x.Bytes ?? 0),
            ForecastSeconds = forecasts.Count == 0 ? null : forecasts.Sum(x => x.ForecastSeconds),
            WithoutForecast = steps.Count(x => x is { Verdict: LookKind.WouldChange, ForecastSeconds: null }),
            Steps = steps,
        };
    }

    /// <summary>The first sentence of the report in every format that people read.</summary>
    internal string Opening => $"Nothing was written: this is a dry run{(Place is null ? "" : $" at {ReportText.Line(Place)}")}.";

    /// <summary>The last sentences: the totals, and what to do.</summary>
    internal string Closing
    {
        get
        {
            if (!IsPossible)
            {
                return "It cannot be done like this. Put right what is listed, and run it again.";
            }

            if (Changing == 0)
            {
                return "Nothing would change.";
            }

            var sent = Bytes > 0 ? $", {ReportText.Bytes(Bytes)} to send" : "";
            var time = ForecastSeconds is { } seconds ? $", about {ReportText.Seconds(seconds)}" : "";
            var unknown = WithoutForecast > 0 ? $" ({ReportText.Count(WithoutForecast, "step gives", "steps give")} no forecast)" : "";
            return $"{ReportText.Count(Changing, "step", "steps")} would change something{sent}{time}{unknown}. Run it without --dry-run to do it.";
        }
    }
}
