using System.Text.Json.Nodes;
using Fairlead.Services;

namespace Fairlead.Tests.Services;

public sealed class EcsProblemsTests
{
    private const string Group = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/shop/0123456789abcdef";

    [Fact]
    public async Task Nothing_stands_against_a_service_that_is_set_up_well()
    {
        await using var ecs = Good();

        (await FindAsync(ecs)).ShouldBeEmpty();
    }

    [Fact]
    public async Task All_problems_are_in_one_list()
    {
        await using var ecs = Good();
        ecs.Operations["DescribeClusters"] = _ => ScriptedResponse.Json("""{"clusters":[],"failures":[{"reason":"MISSING"}]}""");
        ecs.Operations["DescribeLogGroups"] = _ => ScriptedResponse.Json("""{"logGroups":[{"logGroupName":"g-of-another"}]}""");
        ecs.LoadBalancing["DescribeTargetGroups"] = TargetGroup("health", "9000", "instance");
        var definition = ecs.Definitions[0];
        definition["memory"] = "4096";
        definition["executionRoleArn"] = "shop-execution";
        definition["containerDefinitions"]![0]!["portMappings"] = JsonNode.Parse("""[{"containerPort":3000}]""");
        definition["containerDefinitions"]![0]!["secrets"] = JsonNode.Parse("""[{"name":"DB","valueFrom":"arn:aws:secretsmanager:eu-central-1:secret:db"}]""");

        (await FindAsync(ecs, ScriptedEcs.Release with { Architecture = "arm64" })).ShouldBe(
        [
            "The cluster c is MISSING: apply the infrastructure, or correct cluster_name in the stack's outputs.",
            "Fargate has no tasks with 256 CPU units and 4096 MiB of memory: "
                + "with that CPU, set memory of the task definition to 512 to 2048 MiB in steps of 1024.",
            "The image is built for arm64, and the tasks run on X86_64: build it for amd64, "
                + "or set runtime_platform.cpu_architecture of the task definition to ARM64.",
            "'shop-execution' is not the ARN of a role: correct executionRoleArn of the task definition.",
            "The secret DB of the container api comes from 'arn:aws:secretsmanager:eu-central-1:secret:db', which is neither the ARN of a secret "
                + "or parameter nor the name of a parameter: correct it in the task definition.",
            "The log group g of the container api does not exist: apply the infrastructure, or set awslogs-create-group.",
            "The load balancer sends to port 8080 of the container api, which has only 3000: add it to portMappings, or correct load_balancer.container_port.",
            "The target group shop takes targets of type instance, and tasks with a network of their own are of type ip: set target_type to ip.",
            "The health check of the target group shop asks for 'health', which is no path: it has to begin with a slash.",
            "The health check of the target group shop asks port 9000, which no container of the task definition has: set health_check.port to traffic-port.",
        ]);
        ecs.Writes.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_target_group_that_is_gone_is_told()
    {
        await using var ecs = Good();
        ecs.LoadBalancing["DescribeTargetGroups"] = """
            <ErrorResponse><Error><Type>Sender</Type><Code>TargetGroupNotFound</Code><Message>gone</Message></Error></ErrorResponse>
            """;
        ecs.LoadBalancingStatus = 400;

        (await FindAsync(ecs)).ShouldBe([$"The target group {Group} does not exist: apply the infrastructure."]);
    }

    [Fact]
    public async Task What_may_not_be_read_is_a_warning_and_no_problem()
    {
        await using var ecs = Good();
        ecs.Operations.Clear();
        ecs.LoadBalancing.Clear();

        (await FindAsync(ecs)).ShouldBeEmpty();
        ecs.Reporter.Warnings.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Secrets_need_a_role_that_reads_them()
    {
        await using var ecs = Good();
        ecs.Definitions[0].AsObject().Remove("executionRoleArn");
        ecs.Definitions[0]["containerDefinitions"]![0]!["secrets"] = JsonNode.Parse("""[{"name":"DB","valueFrom":"/shop/db"}]""");

        (await FindAsync(ecs)).ShouldBe(
            ["The task definition has no task execution role, and its secrets are read with it: set execution_role_arn of the task definition."]);
    }

    [Fact]
    public async Task A_container_that_the_load_balancer_names_and_nobody_has_is_told()
    {
        await using var ecs = Good();
        ecs.LoadBalancedContainer = "web";

        (await FindAsync(ecs)).ShouldBe(
            ["The load balancer sends to the container web, which the task definition does not have: correct load_balancer.container_name of the service."]);
    }

    [Theory]
    [InlineData("arn:aws:secretsmanager:eu-central-1:123456789012:secret:db-AbCdEf")]
    [InlineData("arn:aws:secretsmanager:eu-central-1:123456789012:secret:db-AbCdEf:password::")]
    [InlineData("arn:aws-cn:ssm:cn-north-1:123456789012:parameter/shop/db")]
    [InlineData("/shop/db")]
    public async Task Secrets_as_ECS_takes_them_are_no_problem(string from)
    {
        await using var ecs = Good();
        ecs.Definitions[0]["containerDefinitions"]![0]!["secrets"] = new JsonArray(new JsonObject { ["name"] = "DB", ["valueFrom"] = from });

        (await FindAsync(ecs)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_variable_of_the_build_that_is_a_secret_already_is_told_before_ECS_refuses_it()
    {
        await using var ecs = Good();
        ecs.Definitions[0]["containerDefinitions"]![0]!["secrets"] = JsonNode.Parse("""[{"name":"DB","valueFrom":"/shop/db"}]""");

        var release = ScriptedEcs.Release with { Environment = new Dictionary<string, string> { ["DB"] = "plain", ["OTHER"] = "plain" } };

        (await FindAsync(ecs, release)).ShouldBe(
        [
            "The container api has DB as a secret and as a plain variable, and ECS refuses both: take it out of the environment, which the build sets, or out "
                + "of the secrets of the task definition.",
        ]);
    }

    [Fact]
    public async Task An_unchanged_deploy_asks_nothing()
    {
        await using var ecs = Good();
        var host = ecs.Host();
        var plan = await host.PlanAsync(ScriptedEcs.Release with { ImageDigestUri = "repo@sha256:old", ReleaseId = "r-old", Commit = "000" }, default);
        plan.IsUnchanged.ShouldBeTrue();

        (await host.FindProblemsAsync(plan, default)).ShouldBeEmpty();
        (await host.ForecastAsync(plan, default)).ShouldBeNull();

        ecs.Calls("DescribeClusters").ShouldBeEmpty();
        ecs.Calls("").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_forecast_reads_the_target_group()
    {
        await using var ecs = Good();
        ecs.LoadBalancing["DescribeTargetGroupAttributes"] = """
            <DescribeTargetGroupAttributesResponse><DescribeTargetGroupAttributesResult><Attributes>
            <member><Key>deregistration_delay.timeout_seconds</Key><Value>10</Value></member>
            </Attributes></DescribeTargetGroupAttributesResult></DescribeTargetGroupAttributesResponse>
            """;
        var host = ecs.Host();

        var forecast = await host.ForecastAsync(await host.PlanAsync(ScriptedEcs.Release, default), default);

        forecast!.Expected.ShouldBe(TimeSpan.FromSeconds(40 + 20 + 10));
    }

    private static ScriptedEcs Good()
    {
        var ecs = new ScriptedEcs { TargetGroup = Group }.Running();
        ecs.Operations["DescribeClusters"] = _ => ScriptedResponse.Json("""{"clusters":[{"clusterName":"c","status":"ACTIVE"}]}""");
        ecs.Operations["DescribeLogGroups"] = _ => ScriptedResponse.Json("""{"logGroups":[{"logGroupName":"g"}]}""");
        ecs.LoadBalancing["DescribeTargetGroups"] = TargetGroup("/api/health", "traffic-port", "ip");
        var definition = ecs.Definitions[0];
        definition["memory"] = "512";
        definition["networkMode"] = "awsvpc";
        definition["requiresCompatibilities"] = new JsonArray("FARGATE");
        definition["executionRoleArn"] = "arn:aws:iam::123456789012:role/shop-execution";
        return ecs;
    }

    private static string TargetGroup(string path, string port, string type) => $"""
        <DescribeTargetGroupsResponse><DescribeTargetGroupsResult><TargetGroups><member>
        <TargetGroupArn>{Group}</TargetGroupArn><TargetGroupName>shop</TargetGroupName><TargetType>{type}</TargetType>
        <HealthCheckProtocol>HTTP</HealthCheckProtocol>
        <HealthCheckPath>{path}</HealthCheckPath><HealthCheckPort>{port}</HealthCheckPort>
        <HealthCheckIntervalSeconds>10</HealthCheckIntervalSeconds><HealthyThresholdCount>2</HealthyThresholdCount>
        </member></TargetGroups></DescribeTargetGroupsResult></DescribeTargetGroupsResponse>
        """;

    private static async Task<IReadOnlyList<string>> FindAsync(ScriptedEcs ecs, ServiceRelease? release = null)
    {
        var host = ecs.Host();
        return await host.FindProblemsAsync(await host.PlanAsync(release ?? ScriptedEcs.Release, default), default);
    }
}
