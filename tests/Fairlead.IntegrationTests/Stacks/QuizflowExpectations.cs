using System.Text.Json;

namespace Fairlead.IntegrationTests.Stacks;

/// <summary>What the description and the deployment guide say about the stack <c>quizflow</c>, with the domain of its <c>example.tfvars</c>.</summary>
public static class QuizflowExpectations
{
    private const string Domain = "quizflow.example.com";
    private const string Api = "quizflow-api";

    /// <summary>What the profile <c>quizflow</c> makes.</summary>
    public static IReadOnlyList<StateExpectation> All { get; } =
    [
        // Service
        new(
            "ECS Cluster: Fargate-based",
            "aws_ecs_service",
            x => x.Text("name") == Api && x.Text("launch_type") == "FARGATE" && x.Contains("cluster", "cluster/quizflow-cluster")),
        new(
            "aws ecr create-repository --repository-name quizflow-api",
            "aws_ecr_repository",
            x => x.Text("name") == Api && x.Yes("image_scanning_configuration", 0, "scan_on_push")),
        new(
            "Service: auto-scaling enabled (2-10 tasks)",
            "aws_appautoscaling_target",
            x => x.Text("resource_id") == $"service/quizflow-cluster/{Api}" && x.Number("min_capacity") == 2 && x.Number("max_capacity") >= 10),
        new("Scale up: CPU > 70% for 5 minutes", "aws_cloudwatch_metric_alarm", x => Scaling(x, "GreaterThanThreshold", 70, 5)),
        new("Scale down: CPU < 30% for 15 minutes", "aws_cloudwatch_metric_alarm", x => Scaling(x, "LessThanThreshold", 30, 15)),
        new("Out in steps", "aws_appautoscaling_policy", x => x.Text("policy_type") == "StepScaling"
            && x.List("step_scaling_policy_configuration", 0, "step_adjustment").Any(y => y.Number("scaling_adjustment") > 0)),
        new("In by one", "aws_appautoscaling_policy", x => x.Text("policy_type") == "StepScaling"
            && x.List("step_scaling_policy_configuration", 0, "step_adjustment").Any(y => y.Number("scaling_adjustment") == -1)),
        new(
            "Target Group: health check on /health endpoint",
            "aws_lb_target_group",
            x => x.Text("health_check", 0, "path") == "/health" && x.Text("health_check", 0, "matcher") == "200"),
        new(
            "Load Balancer: Application Load Balancer with HTTPS",
            "aws_lb_listener",
            x => x.Text("protocol") == "HTTPS" && x.Number("port") == 443 && x.Contains("ssl_policy", "TLS13") && x.Text("certificate_arn").Length > 0),
        new(
            "HTTPS everywhere: HTTP is redirected",
            "aws_lb_listener",
            x => x.Number("port") == 80 && x.Text("default_action", 0, "redirect", 0, "protocol") == "HTTPS"),
        new("Task Definition: includes environment variables from Secrets Manager", "aws_ecs_task_definition", x => Secrets(x).IsSupersetOf([
            "DATABASE_URL",
            "JWT_ACCESS_SECRET",
            "JWT_REFRESH_SECRET",
            "OPENAI_API_KEY",
            "STRIPE_SECRET_KEY",
            "STRIPE_WEBHOOK_SECRET"
        ])),
        new("NODE_ENV=production, PORT=5000, MAX_FILE_SIZE=10485760, CORS_ORIGIN", "aws_ecs_task_definition", x => Variable(x, "NODE_ENV", "production")
            && Variable(x, "PORT", "5000")
            && Variable(x, "MAX_FILE_SIZE", "10485760")
            && Variable(x, "CORS_ORIGIN", $"https://{Domain}")),
        new("AWS_CLOUDWATCH_LOG_GROUP=/aws/ecs/quizflow-api", "aws_cloudwatch_log_group", x => x.Text("name") == "/aws/ecs/quizflow-api"),
        new("All secrets in secrets manager", "aws_secretsmanager_secret", x => x.Text("name") == "quizflow/OPENAI_API_KEY"),
        new(
            "ECS may read these secrets, and no others",
            "aws_iam_role_policy",
            x => x.Contains("policy", "secretsmanager:GetSecretValue", ":secret:quizflow/DATABASE_URL")),
        new("The service spreads over zones, without public addresses", "aws_ecs_service", x => x.List("network_configuration", 0, "subnets").Count == 2
            && x.At("network_configuration", 0, "assign_public_ip").ValueKind == JsonValueKind.False
            && x.Text("availability_zone_rebalancing") == "ENABLED"),
        new("A failed rollout goes back by itself", "aws_ecs_service", x => x.Yes("deployment_circuit_breaker", 0, "rollback")),
        new("The load balancer alone reaches the tasks", "aws_vpc_security_group_ingress_rule", x => x.OpensToGroup(5000)),

        // Database
        new(
            "Database: DocumentDB (MongoDB-compatible)",
            "aws_docdb_cluster",
            x => x.Text("cluster_identifier") == "quizflow-db" && x.Text("engine") == "docdb"),
        // The cluster lists its members only once they are there, after it was made.
        new(
            "Database replication: two instances",
            "aws_docdb_cluster_instance",
            x => x.Text("cluster_identifier") == "quizflow-db" && x.Text("identifier") == "quizflow-db-2"),
        new("Database backups: retention 30 days", "aws_docdb_cluster", x => x.Number("backup_retention_period") == 30),
        new("The database is encrypted at rest", "aws_docdb_cluster", x => x.Yes("storage_encrypted")),
        new("No password in the state", "aws_docdb_cluster", x => x.Yes("manage_master_user_password") && x.Text("master_password").Length == 0),
        new(
            "All traffic to the database is encrypted",
            "aws_docdb_cluster_parameter_group",
            x => x.List("parameter").Any(y => y.Text("name") == "tls" && y.Text("value") == "enabled")),
        new("The database lets the API in, nobody else", "aws_vpc_security_group_ingress_rule", x => x.OpensToGroup(27017)),

        // Uploads
        new(
            "File Storage: S3, versioning enabled",
            "aws_s3_bucket_versioning",
            x => x.Contains("bucket", "quizflow-uploads-") && x.Text("versioning_configuration", 0, "status") == "Enabled"),
        new("Move to Glacier after 90 days", "aws_s3_bucket_lifecycle_configuration", x => x.Contains("bucket", "quizflow-uploads-")
            && x.Number("rule", 0, "transition", 0, "days") == 90
            && x.Text("rule", 0, "transition", 0, "storage_class").StartsWith("GLACIER", StringComparison.Ordinal)),
        new("Cross-region replication", "aws_s3_bucket_replication_configuration", x => x.Text("rule", 0, "status") == "Enabled"
            && x.Text("rule", 0, "destination", 0, "bucket").EndsWith(":::quizflow-uploads-replica-123456789012", StringComparison.Ordinal)),
        new("The copy is in another region", "aws_s3_bucket", x => x.Contains("bucket", "quizflow-uploads-replica-") && x.Text("region") == "us-west-2"),
        new(
            "Uploads are encrypted",
            "aws_s3_bucket_server_side_encryption_configuration",
            x => x.Contains("bucket", "quizflow-uploads-") && x.Text("rule", 0, "apply_server_side_encryption_by_default", 0, "sse_algorithm") == "AES256"),
        new(
            "Uploads are private",
            "aws_s3_bucket_public_access_block",
            x => x.Contains("bucket", "quizflow-uploads-") && x.Yes("block_public_acls") && x.Yes("block_public_policy") && x.Yes("restrict_public_buckets")),
        new(
            "The API may keep files there, by its role instead of keys",
            "aws_iam_role_policy",
            x => x.Contains("policy", "s3:PutObject", "arn:aws:s3:::quizflow-uploads-123456789012/*")),

        // Watching
        new(
            "Monitoring: X-Ray",
            "aws_ecs_task_definition",
            x => x.Container("xray").At("essential").ValueKind == JsonValueKind.False && x.Container("xray").Text("image").Length > 0),
        new("X-Ray: the task may send traces", "aws_iam_role_policy", x => x.Contains("policy", "xray:PutTraceSegments")),
        new("Error Rate: > 5% of requests", "aws_cloudwatch_metric_alarm", x => x.Number("threshold") == 5
            && x.List("metric_query").Any(y => y.Text("metric", 0, "metric_name") == "HTTPCode_Target_5XX_Count")
            && x.List("metric_query").Any(y => y.Text("metric", 0, "metric_name") == "RequestCount")
            && x.List("metric_query").Any(y => y.Text("expression").Contains("100 *", StringComparison.Ordinal) && y.Yes("return_data"))),
        new(
            "Response Time: P95 > 2 seconds",
            "aws_cloudwatch_metric_alarm",
            x => x.Watches("AWS/ApplicationELB", "TargetResponseTime", 2) && x.Text("extended_statistic") == "p95"),
        new("Memory Usage: > 80%", "aws_cloudwatch_metric_alarm", x => x.Watches("AWS/ECS", "MemoryUtilization", 80)),
        new(
            "Database Connection: any failures",
            "aws_cloudwatch_log_metric_filter",
            x => x.Text("log_group_name") == "/aws/ecs/quizflow-api" && x.Contains("pattern", "MongoNetworkError")),
        new(
            "Database Connection: nobody connected",
            "aws_cloudwatch_metric_alarm",
            x => x.Watches("AWS/DocDB", "DatabaseConnections", 1) && x.Text("treat_missing_data") == "breaching"),
        new(
            "Disk Space: < 20% free",
            "aws_cloudwatch_metric_alarm",
            x => x.Number("threshold") == 80 && x.List("metric_query").Any(y => y.Text("metric", 0, "metric_name") == "EphemeralStorageUtilized")),
        new(
            "Uptime: any downtime",
            "aws_cloudwatch_metric_alarm",
            x => x.Watches("AWS/ApplicationELB", "HealthyHostCount", 1) && x.Text("treat_missing_data") == "breaching"),
        new("API Quota: OpenAI quota exceeded", "aws_cloudwatch_log_metric_filter", x => x.Contains("pattern", "insufficient_quota")),
        new(
            "Alarms reach somebody, encrypted",
            "aws_sns_topic",
            x => x.Text("name") == "quizflow-alarms" && x.Text("kms_master_key_id").StartsWith("arn:aws:kms:", StringComparison.Ordinal)),

        // Frontend and names
        new(
            "Frontend: S3 + CloudFront",
            "aws_cloudfront_distribution",
            x => x.List("aliases").Any(y => y.GetString() == Domain) && x.Text("default_cache_behavior", 0, "viewer_protocol_policy") == "redirect-to-https"),
        new("The site's bucket is CloudFront's alone", "aws_cloudfront_origin_access_control", x => x.Text("signing_behavior") == "always"),
        new("https://yourdomain.com is the site", "aws_route53_record", x => x.LeadsTo(Domain, ".cloudfront.net")),
        new("https://api.yourdomain.com is the API", "aws_route53_record", x => x.LeadsTo($"api.{Domain}", ".elb.amazonaws.com")),
        new(
            "SSL certificates valid and auto-renewing",
            "aws_acm_certificate",
            x => x.Text("domain_name") == $"api.{Domain}" && x.Text("validation_method") == "DNS"),

        // Releases
        new(
            "The ledger has a bucket of its own",
            "aws_s3_bucket_versioning",
            x => x.Contains("bucket", "-ledger-") && x.Text("versioning_configuration", 0, "status") == "Enabled"),
        new(
            "CI without long-lived keys",
            "aws_iam_openid_connect_provider",
            x => x.Text("url").EndsWith("token.actions.githubusercontent.com", StringComparison.Ordinal)),
        new("Tags", "aws_vpc", x => x.Text("tags_all", "Stack") == "quizflow"
            && x.Text("tags_all", "ManagedBy") == "Terraform"
            && x.Text("tags_all", "Environment") == "production"),
    ];

    private static bool Scaling(JsonElement alarm, string comparison, int threshold, int minutes)
        => alarm.Watches("AWS/ECS", "CPUUtilization", threshold) && alarm.Text("comparison_operator") == comparison
           && alarm.Number("period") == 60 && alarm.Number("evaluation_periods") == minutes
           && alarm.Text("alarm_actions", 0).Contains(":scalingPolicy:", StringComparison.Ordinal);

    private static HashSet<string> Secrets(JsonElement taskDefinition)
        => [.. taskDefinition
            .Container(Api)
            .List("secrets")
            .Where(x => x.Text("valueFrom").StartsWith("arn:aws:secretsmanager:", StringComparison.Ordinal))
            .Select(x => x.Text("name"))];

    private static bool Variable(JsonElement taskDefinition, string name, string value)
        => taskDefinition.Container(Api).List("environment").Any(x => x.Text("name") == name && x.Text("value") == value);
}
