using Fairlead.Releases;
using Fairlead.Secrets;

namespace Fairlead.Deployments;

/// <summary>How a step ended.</summary>
/// <param name="Step">Its name.</param>
/// <param name="Look">What it saw last.</param>
/// <param name="Outcome">The outcome; null in a dry run and where the step does not apply.</param>
/// <param name="Effects">How many writes there were.</param>
/// <param name="Duration">From the first look to the end.</param>
public sealed record StepResult(string Step, StepLook Look, Outcome? Outcome, int Effects, TimeSpan Duration)
{
    /// <summary>Whether it began to change what would have to go back.</summary>
    public bool HasTouched { get; init; }

    /// <summary>Whether it ended because another step failed, and not by itself.</summary>
    public bool WasStopped { get; init; }

    /// <summary>Whether the run may go on.</summary>
    public bool MayGoOn => Outcome?.IsSuccess ?? Look.Kind != LookKind.Impossible;

    /// <summary>One sentence.</summary>
    public string Reason => Outcome?.Reason ?? Look.Reason;

    /// <summary>As the manifest of the release keeps it.</summary>
    public RecordedStep ToRecord() => new(Step, Outcome?.Kind, SecretMask.Hide(Reason), Math.Round(Duration.TotalSeconds, 3));
}
