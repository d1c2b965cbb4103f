namespace Fairlead.Infrastructure.Plans.Costs;

/// <summary>One meter of one resource.</summary>
/// <param name="Address">The resource.</param>
/// <param name="What">What is paid for: <c>2 × cache.t4g.micro</c>.</param>
/// <param name="Monthly">Per month, in the table's currency, not rounded.</param>
/// <param name="Assumption">How much use is assumed; null for what is paid whether it is used or not.</param>
public sealed record CostLine(string Address, string What, decimal Monthly, string? Assumption = null);
