using System.Globalization;
using Fairlead.Infrastructure.Plans.Reading;

namespace Fairlead.Infrastructure.Plans.Costs;

/// <summary>What one resource costs in a month, from its values before or after the plan.</summary>
internal sealed partial class ResourcePrices(TerraformPlan plan, PriceTable prices, CostAssumptions assumptions, bool beforePlan)
{
    private const decimal Hours = CostAssumptions.HoursPerMonth;
    private static readonly IReadOnlyList<CostLine> Nothing = [];

    /// <summary>The lines; <c>Why</c> says why there are none, or why there are not all.</summary>
    public (IReadOnlyList<CostLine> Lines, string? Why) Of(PlannedResource resource)
    {
        if (prices.FreeTypes.Contains(resource.Type))
        {
            return (Nothing, null);
        }

        var account = new Account(resource, prices);
        var value = Values(resource);
        switch (resource.Type)
        {
            case "aws_instance":
                Instance(account, resource, value);
                break;
            case "aws_autoscaling_group":
                AutoScaling(account, resource, value);
                break;
            case "aws_ebs_volume":
                Volume(account, value["type"].Text ?? "gp2", value["size"].Number, 1);
                break;
            case "aws_db_instance":
                Database(account, value);
                break;
            case "aws_docdb_cluster":
                account.Use("aws_docdb_cluster", "storage", "standard", assumptions.DatabaseGigabytes, "storage", $"{assumptions.DatabaseGigabytes} GB");
                MasterSecret(account, value);
                account.Use("aws_docdb_cluster", "io", "standard", assumptions.MillionRequests, "I/O", $"{assumptions.MillionRequests} million requests");
                break;
            case "aws_docdb_cluster_instance":
                account.Fixed("aws_docdb_cluster_instance", "instance_class", value["instance_class"], Hours, value["instance_class"].Text);
                break;
            case "aws_elasticache_replication_group" or "aws_elasticache_cluster":
                Cache(account, value);
                break;
            case "aws_ecs_service":
                Fargate(account, resource, value);
                break;
            case "aws_apprunner_service":
                AppRunner(account, value);
                break;
            case "aws_lb" or "aws_alb":
                LoadBalancer(account, value);
                break;
            case "aws_nat_gateway":
                account.Fixed("aws_nat_gateway", "connectivity_type", value["connectivity_type"].Text ?? "public", Hours, "gateway");
                account.Use("aws_nat_gateway", "data", "processed", assumptions.ProcessedGigabytes, "data processed", $"{assumptions.ProcessedGigabytes} GB");
                break;
            case "aws_eip":
                account.Fixed("aws_eip", "public_ipv4", "address", Hours, "public IPv4 address");
                break;
            case "aws_vpc_endpoint":
                Endpoint(account, value);
                break;
            case "aws_s3_bucket":
                account.Use(
                    "aws_s3_bucket",
                    "storage",
                    "standard",
                    assumptions.BucketGigabytes,
                    "storage; requests not counted",
                    $"{assumptions.BucketGigabytes} GB");
                break;
            case "aws_cloudfront_distribution":
                account.Use(
                    "aws_cloudfront_distribution",
                    "data",
                    "North America, Europe",
                    assumptions.DistributionGigabytes,
                    "data out",
                    $"{assumptions.DistributionGigabytes} GB");
                account.Use(
                    "aws_cloudfront_distribution",
                    "requests",
                    "HTTPS",
                    assumptions.MillionRequests * 100,
                    "requests",
                    $"{assumptions.MillionRequests} million requests");
                break;
            case "aws_cloudfront_function":
                account.Use(
                    "aws_cloudfront_function",
                    "invocations",
                    "viewer",
                    assumptions.MillionRequests,
                    "invocations",
                    $"{assumptions.MillionRequests} million requests");
                break;
            case "aws_route53_zone":
                account.Fixed("aws_route53_zone", "zone", "hosted", 1, "hosted zone");
                account.Use(
                    "aws_route53_zone",
                    "queries",
                    "standard",
                    assumptions.MillionRequests,
                    "queries",
                    $"{assumptions.MillionRequests} million queries");
                break;
            case "aws_route53_health_check":
                account.Fixed("aws_route53_health_check", "endpoint", "AWS", 1, "health check");
                break;
            case "aws_kms_key":
                account.Fixed("aws_kms_key", "key", "customer managed", 1, "key; requests not counted");
                break;
            case "aws_secretsmanager_secret":
                account.Fixed("aws_secretsmanager_secret", "secret", "stored", 1, "secret; requests not counted");
                break;
            case "aws_ssm_parameter":
                account.Fixed("aws_ssm_parameter", "tier", value["tier"].Text ?? "Standard", 1, "parameter");
                break;
            case "aws_cloudwatch_metric_alarm":
                account.Fixed(
                    "aws_cloudwatch_metric_alarm",
                    "resolution",
                    value["period"].Number < 60 ? "high" : "standard",
                    Math.Max(1, value["metric_query"].Items.Count(x => !x["metric"].IsEmpty)),
                    "alarm, by its metrics");
                break;
            case "aws_cloudwatch_composite_alarm":
                account.Fixed("aws_cloudwatch_composite_alarm", "alarm", "composite", 1, "alarm");
                break;
            case "aws_cloudwatch_dashboard":
                account.Fixed("aws_cloudwatch_dashboard", "dashboard", "custom", 1, "dashboard");
                break;
            case "aws_cloudwatch_log_group":
                account.Use("aws_cloudwatch_log_group", "data", "ingested", assumptions.LogGigabytes, "data written", $"{assumptions.LogGigabytes} GB");
                break;
            case "aws_flow_log" when value["log_destination_type"].Text == "s3":
                account.Use("aws_flow_log", "data", "to S3", assumptions.LogGigabytes, "flow records", $"{assumptions.LogGigabytes} GB");
                break;
            case "aws_flow_log":
                // The log group that it writes to has the price of what is written.
                break;
            case "aws_wafv2_web_acl":
                account.Fixed("aws_wafv2_web_acl", "web_acl", "each", 1, "web ACL");
                account.Fixed("aws_wafv2_web_acl", "rule", "each", value["rule"].Items.Count(), "rules");
                account.Use(
                    "aws_wafv2_web_acl",
                    "requests",
                    "inspected",
                    assumptions.MillionRequests,
                    "requests",
                    $"{assumptions.MillionRequests} million requests");
                break;
            case "aws_guardduty_detector":
                account.Use(
                    "aws_guardduty_detector",
                    "events",
                    "CloudTrail management",
                    assumptions.MillionRequests,
                    "events; flow logs, DNS logs and S3 events not counted",
                    $"{assumptions.MillionRequests} million events");
                break;
            case "aws_ecr_repository":
                account.Use("aws_ecr_repository", "storage", "private", assumptions.ImageGigabytes, "images", $"{assumptions.ImageGigabytes} GB");
                break;
            case "aws_sqs_queue":
                account.Use(
                    "aws_sqs_queue",
                    "requests",
                    "standard",
                    assumptions.MillionRequests,
                    "requests",
                    $"{assumptions.MillionRequests} million requests");
                break;
            case "aws_sns_topic":
                account.Use("aws_sns_topic", "deliveries", "email", 0.01m, "e-mails", "1,000 e-mails");
                break;
            case "aws_dynamodb_table" when (value["billing_mode"].Text ?? "PROVISIONED") == "PAY_PER_REQUEST":
                account.Use(
                    "aws_dynamodb_table",
                    "writes",
                    "on demand",
                    assumptions.MillionRequests,
                    "writes",
                    $"{assumptions.MillionRequests} million writes");
                account.Use("aws_dynamodb_table", "reads", "on demand", assumptions.MillionRequests, "reads", $"{assumptions.MillionRequests} million reads");
                account.Use("aws_dynamodb_table", "storage", "standard", assumptions.DatabaseGigabytes, "storage", $"{assumptions.DatabaseGigabytes} GB");
                break;
            case "aws_budgets_budget":
                account.Fixed("aws_budgets_budget", "budget", "without actions", 1, "budget");
                break;
            case "aws_vpc_peering_connection":
                account.Use(
                    "aws_vpc_peering_connection",
                    "data",
                    "across zones",
                    assumptions.ProcessedGigabytes * 2,
                    "data, both directions",
                    $"{assumptions.ProcessedGigabytes} GB");
                break;
            default:
                account.Miss($"{resource.Type} is not in the price table");
                break;
        }

        return (account.Lines, account.Why);
    }

    private PlannedValue Values(PlannedResource resource) => beforePlan ? resource.Before : resource.After;

    private static string Number(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    // What is found is a line, what is not is a reason.
    private sealed class Account(PlannedResource resource, PriceTable prices)
    {
        private readonly List<CostLine> _lines = [];

        public IReadOnlyList<CostLine> Lines => _lines;

        public string? Why { get; private set; }

        public void Miss(string why) => Why = Why is null ? why : $"{Why}; {why}";

        public void Fixed(string type, string attribute, PlannedValue value, decimal quantity, string? what)
        {
            if (value.Text is { } text)
            {
                Fixed(type, attribute, text, quantity, what ?? text);
            }
            else
            {
                Miss($"{attribute} is not known before apply");
            }
        }

        public void Fixed(string type, string attribute, string value, decimal quantity, string what) => Add(type, attribute, value, quantity, what, null);

        public void Use(string type, string attribute, string value, decimal quantity, string what, string assumption)
            => Add(type, attribute, value, quantity, what, assumption);

        private void Add(string type, string attribute, string value, decimal quantity, string what, string? assumption)
        {
            if (prices.Find(type, attribute, value) is not { } price)
            {
                Miss($"the price table has no {value} ({type})");
            }
            else if (price.Price * quantity != 0)
            {
                _lines.Add(new CostLine(resource.Address, what, price.Price * quantity, assumption));
            }
        }
    }
}
