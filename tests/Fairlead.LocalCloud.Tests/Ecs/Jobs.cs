using System.Text.Json.Nodes;

namespace Fairlead.LocalCloud.Tests.Ecs;

/// <summary>Tasks of a script in an image that is really pushed, with a volume at <c>/app/store</c>.</summary>
internal static class Jobs
{
    public static async Task<string> PushAsync(CloudClient cloud, string script, string? volume = null, string? role = null)
    {
        await cloud.LogInAsync();
        await cloud.CallAsync("ecs", "CreateCluster", "{}");
        await cloud.CallAsync("logs", "CreateLogGroup", """{ "logGroupName": "/jobs" }""");
        await cloud.CallAsync("ecr", "CreateRepository", """{ "repositoryName": "jobs" }""");
        var digest = await TestImage
            .Create(["/app/run.sh"], ("app/run.sh", "#!/bin/sh\n" + script + "\n"), ("app/data.txt", "from the image\n"))
            .PushAsync(cloud.Registry, "jobs", "1");
        return await RegisterAsync(cloud, $"{cloud.RegistryHost}/jobs@{digest}", volume, role);
    }

    public static async Task<string> RegisterAsync(CloudClient cloud, string image, string? volume = null, string? role = null)
    {
        var request = new JsonObject
        {
            ["family"] = "job",
            ["containerDefinitions"] = new JsonArray(new JsonObject
            {
                ["name"] = "job",
                ["image"] = image,
                ["memory"] = 128,
                ["stopTimeout"] = 10,
                ["mountPoints"] = volume is null
                    ? new JsonArray()
                    : new JsonArray(new JsonObject { ["sourceVolume"] = "store", ["containerPath"] = "/app/store" }),
                ["logConfiguration"] = new JsonObject
                {
                    ["logDriver"] = "awslogs",
                    ["options"] = new JsonObject
                    {
                        ["awslogs-group"] = "/jobs",
                        ["awslogs-region"] = "us-east-1",
                        ["awslogs-stream-prefix"] = "run",
                    },
                },
            }),
            ["volumes"] = volume is null
                ? new JsonArray()
                : new JsonArray(new JsonObject { ["name"] = "store", ["host"] = new JsonObject { ["sourcePath"] = volume } }),
        };
        if (role is not null)
        {
            request["taskRoleArn"] = role;
        }

        return (string)(await cloud.CallAsync("ecs", "RegisterTaskDefinition", request.ToJsonString()))["taskDefinition"]!["taskDefinitionArn"]!;
    }

    public static async Task<JsonObject> RunAsync(CloudClient cloud, string definition, string overrides)
    {
        var started = await cloud.CallAsync("ecs", "RunTask", $$"""{ "taskDefinition": "{{definition}}", "overrides": {{overrides}} }""");
        var arn = (string)started["tasks"]![0]!["taskArn"]!;
        var ended = await cloud.UntilAsync("ecs", "DescribeTasks", $$"""{ "tasks": ["{{arn}}"] }""", x => (string)x["tasks"]![0]!["lastStatus"]! == "STOPPED");
        return (JsonObject)ended["tasks"]![0]!;
    }

    /// <summary>The content of a file, when a line of it is whole.</summary>
    public static Task<string> WhenWrittenAsync(string path)
        => Eventually.UntilAsync(async () => File.Exists(path) ? await File.ReadAllTextAsync(path) : null, x => x.EndsWith('\n'));
}
