using System.Text.Json.Nodes;
using Fairlead.LocalCloud.Ecs;

namespace Fairlead.LocalCloud.Tests.Ecs;

/// <summary>The <c>secrets</c> of a task definition, from Parameter Store and Secrets Manager into the environment of a program that really runs.</summary>
public sealed class SecretInjectionTests
{
    private const string Failure = "ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: ";

    [Fact]
    public async Task A_program_finds_its_secrets_in_its_environment_and_nobody_else_does()
    {
        await using var cloud = await CloudClient.StartAsync();
        await cloud.CallAsync("ssm", "PutParameter", """{ "Name": "/shop/password", "Value": "hunter2", "Type": "SecureString" }""");
        await cloud.CallAsync("ssm", "PutParameter", """{ "Name": "plain", "Value": "correct horse", "Type": "String" }""");
        var whole = await CreateAsync(cloud, "shop/db", """{ "user": "shop", "port": 5432, "password": "battery staple" }""");
        var volume = Path.Combine(cloud.StateFolder, "volume");
        const string script = "printf '%s\\n' \"$A|$B|$C|$D|$E|$F|$G\" > store/seen; tr '\\0' ' ' < /proc/$$/cmdline > store/line";
        var definition = await RegisterAsync(cloud, script, new()
        {
            ["A"] = "/shop/password",
            ["B"] = "arn:aws:ssm:us-east-1:000000000000:parameter/shop/password",
            ["C"] = "plain",
            ["D"] = $"{whole}:password::",
            ["E"] = $"{whole}:port",
            ["F"] = $"{whole}::AWSCURRENT:",
            ["G"] = whole[..^7],
        }, volume);

        var task = await Jobs.RunAsync(
            cloud,
            definition,
            """{ "containerOverrides": [{ "name": "job", "environment": [{ "name": "C", "value": "mine" }] }] }""");

        const string json = """{ "user": "shop", "port": 5432, "password": "battery staple" }""";
        (await File.ReadAllTextAsync(Path.Combine(volume, "seen"))).Trim()
            .ShouldBe($"hunter2|hunter2|correct horse|battery staple|5432|{json}|{json}");
        (await File.ReadAllTextAsync(Path.Combine(volume, "line"))).ShouldNotContain("hunter2");
        var described = (await cloud.CallAsync("ecs", "DescribeTaskDefinition", $$"""{ "taskDefinition": "{{definition}}" }"""))["taskDefinition"]!;
        described["containerDefinitions"]![0]!["secrets"]!.AsArray().Count.ShouldBe(7);
        ((string)described["containerDefinitions"]![0]!["secrets"]![0]!["valueFrom"]!).ShouldBe("/shop/password");
        File.Delete(Path.Combine(volume, "seen"));
        foreach (var text in Directory.GetFiles(cloud.StateFolder, "*", SearchOption.AllDirectories)
                     .Where(x => Path.GetFileName(x) != "lock")
                     .Select(File.ReadAllText)
                     .Append(task.ToJsonString())
                     .Append(described.ToJsonString()))
        {
            foreach (var value in new[] { "hunter2", "correct horse", "battery staple" })
            {
                text.ShouldNotContain(value);
            }
        }
    }

    [Fact]
    public async Task A_version_of_a_secret_is_taken_by_its_label_and_its_id_and_each_start_reads_anew()
    {
        await using var cloud = await CloudClient.StartAsync();
        var arn = await CreateAsync(cloud, "a", "one");
        var volume = Path.Combine(cloud.StateFolder, "volume");
        var first = (string)(await cloud.CallAsync("secretsmanager", "GetSecretValue", """{ "SecretId": "a" }"""))["VersionId"]!;
        await cloud.CallAsync("secretsmanager", "PutSecretValue", """{ "SecretId": "a", "SecretString": "two" }""");
        var definition = await RegisterAsync(cloud, "echo \"$A|$B|$C\" >> store/seen", new()
        {
            ["A"] = arn,
            ["B"] = $"{arn}::AWSPREVIOUS:",
            ["C"] = $"{arn}:::{first}",
        }, volume);

        await Jobs.RunAsync(cloud, definition, "{}");
        await cloud.CallAsync("secretsmanager", "PutSecretValue", """{ "SecretId": "a", "SecretString": "three" }""");
        await Jobs.RunAsync(cloud, definition, "{}");

        (await File.ReadAllLinesAsync(Path.Combine(volume, "seen"))).ShouldBe(["two|one|one", "three|two|one"]);
    }

    [Theory]
    [InlineData("/none", "unable to retrieve secrets from ssm: service call has been retried 1 time(s): invalid parameters: /none")]
    [InlineData("/there:9", "unable to retrieve secrets from ssm: service call has been retried 1 time(s): invalid parameters: /there:9")]
    [InlineData(
        "arn:aws:secretsmanager:us-east-1:000000000000:secret:none-AbCdEf:key::",
        "unable to retrieve secret from asm: service call has been retried 1 time(s): failed to fetch secret "
            + "arn:aws:secretsmanager:us-east-1:000000000000:secret:none-AbCdEf from secrets manager: ResourceNotFoundException: Secrets Manager can't find "
            + "the specified secret.")]
    [InlineData(
        "SECRET:none::",
        "unable to retrieve secret from asm: service call has been retried 1 time(s): retrieved secret from Secrets Manager did not contain json key none")]
    [InlineData("TEXT:key::", "unable to retrieve secret from asm: the secret TEXT is not a JSON object, and its json key key is asked for")]
    [InlineData("TWICE:key::", "unable to retrieve secret from asm: the secret TWICE is not a JSON object, and its json key key is asked for")]
    [InlineData("BINARY", "unable to retrieve secret from asm: the secret BINARY is binary, and a container takes a text")]
    [InlineData("/nul", "the value for A holds a NUL character, which an environment variable cannot")]
    [InlineData(
        "SECRET::AWSPENDING:",
        "unable to retrieve secret from asm: service call has been retried 1 time(s): failed to fetch secret SECRET from secrets manager: "
            + "ResourceNotFoundException: Secrets Manager can't find the specified secret value for staging label: AWSPENDING")]
    public async Task A_secret_that_cannot_be_read_stops_the_task_with_the_words_of_ECS_and_without_the_value(string from, string words)
    {
        await using var cloud = await CloudClient.StartAsync();
        await cloud.CallAsync("ssm", "PutParameter", """{ "Name": "/there", "Value": "hunter2", "Type": "String" }""");
        await cloud.CallAsync("ssm", "PutParameter", """{ "Name": "/nul", "Value": "hunter2\u0000", "Type": "String" }""");
        var arns = new Dictionary<string, string>
        {
            ["SECRET"] = await CreateAsync(cloud, "json", """{ "key": "hunter2" }"""),
            ["TEXT"] = await CreateAsync(cloud, "text", "hunter2"),
            ["TWICE"] = await CreateAsync(cloud, "twice", """{ "key": "hunter2", "key": "hunter2" }"""),
            ["BINARY"] = (string)(await cloud.CallAsync("secretsmanager", "CreateSecret", """{ "Name": "b", "SecretBinary": "aHVudGVyMg==" }"""))["ARN"]!,
        };
        foreach (var (name, arn) in arns)
        {
            (from, words) = (from.Replace(name, arn, StringComparison.Ordinal), words.Replace($" {name} ", $" {arn} ", StringComparison.Ordinal));
        }

        var task = await Jobs.RunAsync(cloud, await RegisterAsync(cloud, "exit 0", new() { ["A"] = from }), "{}");

        ((string)task["stopCode"]!, (string)task["stoppedReason"]!).ShouldBe(("TaskFailedToStart", Failure + words));
        ((string)task["containers"]![0]!["reason"]!).ShouldBe(Failure + words);
        task.ToJsonString().ShouldNotContain("hunter2");
    }

    [Fact]
    public async Task Every_parameter_that_is_missing_is_named()
    {
        await using var cloud = await CloudClient.StartAsync();

        var task = await Jobs.RunAsync(cloud, await RegisterAsync(cloud, "exit 0", new() { ["A"] = "/one", ["B"] = "/two", ["C"] = "/one" }), "{}");

        ((string)task["stoppedReason"]!).ShouldEndWith("invalid parameters: /one,/two");
    }

    [Fact]
    public async Task A_deployment_whose_secret_is_missing_trips_the_circuit_breaker_and_the_service_says_why()
    {
        await using var ecs = EcsHarness.Create();
        await ecs.CreateServiceAsync(
            "good",
            balanced: false,
            extra: """, "deploymentConfiguration": { "deploymentCircuitBreaker": { "enable": true, "rollback": true } }""");
        await ecs.SteadyAsync();
        var before = (string)ecs.Describe()["taskDefinition"]!;
        var definition = ecs.Definitions.Register(EcsHarness.Parse("""
            {
              "family": "api", "executionRoleArn": "arn:aws:iam::000000000000:role/execution",
              "containerDefinitions": [{ "name": "api", "image": "127.0.0.1:1/good", "memory": 128, "secrets": [{ "name": "DB", "valueFrom": "/none" }] }]
            }
            """));

        ecs.Update($"\"taskDefinition\": \"{definition}\"");
        await ecs.UntilAsync(x => EcsHarness.IsSteady(x) && (string)x["taskDefinition"]! == before);

        ecs.Events().ShouldContain(x => x.Contains($"was unable to place a task. Reason: {Failure}") && x.Contains("invalid parameters: /none"));
        ecs.Events().ShouldContain(x => x.Contains("deployment failed: tasks failed to start."));
        ecs.Runtime.Containers.Values.ShouldAllBe(x => !x.Launch.Environment.ContainsKey("DB"));
    }

    [Theory]
    [InlineData("""{ "secrets": [{ "name": "A", "valueFrom": "/a" }], "environment": [{ "name": "A", "value": "b" }] }""", "such as 'A'")]
    [InlineData("""{ "secrets": [{ "name": "A", "valueFrom": "/a" }, { "name": "A", "valueFrom": "/b" }] }""", "such as 'A'")]
    [InlineData("""{ "secrets": [{ "name": "", "valueFrom": "/a" }] }""", "Invalid secret name ''")]
    [InlineData("""{ "secrets": [{ "name": "A" }] }""", "needs a valueFrom")]
    public async Task A_secret_that_ECS_refuses_cannot_be_registered(string container, string why)
    {
        await using var cloud = await CloudClient.StartAsync();
        var definition = (JsonObject)JsonNode.Parse(container)!;
        (definition["name"], definition["image"], definition["memory"]) = ("app", "shop", 128);
        var request = new JsonObject
        {
            ["family"] = "api",
            ["executionRoleArn"] = "arn:aws:iam::000000000000:role/execution",
            ["containerDefinitions"] = new JsonArray(definition),
        };

        var (code, message) = await cloud.RefusalAsync("ecs", "RegisterTaskDefinition", request.ToJsonString());

        code.ShouldBe("ClientException");
        message.ShouldContain(why);
    }

    [Theory]
    [InlineData("name", "name", false, null, null, null)]
    [InlineData("arn:aws:ssm:r:1:parameter/a:3", "arn:aws:ssm:r:1:parameter/a:3", false, null, null, null)]
    [InlineData("arn:aws:secretsmanager:r:1:secret:a-b", "arn:aws:secretsmanager:r:1:secret:a-b", true, null, null, null)]
    [InlineData("arn:aws:secretsmanager:r:1:secret:a-b:k", "arn:aws:secretsmanager:r:1:secret:a-b", true, "k", null, null)]
    [InlineData("arn:aws:secretsmanager:r:1:secret:a-b:k:s:v", "arn:aws:secretsmanager:r:1:secret:a-b", true, "k", "s", "v")]
    [InlineData("arn:aws:secretsmanager:r:1:secret:a-b:::v", "arn:aws:secretsmanager:r:1:secret:a-b", true, null, null, "v")]
    public void A_valueFrom_is_read_as_ECS_reads_it(string from, string id, bool isSecret, string? key, string? stage, string? version)
    {
        var origin = SecretOrigin.Parse(from);

        (origin.Id, origin.IsSecret, origin.JsonKey, origin.VersionStage, origin.VersionId).ShouldBe((id, isSecret, key, stage, version));
    }

    private static async Task<string> CreateAsync(CloudClient cloud, string name, string value)
        => (string)(await cloud.CallAsync(
            "secretsmanager",
            "CreateSecret",
            new JsonObject { ["Name"] = name, ["SecretString"] = value }.ToJsonString()))["ARN"]!;

    /// <summary>The task definition of a script, with secrets.</summary>
    private static async Task<string> RegisterAsync(CloudClient cloud, string script, Dictionary<string, string> secrets, string? volume = null)
    {
        var definition = await Jobs.PushAsync(cloud, script, volume);
        var request = (JsonObject)(await cloud.CallAsync(
            "ecs",
            "DescribeTaskDefinition",
            $$"""{ "taskDefinition": "{{definition}}" }"""))["taskDefinition"]!.DeepClone();
        foreach (var answered in new[] { "taskDefinitionArn", "revision", "status", "registeredAt", "compatibilities" })
        {
            request.Remove(answered);
        }

        request["containerDefinitions"]![0]!["secrets"] = new JsonArray(
            [.. secrets.Select(x => (JsonNode)new JsonObject { ["name"] = x.Key, ["valueFrom"] = x.Value })]);
        request["executionRoleArn"] = "arn:aws:iam::000000000000:role/execution";
        return (string)(await cloud.CallAsync("ecs", "RegisterTaskDefinition", request.ToJsonString()))["taskDefinition"]!["taskDefinitionArn"]!;
    }
}
