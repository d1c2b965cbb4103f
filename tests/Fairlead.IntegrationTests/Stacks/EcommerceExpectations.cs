using System.Text.Json;

namespace Fairlead.IntegrationTests.Stacks;

/// <summary>What the description of the stack ecommerce says, with auto scaling and the firewall on.</summary>
public static class EcommerceExpectations
{
    /// <summary>Each quotes a sentence, or the part of one, and tells the resource that makes it true.</summary>
    public static IReadOnlyList<StateExpectation> All { get; } =
    [
        // The network.
        new("VPC over two zones: a public subnet in the first", "aws_subnet", x => Is(x, "map_public_ip_on_launch", true) && Text(x, "availability_zone") == "us-east-1a" && InNetwork(x, "10.0.")),
        new("VPC over two zones: a public subnet in the second", "aws_subnet", x => Is(x, "map_public_ip_on_launch", true) && Text(x, "availability_zone") == "us-east-1b"),
        new("VPC over two zones: a private subnet in the first", "aws_subnet", x => Is(x, "map_public_ip_on_launch", false) && Text(x, "availability_zone") == "us-east-1a" && InNetwork(x, "10.0.")),
        new("VPC over two zones: a private subnet in the second", "aws_subnet", x => Is(x, "map_public_ip_on_launch", false) && Text(x, "availability_zone") == "us-east-1b"),
        new("NAT per zone: a gateway in the first", "aws_nat_gateway", x => Tag(x, "Name") == "ecommerce-us-east-1a"),
        new("NAT per zone: a gateway in the second", "aws_nat_gateway", x => Tag(x, "Name") == "ecommerce-us-east-1b"),
        new("NAT Gateways for private subnet internet access", "aws_route", x => Text(x, "destination_cidr_block") == "0.0.0.0/0" && Text(x, "nat_gateway_id").Length > 0),
        new("VPC and networking components: the default security group lets nothing through", "aws_default_security_group", x => Items(x, "ingress").Count == 0 && Items(x, "egress").Count == 0),

        // The load balancer.
        new("ALB was created in public subnets", "aws_lb", x => Text(x, "load_balancer_type") == "application" && Is(x, "internal", false) && Items(x, "subnets").Count == 2),
        new("least-privilege: malformed headers do not reach an instance", "aws_lb", x => Is(x, "drop_invalid_header_fields", true)),
        new("ALB with health checks: of the frontend", "aws_lb_target_group", x => Text(x, "name") == "ecommerce-frontend" && First(x, "health_check", y => Is(y, "enabled", true) && Text(y, "path") == "/healthz")),
        new("ALB with health checks: of the backend", "aws_lb_target_group", x => Text(x, "name") == "ecommerce-backend" && Number(x, "port") == 8000 && First(x, "health_check", y => Text(y, "path") == "/api/health")),
        new("Implemented listener rules for traffic distribution: the API to the backend", "aws_lb_listener_rule", x => Number(x, "priority") == 100 && First(x, "condition", y => First(y, "path_pattern", z => Texts(z, "values").SetEquals(["/api/*", "/admin/*"])))),
        new("Frontend servers configured as the target groups: all other paths", "aws_lb_listener_rule", x => Number(x, "priority") == 1000 && First(x, "condition", y => First(y, "path_pattern", z => Texts(z, "values").SetEquals(["/*"])))),
        new("what no rule names is not served", "aws_lb_listener", x => First(x, "default_action", y => Text(y, "type") == "fixed-response")),

        // Frontend and backend.
        new("auto scaling groups: the frontend over two subnets, by the load balancer's health checks", "aws_autoscaling_group", x => Text(x, "name") == "ecommerce-frontend" && Items(x, "vpc_zone_identifier").Count == 2 && Text(x, "health_check_type") == "ELB"),
        new("auto scaling groups: the backend, at least two", "aws_autoscaling_group", x => Text(x, "name") == "ecommerce-backend" && Number(x, "min_size") == 2 && Number(x, "max_size") >= 6 && Items(x, "target_group_arns").Count == 1),
        new("auto scaling groups: a changed template rolls through", "aws_autoscaling_group", x => First(x, "instance_refresh", y => Text(y, "strategy") == "Rolling")),
        new("Auto-scaling groups for dynamic scaling", "aws_autoscaling_policy", x => Text(x, "policy_type") == "TargetTrackingScaling"),
        new("EC2 (t3.micro instances), IMDSv2", "aws_launch_template", x => Text(x, "name") == "ecommerce-backend" && Text(x, "instance_type") == "t3.micro" && First(x, "metadata_options", y => Text(y, "http_tokens") == "required")),
        new("encryption at rest: the instances' volumes", "aws_launch_template", x => Text(x, "name") == "ecommerce-frontend" && First(x, "block_device_mappings", y => First(y, "ebs", z => Text(z, "encrypted") == "true"))),
        new("No SSH: access through SSM", "aws_iam_role_policy_attachment", x => Text(x, "role") == "ecommerce-backend" && Text(x, "policy_arn").EndsWith(":policy/AmazonSSMManagedInstanceCore", StringComparison.Ordinal)),
        new("No SSH: no key", "aws_launch_template", x => Text(x, "name") == "ecommerce-backend" && Text(x, "key_name").Length == 0),
        new("Security through proper network segmentation: frontend from a group, not from an address", "aws_vpc_security_group_ingress_rule", x => Number(x, "from_port") == 80 && Text(x, "referenced_security_group_id").Length > 0),
        new("Security through proper network segmentation: backend from a group", "aws_vpc_security_group_ingress_rule", x => Number(x, "from_port") == 8000 && Text(x, "referenced_security_group_id").Length > 0 && Text(x, "cidr_ipv4").Length == 0),

        // The database.
        new("RDS PostgreSQL over two zones", "aws_db_instance", x => Text(x, "engine") == "postgres" && Is(x, "multi_az", true)),
        new("PostgreSQL RDS instance deployed in private subnets", "aws_db_instance", x => Is(x, "publicly_accessible", false) && Text(x, "instance_class") == "db.t3.micro"),
        new("Subnet groups were created across 2 AZs", "aws_db_subnet_group", x => Items(x, "subnet_ids").Count == 2),
        new("encryption at rest: the database", "aws_db_instance", x => Is(x, "storage_encrypted", true)),
        new("encryption in transit: the database refuses connections without TLS", "aws_db_parameter_group", x => First(x, "parameter", y => Text(y, "name") == "rds.force_ssl" && Text(y, "value") == "1")),
        new("Make use of AWS Secrets Manager to store sensitive data: the database's password", "aws_db_instance", x => Is(x, "manage_master_user_password", true)),
        new("Make use of AWS Secrets Manager to store sensitive data: Django's key, made by an instance", "aws_secretsmanager_secret", x => Text(x, "name").StartsWith("ecommerce/django-secret-key-", StringComparison.Ordinal)),
        new("reachable by the backend only", "aws_vpc_security_group_ingress_rule", x => Number(x, "from_port") == 5432 && Text(x, "referenced_security_group_id").Length > 0),

        // Monitoring.
        new("a monitoring host in another VPC", "aws_vpc", x => Text(x, "cidr_block") == "10.1.0.0/16"),
        new("VPC peering for monitoring server", "aws_vpc_peering_connection", x => Text(x, "accept_status") == "active"),
        new("through peering: names resolve on both sides", "aws_vpc_peering_connection_options", x => First(x, "requester", y => Is(y, "allow_remote_vpc_dns_resolution", true)) && First(x, "accepter", y => Is(y, "allow_remote_vpc_dns_resolution", true))),
        new("through peering: the way there", "aws_route", x => Text(x, "destination_cidr_block") == "10.0.0.0/16" && Text(x, "vpc_peering_connection_id").Length > 0),
        new("through peering: the way back", "aws_route", x => Text(x, "destination_cidr_block") == "10.1.0.0/16" && Text(x, "vpc_peering_connection_id").Length > 0),
        new("scrapes Node Exporter: monitoring alone, on 9100 alone", "aws_vpc_security_group_ingress_rule", x => Number(x, "from_port") == 9100 && Number(x, "to_port") == 9100 && Text(x, "referenced_security_group_id").Length > 0),
        new("runs Prometheus and Grafana: a host of its own", "aws_instance", x => Tag(x, "Service") == "ecommerce-monitoring"),
        new("Grafana's password in Secrets Manager", "aws_secretsmanager_secret", x => Text(x, "name").StartsWith("ecommerce-monitoring/grafana-admin-", StringComparison.Ordinal)),

        // Jenkins.
        new("a Jenkins host that runs the pipeline", "aws_instance", x => Tag(x, "Service") == "ecommerce-jenkins" && Text(x, "public_ip").Length == 0),
        new("IAM for access management: Jenkins deploys with its role", "aws_iam_role_policy", x => Text(x, "role") == "ecommerce-jenkins" && Text(x, "name") == "infrastructure" && Text(x, "policy").Contains("\"NotOwnRights\"", StringComparison.Ordinal)),
        new("Implemented secure credential management: the key that encrypts plans", "aws_secretsmanager_secret", x => Text(x, "name").StartsWith("ecommerce-jenkins/plan-key-", StringComparison.Ordinal)),

        // Protection.
        new("Implement WAF to add another layer of protection to the application", "aws_wafv2_web_acl", x => Text(x, "scope") == "REGIONAL" && Items(x, "rule").Count == 5),
        new("WAF stands in front of the load balancer", "aws_wafv2_web_acl_association", x => Text(x, "resource_arn").Contains(":loadbalancer/app/ecommerce/", StringComparison.Ordinal)),
        new("WAF logs what it blocks", "aws_wafv2_web_acl_logging_configuration", x => Items(x, "redacted_fields").Count == 2),
        new("Enable AWS services for threat detection", "aws_guardduty_detector", x => Is(x, "enable", true)),

        // What all stacks have.
        new("the site's bucket: private", "aws_s3_bucket_public_access_block", x => Text(x, "bucket").StartsWith("ecommerce-site-", StringComparison.Ordinal) && Is(x, "block_public_policy", true) && Is(x, "restrict_public_buckets", true)),
        new("the site's bucket: encrypted", "aws_s3_bucket_server_side_encryption_configuration", x => Text(x, "bucket").StartsWith("ecommerce-site-", StringComparison.Ordinal)),
        new("the site's bucket: versioned", "aws_s3_bucket_versioning", x => Text(x, "bucket").StartsWith("ecommerce-site-", StringComparison.Ordinal) && First(x, "versioning_configuration", y => Text(y, "status") == "Enabled")),
        new("encryption in transit: buckets refuse plain HTTP", "aws_s3_bucket_policy", x => Text(x, "bucket").StartsWith("ecommerce-releases-", StringComparison.Ordinal) && Text(x, "policy").Contains("aws:SecureTransport", StringComparison.Ordinal)),
        new("the ledger has a bucket of its own", "aws_s3_bucket", x => Text(x, "bucket").StartsWith("ecommerce-ledger-", StringComparison.Ordinal)),
        new("logs of the backend", "aws_cloudwatch_log_group", x => Text(x, "name") == "/aws/ec2/ecommerce-backend" && Number(x, "retention_in_days") > 0),
        new("tags", "aws_lb", x => Default(x, "ManagedBy") == "Terraform" && Default(x, "Stack") == "ecommerce" && Default(x, "Environment") == "production"),
    ];

    private static string Text(JsonElement values, string name)
        => values.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static bool Is(JsonElement values, string name, bool expected)
        => values.TryGetProperty(name, out var value) && value.ValueKind == (expected ? JsonValueKind.True : JsonValueKind.False);

    private static decimal? Number(JsonElement values, string name)
        => values.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDecimal() : null;

    private static IReadOnlyList<JsonElement> Items(JsonElement values, string name)
        => values.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [];

    private static bool First(JsonElement values, string block, Func<JsonElement, bool> holds) => Items(values, block) is [var first, ..] && holds(first);

    private static HashSet<string> Texts(JsonElement values, string name) => [.. Items(values, name).Select(x => x.GetString()!)];

    private static string Tag(JsonElement values, string name) => Tag(values, "tags", name);

    private static string Default(JsonElement values, string name) => Tag(values, "tags_all", name);

    private static string Tag(JsonElement values, string of, string name)
        => values.TryGetProperty(of, out var tags) && tags.ValueKind == JsonValueKind.Object ? Text(tags, name) : "";

    private static bool InNetwork(JsonElement subnet, string start) => Text(subnet, "cidr_block").StartsWith(start, StringComparison.Ordinal);
}
