using System.Text.Json;

namespace Fairlead.IntegrationTests.Stacks;

/// <summary>What the description and the deployment summary say about the stack <c>cpm</c>, with the domain of its <c>example.tfvars</c>.</summary>
public static class CpmExpectations
{
    private const string Domain = "cpm.example.com";

    private const string Dashboard =
        """
        {"widgets": [
          {"type": "metric", "x": 0, "y": 0, "width": 12, "height": 6, "properties": {
            "metrics": [["AWS/ECS", "CPUUtilization", "ServiceName", "cpm-backend", "ClusterName", "cpm-cluster"], [".", "MemoryUtilization", ".", ".", ".", "."]],
            "period": 300, "stat": "Average", "region": "us-east-1", "title": "ECS Service Metrics"}},
          {"type": "metric", "x": 12, "y": 0, "width": 12, "height": 6, "properties": {
            "metrics": [["AWS/RDS", "CPUUtilization", "DBInstanceIdentifier", "cpm-db"], [".", "DatabaseConnections", ".", "."], [".", "FreeableMemory", ".", "."]],
            "period": 300, "stat": "Average", "region": "us-east-1", "title": "RDS Database Metrics"}}
        ]}
        """;

    /// <summary>What the profile <c>cpm</c> makes.</summary>
    public static IReadOnlyList<StateExpectation> All { get; } =
    [
        // Names that deploys and documents use
        new("CLUSTER: cpm-cluster", "aws_ecs_cluster", x => x.Text("name") == "cpm-cluster"),
        new("SERVICE: cpm-backend on ECS Fargate", "aws_ecs_service", x => x.Text("name") == "cpm-backend" && x.Text("launch_type") == "FARGATE"),
        new(
            "Create ECR repository cpm-backend",
            "aws_ecr_repository",
            x => x.Text("name") == "cpm-backend" && x.Yes("image_scanning_configuration", 0, "scan_on_push") && x.Text("image_tag_mutability") == "IMMUTABLE"),
        new(
            "--log-group-name \"/ecs/cpm-backend\"",
            "aws_cloudwatch_log_group",
            x => x.Text("name") == "/ecs/cpm-backend" && x.Number("retention_in_days") > 0),
        new(
            "CloudWatch log encryption",
            "aws_cloudwatch_log_group",
            x => x.Text("name") == "/ecs/cpm-backend" && x.Text("kms_key_id").StartsWith("arn:aws:kms:", StringComparison.Ordinal)),

        // Service
        new("Auto scaling 2 to 10", "aws_appautoscaling_target", x => x.Text("resource_id") == "service/cpm-cluster/cpm-backend"
            && x.Text("scalable_dimension") == "ecs:service:DesiredCount"
            && x.Number("min_capacity") == 2
            && x.Number("max_capacity") >= 10),
        new(
            "ECS services scale based on demand: out",
            "aws_appautoscaling_policy",
            x => x.List("step_scaling_policy_configuration", 0, "step_adjustment").Any(y => y.Number("scaling_adjustment") > 0)),
        new(
            "ECS services scale based on demand: in",
            "aws_appautoscaling_policy",
            x => x.List("step_scaling_policy_configuration", 0, "step_adjustment").Any(y => y.Number("scaling_adjustment") < 0)),
        new(
            "Application Load Balancer with health checks: /api/auth/health",
            "aws_lb_target_group",
            x => x.Text("health_check", 0, "path") == "/api/auth/health" && x.Text("target_type") == "ip"),
        new(
            "A failed rollout goes back by itself",
            "aws_ecs_service",
            x => x.Yes("deployment_circuit_breaker", 0, "enable") && x.Yes("deployment_circuit_breaker", 0, "rollback")),
        new("Multi-AZ deployment: tasks in two private subnets", "aws_ecs_service", x => x.List("network_configuration", 0, "subnets").Count == 2
            && x.At("network_configuration", 0, "assign_public_ip").ValueKind == JsonValueKind.False),
        new(
            "Production environment variables",
            "aws_ecs_task_definition",
            x => x.Container("cpm-backend").List("environment").Any(y => y.Text("name") == "CORS_ORIGIN" && y.Text("value") == $"https://{Domain}")
                && x.Container("cpm-backend").List("environment").Any(y => y.Text("name") == "JWT_EXPIRES_IN" && y.Text("value") == "7d")),
        new("REDIS_URL, over TLS", "aws_ecs_task_definition", x => x.Container("cpm-backend")
            .List("environment")
            .Any(y => y.Text("name") == "REDIS_URL" && y.Text("value").StartsWith("rediss://", StringComparison.Ordinal))),
        new(
            "DATABASE_URL and JWT_SECRET come from Secrets Manager",
            "aws_ecs_task_definition",
            x => new[] { "DATABASE_URL", "JWT_SECRET" }.All(name => x.Container("cpm-backend")
                .List("secrets")
                .Any(y => y.Text("name") == name && y.Text("valueFrom").StartsWith("arn:aws:secretsmanager:", StringComparison.Ordinal)))),
        new(
            "IAM roles with least privilege: images from this repository only",
            "aws_iam_role_policy",
            x => x.Contains("policy", "ecr:BatchGetImage", ":repository/cpm-backend\"")),

        // Database
        new(
            "RDS PostgreSQL cpm-db",
            "aws_db_instance",
            x => x.Text("identifier") == "cpm-db" && x.Text("engine") == "postgres" && x.Text("db_name") == "canar_db"),
        new("Multi-AZ deployment of the database", "aws_db_instance", x => x.Yes("multi_az")),
        new("Automated backups", "aws_db_instance", x => x.Number("backup_retention_period") == 7),
        new("RDS encryption at rest", "aws_db_instance", x => x.Yes("storage_encrypted") && x.At("publicly_accessible").ValueKind == JsonValueKind.False),
        new(
            "Enable RDS Performance Insights, retention period 7",
            "aws_db_instance",
            x => x.Yes("performance_insights_enabled") && x.Number("performance_insights_retention_period") == 7),
        new("db.t3.micro", "aws_db_instance", x => x.Text("instance_class") == "db.t3.micro"),
        new("No password in the state", "aws_db_instance", x => x.Yes("manage_master_user_password") && x.Text("password").Length == 0),
        new(
            "TLS encryption in transit to the database",
            "aws_db_parameter_group",
            x => x.List("parameter").Any(y => y.Text("name") == "rds.force_ssl" && y.Text("value") == "1")),
        new("The database lets the service in, nobody else", "aws_vpc_security_group_ingress_rule", x => x.OpensToGroup(5432)),

        // Cache
        new(
            "ElastiCache Redis, cache.t3.micro",
            "aws_elasticache_replication_group",
            x => x.Text("replication_group_id") == "cpm-redis" && x.Text("engine") == "redis" && x.Text("node_type") == "cache.t3.micro"),
        new(
            "Multi-AZ deployment of the cache",
            "aws_elasticache_replication_group",
            x => x.Number("num_cache_clusters") == 2 && x.Yes("multi_az_enabled") && x.Yes("automatic_failover_enabled")),
        new(
            "The cache is encrypted at rest and in transit",
            "aws_elasticache_replication_group",
            x => x.Text("at_rest_encryption_enabled") == "true" || x.Yes("at_rest_encryption_enabled")),
        new(
            "The cache speaks TLS only, and knows users",
            "aws_elasticache_replication_group",
            x => x.Yes("transit_encryption_enabled") && x.List("user_group_ids").Count == 1 && x.Text("auth_token").Length == 0),
        new(
            "The backend signs in to the cache with its role",
            "aws_elasticache_user",
            x => x.Text("user_name") == "cpm-redis-app" && x.Text("authentication_mode", 0, "type") == "iam"),
        new("Who names no user may do nothing", "aws_elasticache_user", x => x.Text("user_name") == "default" && x.Text("access_string") == "off ~keys* -@all"),
        new("The cache lets the service in, nobody else", "aws_vpc_security_group_ingress_rule", x => x.OpensToGroup(6379)),

        // Network and edge
        new("VPC isolation with private subnets", "aws_subnet", x => x.At("map_public_ip_on_launch").ValueKind == JsonValueKind.False),
        new("Security group for ECS: the load balancer alone", "aws_vpc_security_group_ingress_rule", x => x.OpensToGroup(5000)),
        new(
            "Network ACLs for additional protection",
            "aws_network_acl_rule",
            x => x.Yes("egress") && x.Text("rule_action") == "allow" && x.Number("from_port") == 443 && x.Number("to_port") == 443),
        new("HTTPS encryption with ACM certificates", "aws_lb_listener", x => x.Text("protocol") == "HTTPS" && x.Text("certificate_arn").Length > 0),
        new("HTTP is redirected to HTTPS", "aws_lb_listener", x => x.Number("port") == 80 && x.Text("default_action", 0, "type") == "redirect"),
        new("Request certificate for the domain and *.domain, validation DNS", "aws_acm_certificate", x => x.Text("domain_name") == Domain
            && x.Text("validation_method") == "DNS"
            && x.List("subject_alternative_names").Any(y => y.GetString() == $"*.{Domain}")),
        new(
            "CloudFront for global content delivery, the API behind it over HTTPS",
            "aws_cloudfront_distribution",
            x => x.List("aliases").Any(y => y.GetString() == Domain) && x.Text("ordered_cache_behavior", 0, "path_pattern") == "/api/*" && x
                .List("origin")
                .Any(y => y.Text("domain_name") == $"api.{Domain}" && y.Text("custom_origin_config", 0, "origin_protocol_policy") == "https-only")),
        new(
            "S3 bucket encryption",
            "aws_s3_bucket_server_side_encryption_configuration",
            x => x.Contains("bucket", "cpm-site-") && x.Text("rule", 0, "apply_server_side_encryption_by_default", 0, "sse_algorithm") == "AES256"),
        new("Route 53: the site", "aws_route53_record", x => x.LeadsTo(Domain, ".cloudfront.net")),
        new("Route 53: the API", "aws_route53_record", x => x.LeadsTo($"api.{Domain}", ".elb.amazonaws.com")),

        // Watching
        new(
            "CloudWatch dashboard CPM-Monitoring with the ECS and RDS widgets",
            "aws_cloudwatch_dashboard",
            x => x.Text("dashboard_name") == "CPM-Monitoring" && x.SameJson("dashboard_body", Dashboard)),
        new("Alert when CPU utilization is high: 80, average of 300 s", "aws_cloudwatch_metric_alarm", x => x.Watches("AWS/ECS", "CPUUtilization", 80)
            && x.Text("dimensions", "ServiceName") == "cpm-backend"
            && x.Text("dimensions", "ClusterName") == "cpm-cluster"
            && x.Number("period") == 300
            && x.Text("comparison_operator") == "GreaterThanThreshold"),
        new("Billing alarm at 100 USD", "aws_cloudwatch_metric_alarm", x => x.Watches("AWS/Billing", "EstimatedCharges", 100)
            && x.Text("dimensions", "Currency") == "USD"
            && x.Text("statistic") == "Maximum"
            && x.Number("period") == 86400
            && x.Contains("arn", ":us-east-1:")),
        new("Budget", "aws_budgets_budget", x => x.Text("budget_type") == "COST" && x.Text("time_unit") == "MONTHLY" && x.List("notification").Count == 3),
        new(
            "Alarms reach somebody, encrypted",
            "aws_sns_topic",
            x => x.Text("name") == "cpm-alarms" && x.Text("kms_master_key_id").StartsWith("arn:aws:kms:", StringComparison.Ordinal)),

        // Releases
        new(
            "The ledger has a bucket of its own",
            "aws_s3_bucket_versioning",
            x => x.Contains("bucket", "-ledger-") && x.Text("versioning_configuration", 0, "status") == "Enabled"),
        new(
            "CI without long-lived keys",
            "aws_iam_openid_connect_provider",
            x => x.Text("url").EndsWith("token.actions.githubusercontent.com", StringComparison.Ordinal)),
        new(
            "Tags",
            "aws_vpc",
            x => x.Text("tags_all", "Stack") == "cpm" && x.Text("tags_all", "ManagedBy") == "Terraform" && x.Text("tags_all", "Environment") == "production"),
    ];
}
