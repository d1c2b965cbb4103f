using Fairlead.Infrastructure.Plans.Reading;

namespace Fairlead.Infrastructure.Plans.Summary;

/// <summary>Which attributes of a new resource tell a reader what it is.</summary>
internal static class DecisiveAttributes
{
    private const int Most = 6;

    // In the order in which they are shown; the first few that a resource has are taken.
    private static readonly string[] Names =
    [
        "engine", "engine_version", "instance_class", "instance_type", "node_type", "allocated_storage", "size", "multi_az", "publicly_accessible",
        "storage_encrypted", "backup_retention_period", "desired_count", "launch_type", "cpu", "memory", "min_size", "max_size",
        "type", "ip_protocol", "protocol", "from_port", "to_port", "port", "cidr_ipv4", "cidr_ipv6", "cidr_blocks", "referenced_security_group_id",
        "cidr_block", "availability_zone", "destination_cidr_block", "load_balancer_type", "internal", "bucket", "domain_name", "aliases", "zone_id",
        "image_tag_mutability", "retention_in_days", "policy_arn", "role", "function_name", "runtime", "comparison_operator", "threshold",
        "limit_amount", "identifier", "cluster_identifier", "replication_group_id", "repository", "family", "path", "description", "name", "name_prefix", "key",
    ];

    public static IReadOnlyList<AttributeChange> Of(PlannedValue value)
        => Names
            .Where(x => !value[x].IsUnknown && !value[x].IsEmpty)
            .Take(Most)
            .Select(x => new AttributeChange(x, null, AttributeDiff.Show(value[x])))
            .ToList();
}
