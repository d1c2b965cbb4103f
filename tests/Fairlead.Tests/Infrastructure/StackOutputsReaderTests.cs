using System.Text.Json.Nodes;
using Fairlead.Infrastructure;
using Fairlead.Secrets;
using Fairlead.Services;
using Fairlead.Services.AppRunner;
using Fairlead.Services.Ec2;
using Fairlead.Services.Ecs;
using Fairlead.Services.Kinds;

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
    public void The_run_hides_what_terraform_says_is_sensitive()
    {
        var mask = new SecretMask();
        mask.Activate();
        var outputs = JsonNode.Parse(AsTerraformPrints(Ecs()))!.AsObject();
        outputs["database"] = JsonNode.Parse("""{"sensitive": true, "type": "string", "value": {"user": "app", "password": "hunter2-hunter2"}}""");

        StackOutputsReader.Read(outputs.ToJsonString(), "shop");

        mask.Apply("connects with hunter2-hunter2 to shop-site").ShouldBe("connects with [REDACTED] to shop-site");
    }

    [Fact]
    public void A_plain_file_of_names_and_values_says_the_same()
        => StackOutputsReader.Read(Ecs().ToJsonString(), "shop").ShouldBe(StackOutputsReader.Read(AsTerraformPrints(Ecs()), "shop"));

    [Fact]
    public void The_database_of_a_service_may_be_named_flat_and_in_the_list()
    {
        var flat = Ecs();
        flat["database_instance"] = "shop-db";
        var several = Several();
        several["services"]![0]!["database_instance"] = "shop-db";
        several["services"]![1]!["database_instance"] = "";

        StackOutputsReader.Read(AsTerraformPrints(flat), "shop").Services.Single().DatabaseInstance.ShouldBe("shop-db");
        StackOutputsReader.Read(AsTerraformPrints(several), "shop").Services.Select(x => x.DatabaseInstance).ShouldBe(["shop-db", null]);
    }

    [Fact]
    public void A_database_that_is_no_string_is_refused_with_the_target_that_needs_it()
    {
        var outputs = Ecs();
        outputs["database_instance"] = 5;

        Should.Throw<FairleadException>(() => StackOutputsReader.Read(outputs.ToJsonString(), "shop")).Why
            .ShouldContain("The output database_instance, which Migrate needs, is a number and not a string.");
    }

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

    [Fact]
    public void A_stack_may_have_several_services_and_sites()
    {
        var outputs = StackOutputsReader.Read(AsTerraformPrints(Several()), "shop");

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
                    LogGroup = "/ecs/shop",
                    RepositoryUri = "123456789012.dkr.ecr.us-east-1.amazonaws.com/shop",
                    Url = new Uri("https://api.example.com"),
                    HealthCheckPath = "/health",
                },
                new StackService("worker", new Ec2ServiceOutputs("shop-releases", "worker", "Role", "shop-worker")),
            ],
            Sites =
            [
                new StackSite("web", "shop-site") { DistributionId = "E1" },
                new StackSite("admin", "shop-admin") { Url = new Uri("https://admin.example.com/back") },
            ],
        });
    }

    [Fact]
    public void Lists_in_a_plain_file_say_the_same()
        => StackOutputsReader.Read(Several().ToJsonString(), "shop").ShouldBe(StackOutputsReader.Read(AsTerraformPrints(Several()), "shop"));

    [Fact]
    public void A_site_alone_has_no_service_and_needs_none_of_its_outputs()
    {
        var outputs = Several();
        outputs.Remove("services");

        var read = StackOutputsReader.Read(AsTerraformPrints(outputs), "shop");

        read.Services.ShouldBeEmpty();
        read.Sites.Select(x => x.Name).ShouldBe(["web", "admin"]);
    }

    [Fact]
    public void A_worker_alone_has_neither_a_site_nor_a_URL()
    {
        var outputs = Several();
        outputs.Remove("sites");
        outputs.Remove("public_url");
        outputs["services"]!.AsArray().RemoveAt(0);

        var read = StackOutputsReader.Read(AsTerraformPrints(outputs), "shop");

        (read.PublicUrl, read.Sites.Count, read.Services.Single().Name).ShouldBe((null, 0, "worker"));
    }

    [Fact]
    public void All_that_is_wrong_with_the_parts_is_told_at_once_and_where()
    {
        var outputs = Several();
        outputs.Remove("region");
        outputs["services"] = new JsonArray(
            new JsonObject { ["name"] = "api", ["service_host"] = "lambda" },
            new JsonObject { ["service_host"] = "ecs", ["cluster_name"] = "shop", ["container_name"] = "api", ["health_check_path"] = "health" });
        outputs["sites"] = new JsonArray(
            new JsonObject { ["name"] = "api", ["bucket"] = 7, ["url"] = "shop.example.com" },
            new JsonObject { ["name"] = "", ["bucket"] = "shop-site", ["distribution_id"] = new JsonArray() });

        Should.Throw<FairleadException>(() => StackOutputsReader.Read(AsTerraformPrints(outputs), "shop")).Why.ShouldBe(string.Join(
            ' ',
            "The output region, which Deploy needs, is missing.",
            "The output services[0].service_host, which DeployService needs, is 'lambda' and not ecs, apprunner or ec2.",
            "The output services[1].name, which Deploy needs, is missing.",
            "The output services[1].service_name, which DeployService needs, is missing.",
            "The output services[1].health_check_path, which DeployService needs, is 'health' and does not begin with a slash.",
            "The output services[1].repository_uri, which PushEcr needs, is missing.",
            "The output sites[0].bucket, which SyncS3 needs, is a number and not a string.",
            "The output sites[0].url, which SmokeTest needs, is 'shop.example.com' and not an absolute http or https URL.",
            "The output sites[1].name, which Deploy needs, is empty.",
            "The output sites[1].distribution_id, which Invalidate needs, is a list and not a string.",
            "Two parts are called 'api'; each needs a name of its own."));
    }

    [Theory]
    [InlineData("\"api\"", "is a string and not a list of objects")]
    [InlineData("{}", "is an object and not a list of objects")]
    [InlineData("[\"api\"]", "is a list and not a list of objects")]
    public void Services_that_are_no_list_are_refused(string services, string problem)
    {
        var outputs = Several();
        outputs["services"] = JsonNode.Parse(services);

        Should.Throw<FairleadException>(() => StackOutputsReader.Read(AsTerraformPrints(outputs), "shop")).Why.ShouldBe($"The output services {problem}.");
    }

    /// <summary>A kind of service host is one file: whatever outputs it reads, the reader can say what is wrong with them.</summary>
    [Theory]
    [MemberData(nameof(Hosts))]
    public void A_service_host_of_any_kind_is_told_what_it_misses_and_says_what_it_read(string host)
    {
        var asked = new NamedValues();
        var fields = ServiceHostKinds.All[host](asked).Fields;
        var outputs = Several();
        outputs["services"] = new JsonArray(new JsonObject { ["name"] = "api", ["service_host"] = host });

        var why = Should.Throw<FairleadException>(() => StackOutputsReader.Read(outputs.ToJsonString(), "shop")).Why;

        asked.RequiredNames.ShouldNotBeEmpty();
        asked.RequiredNames.ShouldAllBe(x => why.Contains($"The output services[0].{x}, which DeployService needs, is missing."));

        var said = new JsonObject { ["name"] = "api", ["service_host"] = host, ["repository_uri"] = "registry/shop" };
        foreach (var (name, value) in fields)
        {
            said[name] = value;
        }

        outputs["services"] = new JsonArray(said);
        var read = StackOutputsReader.Read(outputs.ToJsonString(), "shop").Services.Single().Host;
        (read.Host, string.Join(' ', read.Fields)).ShouldBe((host, string.Join(' ', fields)));
        asked.RequiredNames.ShouldAllBe(x => read.Fingerprint.Contains($"= {x}"));
    }

    public static TheoryData<string> Hosts => [.. ServiceHostKinds.All.Keys];

    private static JsonObject Several() => new()
    {
        ["stack"] = "shop",
        ["region"] = "us-east-1",
        ["public_url"] = "https://shop.example.com/",
        ["ledger_bucket"] = "shop-ledger-123456789012",
        ["ledger_prefix"] = "/ledger/",
        ["services"] = new JsonArray(
            new JsonObject
            {
                ["name"] = "api",
                ["service_host"] = "ecs",
                ["cluster_name"] = "shop",
                ["service_name"] = "shop-api",
                ["container_name"] = "api",
                ["log_group"] = "/ecs/shop",
                ["repository_uri"] = "123456789012.dkr.ecr.us-east-1.amazonaws.com/shop",
                ["url"] = "https://api.example.com/",
                ["health_check_path"] = "/health",
            },
            new JsonObject
            {
                ["name"] = "worker",
                ["service_host"] = "ec2",
                ["release_bucket"] = "shop-releases",
                ["release_prefix"] = "worker",
                ["instance_tag_key"] = "Role",
                ["instance_tag_value"] = "shop-worker",
            }),
        ["sites"] = new JsonArray(
            new JsonObject { ["name"] = "web", ["bucket"] = "shop-site", ["distribution_id"] = "E1" },
            new JsonObject { ["name"] = "admin", ["bucket"] = "shop-admin", ["distribution_id"] = null, ["url"] = "https://admin.example.com/back" }),
    };

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

    /// <summary>Every output is there and is called like itself.</summary>
    private sealed class NamedValues : IOutputValues
    {
        public List<string> RequiredNames { get; } = [];

        public string Required(string name)
        {
            RequiredNames.Add(name);
            return name;
        }

        public string? Optional(string name) => name;
    }
}
