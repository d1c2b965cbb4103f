using System.Text.Json;

namespace Fairlead.IntegrationTests.Stacks;

/// <summary>What the description and the guide say about the stack <c>apprunner</c>, with the name of example.com.</summary>
public static class ApprunnerExpectations
{
    private const string Anywhere = "0.0.0.0/0";

    /// <summary>On either service host.</summary>
    private static readonly IReadOnlyList<StateExpectation> Common =
    [
        // Networking
        new("VPC 10.0.0.0/16", "aws_vpc", x => Is(x, "10.0.0.0/16", "cidr_block")),
        .. from third in Enumerable.Range(1, 3) select new StateExpectation(
            $"Public Subnet {third} → 10.0.{third}.0/24",
            "aws_subnet",
            x => Is(x, $"10.0.{third}.0/24", "cidr_block") && At(x, "map_public_ip_on_launch").GetBoolean()),
        .. from third in Enumerable.Range(4, 3) select new StateExpectation(
            $"Private Subnet {third - 3} → 10.0.{third}.0/24",
            "aws_subnet",
            x => Is(x, $"10.0.{third}.0/24", "cidr_block") && !At(x, "map_public_ip_on_launch").GetBoolean()),
        .. from zone in "abc"
            select new StateExpectation($"3 zones: subnets in us-east-1{zone}", "aws_subnet", x => Is(x, $"us-east-1{zone}", "availability_zone")),
        new(
            "Add route: 0.0.0.0/0 → Internet Gateway",
            "aws_route",
            x => Is(x, Anywhere, "destination_cidr_block") && Text(x, "gateway_id").StartsWith("igw-", StringComparison.Ordinal)),
        new(
            "In private route table, add route: 0.0.0.0/0 → NAT Gateway",
            "aws_route",
            x => Is(x, Anywhere, "destination_cidr_block") && Text(x, "nat_gateway_id").StartsWith("nat-", StringComparison.Ordinal)),
        new("Allocate an Elastic IP", "aws_eip", x => Is(x, "vpc", "domain")),

        // Security groups
        new("rds-sg: inbound 3306 ← App Runner VPC Connector SG only", "aws_vpc_security_group_ingress_rule", x => Ports(x, 3306) && FromGroup(x)),
        new("vault-sg: inbound port 8200 ← App Runner VPC Connector SG only", "aws_vpc_security_group_ingress_rule", x => Ports(x, 8200) && FromGroup(x)),
        new("Outbound: port 3306 → RDS SG", "aws_vpc_security_group_egress_rule", x => Ports(x, 3306) && FromGroup(x)),
        new("Outbound: port 8200 → Vault SG", "aws_vpc_security_group_egress_rule", x => Ports(x, 8200) && FromGroup(x)),
        new("Outbound: port 443 → 0.0.0.0/0 (AWS APIs)", "aws_vpc_security_group_egress_rule", x => Ports(x, 443) && Is(x, Anywhere, "cidr_ipv4")),

        // Site
        new("Block all public access", "aws_s3_bucket_public_access_block", x => Of(x, "-site-")
            && At(x, "block_public_acls").GetBoolean()
            && At(x, "block_public_policy").GetBoolean()
            && At(x, "ignore_public_acls").GetBoolean()
            && At(x, "restrict_public_buckets").GetBoolean()),
        new("Versioning: enabled", "aws_s3_bucket_versioning", x => Of(x, "-site-") && Is(x, "Enabled", "versioning_configuration", 0, "status")),
        new(
            "The site's bucket is encrypted",
            "aws_s3_bucket_server_side_encryption_configuration",
            x => Of(x, "-site-") && Is(x, "AES256", "rule", 0, "apply_server_side_encryption_by_default", 0, "sse_algorithm")),
        new("Bucket policy allows CloudFront access only", "aws_s3_bucket_policy", x => Of(x, "-site-")
            && Text(x, "policy").Contains("cloudfront.amazonaws.com", StringComparison.Ordinal)
            && Text(x, "policy").Contains("AWS:SourceArn", StringComparison.OrdinalIgnoreCase)),
        new(
            "Origin access: Origin Access Control (OAC)",
            "aws_cloudfront_origin_access_control",
            x => Is(x, "s3", "origin_access_control_origin_type") && Is(x, "always", "signing_behavior") && Is(x, "sigv4", "signing_protocol")),
        new(
            "Viewer protocol policy: Redirect HTTP to HTTPS",
            "aws_cloudfront_distribution",
            x => Is(x, "redirect-to-https", "default_cache_behavior", 0, "viewer_protocol_policy")),
        new("Allowed HTTP methods: GET, HEAD", "aws_cloudfront_distribution", x => Holds(At(x, "default_cache_behavior", 0, "allowed_methods"), "GET", "HEAD")),
        new("Default Root Object: index.html", "aws_cloudfront_distribution", x => Is(x, "index.html", "default_root_object")),
        new("Alternate domain name: app.example.com", "aws_cloudfront_distribution", x => Holds(At(x, "aliases"), "app.example.com")),
        new("Request certificate in ACM (us-east-1 region required for CloudFront)", "aws_acm_certificate", x => Is(x, "app.example.com", "domain_name")
            && Is(x, "DNS", "validation_method")
            && Text(x, "arn").Contains(":us-east-1:", StringComparison.Ordinal)),
        new("The certificate is issued before anything uses it", "aws_acm_certificate_validation", x => Text(x, "certificate_arn").Length > 0),
        new(
            "Record name app.example.com, type A, alias to the CloudFront distribution",
            "aws_route53_record",
            x => Alias(x, "app.example.com", ".cloudfront.net")),

        // Images
        new("Image scan on push: enabled", "aws_ecr_repository", x => At(x, "image_scanning_configuration", 0, "scan_on_push").GetBoolean()),
        new("Encryption: AES-256", "aws_ecr_repository", x => Is(x, "AES256", "encryption_configuration", 0, "encryption_type")),

        // Vault
        new("Vault stands on a private host without an SSH key", "aws_instance", x => Text(x, "iam_instance_profile").EndsWith(
            "-vault-host",
            StringComparison.Ordinal) && Text(x, "key_name").Length == 0 && Is(x, "required", "metadata_options", 0, "http_tokens")),
        new("Vault's disk is encrypted", "aws_ebs_volume", x => At(x, "encrypted").GetBoolean()),
        new("KMS unseals Vault", "aws_kms_key", x => At(x, "enable_key_rotation").GetBoolean()),
        new("No SSH or bastion host required: sessions through Systems Manager", "aws_iam_role_policy_attachment", x => Text(x, "role").EndsWith(
            "-vault-host",
            StringComparison.Ordinal) && Text(x, "policy_arn").EndsWith("/AmazonSSMManagedInstanceCore", StringComparison.Ordinal)),
        new(
            "Vault audit logging enabled: to CloudWatch",
            "aws_cloudwatch_log_group",
            x => Text(x, "name").EndsWith("-vault/audit", StringComparison.Ordinal) && At(x, "retention_in_days").GetInt32() >= 365),
        new(
            "Vault's recovery key goes to Secrets Manager",
            "aws_secretsmanager_secret",
            x => Text(x, "name").EndsWith("-vault/recovery", StringComparison.Ordinal)),

        // Database
        new("Engine: MySQL 8", "aws_db_instance", x => Is(x, "mysql", "engine") && Text(x, "engine_version").StartsWith("8.", StringComparison.Ordinal)),
        new("Multi-AZ deployment: yes", "aws_db_instance", x => At(x, "multi_az").GetBoolean()),
        new("Backup retention: 7 days", "aws_db_instance", x => At(x, "backup_retention_period").GetInt32() == 7),
        new("Database encrypted at rest", "aws_db_instance", x => At(x, "storage_encrypted").GetBoolean()),
        new("Public access: no", "aws_db_instance", x => !At(x, "publicly_accessible").GetBoolean()),
        new(
            "Instance class: db.t3.small, storage: 20 GB (auto-scaling enabled)",
            "aws_db_instance",
            x => Is(x, "db.t3.small", "instance_class") && At(x, "allocated_storage").GetInt32() == 20 && At(x, "max_allocated_storage").GetInt32() > 20),
        new(
            "No hardcoded credentials: RDS keeps the master password in Secrets Manager",
            "aws_db_instance",
            x => At(x, "manage_master_user_password").GetBoolean() && Text(x, "password").Length == 0),
        new(
            "All traffic encrypted with TLS",
            "aws_db_parameter_group",
            x => At(x, "parameter").EnumerateArray().Any(y => Is(y, "require_secure_transport", "name") && Text(y, "value") is "1" or "ON")),
        new("Subnet group: private subnets", "aws_db_subnet_group", x => At(x, "subnet_ids").GetArrayLength() == 3),

        // Releases
        new(
            "The ledger has a bucket of its own",
            "aws_s3_bucket_versioning",
            x => Of(x, "-ledger-") && Is(x, "Enabled", "versioning_configuration", 0, "status")),
        new(
            "Tags",
            "aws_vpc",
            x => Is(x, "apprunner", "tags_all", "Stack") && Is(x, "Terraform", "tags_all", "ManagedBy") && Is(x, "production", "tags_all", "Environment")),
    ];

    /// <summary>With <c>service_host = "apprunner"</c>, the default.</summary>
    public static IReadOnlyList<StateExpectation> OnAppRunner { get; } =
    [
        .. Common,
        new(
            "CPU: 1 vCPU, memory: 2 GB",
            "aws_apprunner_service",
            x => Is(x, "1024", "instance_configuration", 0, "cpu") && Is(x, "2048", "instance_configuration", 0, "memory")),
        new(
            "Health check: /health, interval 10 seconds, timeout 5 seconds",
            "aws_apprunner_service",
            x => Is(x, "/health", "health_check_configuration", 0, "path")
                && Is(x, "HTTP", "health_check_configuration", 0, "protocol")
                && At(x, "health_check_configuration", 0, "interval").GetInt32() == 10
                && At(x, "health_check_configuration", 0, "timeout").GetInt32() == 5),
        new(
            "Minimum instances: 1, maximum instances: 4",
            "aws_apprunner_auto_scaling_configuration_version",
            x => At(x, "min_size").GetInt32() == 1 && At(x, "max_size").GetInt32() == 4),
        new("Port: 5000", "aws_apprunner_service", x => Is(x, "5000", "source_configuration", 0, "image_repository", 0, "image_configuration", 0, "port")),
        new(
            "Environment: where Vault is, which role, which secret",
            "aws_apprunner_service",
            x => Environment(At(x, "source_configuration", 0, "image_repository", 0, "image_configuration", 0, "runtime_environment_variables"))),
        new(
            "Subnets: select private subnets; security group: apprunner-connector-sg",
            "aws_apprunner_vpc_connector",
            x => At(x, "subnets").GetArrayLength() == 3 && At(x, "security_groups").GetArrayLength() == 1),
        new("Associate VPC connector with App Runner service", "aws_apprunner_service", x => Is(
            x,
            "VPC",
            "network_configuration",
            0,
            "egress_configuration",
            0,
            "egress_type") && Text(x, "network_configuration", 0, "egress_configuration", 0, "vpc_connector_arn").Length > 0),
        new(
            "AppRunnerEcrAccessRole: ecr:GetAuthorizationToken, ecr:BatchGetImage, ecr:GetDownloadUrlForLayer",
            "aws_iam_role_policy",
            x => Allows(x, "ecr:GetAuthorizationToken", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer")),
        new("Vault AWS IAM auth bound to the service's role", "aws_iam_role_policy", x => Allows(x, "iam:GetRole", "-apprunner-instance\"", "kms:Decrypt")),
        new("Custom domain: api.example.com", "aws_apprunner_custom_domain_association", x => Is(x, "api.example.com", "domain_name")),
        new(
            "Record name api.example.com, type A, alias to the App Runner service URL",
            "aws_route53_record",
            x => Alias(x, "api.example.com", ".awsapprunner.com")),
    ];

    /// <summary>With <c>service_host = "ecs"</c>.</summary>
    public static IReadOnlyList<StateExpectation> OnEcs { get; } =
    [
        .. Common,
        new("1 vCPU, 2 GB", "aws_ecs_task_definition", x => Is(x, "1024", "cpu") && Is(x, "2048", "memory")),
        new("1 to 4 instances", "aws_appautoscaling_target", x => At(x, "min_capacity").GetInt32() == 1 && At(x, "max_capacity").GetInt32() == 4),
        new("Health check: /health", "aws_lb_target_group", x => Is(x, "/health", "health_check", 0, "path")),
        new(
            "Tasks run in private subnets",
            "aws_ecs_service",
            x => At(x, "network_configuration", 0, "subnets").GetArrayLength() == 3 && !At(x, "network_configuration", 0, "assign_public_ip").GetBoolean()),
        new("Environment: where Vault is, which role, which secret", "aws_ecs_task_definition", x => new[]
        {
            "VAULT_ADDR",
            "node-api",
            "kv/data/secrets/app",
            "VAULT_CACERT_BYTES"
        }.All(y => Text(x, "container_definitions").Contains(y, StringComparison.Ordinal))),
        new("Vault AWS IAM auth bound to the service's role", "aws_iam_role_policy", x => Allows(x, "iam:GetRole", "-task\"", "kms:Decrypt")),
        new("All traffic encrypted with TLS (HTTPS)", "aws_lb_listener", x => Is(x, "HTTPS", "protocol") && At(x, "port").GetInt32() == 443),
        new("HTTP is redirected", "aws_lb_listener", x => At(x, "port").GetInt32() == 80 && Is(x, "redirect", "default_action", 0, "type")),
        new("The load balancer's certificate is for api.example.com", "aws_acm_certificate", x => Is(x, "api.example.com", "domain_name")),
        new("Record name api.example.com, type A, alias to the load balancer", "aws_route53_record", x => Alias(x, "api.example.com", ".elb.amazonaws.com")),
    ];

    /// <summary>What the profile <c>apprunner</c> makes.</summary>
    public static IReadOnlyList<StateExpectation> All => OnAppRunner;

    /// <summary>Descends by attribute names and list indexes. A step that is not there gives <see cref="JsonValueKind.Undefined"/>.</summary>
    private static JsonElement At(JsonElement element, params object[] path)
    {
        foreach (var step in path)
        {
            element = step switch
            {
                string name when element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) => value,
                int index when element.ValueKind == JsonValueKind.Array && index < element.GetArrayLength() => element[index],
                _ => default,
            };
        }

        return element;
    }

    private static string Text(JsonElement element, params object[] path)
        => At(element, path) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : "";

    private static bool Is(JsonElement element, string expected, params object[] path) => Text(element, path) == expected;

    private static bool Holds(JsonElement list, params string[] expected)
        => list.ValueKind == JsonValueKind.Array && list.EnumerateArray().Select(x => x.GetString()).Order().SequenceEqual(expected.Order());

    private static bool Of(JsonElement bucket, string part) => Text(bucket, "bucket").Contains(part, StringComparison.Ordinal);

    private static bool Ports(JsonElement rule, int port)
        => Is(rule, "tcp", "ip_protocol") && At(rule, "from_port").GetInt32() == port && At(rule, "to_port").GetInt32() == port;

    private static bool FromGroup(JsonElement rule)
        => Text(rule, "referenced_security_group_id").StartsWith("sg-", StringComparison.Ordinal)
            && Text(rule, "cidr_ipv4").Length == 0
            && Text(rule, "cidr_ipv6").Length == 0;

    private static bool Alias(JsonElement record, string name, string target)
        => Is(record, name, "name") && Is(record, "A", "type") && Text(record, "alias", 0, "name").EndsWith(target, StringComparison.Ordinal);

    private static bool Allows(JsonElement policy, params string[] parts)
        => parts.All(x => Text(policy, "policy").Contains(x, StringComparison.Ordinal));

    private static bool Environment(JsonElement variables)
        => Text(variables, "VAULT_ADDR").StartsWith("https://10.0.4.", StringComparison.Ordinal)
           && Text(variables, "VAULT_ADDR").EndsWith(":8200", StringComparison.Ordinal)
           && Is(variables, "node-api", "VAULT_ROLE")
           && Is(variables, "kv/data/secrets/app", "VAULT_SECRET_PATH")
           && Is(variables, "production", "NODE_ENV");
}
