namespace Fairlead.Reporting;

/// <summary>A target of a run that is over. Times are seconds from the start of the run.</summary>
public sealed record TargetRecord
{
    public required string Name { get; init; }

    public string? Description { get; init; }

    public required TargetResult Result { get; init; }

    /// <summary>When its actions started; null when they did not.</summary>
    public double? Start { get; init; }

    /// <summary>When it ended, or when it was decided to skip it; null when it was never its turn.</summary>
    public double? End { get; init; }

    /// <summary>Names of the targets of this run that had to be over before.</summary>
    public IReadOnlyList<string> WaitsFor { get; init; } = [];

    /// <summary>Why it did not run: a clause.</summary>
    public string? Reason { get; init; }

    /// <summary>What the target reported: "Outcome", "Passed", …</summary>
    public IReadOnlyDictionary<string, string> Summary { get; init; } = new Dictionary<string, string>();

    /// <summary>The first lines and the last ones of the errors that it logged.</summary>
    public IReadOnlyList<string> Errors { get; init; } = [];

    /// <summary>Seconds that its actions took.</summary>
    public double Duration() => Start is { } start && End is { } end ? end - start : 0;

    /// <summary>What to tell of the target in one word: the outcome that it reported, else its result.</summary>
    public string Word() => Result switch
    {
        TargetResult.Succeeded or TargetResult.Failed when Summary.TryGetValue("Outcome", out var outcome) && outcome.Length > 0 => outcome,
        TargetResult.NotRun => "Not run",
        _ => Result.ToString(),
    };

    /// <summary>The reason and what was reported, in one line.</summary>
    public string Notes() => string
        .Join(", ", Summary.Where(x => x.Key != "Outcome").Select(x => $"{x.Key}: {x.Value}").Prepend(Reason).Where(x => !string.IsNullOrEmpty(x)))
        .ReplaceLineEndings(" ");
}
