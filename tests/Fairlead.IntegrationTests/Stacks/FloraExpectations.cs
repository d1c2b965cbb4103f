using System.Text.Json;

namespace Fairlead.IntegrationTests.Stacks;

/// <summary>What the description and the users' questions and answers say about the stack <c>flora</c>, as it comes.</summary>
public static class FloraExpectations
{
    /// <summary>A change that is made in place: what to add to the variables, and what the state then says.</summary>
    public static readonly (string Variable, StateExpectation Changed) InPlace =
        ("backup_retention_days = 14", new("Backups are kept for fourteen days.", "aws_db_instance", x => Number(x, "backup_retention_period") == 14));

    /// <summary>In the order of the description.</summary>
    public static IReadOnlyList<StateExpectation> All { get; } =
    [
        // React site in S3 (private, versioned, encrypted, OAC only)
        new("A React frontend is hosted in S3.", "aws_s3_bucket", x => Starts(x, "bucket", "flora-site-")),
        new(
            "The site's bucket is private.",
            "aws_s3_bucket_public_access_block",
            x => Site(x) && Yes(x, "block_public_acls") && Yes(x, "block_public_policy") && Yes(x, "ignore_public_acls") && Yes(x, "restrict_public_buckets")),
        new(
            "For the frontend, S3 versioning is enabled.",
            "aws_s3_bucket_versioning",
            x => Site(x) && Is(First(x, "versioning_configuration"), "status", "Enabled")),
        new(
            "The site's bucket is encrypted.",
            "aws_s3_bucket_server_side_encryption_configuration",
            x => Site(x) && Is(First(First(x, "rule"), "apply_server_side_encryption_by_default"), "sse_algorithm", "AES256")),
        new(
            "OAC only: CloudFront signs its reads.",
            "aws_cloudfront_origin_access_control",
            x => Is(x, "signing_behavior", "always") && Is(x, "origin_access_control_origin_type", "s3")),
        new("OAC only: nobody but this distribution reads the bucket.", "aws_s3_bucket_policy", x => Site(x) && OnlyTheDistributionReads(x)),

        // behind CloudFront with single-page-app fallback
        new(
            "CloudFront puts the files behind HTTPS.",
            "aws_cloudfront_distribution",
            x => Is(First(x, "default_cache_behavior"), "viewer_protocol_policy", "redirect-to-https")),
        new("The site comes from the bucket, through the access control.", "aws_cloudfront_distribution", x => x.GetProperty("origin")
            .EnumerateArray()
            .Any(y => Text(y, "domain_name").Contains("-site-", StringComparison.Ordinal) && Text(y, "origin_access_control_id").Length > 0)),
        new(
            "Single-page-app fallback: a function answers routes by index.html.",
            "aws_cloudfront_function",
            x => Text(x, "code").Contains("/index.html", StringComparison.Ordinal) && Yes(x, "publish")),
        new(
            "Single-page-app fallback: it is on the site's behaviour and hides no error of the API.",
            "aws_cloudfront_distribution",
            x => Is(First(First(x, "default_cache_behavior"), "function_association"), "event_type", "viewer-request") && Empty(x, "custom_error_response")),

        // /api/* to a Node API on one Ubuntu EC2 instance
        new("CloudFront sends /api/* traffic to the EC2 origin.", "aws_cloudfront_distribution", x => Is(
            First(x, "ordered_cache_behavior"),
            "path_pattern",
            "/api/*") && x.GetProperty("origin").EnumerateArray().Any(y => Text(y, "domain_name").StartsWith("ec2-", StringComparison.Ordinal))),
        new(
            "Every method reaches the API, among them Stripe's POST to its webhook.",
            "aws_cloudfront_distribution",
            x => First(x, "ordered_cache_behavior").GetProperty("allowed_methods").EnumerateArray().Any(y => y.GetString() == "POST")),
        new(
            "Users only ever hit the CDN domain: the API takes connections from CloudFront's addresses only.",
            "aws_vpc_security_group_ingress_rule",
            x => Number(x, "from_port") == 3000 && Starts(x, "prefix_list_id", "pl-") && Text(x, "cidr_ipv4").Length == 0),
        new("Terraform creates an Ubuntu EC2 instance.", "aws_instance", x => Is(x, "ami", "ami-0240400000000a264") && Is(x, "instance_type", "t4g.small")),
        new(
            "The instance has a user-data script, and a changed one reaches the machine.",
            "aws_instance",
            x => Text(x, "user_data_base64").Length > 0 && Yes(x, "user_data_replace_on_change")),
        new("The address of the API outlives the instance.", "aws_eip_association", x => Starts(x, "instance_id", "i-")),

        // secrets from SSM Parameter Store
        .. from name in new[] { "AI_API_KEY", "AUTH0_CLIENT_SECRET", "JWT_SECRET", "SMTP_PASSWORD", "STRIPE_SECRET_KEY", "STRIPE_WEBHOOK_SECRET" }
           select new StateExpectation(
               $"Parameter Store has an entry for {name}, and the state has no value of it.",
               "aws_ssm_parameter",
               x => Is(x, "name", $"/flora/production/{name}") && Is(x, "type", "SecureString") && Text(x, "value").Length == 0),
        new("The instance reads its own parameters and no others.", "aws_iam_role_policy", x => Is(x, "role", "flora-api")
            && Text(x, "policy").Contains(":parameter/flora/production/*", StringComparison.Ordinal)
            && Text(x, "policy").Contains("\"NotResource\"", StringComparison.Ordinal)),
        new(
            "The instance reads releases.",
            "aws_iam_role_policy",
            x => Is(x, "role", "flora-api") && Text(x, "policy").Contains("flora-releases-", StringComparison.Ordinal)),

        // ships logs with the CloudWatch agent to /aws/ec2/<name>
        new("Logs go to /aws/ec2/<name>.", "aws_cloudwatch_log_group", x => Is(x, "name", "/aws/ec2/flora") && Number(x, "retention_in_days") == 30),
        new(
            "Alarms on CPU via CloudWatch metrics.",
            "aws_cloudwatch_metric_alarm",
            x => Is(x, "metric_name", "CPUUtilization") && Number(x, "threshold") == 80),

        // RDS PostgreSQL in private subnets, reachable from the instance's security group only
        new("A managed PostgreSQL database in RDS.", "aws_db_instance", x => Is(x, "engine", "postgres") && Starts(x, "engine_version", "16")),
        new("There is no public exposure of the database.", "aws_db_instance", x => !Yes(x, "publicly_accessible")),
        new("The RDS instance lives in private subnets.", "aws_db_subnet_group", x => x.GetProperty("subnet_ids").GetArrayLength() == 2),
        new(
            "Private subnets give no public addresses.",
            "aws_subnet",
            x => Text(x.GetProperty("tags"), "Tier") == "private" && !Yes(x, "map_public_ip_on_launch")),
        new("Security groups only allow traffic from the EC2 security group on port 5432.", "aws_vpc_security_group_ingress_rule", x => Number(
            x,
            "from_port") == 5432 && Number(x, "to_port") == 5432 && Starts(x, "referenced_security_group_id", "sg-") && Text(x, "cidr_ipv4").Length == 0),
        new("The database is encrypted at rest.", "aws_db_instance", x => Yes(x, "storage_encrypted")),
        new(
            "The database refuses connections without TLS.",
            "aws_db_parameter_group",
            x => x.GetProperty("parameter").EnumerateArray().Any(y => Is(y, "name", "rds.force_ssl") && Is(y, "value", "1"))),
        new("The database's password is in Secrets Manager, not in the state.", "aws_db_instance", x => Yes(x, "manage_master_user_password")
            && Text(x, "password").Length == 0
            && Starts(First(x, "master_user_secret"), "secret_arn", "arn:aws:secretsmanager:")),
        new("Backups are there before destructive changes.", "aws_db_instance", x => Number(x, "backup_retention_period") == 7),

        // No SSH: access through SSM
        new("No SSH: the instance has no key.", "aws_instance", x => Text(x, "key_name").Length == 0),
        new(
            "Access through SSM.",
            "aws_iam_role_policy_attachment",
            x => Is(x, "role", "flora-api") && Text(x, "policy_arn").EndsWith("/AmazonSSMManagedInstanceCore", StringComparison.Ordinal)),
        new(
            "The instance's disk is encrypted, and its metadata needs a token.",
            "aws_instance",
            x => Yes(First(x, "root_block_device"), "encrypted") && Is(First(x, "metadata_options"), "http_tokens", "required")),

        // What all stacks have
        new("Files are stored in S3.", "aws_s3_bucket", x => Starts(x, "bucket", "flora-files-")),
        new("Releases are kept in a ledger.", "aws_s3_bucket", x => Starts(x, "bucket", "flora-ledger-")),
        new("Everything is tagged.", "aws_instance", x => Is(x.GetProperty("tags_all"), "ManagedBy", "Terraform")
            && Is(x.GetProperty("tags_all"), "Stack", "flora")
            && Is(x.GetProperty("tags_all"), "Environment", "production")
            && Is(x.GetProperty("tags_all"), "Project", "flora")),
    ];

    private static bool Site(JsonElement resource) => Starts(resource, "bucket", "flora-site-");

    /// <summary>Whether every statement that allows something allows it to CloudFront, for one distribution.</summary>
    private static bool OnlyTheDistributionReads(JsonElement resource)
    {
        using var policy = JsonDocument.Parse(Text(resource, "policy"));
        var allowed = policy.RootElement.GetProperty("Statement").EnumerateArray().Where(x => Is(x, "Effect", "Allow")).ToList();
        return allowed.Count > 0 && allowed.All(x => Is(x.GetProperty("Principal"), "Service", "cloudfront.amazonaws.com")
            && x.GetProperty("Condition").GetProperty("StringEquals").EnumerateObject().All(y => y.Name.Equals(
                "AWS:SourceArn",
                StringComparison.OrdinalIgnoreCase) && y.Value.GetString()!.Contains(":distribution/", StringComparison.Ordinal)));
    }

    private static string Text(JsonElement element, string name)
        => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static bool Is(JsonElement element, string name, string value) => Text(element, name) == value;

    private static bool Starts(JsonElement element, string name, string value) => Text(element, name).StartsWith(value, StringComparison.Ordinal);

    private static bool Yes(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private static double? Number(JsonElement element, string name)
        => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    private static bool Empty(JsonElement element, string name) => element.GetProperty(name).GetArrayLength() == 0;

    /// <summary>The first of a nested block's instances; an empty object when there is none.</summary>
    private static JsonElement First(JsonElement element, string name)
        => element.ValueKind == JsonValueKind.Object
            && element.TryGetProperty(name, out var block)
            && block.ValueKind == JsonValueKind.Array
            && block.GetArrayLength() > 0 ? block[0] : Nothing;

    private static readonly JsonElement Nothing = JsonDocument.Parse("{}").RootElement;
}
