using Fairlead.Releases;

namespace Fairlead.Deployments;

/// <summary>How a step ended.</summary>
/// <param name="Step">Its name.</param>
/// <param name="Look">What it saw last.</param>
/// <param name="Outcome">The outcome; null in a dry run and where the step does not apply.</param>
/// <param name="Effects">How many writes there were.</param>
public sealed record StepResult(string Step, StepLook Look, Outcome? Outcome, int Effects)
{
    /// <summary>Whether the run may go on.</summary>
    public bool MayGoOn => Outcome?.IsSuccess ?? Look.Kind != LookKind.Impossible;
}
