using System.Globalization;
using Fairlead.Infrastructure.Plans.Reading;

namespace Fairlead.Infrastructure.Plans.Policies;

/// <summary>What the internet can reach.</summary>
internal static class NetworkPolicies
{
    private static readonly (int Port, string Name)[] Guarded =
    [
        (22, "SSH"), (2375, "Docker"), (
            3306,
            "MySQL"), (3389, "RDP"), (5432, "PostgreSQL"), (6379, "Redis"), (8200, "Vault"), (9200, "OpenSearch"), (11211, "Memcached"), (27017, "MongoDB"),
    ];

    public static IEnumerable<(PolicyRule, Func<PolicyContext, IEnumerable<(PlannedResource, string)>>)> Checks
    => [
        (new PolicyRule("FL005", PolicySeverity.Error, "port of an inner service open to the internet",
            "Databases, caches, vaults and remote shells are searched for and attacked within minutes.",
            "Allow the security group of whoever needs it instead of a range; for a shell use SSM Session Manager.",
            "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html"), context => Rules(context)
                .Where(x => !x.All && Ports(x).Length > 0)
                .Select(x => (x.Resource, $"{Ports(x)} from {x.Range}"))),
        (new PolicyRule("FL006", PolicySeverity.Error, "all ports open to the internet",
            "Whatever listens on the host can be reached by anybody.",
            "Open the port that is served, nothing else.",
            "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html"), context => Rules(context)
                .Where(x => x.All)
                .Select(x => (x.Resource, $"all ports from {x.Range}"))),
    ];

    private static string Ports(OpenRule rule)
        => string.Join(
            ", ",
            Guarded.Where(x => rule.From <= x.Port && x.Port <= rule.To).Select(x => string.Create(CultureInfo.InvariantCulture, $"port {x.Port} ({x.Name})")));

    // The three forms: rules inside the group, aws_security_group_rule, aws_vpc_security_group_ingress_rule.
    private static IEnumerable<OpenRule> Rules(PolicyContext context)
    {
        foreach (var group in context.Of("aws_security_group", "aws_default_security_group"))
        {
            foreach (var rule in group.After["ingress"].Items.SelectMany(x => Open(group, x, x["protocol"].Text)))
            {
                yield return rule;
            }
        }

        foreach (var rule in context.Of("aws_security_group_rule")
            .Where(x => x.After["type"].Text == "ingress")
            .SelectMany(x => Open(x, x.After, x.After["protocol"].Text)))
        {
            yield return rule;
        }

        foreach (var rule in context.Of("aws_vpc_security_group_ingress_rule").SelectMany(x => Open(x, x.After, x.After["ip_protocol"].Text)))
        {
            yield return rule;
        }
    }

    private static IEnumerable<OpenRule> Open(PlannedResource resource, PlannedValue rule, string? protocol)
    {
        var ranges = rule["cidr_blocks"].Items.Concat(rule["ipv6_cidr_blocks"].Items).Concat(rule["cidr_ipv4"].Items).Concat(rule["cidr_ipv6"].Items)
            .Select(x => x.Text).Where(x => x is not null && IsInternet(x)).Distinct(StringComparer.Ordinal).ToList();
        if (ranges.Count == 0 || protocol is null or "icmp" or "icmpv6" or "1" or "58")
        {
            yield break;
        }

        var all = protocol is "-1" or "all";
        var (from, to) = ((int?)rule["from_port"].Number ?? 0, (int?)rule["to_port"].Number ?? 65_535);
        yield return new OpenRule(resource, all || (from <= 1 && to >= 65_535), from, to, string.Join(", ", ranges));
    }

    // Two halves of the internet are the internet, too.
    private static bool IsInternet(string range)
        => range.EndsWith("/0", StringComparison.Ordinal) || range is "0.0.0.0/1" or "128.0.0.0/1" or "::/1" or "8000::/1" or "2000::/3";

    private sealed record OpenRule(PlannedResource Resource, bool All, int From, int To, string Range);
}
