namespace Nuke.Common.Execution;

/// <summary>Measures a run: every time of a target is the time since this clock was made, so that a change of the system's clock does no harm.</summary>
internal sealed class RunClock(TimeProvider time)
{
    private readonly long _origin = time.GetTimestamp();

    /// <summary>When the run began, for people.</summary>
    public DateTimeOffset Started { get; } = time.GetUtcNow();

    public TimeSpan Elapsed => time.GetElapsedTime(_origin);
}
