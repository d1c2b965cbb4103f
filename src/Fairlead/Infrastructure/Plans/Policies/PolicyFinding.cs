namespace Fairlead.Infrastructure.Plans.Policies;

/// <param name="Rule">What was broken.</param>
/// <param name="Address">Where.</param>
/// <param name="Detail">What exactly, without secrets: <c>port 22 from 0.0.0.0/0</c>.</param>
/// <param name="Waiver">Why it is accepted; null when it is not.</param>
public sealed record PolicyFinding(PolicyRule Rule, string Address, string Detail, PolicyWaiver? Waiver = null)
{
    public override string ToString() => $"{Rule.Id} {Address}: {Rule.Title}{(Detail.Length > 0 ? $" ({Detail})" : "")}";
}
