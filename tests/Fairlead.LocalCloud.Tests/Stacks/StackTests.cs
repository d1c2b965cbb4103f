using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Fairlead.LocalCloud.CloudFront;
using Fairlead.LocalCloud.CloudFront.Configuration;
using Fairlead.LocalCloud.Protocol;
using Fairlead.LocalCloud.S3.Storage;
using Fairlead.LocalCloud.Stacks;
using Microsoft.Extensions.DependencyInjection;

namespace Fairlead.LocalCloud.Tests.Stacks;

public sealed class StackTests : StackCloud
{
    [Fact]
    public async Task A_plan_says_what_would_be_made_and_makes_nothing()
    {
        var plan = await SendAsync(HttpMethod.Post, Shop());

        Actions(plan).ShouldAllBe(x => x == "Create");
        plan["outputs"].ShouldBeNull();
        (await GetAsync(StackUrl("shop"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_stack_is_made_once_and_has_outputs()
    {
        var made = await SendAsync(HttpMethod.Put, Shop());
        var again = await SendAsync(HttpMethod.Put, Shop());

        Actions(made).ShouldAllBe(x => x == "Create");
        Actions(again).ShouldAllBe(x => x == "Unchanged");
        again["outputs"]!.ToJsonString().ShouldBe(made["outputs"]!.ToJsonString());
        ((string?)made["outputs"]!["sites"]![0]!["bucket"]).ShouldBe("shop-site");
        new Uri((string)made["outputs"]!["public_url"]!).ShouldBe(Server.Endpoints.Edge);
    }

    /// <summary>Only a state of before buckets were read by a right is upgraded.</summary>
    [Fact]
    public async Task A_distribution_that_is_made_by_hand_stays_as_it_is_at_the_next_start_of_a_new_cloud()
    {
        Server.Services.GetRequiredService<S3Store>().Create("hand-site", "us-east-1");
        Server.Services.GetRequiredService<DistributionStore>().Ensure(DistributionConfig.ForParts("hand", "hand-site", "us-east-1", [], controlId: null));

        await RestartAsync();

        Server.Services.GetRequiredService<DistributionStore>().Find("hand")!.Config.Origins.ShouldHaveSingleItem().AccessControlId.ShouldBeNull();
    }

    [Fact]
    public async Task A_second_time_writes_nothing()
    {
        await SendAsync(HttpMethod.Put, Shop());
        var before = Files();

        await SendAsync(HttpMethod.Put, Shop());

        Files().ShouldBe(before);
        (await TaskDefinitionsAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_stack_is_there_after_a_restart()
    {
        var made = await SendAsync(HttpMethod.Put, Shop());
        await RestartAsync();

        var read = await (await GetAsync(StackUrl("shop"))).Content.ReadFromJsonAsync<JsonObject>();

        read!["outputs"]!.ToJsonString().ShouldBe(made["outputs"]!.ToJsonString());
        Actions(await SendAsync(HttpMethod.Put, Shop())).ShouldAllBe(x => x == "Unchanged");
    }

    [Fact]
    public async Task A_changed_description_changes_the_service_and_keeps_the_rest()
    {
        await SendAsync(HttpMethod.Put, Shop());
        var changed = Shop();
        changed["environment"] = new JsonObject { ["COLOUR"] = "blue" };

        var answer = await SendAsync(HttpMethod.Put, changed);

        answer["changes"]!.AsArray().Where(x => (string?)x!["action"] == "Create").ShouldBeEmpty();
        answer["changes"]!.AsArray().Where(x => (string?)x!["action"] == "Update").Select(x => (string?)x!["type"]).ShouldContain("aws_ecs_service");
        Actions(await SendAsync(HttpMethod.Put, changed)).ShouldAllBe(x => x == "Unchanged");
    }

    [Fact]
    public async Task What_a_deploy_tells_the_service_stays_when_the_stack_is_made_again()
    {
        var stack = Shop();
        stack["environment"] = new JsonObject { ["COLOUR"] = "blue", ["GREETING"] = "hello" };
        await SendAsync(HttpMethod.Put, stack);
        await DeployAsync([("COLOUR", "blue"), ("GREETING", "welcome"), ("CURRENCY", "EUR"), ("RELEASE_ID", "r1")]);
        var deployed = await ServiceEnvironmentAsync();

        Actions(await SendAsync(HttpMethod.Put, stack)).ShouldAllBe(x => x == "Unchanged");

        (await ServiceEnvironmentAsync()).ShouldBe(deployed);
        (await TaskDefinitionsAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_the_stack_itself_no_longer_tells_the_service_goes_and_what_a_deploy_told_it_stays()
    {
        var stack = Shop();
        stack["environment"] = new JsonObject { ["COLOUR"] = "blue", ["GREETING"] = "hello" };
        await SendAsync(HttpMethod.Put, stack);
        await DeployAsync([("COLOUR", "blue"), ("GREETING", "hello"), ("CURRENCY", "EUR"), ("RELEASE_ID", "r1")]);

        stack["environment"] = new JsonObject { ["COLOUR"] = "red" };
        await SendAsync(HttpMethod.Put, stack);

        (await ServiceEnvironmentAsync()).ShouldBe(["COLOUR=red", "CURRENCY=EUR", "RELEASE_ID=r1"]);
    }

    [Fact]
    public async Task A_second_stack_has_an_address_of_its_own()
    {
        await SendAsync(HttpMethod.Put, Shop());
        var other = Shop();
        other["name"] = "other";

        var made = await SendAsync(HttpMethod.Put, other);

        ((string?)made["outputs"]!["public_url"])!.ShouldContain(".cloudfront.localhost");
    }

    [Theory]
    [InlineData("""{"name":"shop","services":[null]}""")]
    [InlineData("""{"name":"shop","sites":[null,{"name":"web"}]}""")]
    [InlineData("""{"name":"shop","environment":{"A":null}}""")]
    [InlineData("""{"name":"shop","services":[{"name":"api","secrets":{"S":null}}]}""")]
    public void A_null_in_a_list_is_refused(string json)
    {
        var stack = JsonSerializer.Deserialize(json, StackSpecificationJson.Default.StackSpecification)!;

        Should.Throw<AwsServiceException>(stack.Validate).Message.ShouldContain("is null; leave it out");
    }

    [Theory]
    [InlineData("name", "Shop!", "lower-case")]
    [InlineData("containerPort", 0, "port")]
    [InlineData("healthCheckPath", "health", "must begin with")]
    [InlineData("environment", null, "environment")]
    [InlineData("volumes", null, "volumes")]
    public async Task What_cannot_be_is_refused_in_words(string property, object? value, string word)
    {
        var stack = Shop();
        stack[property] = value is int number ? number : (string?)value;

        using var response = await SendRawAsync(HttpMethod.Put, stack);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).ShouldContain(word);
        Directory.Exists(Path.Combine(StateFolder, "s3", "buckets", "shop-site")).ShouldBeFalse();
    }

    private static JsonObject Shop() => new()
    {
        ["name"] = "shop",
        ["containerPort"] = 8080,
        ["healthCheckPath"] = "/api/health",
        ["servicePathPattern"] = "/api/*",
        ["environment"] = new JsonObject(),
        ["volumes"] = new JsonObject { ["data"] = "/app/data" },
    };

    private static IEnumerable<string> Actions(JsonObject answer) => answer["changes"]!.AsArray().Select(x => (string)x!["action"]!);

    /// <summary>Does to the service what a deploy does: a revision with further variables, and the service told to run it.</summary>
    private Task DeployAsync((string Name, string Value)[] environment) => RedefineAsync(x => x["containerDefinitions"]![0]!["environment"]
        = new JsonArray([.. environment.Select(x => new JsonObject { ["name"] = x.Name, ["value"] = x.Value })]));

    private async Task<string[]> ServiceEnvironmentAsync()
        => [.. (await TaskDefinitionAsync())["containerDefinitions"]![0]!["environment"]!
            .AsArray()
            .Select(x => $"{x!["name"]}={x["value"]}")
            .Order(StringComparer.Ordinal)];

    /// <summary>What the state is, with the time of the last write of each file. Without that of ECS, whose
    /// scheduler notes on its own that a new service is steady.</summary>
    private List<string> Files()
        => Directory.GetFiles(StateFolder, "*", SearchOption.AllDirectories)
            .Where(x => !x.EndsWith(".log", StringComparison.Ordinal) && !Path.GetRelativePath(StateFolder, x).StartsWith("ecs", StringComparison.Ordinal))
            .Select(x => $"{x} {File.GetLastWriteTimeUtc(x):O}")
            .Order(StringComparer.Ordinal)
            .ToList();
}
