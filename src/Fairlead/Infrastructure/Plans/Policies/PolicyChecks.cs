using Fairlead.Infrastructure.Plans.Reading;

namespace Fairlead.Infrastructure.Plans.Policies;

/// <summary>
/// Checks over the values that a plan arrives at, those that stay included. What is unknown while planning is not judged: an unknown is no finding.
/// </summary>
public static class PolicyChecks
{
    private static readonly IReadOnlyList<(PolicyRule Rule, Func<PolicyContext, IEnumerable<(PlannedResource Resource, string Detail)>> Find)> Checks =
    [
        .. BucketPolicies.Checks,
        .. NetworkPolicies.Checks,
        .. DatabasePolicies.Checks,
        .. HostPolicies.Checks,
        .. IdentityPolicies.Checks,
        .. EdgePolicies.Checks,
    ];

    /// <summary>All rules, by id.</summary>
    public static IReadOnlyList<PolicyRule> Rules { get; } = Checks.Select(x => x.Rule).OrderBy(x => x.Id, StringComparer.Ordinal).ToList();

    /// <summary>Runs every check.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="waivers">What is accepted.</param>
    /// <param name="today">Today in UTC, which tells which waivers are over.</param>
    public static PolicyReport Run(TerraformPlan plan, IReadOnlyList<PolicyWaiver> waivers, DateOnly today)
    {
        var context = new PolicyContext(plan);
        var found = Checks
            .SelectMany(x => x.Find(context).Select(y => new PolicyFinding(x.Rule, y.Resource.Address, y.Detail)))
            .OrderByDescending(x => x.Rule.Severity)
                .ThenBy(x => x.Rule.Id, StringComparer.Ordinal)
                .ThenBy(x => x.Address, StringComparer.Ordinal)
                .ThenBy(x => x.Detail, StringComparer.Ordinal)
            .ToList();
        var expired = waivers.Where(x => x.Expires < today).ToList();
        var valid = waivers.Except(expired).ToList();
        var judged = found.Select(x => x with { Waiver = valid.FirstOrDefault(y => Waives(y, x)) }).ToList();
        return new PolicyReport
        {
            Findings = judged.Where(x => x.Waiver is null).ToList(),
            Waived = judged.Where(x => x.Waiver is not null).ToList(),
            Unused = valid.Where(x => !found.Any(y => Waives(x, y))).ToList(),
            Expired = expired,
        };
    }

    private static bool Waives(PolicyWaiver waiver, PolicyFinding finding) => waiver.Check == finding.Rule.Id && waiver.Address == finding.Address;
}
