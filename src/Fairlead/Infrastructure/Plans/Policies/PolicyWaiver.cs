namespace Fairlead.Infrastructure.Plans.Policies;

/// <summary>A finding that is accepted, by exact address.</summary>
/// <param name="Check">Id of the rule: <c>FL006</c>.</param>
/// <param name="Address">Exact address, index included.</param>
/// <param name="Reason">Why it is accepted; never empty.</param>
/// <param name="Expires">Last day on which it holds, in UTC; null for no end.</param>
public sealed record PolicyWaiver(string Check, string Address, string Reason, DateOnly? Expires = null);
