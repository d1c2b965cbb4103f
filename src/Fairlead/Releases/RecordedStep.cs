namespace Fairlead.Releases;

/// <summary>What a step of the run that made the release ended with. A step that was left out or did not apply is not recorded as done.</summary>
/// <param name="Name">The step: <c>roll out api</c>.</param>
/// <param name="Outcome">How it ended; null where the place has nothing of the kind, or the user left the step out.</param>
/// <param name="Reason">One sentence: what was done or seen, or why it was not.</param>
/// <param name="Seconds">How long it took.</param>
public sealed record RecordedStep(string Name, OutcomeKind? Outcome, string Reason, double Seconds);
