using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Fairlead.LocalCloud.Access;
using Fairlead.LocalCloud.Hosting;

namespace Fairlead.LocalCloud.Tests.Stacks;

public sealed class StackTests : IAsyncLifetime
{
    private readonly HttpClient _http = new();
    private readonly string _path = Directory.CreateTempSubdirectory("fairlead-stack-").FullName;
    private LocalCloudServer _server = null!;

    public async Task InitializeAsync() => _server = await StartAsync();

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
        Directory.Delete(_path, recursive: true);
    }

    [Fact]
    public async Task A_plan_says_what_would_be_made_and_makes_nothing()
    {
        var plan = await SendAsync(HttpMethod.Post, Shop());

        Actions(plan).ShouldAllBe(x => x == "Create");
        plan["outputs"].ShouldBeNull();
        (await _http.GetAsync(Stack("shop"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_stack_is_made_once_and_has_outputs()
    {
        var made = await SendAsync(HttpMethod.Put, Shop());
        var again = await SendAsync(HttpMethod.Put, Shop());

        Actions(made).ShouldAllBe(x => x == "Create");
        Actions(again).ShouldAllBe(x => x == "Unchanged");
        again["outputs"]!.ToJsonString().ShouldBe(made["outputs"]!.ToJsonString());
        ((string?)made["outputs"]!["siteBucket"]).ShouldBe("shop-site");
        new Uri((string)made["outputs"]!["publicUrl"]!).ShouldBe(_server.Endpoints.Edge);
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
        await _server.DisposeAsync();
        _server = await StartAsync();

        var read = await _http.GetFromJsonAsync<JsonObject>(Stack("shop"));

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

        ((string?)made["outputs"]!["publicUrl"])!.ShouldContain(".cloudfront.localhost");
    }

    [Theory]
    [InlineData("name", "Shop!", "lower-case")]
    [InlineData("containerPort", 0, "port")]
    [InlineData("healthCheckPath", "health", "must begin with")]
    public async Task What_cannot_be_is_refused_in_words(string property, object value, string word)
    {
        var stack = Shop();
        stack[property] = value is int number ? number : (string)value;

        using var response = await _http.PutAsync(Stack((string)stack["name"]!), JsonContent.Create(stack));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).ShouldContain(word);
        Directory.Exists(Path.Combine(_path, "s3", "buckets", "shop-site")).ShouldBeFalse();
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

    private Uri Stack(string name) => new(_server.Endpoints.Api, $"/_fairlead/stacks/{Uri.EscapeDataString(name)}");

    private async Task<JsonObject> SendAsync(HttpMethod method, JsonObject stack)
    {
        using var request = new HttpRequestMessage(method, Stack((string)stack["name"]!)) { Content = JsonContent.Create(stack) };
        using var response = await _http.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        return (await response.Content.ReadFromJsonAsync<JsonObject>())!;
    }

    private async Task<LocalCloudServer> StartAsync()
    {
        var server = await LocalCloudServer.StartAsync(new LocalCloudOptions { StateDirectory = _path, ApiPort = 0, RegistryPort = 0, EdgePort = 0 });
        _http.DefaultRequestHeaders.Remove(ControlKey.HeaderName);
        _http.DefaultRequestHeaders.Add(ControlKey.HeaderName, server.ControlKey);
        return server;
    }

    private async Task<IReadOnlyList<string>> TaskDefinitionsAsync()
        => [.. (await EcsAsync("ListTaskDefinitions", []))["taskDefinitionArns"]!.AsArray().Select(x => (string)x!)];

    /// <summary>Does to the service what a deploy does: a revision with further variables, and the service told to run it.</summary>
    private async Task DeployAsync((string Name, string Value)[] environment)
    {
        var definition = await TaskDefinitionAsync();
        var container = definition["containerDefinitions"]![0]!;
        container["environment"] = new JsonArray([.. environment.Select(x => new JsonObject { ["name"] = x.Name, ["value"] = x.Value })]);
        var registered = await EcsAsync("RegisterTaskDefinition", new JsonObject
        {
            ["family"] = "shop",
            ["networkMode"] = "awsvpc",
            ["requiresCompatibilities"] = definition["requiresCompatibilities"]!.DeepClone(),
            ["cpu"] = "256",
            ["memory"] = "512",
            ["volumes"] = definition["volumes"]!.DeepClone(),
            ["containerDefinitions"] = new JsonArray(container.DeepClone()),
        });
        await EcsAsync(
            "UpdateService",
            new JsonObject { ["cluster"] = "shop", ["service"] = "shop", ["taskDefinition"] = (string)registered["taskDefinition"]!["taskDefinitionArn"]! });
    }

    private async Task<string[]> ServiceEnvironmentAsync()
        => [.. (await TaskDefinitionAsync())["containerDefinitions"]![0]!["environment"]!
            .AsArray()
            .Select(x => $"{x!["name"]}={x["value"]}")
            .Order(StringComparer.Ordinal)];

    private async Task<JsonNode> TaskDefinitionAsync()
    {
        var services = await EcsAsync("DescribeServices", new JsonObject { ["cluster"] = "shop", ["services"] = new JsonArray("shop") });
        return (await EcsAsync(
            "DescribeTaskDefinition",
            new JsonObject { ["taskDefinition"] = (string)services["services"]![0]!["taskDefinition"]! }))["taskDefinition"]!;
    }

    private async Task<JsonObject> EcsAsync(string action, JsonObject body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _server.Endpoints.Api) { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            "AWS4-HMAC-SHA256 Credential=AKID/20260101/us-east-1/ecs/aws4_request, SignedHeaders=host, Signature=0");
        request.Headers.Add("X-Amz-Target", $"AmazonEC2ContainerServiceV20141113.{action}");
        using var response = await _http.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        return (await response.Content.ReadFromJsonAsync<JsonObject>())!;
    }

    /// <summary>What the state is, with the time of the last write of each file. Without that of ECS, whose
    /// scheduler notes on its own that a new service is steady.</summary>
    private List<string> Files()
        => Directory.GetFiles(_path, "*", SearchOption.AllDirectories)
            .Where(x => !x.EndsWith(".log", StringComparison.Ordinal) && !Path.GetRelativePath(_path, x).StartsWith("ecs", StringComparison.Ordinal))
            .Select(x => $"{x} {File.GetLastWriteTimeUtc(x):O}")
            .Order(StringComparer.Ordinal)
            .ToList();
}
