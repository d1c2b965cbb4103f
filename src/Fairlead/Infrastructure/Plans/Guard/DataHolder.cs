using Fairlead.Infrastructure.Plans.Reading;

namespace Fairlead.Infrastructure.Plans.Guard;

/// <summary>The types of resources that hold data which nothing else can bring back, each with what is lost with it.</summary>
public static class DataHolder
{
    private static readonly Dictionary<string, string> Losses = new(StringComparer.Ordinal)
    {
        ["aws_athena_database"] = "the definitions of its tables",
        ["aws_backup_vault"] = "every recovery point in the vault",
        ["aws_cloudformation_stack"] = "whatever the stack made, databases and buckets among it",
        ["aws_cloudtrail_event_data_store"] = "the recorded audit events",
        ["aws_cloudwatch_log_group"] = "every log line in the group",
        ["aws_codecommit_repository"] = "the source code and its history",
        ["aws_cognito_user_pool"] = "every user account of the pool, and the passwords, which cannot be exported",
        ["aws_cognito_identity_pool"] = "the identities of the pool",
        ["aws_db_cluster_snapshot"] = "the backup",
        ["aws_db_instance"] = "the database, its automated backups included",
        ["aws_db_snapshot"] = "the backup",
        ["aws_docdb_cluster"] = "every database of the cluster, its automated backups included",
        ["aws_docdb_cluster_snapshot"] = "the backup",
        ["aws_docdbelastic_cluster"] = "every database of the cluster",
        ["aws_dynamodb_global_table"] = "every item of the table in all regions",
        ["aws_dynamodb_table"] = "every item of the table, and its point-in-time backups",
        ["aws_ebs_snapshot"] = "the backup",
        ["aws_ebs_volume"] = "everything on the volume",
        ["aws_ecr_repository"] = "the images, those that a rollback needs among them",
        ["aws_ecrpublic_repository"] = "the published images",
        ["aws_efs_file_system"] = "every file",
        ["aws_elasticache_cluster"] = "what is in the cache, sessions and queues included",
        ["aws_elasticache_replication_group"] = "what is in the cache, sessions and queues included",
        ["aws_elasticache_serverless_cache"] = "what is in the cache, sessions and queues included",
        ["aws_elasticsearch_domain"] = "every index of the domain",
        ["aws_fsx_lustre_file_system"] = "every file",
        ["aws_fsx_ontap_file_system"] = "every file",
        ["aws_fsx_openzfs_file_system"] = "every file",
        ["aws_fsx_windows_file_system"] = "every file",
        ["aws_glacier_vault"] = "every archive in the vault",
        ["aws_glue_catalog_database"] = "the definitions of its tables",
        ["aws_keyspaces_table"] = "every row of the table",
        ["aws_kinesis_stream"] = "the records that are not read yet",
        ["aws_kms_key"] = "everything that is encrypted with the key: without it nobody can read it again",
        ["aws_kms_external_key"] = "everything that is encrypted with the key: without it nobody can read it again",
        ["aws_lightsail_database"] = "the database",
        ["aws_memorydb_cluster"] = "the data of the cluster",
        ["aws_mq_broker"] = "the messages that are not delivered yet",
        ["aws_msk_cluster"] = "every topic of the cluster",
        ["aws_neptune_cluster"] = "the graph, its automated backups included",
        ["aws_opensearch_domain"] = "every index of the domain",
        ["aws_qldb_ledger"] = "the ledger",
        ["aws_rds_cluster"] = "every database of the cluster, its automated backups included",
        ["aws_rds_global_cluster"] = "the link between the regions of the database",
        ["aws_redshift_cluster"] = "the data warehouse",
        ["aws_redshiftserverless_namespace"] = "the data warehouse",
        ["aws_route53_zone"] = "every record, and the name servers that the registrar points to: a new zone has others",
        ["aws_s3_bucket"] = "every object in the bucket, and the name, which anybody may take then",
        ["aws_s3_directory_bucket"] = "every object in the bucket",
        ["aws_s3tables_table_bucket"] = "every table of the bucket",
        ["aws_secretsmanager_secret"] = "the secret and its versions",
        ["aws_sqs_queue"] = "the messages that are not handled yet",
        ["aws_timestreamwrite_database"] = "the time series",
        ["aws_timestreamwrite_table"] = "the time series",
        ["aws_vpc_ipam_pool"] = "the record of which addresses are taken",
        // The value in the state is not the only one: applications and people write here, too.
        ["aws_ssm_parameter"] = "the encrypted value and its history",
    };

    /// <summary>The types, in order.</summary>
    public static IReadOnlyList<string> Types { get; } = Losses.Keys.Order(StringComparer.Ordinal).ToList();

    /// <summary>What is lost when the resource is destroyed, without "is lost"; null when it holds no data.</summary>
    /// <param name="resource">A resource of a plan.</param>
    /// <param name="alsoHoldsData">Addresses that hold data although their type need not: an instance with a volume of its own.</param>
    public static string? Loss(PlannedResource resource, IReadOnlySet<string>? alsoHoldsData = null)
    {
        if (!resource.IsManaged)
        {
            return null;
        }

        var known = Losses.GetValueOrDefault(resource.Type);
        if (resource.Type == "aws_ssm_parameter" && resource.Before["type"].Text is not "SecureString")
        {
            known = null;
        }

        if (known is null)
        {
            return alsoHoldsData?.Contains(resource.Address) == true ? "what it keeps on its disks" : null;
        }

        return resource.Type switch
        {
            "aws_s3_bucket" when resource.Before["force_destroy"].Truth == true => known + "; force_destroy empties it without asking",
            "aws_db_instance" or "aws_rds_cluster" or "aws_docdb_cluster" or "aws_neptune_cluster" when resource.Before["skip_final_snapshot"].Truth == true
                => known + "; skip_final_snapshot: no last snapshot is made",
            "aws_secretsmanager_secret" when resource.Before["recovery_window_in_days"].Number == 0 => known + "; at once, without a recovery window",
            "aws_ecr_repository" when resource.Before["force_delete"].Truth == true => known + "; force_delete removes it with its images",
            _ => known,
        };
    }
}
