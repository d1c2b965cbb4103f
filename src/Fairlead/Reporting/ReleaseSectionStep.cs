namespace Fairlead.Reporting;

/// <summary>A step of the release, as the report of the run tells it.</summary>
/// <param name="Name">What it does: <c>roll out api</c>.</param>
/// <param name="Verdict">How it ended, in a word: an outcome, or <c>not applicable</c>.</param>
/// <param name="Reason">One sentence.</param>
/// <param name="Seconds">How long it took.</param>
public sealed record ReleaseSectionStep(string Name, string Verdict, string Reason, double Seconds);
