using System.Text.Json;

namespace Fairlead.IntegrationTests.Stacks;

/// <summary>What the description of the stack ecommerce says, with auto scaling and the firewall on.</summary>
public static class EcommerceExpectations
{
    /// <summary>Each quotes a sentence, or the part of one, and tells the resource that makes it true.</summary>
    public static IReadOnlyList<StateExpectation> All { get; } =
    [
        // The network.
        new("VPC over two zones: a public subnet in the first", "aws_subnet", x => x.Yes("map_public_ip_on_launch")
            && x.Text("availability_zone") == "us-east-1a"
            && x.Text("cidr_block").StartsWith("10.0.", StringComparison.Ordinal)),
        new(
            "VPC over two zones: a public subnet in the second",
            "aws_subnet",
            x => x.Yes("map_public_ip_on_launch") && x.Text("availability_zone") == "us-east-1b"),
        new("VPC over two zones: a private subnet in the first", "aws_subnet", x => x.At("map_public_ip_on_launch").ValueKind == JsonValueKind.False
            && x.Text("availability_zone") == "us-east-1a"
            && x.Text("cidr_block").StartsWith("10.0.", StringComparison.Ordinal)),
        new(
            "VPC over two zones: a private subnet in the second",
            "aws_subnet",
            x => x.At("map_public_ip_on_launch").ValueKind == JsonValueKind.False && x.Text("availability_zone") == "us-east-1b"),
        new("NAT per zone: a gateway in the first", "aws_nat_gateway", x => x.Text("tags", "Name") == "ecommerce-us-east-1a"),
        new("NAT per zone: a gateway in the second", "aws_nat_gateway", x => x.Text("tags", "Name") == "ecommerce-us-east-1b"),
        new(
            "NAT Gateways for private subnet internet access",
            "aws_route",
            x => x.Text("destination_cidr_block") == "0.0.0.0/0" && x.Text("nat_gateway_id").Length > 0),
        new(
            "VPC and networking components: the default security group lets nothing through",
            "aws_default_security_group",
            x => x.List("ingress").Count == 0 && x.List("egress").Count == 0),

        // The load balancer.
        new(
            "ALB was created in public subnets",
            "aws_lb",
            x => x.Text("load_balancer_type") == "application" && x.At("internal").ValueKind == JsonValueKind.False && x.List("subnets").Count == 2),
        new("least-privilege: malformed headers do not reach an instance", "aws_lb", x => x.Yes("drop_invalid_header_fields")),
        new(
            "ALB with health checks: of the frontend",
            "aws_lb_target_group",
            x => x.Text("name") == "ecommerce-frontend" && x.Yes("health_check", 0, "enabled") && x.Text("health_check", 0, "path") == "/healthz"),
        new(
            "ALB with health checks: of the backend",
            "aws_lb_target_group",
            x => x.Text("name") == "ecommerce-backend" && x.Number("port") == 8000 && x.Text("health_check", 0, "path") == "/api/health"),
        new("Implemented listener rules for traffic distribution: the API to the backend", "aws_lb_listener_rule", x => x.Number("priority") == 100
            && x.List("condition", 0, "path_pattern", 0, "values").Select(y => y.GetString()).Order().SequenceEqual(["/admin/*", "/api/*"])),
        new(
            "Frontend servers configured as the target groups: all other paths",
            "aws_lb_listener_rule",
            x => x.Number("priority") == 1000 && x.List("condition", 0, "path_pattern", 0, "values").Select(y => y.GetString()).Order().SequenceEqual(["/*"])),
        new("what no rule names is not served", "aws_lb_listener", x => x.Text("default_action", 0, "type") == "fixed-response"),

        // Frontend and backend.
        new(
            "auto scaling groups: the frontend over two subnets, by the load balancer's health checks",
            "aws_autoscaling_group",
            x => x.Text("name") == "ecommerce-frontend" && x.List("vpc_zone_identifier").Count == 2 && x.Text("health_check_type") == "ELB"),
        new(
            "auto scaling groups: the backend, at least two",
            "aws_autoscaling_group",
            x => x.Text("name") == "ecommerce-backend" && x.Number("min_size") == 2 && x.Number("max_size") >= 6 && x.List("target_group_arns").Count == 1),
        new("auto scaling groups: a changed template rolls through", "aws_autoscaling_group", x => x.Text("instance_refresh", 0, "strategy") == "Rolling"),
        new("Auto-scaling groups for dynamic scaling", "aws_autoscaling_policy", x => x.Text("policy_type") == "TargetTrackingScaling"),
        new(
            "EC2 (t3.micro instances), IMDSv2",
            "aws_launch_template",
            x => x.Text("name") == "ecommerce-backend" && x.Text("instance_type") == "t3.micro" && x.Text("metadata_options", 0, "http_tokens") == "required"),
        new(
            "encryption at rest: the instances' volumes",
            "aws_launch_template",
            x => x.Text("name") == "ecommerce-frontend" && x.Text("block_device_mappings", 0, "ebs", 0, "encrypted") == "true"),
        new(
            "No SSH: access through SSM",
            "aws_iam_role_policy_attachment",
            x => x.Text("role") == "ecommerce-backend" && x.Text("policy_arn").EndsWith(":policy/AmazonSSMManagedInstanceCore", StringComparison.Ordinal)),
        new("No SSH: no key", "aws_launch_template", x => x.Text("name") == "ecommerce-backend" && x.Text("key_name").Length == 0),
        new(
            "Security through proper network segmentation: frontend from a group, not from an address",
            "aws_vpc_security_group_ingress_rule",
            x => x.OpensToGroup(80)),
        new("Security through proper network segmentation: backend from a group", "aws_vpc_security_group_ingress_rule", x => x.OpensToGroup(8000)),

        // The database.
        new("RDS PostgreSQL over two zones", "aws_db_instance", x => x.Text("engine") == "postgres" && x.Yes("multi_az")),
        new(
            "PostgreSQL RDS instance deployed in private subnets",
            "aws_db_instance",
            x => x.At("publicly_accessible").ValueKind == JsonValueKind.False && x.Text("instance_class") == "db.t3.micro"),
        new("Subnet groups were created across 2 AZs", "aws_db_subnet_group", x => x.List("subnet_ids").Count == 2),
        new("encryption at rest: the database", "aws_db_instance", x => x.Yes("storage_encrypted")),
        new(
            "encryption in transit: the database refuses connections without TLS",
            "aws_db_parameter_group",
            x => x.Text("parameter", 0, "name") == "rds.force_ssl" && x.Text("parameter", 0, "value") == "1"),
        new("Make use of AWS Secrets Manager to store sensitive data: the database's password", "aws_db_instance", x => x.Yes("manage_master_user_password")),
        new(
            "Make use of AWS Secrets Manager to store sensitive data: Django's key, made by an instance",
            "aws_secretsmanager_secret",
            x => x.Text("name").StartsWith("ecommerce/django-secret-key-", StringComparison.Ordinal)),
        new("reachable by the backend only", "aws_vpc_security_group_ingress_rule", x => x.OpensToGroup(5432)),

        // Monitoring.
        new("a monitoring host in another VPC", "aws_vpc", x => x.Text("cidr_block") == "10.1.0.0/16"),
        new("VPC peering for monitoring server", "aws_vpc_peering_connection", x => x.Text("accept_status") == "active"),
        new(
            "through peering: names resolve on both sides",
            "aws_vpc_peering_connection_options",
            x => x.Yes("requester", 0, "allow_remote_vpc_dns_resolution") && x.Yes("accepter", 0, "allow_remote_vpc_dns_resolution")),
        new(
            "through peering: the way there",
            "aws_route",
            x => x.Text("destination_cidr_block") == "10.0.0.0/16" && x.Text("vpc_peering_connection_id").Length > 0),
        new(
            "through peering: the way back",
            "aws_route",
            x => x.Text("destination_cidr_block") == "10.1.0.0/16" && x.Text("vpc_peering_connection_id").Length > 0),
        new("scrapes Node Exporter: monitoring alone, on 9100 alone", "aws_vpc_security_group_ingress_rule", x => x.OpensToGroup(9100)),
        new("runs Prometheus and Grafana: a host of its own", "aws_instance", x => x.Text("tags", "Service") == "ecommerce-monitoring"),
        new(
            "Grafana's password in Secrets Manager",
            "aws_secretsmanager_secret",
            x => x.Text("name").StartsWith("ecommerce-monitoring/grafana-admin-", StringComparison.Ordinal)),

        // Jenkins.
        new("a Jenkins host that runs the pipeline", "aws_instance", x => x.Text("tags", "Service") == "ecommerce-jenkins" && x.Text("public_ip").Length == 0),
        new("a Jenkins host: IMDSv2, encrypted volume", "aws_instance", x => x.Text("tags", "Service") == "ecommerce-jenkins"
            && x.Text("metadata_options", 0, "http_tokens") == "required"
            && x.Yes("root_block_device", 0, "encrypted")),
        new("IAM for access management: Jenkins deploys with its role", "aws_iam_role_policy", x => x.Text("role") == "ecommerce-jenkins"
            && x.Text("name") == "infrastructure"
            && x.Text("policy").Contains("\"NotOwnRights\"", StringComparison.Ordinal)),
        new(
            "Implemented secure credential management: the key that encrypts plans",
            "aws_secretsmanager_secret",
            x => x.Text("name").StartsWith("ecommerce-jenkins/plan-key-", StringComparison.Ordinal)),

        // Protection.
        new(
            "Implement WAF to add another layer of protection to the application",
            "aws_wafv2_web_acl",
            x => x.Text("scope") == "REGIONAL" && x.List("rule").Count == 5),
        new(
            "WAF stands in front of the load balancer",
            "aws_wafv2_web_acl_association",
            x => x.Text("resource_arn").Contains(":loadbalancer/app/ecommerce/", StringComparison.Ordinal)),
        new("WAF logs what it blocks", "aws_wafv2_web_acl_logging_configuration", x => x.List("redacted_fields").Count == 2),
        new("Enable AWS services for threat detection", "aws_guardduty_detector", x => x.Yes("enable")),

        // What all stacks have.
        new(
            "the site's bucket: private",
            "aws_s3_bucket_public_access_block",
            x => x.Text("bucket").StartsWith("ecommerce-site-", StringComparison.Ordinal) && x.Yes("block_public_policy") && x.Yes("restrict_public_buckets")),
        new(
            "the site's bucket: encrypted",
            "aws_s3_bucket_server_side_encryption_configuration",
            x => x.Text("bucket").StartsWith("ecommerce-site-", StringComparison.Ordinal)),
        new(
            "the site's bucket: versioned",
            "aws_s3_bucket_versioning",
            x => x.Text("bucket").StartsWith("ecommerce-site-", StringComparison.Ordinal) && x.Text("versioning_configuration", 0, "status") == "Enabled"),
        new("encryption in transit: buckets refuse plain HTTP", "aws_s3_bucket_policy", x => x
            .Text("bucket")
            .StartsWith("ecommerce-releases-", StringComparison.Ordinal) && x.Text("policy").Contains("aws:SecureTransport", StringComparison.Ordinal)),
        new("the ledger has a bucket of its own", "aws_s3_bucket", x => x.Text("bucket").StartsWith("ecommerce-ledger-", StringComparison.Ordinal)),
        new("logs of the backend", "aws_cloudwatch_log_group", x => x.Text("name") == "/aws/ec2/ecommerce-backend" && x.Number("retention_in_days") > 0),
        new("tags", "aws_lb", x => x.Text("tags_all", "ManagedBy") == "Terraform"
            && x.Text("tags_all", "Stack") == "ecommerce"
            && x.Text("tags_all", "Environment") == "production"),
    ];
}
