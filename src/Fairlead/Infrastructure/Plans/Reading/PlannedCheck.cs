namespace Fairlead.Infrastructure.Plans.Reading;

/// <summary>A condition that the configuration itself states: a <c>check</c> block, a precondition, a postcondition, a validation.</summary>
/// <param name="Address">What it belongs to, for people.</param>
/// <param name="Status">Terraform's word: <c>pass</c>, <c>fail</c>, <c>error</c> or <c>unknown</c>.</param>
/// <param name="Problems">What its author wrote for the case that it fails.</param>
public sealed record PlannedCheck(string Address, string Status, IReadOnlyList<string> Problems);
