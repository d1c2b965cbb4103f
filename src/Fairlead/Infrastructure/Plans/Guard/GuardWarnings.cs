using System.Globalization;
using Fairlead.Infrastructure.Plans.Reading;

namespace Fairlead.Infrastructure.Plans.Guard;

/// <summary>Changes in place that lose data, or take away what protects it.</summary>
internal static class GuardWarnings
{
    public static IEnumerable<string> Of(PlannedResource resource, IReadOnlySet<string> holdsData)
    {
        if (resource.Action is PlannedAction.Forget or PlannedAction.ReplaceAndForget && DataHolder.Loss(resource, holdsData) is not null)
        {
            yield return $"{resource.Address} is removed from the state: it stays, but nothing manages or protects it any more.";
        }

        if (resource.Action is not (PlannedAction.Update or PlannedAction.Replace))
        {
            yield break;
        }

        foreach (var (attribute, from, to, what) in Switches)
        {
            var (before, after) = (resource.Before[attribute], resource.After[attribute]);
            // Taken out of the configuration, a switch is off.
            if (before.Truth == from && (after.Truth == to || (!to && after.IsNull)) && !after.IsUnknown)
            {
                yield return $"{resource.Address}: {attribute} becomes {(to ? "true" : "false")}: {what}.";
            }
        }

        foreach (var (type, attribute, what) in Periods)
        {
            if (resource.Type == type && Shorter(resource.Before[attribute].Number, resource.After[attribute].Number, attribute) is { } change)
            {
                yield return $"{resource.Address}: {attribute} {change}: {what}.";
            }
        }

        if (resource.Type == "aws_s3_bucket_versioning"
            && resource.Before.Block("versioning_configuration")["status"].Text == "Enabled"
            && resource.After.Block("versioning_configuration")["status"].Text is { } status and not "Enabled")
        {
            yield return $"{resource.Address}: versioning becomes {status}: an overwritten or deleted object cannot be brought back.";
        }

        if (resource.Type == "aws_s3_bucket_lifecycle_configuration")
        {
            yield return $"{resource.Address}: the lifecycle rules change: an expiration that comes earlier deletes objects.";
        }

        if (resource.Type == "aws_kms_key" && resource.Before["is_enabled"].Truth == true && resource.After["is_enabled"].Truth == false)
        {
            yield return $"{resource.Address}: is_enabled becomes false: nothing that is encrypted with it can be read.";
        }
    }

    private static readonly (string Attribute, bool From, bool To, string What)[] Switches =
    [
        ("deletion_protection", true, false, "from then on it can be destroyed"),
        ("deletion_protection_enabled", true, false, "from then on it can be destroyed"),
        ("enable_deletion_protection", true, false, "from then on it can be destroyed"),
        ("force_destroy", false, true, "from then on destroying it empties it without asking"),
        ("force_delete", false, true, "from then on destroying it removes what is in it"),
        ("skip_final_snapshot", false, true, "when it is destroyed, no last snapshot is made"),
        ("delete_automated_backups", false, true, "when it is destroyed, its automated backups go with it"),
    ];

    private static readonly (string Type, string Attribute, string What)[] Periods =
    [
        ("aws_db_instance", "backup_retention_period", "older automated backups are deleted; 0 deletes all of them and ends point-in-time recovery"),
        ("aws_rds_cluster", "backup_retention_period", "older automated backups are deleted"),
        ("aws_docdb_cluster", "backup_retention_period", "older automated backups are deleted"),
        ("aws_elasticache_replication_group", "snapshot_retention_limit", "older snapshots are deleted; 0 ends them"),
        ("aws_cloudwatch_log_group", "retention_in_days", "older log lines are deleted"),
        ("aws_sqs_queue", "message_retention_seconds", "older messages are deleted"),
        ("aws_secretsmanager_secret", "recovery_window_in_days", "there is less time to bring it back after it is destroyed"),
    ];

    private static string? Shorter(decimal? before, decimal? after, string attribute)
    {
        // A log group with 0 keeps its lines for ever.
        var (from, to) = attribute == "retention_in_days" ? (before == 0 ? decimal.MaxValue : before, after == 0 ? decimal.MaxValue : after) : (before, after);
        return from > to ? string.Create(CultureInfo.InvariantCulture, $"{before} → {after}") : null;
    }
}
