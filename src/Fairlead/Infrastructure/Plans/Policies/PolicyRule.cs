namespace Fairlead.Infrastructure.Plans.Policies;

/// <summary>What is looked for, and what to do about it.</summary>
/// <param name="Id">Stable name, never used again for anything else: <c>FL001</c>.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Title">One clause.</param>
/// <param name="Why">What can happen, one sentence.</param>
/// <param name="Fix">What to change, one sentence.</param>
/// <param name="Reference">Page of AWS that says so.</param>
public sealed record PolicyRule(string Id, PolicySeverity Severity, string Title, string Why, string Fix, string Reference);
