namespace Fairlead.Reporting;

/// <summary>Something that the public URL was asked.</summary>
/// <param name="Name">What was asked: <c>GET /api/version</c>.</param>
/// <param name="Answer">What it said, or why it was not asked.</param>
/// <param name="Passed">Whether that is what was expected; null when it was not asked.</param>
/// <param name="Seconds">All attempts together.</param>
public sealed record ReleaseSectionCheck(string Name, string Answer, bool? Passed, double Seconds);
