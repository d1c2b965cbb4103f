using System.Globalization;
using Fairlead.Infrastructure.Plans.Reading;

namespace Fairlead.Infrastructure.Plans.Policies;

/// <summary>Databases, caches and volumes: encryption, backups, reach.</summary>
internal static class DatabasePolicies
{
    public static IEnumerable<(PolicyRule, Func<PolicyContext, IEnumerable<(PlannedResource, string)>>)> Checks
    => [
        (new PolicyRule("FL007", PolicySeverity.Error, "store without encryption at rest",
            "Whoever gets hold of a disk or a snapshot can read it, and encryption cannot be switched on later without a new one.",
            "Set the attribute that the finding names to true.",
            "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html"), Unencrypted),
        (new PolicyRule("FL008", PolicySeverity.Error, "cache without encryption in transit",
            "Passwords and sessions go over the network in clear.",
            "Set transit_encryption_enabled to true, and connect with TLS.",
            "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption.html"), context => context.Of("aws_elasticache_replication_group")
                .Where(x => No(x, "transit_encryption_enabled") || context.IsLeftOut(x, "transit_encryption_enabled"))
                .Select(x => (x, ""))),
        (new PolicyRule("FL009", PolicySeverity.Error, "database without automated backups",
            "After a bad migration or a deletion there is nothing to go back to.",
            "Set backup_retention_period to 7 days or more.",
            "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.BackupRetention.html"), NoBackups),
        (new PolicyRule("FL010", PolicySeverity.Error, "database with a public address",
            "Only its security group then keeps the internet away from it.",
            "Set publicly_accessible to false and keep it in private subnets.",
            "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html#USER_VPC.Hiding"), context => context.Of(
                "aws_db_instance",
                "aws_rds_cluster_instance",
                "aws_docdb_cluster_instance",
                "aws_redshift_cluster").Where(x => x.After["publicly_accessible"].Truth == true).Select(x => (x, ""))),
        (new PolicyRule("FL011", PolicySeverity.Warning, "table without point-in-time recovery",
            "What a faulty program writes over cannot be brought back.",
            "Add point_in_time_recovery { enabled = true }.",
            "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html"), context => context.Of("aws_dynamodb_table")
                .Where(x => context.IsLeftOut(x, "point_in_time_recovery") || (!x.After["point_in_time_recovery"].IsUnknown
                    && !x.After.Block("point_in_time_recovery")["enabled"].IsUnknown
                    && x.After.Block("point_in_time_recovery")["enabled"].Truth != true))
                .Select(x => (x, ""))),
        (new PolicyRule("FL012", PolicySeverity.Warning, "data without deletion protection",
            "One wrong plan or one click removes it.",
            "Set deletion_protection to true.",
            "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html"), context => context.Of(
                "aws_db_instance",
                "aws_rds_cluster",
                "aws_docdb_cluster",
                "aws_neptune_cluster")
                .Where(x => No(x, "deletion_protection")).Select(x => (x, ""))
                .Concat(context.Of("aws_dynamodb_table").Where(x => No(x, "deletion_protection_enabled")).Select(x => (x, "")))),
        (new PolicyRule("FL013", PolicySeverity.Info, "topic, queue or log group encrypted with a key of AWS",
            "It is encrypted where the service does so by itself, but nobody of yours decides who may use the key.",
            "Name a key of your own if that matters: kms_master_key_id or kms_key_id.",
            "https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#aws-managed-cmk"), OwnKey),
    ];

    private static IEnumerable<(PlannedResource, string)> Unencrypted(PolicyContext context)
    {
        foreach (var (types, attribute) in new (string[], string)[]
        {
            (["aws_db_instance", "aws_rds_cluster", "aws_docdb_cluster", "aws_neptune_cluster"], "storage_encrypted"),
            (["aws_ebs_volume", "aws_ebs_snapshot_copy", "aws_efs_file_system", "aws_redshift_cluster"], "encrypted"),
            (["aws_elasticache_replication_group"], "at_rest_encryption_enabled"),
        })
        {
            // A replica, and what is made from a snapshot, takes it over from its source. Left out means no, or what the account's default says.
            foreach (var resource in context.Of(types).Where(x => (No(x, attribute) || context.IsLeftOut(x, attribute)) && IsOriginal(x)))
            {
                yield return (resource, attribute);
            }
        }

        foreach (var resource in context.Of("aws_opensearch_domain", "aws_elasticsearch_domain").Where(x => context.IsLeftOut(x, "encrypt_at_rest")
            || (!x.After["encrypt_at_rest"].IsUnknown && x.After.Block("encrypt_at_rest")["enabled"].Truth != true)))
        {
            yield return (resource, "encrypt_at_rest.enabled");
        }
    }

    private static IEnumerable<(PlannedResource, string)> NoBackups(PolicyContext context)
    {
        foreach (var resource in context.Of("aws_db_instance", "aws_rds_cluster", "aws_docdb_cluster").Where(IsOriginal))
        {
            var days = resource.After["backup_retention_period"];
            // RDS keeps none when nothing is said, and the plan then calls it unknown; clusters keep one day, which they cannot go below.
            if (resource.Type == "aws_db_instance" && context.IsLeftOut(resource, "backup_retention_period"))
            {
                yield return (resource, "backup_retention_period is not set");
            }
            else if (!days.IsUnknown && (days.Number ?? (resource.Type == "aws_db_instance" ? 0 : 1)) < 1)
            {
                yield return (resource, string.Create(CultureInfo.InvariantCulture, $"backup_retention_period {days.Number ?? 0}"));
            }
        }
    }

    private static IEnumerable<(PlannedResource, string)> OwnKey(PolicyContext context)
    {
        foreach (var (type, attribute) in new[]
        {
            ("aws_sns_topic", "kms_master_key_id"),
            ("aws_sqs_queue", "kms_master_key_id"),
            ("aws_cloudwatch_log_group", "kms_key_id")
        })
        {
            foreach (var resource in context.Of(type).Where(x => x.After[attribute].IsEmpty))
            {
                yield return (resource, attribute);
            }
        }
    }

    // Computed where they are not set, so that unknown means nothing here.
    private static bool IsOriginal(PlannedResource resource)
        => resource.After["replicate_source_db"].Text is null
            && resource.After["snapshot_identifier"].Text is null
            && resource.After["replication_source_identifier"].Text is null;

    private static bool No(PlannedResource resource, string attribute) => !resource.After[attribute].IsUnknown && resource.After[attribute].Truth != true;
}
