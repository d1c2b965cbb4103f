using System.Net;
using System.Text.Json.Nodes;

namespace Fairlead.LocalCloud.Tests.Ecs;

/// <summary>What a task that runs as a process of this machine learns of credentials.</summary>
public sealed class TaskRoleTests
{
    private const string Role = "arn:aws:iam::000000000000:role/shop/uploads";

    [Fact]
    public async Task A_task_without_a_role_has_none_and_does_not_find_those_of_the_developer()
    {
        await using var cloud = await CloudClient.StartAsync();
        var definition = await Jobs.PushAsync(cloud, "env > store/env", Volume(cloud));

        await Jobs.RunAsync(cloud, definition, "{}");

        var environment = await EnvironmentAsync(cloud);
        environment.Keys.ShouldNotContain("AWS_ACCESS_KEY_ID");
        environment.Keys.ShouldNotContain("AWS_SECRET_ACCESS_KEY");
        environment.Keys.ShouldNotContain("AWS_CONTAINER_CREDENTIALS_FULL_URI");
        environment.Values.ShouldAllBe(x => !x.Contains(cloud.Signer.SecretAccessKey, StringComparison.Ordinal));
        environment["AWS_REGION"].ShouldBe("us-east-1");
        environment["AWS_ENDPOINT_URL"].ShouldBe(cloud.Api.GetLeftPart(UriPartial.Authority));
        File.Exists(environment["AWS_SHARED_CREDENTIALS_FILE"]).ShouldBeFalse();
        File.Exists(environment["AWS_CONFIG_FILE"]).ShouldBeFalse();
    }

    [Fact]
    public async Task A_task_with_a_role_gets_its_credentials_where_SDKs_ask_for_them_as_long_as_it_runs()
    {
        await using var cloud = await CloudClient.StartAsync();
        var definition = await Jobs.PushAsync(cloud, "env > store/env.new; mv store/env.new store/env; exec sleep 600", Volume(cloud), Role);
        var started = await cloud.CallAsync("ecs", "RunTask", $$"""{ "taskDefinition": "{{definition}}" }""");
        var task = (string)started["tasks"]![0]!["taskArn"]!;
        await Jobs.WhenWrittenAsync(Path.Combine(Volume(cloud), "env"));
        var environment = await EnvironmentAsync(cloud);
        var url = new Uri(environment["AWS_CONTAINER_CREDENTIALS_FULL_URI"]);
        var token = environment["AWS_CONTAINER_AUTHORIZATION_TOKEN"];
        environment.Values.ShouldAllBe(x => !x.Contains(cloud.Signer.SecretAccessKey, StringComparison.Ordinal));

        (await AskAsync(url, null)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await AskAsync(url, token[..^2] + "AA")).Status.ShouldBe(HttpStatusCode.Forbidden);
        var (status, given) = await AskAsync(url, token);

        status.ShouldBe(HttpStatusCode.OK);
        ((string)given["RoleArn"]!).ShouldBe(Role);
        var asTask = new SignatureV4((string)given["AccessKeyId"]!, (string)given["SecretAccessKey"]!) { SessionToken = (string)given["Token"]! };
        (await CallerAsync(cloud.Api, asTask)).ShouldContain($"<Arn>arn:aws:sts::000000000000:assumed-role/uploads/{task.Split('/')[^1]}</Arn>");

        await cloud.CallAsync("ecs", "StopTask", $$"""{ "task": "{{task}}" }""");
        await cloud.UntilAsync("ecs", "DescribeTasks", $$"""{ "tasks": ["{{task}}"] }""", x => (string)x["tasks"]![0]!["lastStatus"]! == "STOPPED");
        (await AskAsync(url, token)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static string Volume(CloudClient cloud) => Path.Combine(cloud.StateFolder, "volumes", "job", "store");

    private static async Task<Dictionary<string, string>> EnvironmentAsync(CloudClient cloud)
        => (await File.ReadAllLinesAsync(Path.Combine(Volume(cloud), "env")))
            .Select(x => x.Split('=', 2))
            .Where(x => x.Length == 2)
            .ToDictionary(x => x[0], x => x[1]);

    private static async Task<(HttpStatusCode Status, JsonObject Body)> AskAsync(Uri url, string? token)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.TryAddWithoutValidation("Authorization", token);
        using var answer = await http.SendAsync(request);
        return (answer.StatusCode, (JsonObject)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }

    private static async Task<string> CallerAsync(Uri api, SignatureV4 signer)
    {
        using var http = signer.Client(api, "sts");
        using var form = new FormUrlEncodedContent([new("Action", "GetCallerIdentity")]);
        using var answer = await http.PostAsync("/", form);
        return await answer.Content.ReadAsStringAsync();
    }
}
