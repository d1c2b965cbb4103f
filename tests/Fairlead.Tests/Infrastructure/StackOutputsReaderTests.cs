using System.Text.Json.Nodes;
using Fairlead.Infrastructure;
using Fairlead.Services.AppRunner;
using Fairlead.Services.Ec2;
using Fairlead.Services.Ecs;

namespace Fairlead.Tests.Infrastructure;

public sealed class StackOutputsReaderTests
{
    private static readonly string[] HostSpecific = [
        "cluster_name",
        "service_name",
        "container_name",
        "service_arn",
        "image_role_arn",
        "release_bucket",
        "release_prefix",
        "instance_tag_key",
        "instance_tag_value"
    ];

    [Fact]
    public void What_terraform_prints_for_a_service_on_ECS_is_read()
    {
        var outputs = StackOutputsReader.Read(AsTerraformPrints(Ecs()), "shop");

        outputs.ShouldBe(new StackOutputs
        {
            Stack = "shop",
            Region = "us-east-1",
            PublicUrl = new Uri("https://shop.example.com"),
            LedgerBucket = "shop-ledger-123456789012",
            LedgerPrefix = "ledger",
            Services =
            [
                new StackService("api", new EcsServiceOutputs("shop", "shop-api", "api"))
                {
                    HealthCheckPath = "/api/health",
                    LogGroup = "/ecs/shop",
                    RepositoryName = "shop",
                    RepositoryUri = "123456789012.dkr.ecr.us-east-1.amazonaws.com/shop",
                },
            ],
            Sites = [new StackSite("web", "shop-site") { DistributionId = "E1" }],
        });
    }

    [Fact]
    public void A_plain_file_of_names_and_values_says_the_same()
        => StackOutputsReader.Read(Ecs().ToJsonString(), "shop").ShouldBe(StackOutputsReader.Read(AsTerraformPrints(Ecs()), "shop"));

    [Fact]
    public void App_Runner_has_a_service_and_a_repository()
    {
        var outputs = On("apprunner", ("service_arn", "arn:aws:apprunner:us-east-1:123456789012:service/shop/1"));

        StackOutputsReader
            .Read(AsTerraformPrints(outputs), "shop").Services.Single().Host
            .ShouldBe(new AppRunnerServiceOutputs("arn:aws:apprunner:us-east-1:123456789012:service/shop/1"));
    }

    [Fact]
    public void App_Runner_may_say_which_role_pulls_its_images()
    {
        var outputs = On(
            "apprunner",
            ("service_arn", "arn:aws:apprunner:us-east-1:123456789012:service/shop/1"),
            ("image_role_arn", "arn:aws:iam::123456789012:role/shop"));

        StackOutputsReader
            .Read(AsTerraformPrints(outputs), "shop").Services.Single().Host
            .ShouldBe(new AppRunnerServiceOutputs("arn:aws:apprunner:us-east-1:123456789012:service/shop/1", "arn:aws:iam::123456789012:role/shop"));
    }

    [Fact]
    public void Instances_have_a_bucket_of_releases_and_need_no_repository()
    {
        var outputs = On(
            "ec2",
            ("release_bucket", "shop-releases"),
            ("release_prefix", "/api/"),
            ("instance_tag_key", "Role"),
            ("instance_tag_value", "shop-api"));
        outputs.Remove("repository_name");
        outputs.Remove("repository_uri");

        var read = StackOutputsReader.Read(AsTerraformPrints(outputs), "shop");

        var service = read.Services.Single();
        service.Host.ShouldBe(new Ec2ServiceOutputs("shop-releases", "api", "Role", "shop-api"));
        service.RepositoryUri.ShouldBeNull();
    }

    [Fact]
    public void A_stack_without_a_distribution_is_one()
    {
        var outputs = Ecs();
        outputs.Remove("distribution_id");

        StackOutputsReader.Read(AsTerraformPrints(outputs), "shop").Sites.Single().DistributionId.ShouldBeNull();
    }

    [Fact]
    public void An_output_that_is_null_is_one_that_is_not_there()
    {
        var outputs = Ecs();
        outputs["distribution_id"] = null;

        StackOutputsReader.Read(outputs.ToJsonString(), "shop").Sites.Single().DistributionId.ShouldBeNull();
    }

    [Theory]
    [InlineData("stack", "Deploy")]
    [InlineData("region", "Deploy")]
    [InlineData("public_url", "SmokeTest")]
    [InlineData("health_check_path", "DeployService")]
    [InlineData("site_bucket", "SyncS3")]
    [InlineData("ledger_bucket", "Deploy")]
    [InlineData("ledger_prefix", "Deploy")]
    [InlineData("log_group", "DeployService")]
    [InlineData("service_host", "DeployService")]
    [InlineData("repository_uri", "PushEcr")]
    [InlineData("repository_name", "PushEcr")]
    [InlineData("cluster_name", "DeployService")]
    [InlineData("service_name", "DeployService")]
    [InlineData("container_name", "DeployService")]
    public void A_missing_output_is_named_with_its_stack_and_the_target_that_needs_it(string name, string target)
    {
        var outputs = Ecs();
        outputs.Remove(name);

        var error = Should.Throw<FairleadException>(() => StackOutputsReader.Read(AsTerraformPrints(outputs), "shop"));

        error.What.ShouldContain("shop");
        error.Why.ShouldBe($"The output {name}, which {target} needs, is missing.");
    }

    [Fact]
    public void All_that_is_wrong_is_told_at_once()
    {
        var outputs = Ecs();
        outputs.Remove("region");
        outputs["site_bucket"] = new JsonArray("a", "b");
        outputs["log_group"] = "";
        outputs["public_url"] = "shop.example.com";
        outputs["health_check_path"] = "health";
        outputs["distribution_id"] = 7;

        var error = Should.Throw<FairleadException>(() => StackOutputsReader.Read(AsTerraformPrints(outputs), "shop"));

        error.Why.ShouldContain("The output region, which Deploy needs, is missing.");
        error.Why.ShouldContain("The output site_bucket, which SyncS3 needs, is a list and not a string.");
        error.Why.ShouldContain("The output log_group, which DeployService needs, is empty.");
        error.Why.ShouldContain("The output public_url, which SmokeTest needs, is 'shop.example.com' and not an absolute http or https URL.");
        error.Why.ShouldContain("The output health_check_path, which DeployService needs, is 'health' and does not begin with a slash.");
        error.Why.ShouldContain("The output distribution_id, which Invalidate needs, is a number and not a string.");
    }

    [Fact]
    public void A_service_host_that_nobody_knows_is_refused()
        => Should
            .Throw<FairleadException>(() => StackOutputsReader.Read(AsTerraformPrints(On("lambda")), "shop")).Why
            .ShouldContain("is 'lambda' and not ecs, apprunner or ec2");

    [Theory]
    [InlineData("{}", "Run TerraformApply first.")]
    [InlineData("{", "terraform output -json")]
    [InlineData("[]", "terraform output -json")]
    public void What_holds_no_outputs_says_what_to_do(string json, string next)
        => Should.Throw<FairleadException>(() => StackOutputsReader.Read(json, "shop")).Next.ShouldContain(next);

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        var path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"), "outputs.json");

        var error = await Should.ThrowAsync<FairleadException>(() => StackOutputsReader.ReadFileAsync(path, "shop", CancellationToken.None));

        error.Message.ShouldContain("outputs.json");
        error.Next.ShouldContain("--stack-outputs-file");
    }

    private static JsonObject Ecs() => On("ecs", ("cluster_name", "shop"), ("service_name", "shop-api"), ("container_name", "api"));

    private static JsonObject On(string host, params (string Name, string Value)[] service)
    {
        var outputs = new JsonObject
        {
            ["stack"] = "shop",
            ["region"] = "us-east-1",
            ["public_url"] = "https://shop.example.com/",
            ["health_check_path"] = "/api/health",
            ["site_bucket"] = "shop-site",
            ["ledger_bucket"] = "shop-ledger-123456789012",
            ["ledger_prefix"] = "ledger",
            ["log_group"] = "/ecs/shop",
            ["service_host"] = host,
            ["distribution_id"] = "E1",
            ["repository_name"] = "shop",
            ["repository_uri"] = "123456789012.dkr.ecr.us-east-1.amazonaws.com/shop",
        };
        foreach (var (name, value) in service)
        {
            HostSpecific.ShouldContain(name);
            outputs[name] = value;
        }

        return outputs;
    }

    private static string AsTerraformPrints(JsonObject outputs)
        => new JsonObject(outputs.Select(x => KeyValuePair.Create<string, JsonNode?>(
            x.Key,
            new JsonObject { ["sensitive"] = false, ["type"] = "string", ["value"] = x.Value?.DeepClone() }))).ToJsonString();
}
