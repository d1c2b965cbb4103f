namespace Fairlead.Releases;

/// <summary>The evidence under an outcome that is not a success. Oldest line first in each list; a list without findings is empty, and is not to be
/// announced.</summary>
/// <param name="ServiceEvents">Events of the service since the rollout began.</param>
/// <param name="StoppedTasks">Stopped reason and exit codes of the tasks that stopped since the rollout began.</param>
/// <param name="TargetHealth">What the load balancer says of targets that are not healthy, with the code that its health check was answered.</param>
/// <param name="LogLines">The last lines, at most 30, that the failing tasks wrote.</param>
public sealed record WhyBlock(
    IReadOnlyList<string> ServiceEvents,
    IReadOnlyList<string> StoppedTasks,
    IReadOnlyList<string> TargetHealth,
    IReadOnlyList<string> LogLines)
{
    /// <summary>The likeliest cause, in one sentence, to be told first; null where the evidence points to none.</summary>
    public string? LikelyCause { get; init; }
}
