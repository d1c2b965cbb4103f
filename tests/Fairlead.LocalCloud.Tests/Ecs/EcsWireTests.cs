using System.Text.Json.Nodes;

namespace Fairlead.LocalCloud.Tests.Ecs;

/// <summary>ECS over the wire, signed, as clients ask it.</summary>
public sealed class EcsWireTests : IAsyncLifetime
{
    private CloudClient _cloud = null!;

    public async Task InitializeAsync()
    {
        _cloud = await CloudClient.StartAsync();
        await CallAsync("CreateCluster", """{ "clusterName": "shop" }""");
    }

    public async Task DisposeAsync() => await _cloud.DisposeAsync();

    [Fact]
    public async Task Task_definitions_are_deleted_when_they_are_inactive_and_each_other_one_is_a_failure()
    {
        await RegisterAsync("api", 3);
        foreach (var revision in new[] { 1, 2 })
        {
            await CallAsync("DeregisterTaskDefinition", $$"""{ "taskDefinition": "api:{{revision}}" }""");
        }

        var answer = await CallAsync("DeleteTaskDefinitions", """{ "taskDefinitions": ["api:1", "api:3", "api:9", "api:2"] }""");

        answer["taskDefinitions"]!.AsArray().Select(x => ((int)x!["revision"]!, (string)x["status"]!))
            .ShouldBe([(1, "DELETE_IN_PROGRESS"), (2, "DELETE_IN_PROGRESS")]);
        answer["failures"]!.AsArray().Count.ShouldBe(2);
        ((string)answer["failures"]![0]!["arn"]!).ShouldEndWith("task-definition/api:3");
        (await ErrorAsync("DeleteTaskDefinitions", """{ "taskDefinitions": [] }""")).ShouldBe("InvalidParameterException");
        var eleven = string.Join(", ", Enumerable.Range(1, 11).Select(x => $"\"api:{x}\""));
        (await ErrorAsync("DeleteTaskDefinitions", $$"""{ "taskDefinitions": [{{eleven}}] }""")).ShouldBe("InvalidParameterException");
        var ten = string.Join(", ", Enumerable.Range(11, 10).Select(x => $"\"api:{x}\""));
        (await CallAsync("DeleteTaskDefinitions", $$"""{ "taskDefinitions": [{{ten}}] }"""))["failures"]!.AsArray().Count.ShouldBe(10);
    }

    [Fact]
    public async Task Families_are_listed_by_status_and_prefix_in_pages()
    {
        foreach (var family in new[] { "shop-api", "shop-job", "shop-old", "other" })
        {
            await RegisterAsync(family);
        }

        await CallAsync("DeregisterTaskDefinition", """{ "taskDefinition": "shop-old:1" }""");
        (await FamiliesAsync("""{ "familyPrefix": "shop", "status": "ACTIVE" }""")).Families.ShouldBe(["shop-api", "shop-job"]);
        (await FamiliesAsync("""{ "familyPrefix": "shop", "status": "INACTIVE" }""")).Families.ShouldBe(["shop-old"]);
        var (first, token) = await FamiliesAsync("""{ "familyPrefix": "shop", "maxResults": 2 }""");
        first.ShouldBe(["shop-api", "shop-job"]);

        (await FamiliesAsync($$"""{ "familyPrefix": "shop", "maxResults": 2, "nextToken": "{{token}}" }""")).ShouldSatisfyAllConditions(
            x => x.Families.ShouldBe(["shop-old"]),
            x => x.Token.ShouldBeNull());
        (await ErrorAsync("ListTaskDefinitionFamilies", """{ "nextToken": "made up" }""")).ShouldBe("InvalidParameterException");
        (await ErrorAsync("ListTaskDefinitionFamilies", """{ "status": "ASLEEP" }""")).ShouldBe("InvalidParameterException");
    }

    [Fact]
    public async Task The_deployments_and_revisions_of_a_service_are_listed_and_described()
    {
        await RegisterAsync("api", 2);
        await CallAsync("CreateService", """{ "cluster": "shop", "serviceName": "api", "taskDefinition": "api:1", "desiredCount": 0 }""");
        await CompletedAsync(1);
        await CallAsync("UpdateService", """{ "cluster": "shop", "service": "api", "taskDefinition": "api:2" }""");
        await CompletedAsync(2);

        var first = await ListAsync(""", "maxResults": 1""");
        var second = await ListAsync($$""", "maxResults": 1, "nextToken": "{{first["nextToken"]}}" """);
        second["nextToken"].ShouldBeNull();
        var brief = first["serviceDeployments"]!.AsArray().Single()!;
        var created = ((double)brief["createdAt"]!).ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        (await ListAsync($$""", "createdAt": { "after": {{created}}, "before": {{created}} }"""))["serviceDeployments"]!.AsArray().Count.ShouldBe(1);
        (await ListAsync(""", "createdAt": { "before": 1 }"""))["serviceDeployments"]!.AsArray().ShouldBeEmpty();
        (await ListAsync(""", "status": ["IN_PROGRESS", "STOPPED"]"""))["serviceDeployments"]!.AsArray().ShouldBeEmpty();
        (await ErrorAsync("ListServiceDeployments", """{ "cluster": "shop", "service": "none" }""")).ShouldBe("ServiceNotFoundException");
        (await ErrorAsync("ListServiceDeployments", """{ "cluster": "shop", "service": "api", "status": ["DONE"] }""")).ShouldBe("InvalidParameterException");

        var described = await CallAsync(
            "DescribeServiceDeployments",
            $$"""{ "serviceDeploymentArns": ["{{brief["serviceDeploymentArn"]}}", "arn:aws:ecs:us-east-1:000000000000:service-deployment/shop/api/none"] }""");
        var deployment = described["serviceDeployments"]!.AsArray().Single()!;
        ((string)deployment["status"]!, (string)described["failures"]!.AsArray().Single()!["reason"]!).ShouldBe(("SUCCESSFUL", "MISSING"));
        var source = (string)deployment["sourceServiceRevisions"]!.AsArray().Single()!["arn"]!;
        var target = (string)deployment["targetServiceRevision"]!["arn"]!;
        source.ShouldBe((string)second["serviceDeployments"]!.AsArray().Single()!["targetServiceRevisionArn"]!);

        var revisions = await CallAsync("DescribeServiceRevisions", $$"""{ "serviceRevisionArns": ["{{source}}", "{{target}}", "none"] }""");
        revisions["serviceRevisions"]!.AsArray().Select(x => ((string)x!["taskDefinition"]!).Split('/')[1]).ShouldBe(["api:1", "api:2"]);
        revisions["failures"]!.AsArray().Count.ShouldBe(1);
        (await ErrorAsync("DescribeServiceRevisions", """{ "serviceRevisionArns": [] }""")).ShouldBe("InvalidParameterException");
    }

    [Fact]
    public async Task Tokens_are_kept_over_a_restart_and_refuse_another_request()
    {
        await RegisterAsync("api", 2);
        const string service = """{ "cluster": "shop", "serviceName": "api", "taskDefinition": "api:1", "desiredCount": 0, "clientToken": "made" }""";
        const string run = """{ "cluster": "shop", "taskDefinition": "api:1", "clientToken": "run" }""";
        var made = (string)(await CallAsync("CreateService", service))["service"]!["serviceArn"]!;
        var task = (string)(await CallAsync("RunTask", run))["tasks"]![0]!["taskArn"]!;

        _cloud = await _cloud.RestartAsync();

        ((string)(await CallAsync("CreateService", service))["service"]!["serviceArn"]!).ShouldBe(made);
        ((string)(await CallAsync("RunTask", run))["tasks"]![0]!["taskArn"]!).ShouldBe(task);
        (await ErrorAsync("RunTask", run.Replace("api:1", "api:2"))).ShouldBe("ConflictException");
        (await ErrorAsync("CreateService", service.Replace("api:1", "api:2"))).ShouldBe("InvalidParameterException");
    }

    private Task<JsonObject> CallAsync(string operation, string body) => _cloud.CallAsync("ecs", operation, body);

    private Task<string> ErrorAsync(string operation, string body) => _cloud.ErrorAsync("ecs", operation, body);

    private Task<JsonObject> ListAsync(string more)
        => CallAsync("ListServiceDeployments", $$"""{ "cluster": "shop", "service": "api"{{more}} }""");

    private Task CompletedAsync(int count) => _cloud.UntilAsync(
        "ecs",
        "ListServiceDeployments",
        """{ "cluster": "shop", "service": "api", "status": ["SUCCESSFUL"] }""",
        x => x["serviceDeployments"]!.AsArray().Count == count);

    private async Task RegisterAsync(string family, int revisions = 1)
    {
        for (var i = 0; i < revisions; i++)
        {
            await CallAsync(
                "RegisterTaskDefinition",
                $$"""{ "family": "{{family}}", "containerDefinitions": [{ "name": "api", "image": "{{_cloud.RegistryHost}}/none", "memory": 128 }] }""");
        }
    }

    private async Task<(string[] Families, string? Token)> FamiliesAsync(string request)
    {
        var answer = await CallAsync("ListTaskDefinitionFamilies", request);
        return ([.. answer["families"]!.AsArray().Select(x => (string)x!)], (string?)answer["nextToken"]);
    }
}
