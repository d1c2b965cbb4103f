using System.Text.Json;

namespace Fairlead.IntegrationTests.Stacks;

/// <summary>The five reference stacks, with what their tests set: they are destroyed again, and have domains that nobody owns.</summary>
internal static class ReferenceStacks
{
    private const string Destroyable = "deletion_protection = false\n";
    private const string Workflows = "github_repository = \"example/app\"\nstate_bucket = \"terraform-state\"\n";

    public static IReadOnlyList<StackCase> All { get; } =
    [
        new("flora", Destroyable, FloraExpectations.InPlace.Variable, FloraExpectations.InPlace.Changed, FloraExpectations.All, IsRefused: true),
        new(
            "apprunner",
            $"{Destroyable}domain_name = \"example.com\"\n",
            "database_storage = { initial = 20, limit = 120 }",
            new("The database may grow to 120 GiB.", "aws_db_instance", x => Number(x, "max_allocated_storage") == 120),
            ApprunnerExpectations.All),
        new(
            "ecommerce",
            Destroyable,
            "waf_rate_limit = 3000",
            new(
                "The firewall stops an address after 3,000 requests.",
                "aws_wafv2_web_acl",
                x => x.GetProperty("rule").GetRawText().Contains("3000", StringComparison.Ordinal)),
            EcommerceExpectations.All),
        new(
            "quizflow",
            $"{Destroyable}{Workflows}domain_name = \"quizflow.example.com\"\nuploads_replica_region = \"us-west-2\"\n",
            "alarm_memory_percent = 75",
            new("The alarm of memory is at 75 %.", "aws_cloudwatch_metric_alarm", x => Number(x, "threshold") == 75),
            QuizflowExpectations.All),
        new(
            "cpm",
            $"{Destroyable}{Workflows}domain_name = \"cpm.example.com\"\n",
            "billing_alarm_usd = 150",
            new("The billing alarm is at 150 USD.", "aws_cloudwatch_metric_alarm", x => Number(x, "threshold") == 150),
            CpmExpectations.All),
    ];

    private static double? Number(JsonElement attributes, string name)
        => attributes.GetProperty(name) is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : null;
}
