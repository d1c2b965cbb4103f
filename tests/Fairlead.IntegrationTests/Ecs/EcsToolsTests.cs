using System.Text.Json;

namespace Fairlead.IntegrationTests.Ecs;

/// <summary>The AWS CLI against the local cloud's ECS, logs and load balancing, from a pushed image to its exit code.</summary>
[Trait("Category", "Integration")]
public sealed class EcsToolsTests(LocalCloudFixture cloud) : IClassFixture<LocalCloudFixture>
{
    [ToolFact("aws", "skopeo", "busybox")]
    public async Task A_task_is_run_to_its_end_with_its_exit_code_and_lines()
    {
        var image = await cloud.PushAsync(
            BusyboxImage.Write(Path.Combine(cloud.Folder, "job"), "echo \"$GREETING $NAME $1\"; echo a line of trouble; exit 7"),
            "job",
            "1");
        await cloud.AwsAsync("ecs", "create-cluster", "--cluster-name", "jobs");
        await RegisterAsync("job", image, "/ecs/job");

        var started = await cloud.AwsJsonAsync(
            "ecs", "run-task", "--cluster", "jobs", "--task-definition", "job",
            "--overrides", """{"containerOverrides":[{"name":"app","command":["migrate"],"environment":[{"name":"NAME","value":"world"}]}]}""");
        var arn = started.GetProperty("tasks")[0].GetProperty("taskArn").GetString()!;
        await cloud.AwsAsync("ecs", "wait", "tasks-stopped", "--cluster", "jobs", "--tasks", arn);
        var task = (await cloud.AwsJsonAsync("ecs", "describe-tasks", "--cluster", "jobs", "--tasks", arn)).GetProperty("tasks")[0];

        task.GetProperty("containers")[0].GetProperty("exitCode").GetInt32().ShouldBe(7);
        task.GetProperty("stopCode").GetString().ShouldBe("EssentialContainerExited");
        task.GetProperty("containers")[0].GetProperty("imageDigest").GetString().ShouldBe(image.Split('@')[1]);
        RuntimeOf(task).ShouldBeOneOf("docker", "host-process");
        var lines = await cloud.AwsJsonAsync(
            "logs",
            "get-log-events",
            "--log-group-name",
            "/ecs/job",
            "--log-stream-name",
            $"ecs/app/{arn.Split('/')[^1]}",
            "--start-from-head",
            "--query",
            "events[].message");
        lines.EnumerateArray().Select(x => x.GetString()).ShouldBe(["hello world migrate", "a line of trouble"]);
        var found = await cloud.AwsJsonAsync(
            "logs",
            "filter-log-events",
            "--log-group-name",
            "/ecs/job",
            "--filter-pattern",
            "trouble",
            "--query",
            "events[].message");
        found.EnumerateArray().Select(x => x.GetString()).ShouldBe(["a line of trouble"]);
    }

    [ToolFact("aws")]
    public async Task A_task_whose_image_is_not_there_says_so()
    {
        await cloud.AwsAsync("ecs", "create-cluster", "--cluster-name", "empty");
        await RegisterAsync("absent", $"{cloud.RegistryHost}/absent:1", "/ecs/absent");

        var started = await cloud.AwsJsonAsync("ecs", "run-task", "--cluster", "empty", "--task-definition", "absent");
        var arn = started.GetProperty("tasks")[0].GetProperty("taskArn").GetString()!;
        await cloud.AwsAsync("ecs", "wait", "tasks-stopped", "--cluster", "empty", "--tasks", arn);
        var task = (await cloud.AwsJsonAsync("ecs", "describe-tasks", "--cluster", "empty", "--tasks", arn)).GetProperty("tasks")[0];

        task.GetProperty("stopCode").GetString().ShouldBe("TaskFailedToStart");
        task.GetProperty("stoppedReason").GetString()!.ShouldStartWith("CannotPullContainerError");
    }

    [ToolFact("aws", "skopeo", "busybox")]
    public async Task A_service_is_made_updated_seen_healthy_and_deleted()
    {
        var image = await cloud.PushAsync(BusyboxImage.Write(Path.Combine(cloud.Folder, "web"), BusyboxImage.WebServer), "web", "1");
        var stack = await ProvisionAsync("web");
        var first = await RegisterAsync("api", image, "/ecs/api");
        await cloud.AwsAsync("ecs", "create-service", "--cluster", "web", "--service-name", "api", "--task-definition", first, "--desired-count", "1",
            "--load-balancers", $"targetGroupArn={stack},containerName=app,containerPort=8080");
        await cloud.AwsAsync("ecs", "wait", "services-stable", "--cluster", "web", "--services", "api");
        await HealthyAsync(stack);

        var second = await RegisterAsync("api", image, "/ecs/api");
        await cloud.AwsAsync("ecs", "update-service", "--cluster", "web", "--service", "api", "--task-definition", second);
        await cloud.AwsAsync("ecs", "wait", "services-stable", "--cluster", "web", "--services", "api");
        var service = (await cloud.AwsJsonAsync("ecs", "describe-services", "--cluster", "web", "--services", "api")).GetProperty("services")[0];

        service.GetProperty("taskDefinition").GetString().ShouldBe(second);
        service.GetProperty("deployments").EnumerateArray().ShouldHaveSingleItem().GetProperty("rolloutState").GetString().ShouldBe("COMPLETED");
        service.GetProperty("events").EnumerateArray().ShouldContain(x => x.GetProperty("message").GetString()!.EndsWith("has reached a steady state."));
        service.GetProperty("events").EnumerateArray().Count(x => x.GetProperty("message").GetString()!.Contains(" runs in Docker")
            || x.GetProperty("message").GetString()!.Contains(" runs as a process of this machine")).ShouldBe(2);
        await HealthyAsync(stack);

        await cloud.AwsAsync("ecs", "delete-service", "--cluster", "web", "--service", "api", "--force");
        await cloud.AwsAsync("ecs", "wait", "services-inactive", "--cluster", "web", "--services", "api");
        (await cloud.AwsJsonAsync("ecs", "list-tasks", "--cluster", "web")).GetProperty("taskArns").GetArrayLength().ShouldBe(0);
    }

    [ToolFact("aws")]
    public async Task Errors_have_the_codes_that_the_cli_shows()
    {
        (await cloud.AwsErrorAsync("ecs", "list-services", "--cluster", "none")).ShouldContain("ClusterNotFoundException");
        (await cloud.AwsErrorAsync("ecs", "describe-task-definition", "--task-definition", "none")).ShouldContain("ClientException");
        (await cloud.AwsErrorAsync(
            "logs",
            "get-log-events",
            "--log-group-name",
            "none",
            "--log-stream-name",
            "none")).ShouldContain("ResourceNotFoundException");
        (await cloud.AwsErrorAsync("elbv2", "describe-target-health", "--target-group-arn", "arn:none")).ShouldContain("TargetGroupNotFound");
    }

    public static string? RuntimeOf(JsonElement task)
        => task.GetProperty("attributes")
            .EnumerateArray()
            .Single(x => x.GetProperty("name").GetString() == "fairlead.runtime")
            .GetProperty("value")
            .GetString();

    /// <summary>A stack of the local cloud's provisioner, for its cluster and its target group, which the load balancing API cannot make.</summary>
    private async Task<string> ProvisionAsync(string name)
    {
        await new Fairlead.Infrastructure.LocalCloud.LocalStackProvisioner(
            await cloud.FindAsync(),
            new Fairlead.Infrastructure.LocalCloud.LocalStackSpecification
            {
                Name = name,
                HealthCheckPath = BusyboxImage.HealthPath
            }).ApplyAsync(CancellationToken.None);
        return (await cloud.AwsJsonAsync("elbv2", "describe-target-groups", "--query", "TargetGroups[0].TargetGroupArn")).GetString()!;
    }

    private async Task HealthyAsync(string targetGroup)
    {
        var states = await cloud.AwsJsonAsync(
            "elbv2",
            "describe-target-health",
            "--target-group-arn",
            targetGroup,
            "--query",
            "TargetHealthDescriptions[].TargetHealth.State");
        states.EnumerateArray().Select(x => x.GetString()).ShouldBe(["healthy"]);
    }

    private async Task<string> RegisterAsync(string family, string image, string logGroup)
    {
        var container =
            $$"""[{"name":"app","image":"{{image}}","memory":128,"portMappings":[{"containerPort":8080}]"""
                + $$""","logConfiguration":{"logDriver":"awslogs","options":{"awslogs-group":"{{logGroup}}","""
                    + """ "awslogs-region":"us-east-1","awslogs-stream-prefix":"ecs"} } }]""";
        var known = await cloud.AwsJsonAsync("logs", "describe-log-groups", "--log-group-name-prefix", logGroup, "--query", "logGroups");
        if (known.GetArrayLength() == 0)
        {
            await cloud.AwsAsync("logs", "create-log-group", "--log-group-name", logGroup);
        }

        return (await cloud.AwsJsonAsync(
            "ecs",
            "register-task-definition",
            "--family",
            family,
            "--container-definitions",
            container,
            "--query",
            "taskDefinition.taskDefinitionArn")).GetString()!;
    }
}
