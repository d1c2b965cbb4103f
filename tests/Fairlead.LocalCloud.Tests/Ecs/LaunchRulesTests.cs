using System.Text.Json.Nodes;
using Fairlead.LocalCloud.Ecs.Rules;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Tests.Ecs;

/// <summary>What ECS refuses to run, as a task or as a service: a row for each rule.</summary>
public sealed class LaunchRulesTests
{
    private const string Network = """ "networkConfiguration": { "awsvpcConfiguration": { "subnets": ["subnet-1"] } } """;

    private static readonly string[] Subnets = [.. Enumerable.Range(0, 17).Select(x => $"\"subnet-{x}\"")];

    /// <summary>Rule, task definition, what is in the request besides, what ECS says.</summary>
    public static TheoryData<string, string, string, string> Both => new()
    {
        { "launch type", "ec2", """{ "launchType": "MOON" }""", "Invalid launch type 'MOON'" },
        {
            "launch type/capacity providers",
            "ec2",
            """{ "launchType": "EC2", "capacityProviderStrategy": [{ "capacityProvider": "p" }] }""",
            "Specifying both a launch type and capacity provider strategy is not supported. Remove one and try again."
        },
        { "launch type/fargate", "ec2", """{ "launchType": "FARGATE" }""", "Task definition does not support launch_type FARGATE." },
        {
            "launch type/fargate",
            "ec2",
            """{ "capacityProviderStrategy": [{ "capacityProvider": "FARGATE_SPOT" }] }""",
            "does not support launch_type FARGATE"
        },
        {
            "platform version/launch type",
            "ec2",
            """{ "launchType": "EC2", "platformVersion": "LATEST" }""",
            "The platform version must be null when specifying an EC2 launch type."
        },
        {
            "platform version",
            "fargate",
            $$"""{ "launchType": "FARGATE", "platformVersion": "9.9.9", {{Network}} }""",
            "platform version does not exist: 9.9.9"
        },
        { "network/missing", "fargate", """{ "launchType": "FARGATE" }""", "Network Configuration must be provided when networkMode 'awsvpc' is specified." },
        { "network/not wanted", "ec2", $$"""{ {{Network}} }""", "Network Configuration is not valid for the given networkMode of this task definition." },
        { "network/subnets", "fargate", """{ "networkConfiguration": { "awsvpcConfiguration": { "subnets": [] } } }""", "subnets can not be empty." },
        {
            "network/subnets count",
            "fargate",
            $$"""{ "networkConfiguration": { "awsvpcConfiguration": { "subnets": [{{string.Join(", ", Subnets)}}] } } }""",
            "At most 16 subnets"
        },
        {
            "network/security groups",
            "fargate",
            """{ "networkConfiguration": { "awsvpcConfiguration": { "subnets": ["s"], "securityGroups": ["1", "2", "3", "4", "5", "6"] } } }""",
            "At most 5 security groups"
        },
        {
            "network/public address",
            "fargate",
            """{ "networkConfiguration": { "awsvpcConfiguration": { "subnets": ["s"], "assignPublicIp": "YES" } } }""",
            "must be ENABLED or DISABLED"
        },
        {
            "network/public address of EC2",
            "fargate",
            """{ "launchType": "EC2", "networkConfiguration": { "awsvpcConfiguration": { "subnets": ["s"], "assignPublicIp": "ENABLED" } } }""",
            "Assign public IP is not supported for this launch type."
        },
        {
            "placement/constraints",
            "fargate",
            $$"""{ "launchType": "FARGATE", "placementConstraints": [{ "type": "distinctInstance" }], {{Network}} }""",
            "Placement constraints are not supported with FARGATE launch type."
        },
        {
            "placement/strategy",
            "fargate",
            $$"""{ "launchType": "FARGATE", "placementStrategy": [{ "type": "spread" }], {{Network}} }""",
            "Placement strategies are not supported with FARGATE launch type."
        },
        { "tags/count", "ec2", $$"""{ "tags": [{{string.Join(", ", Enumerable.Range(0, 51).Select(x => $$"""{ "key": "{{x}}" }"""))}}] }""", "more than 50" },
        { "tags/key", "ec2", """{ "tags": [{ "value": "v" }] }""", "1 to 128 characters" },
        { "tags/value", "ec2", $$"""{ "tags": [{ "key": "k", "value": "{{new string('x', 257)}}" }] }""", "at most 256" },
        { "tags/reserved", "ec2", """{ "tags": [{ "key": "aws:x" }] }""", "reserved" },
        { "tags/duplicate", "ec2", """{ "tags": [{ "key": "k" }, { "key": "k" }] }""", "Duplicate tag keys" },
    };

    public static TheoryData<string, string, string, string> Tasks => new()
    {
        { "run/count", "ec2", """{ "count": 0 }""", "Count must be between 1 and 10." },
        { "run/count", "ec2", """{ "count": 11 }""", "Count must be between 1 and 10." },
        {
            "run/overrides name",
            "ec2",
            """{ "overrides": { "containerOverrides": [{ "name": "b" }] } }""",
            "Override for container named b is not a container in the TaskDefinition."
        },
        { "run/overrides duplicate", "ec2", """{ "overrides": { "containerOverrides": [{ "name": "a" }, { "name": "a" }] } }""", "More than one override" },
        {
            "run/overrides environment",
            "ec2",
            """{ "overrides": { "containerOverrides": [{ "name": "a", "environment": [{ "value": "v" }] }] } }""",
            "Invalid environment variable name"
        },
        {
            "run/overrides size",
            "ec2",
            $$"""{ "overrides": { "containerOverrides": [{ "name": "a", "command": ["{{new string('x', 8192)}}"] }] } }""",
            "Container Overrides length must be at most 8192."
        },
        { "run/started by", "ec2", """{ "startedBy": "a b" }""", "Invalid startedBy" },
        { "run/group", "ec2", """{ "group": "service:api" }""", "Invalid namespace for group." },
        { "run/propagate tags", "ec2", """{ "propagateTags": "SERVICE" }""", "Invalid propagateTags" },
    };

    public static TheoryData<string, string, string, string> Services => new()
    {
        { "service/scheduling strategy", "ec2", """{ "schedulingStrategy": "CHAOS" }""", "Invalid scheduling strategy 'CHAOS'" },
        { "service/desired count", "ec2", """{ "desiredCount": -1 }""", "desiredCount cannot be negative." },
        { "service/desired count limit", "ec2", """{ "desiredCount": 5001 }""", "Desired count exceeds limit." },
        { "service/daemon count", "ec2", """{ "schedulingStrategy": "DAEMON", "desiredCount": 1 }""", "does not support a desired count" },
        {
            "service/daemon on fargate",
            "fargate",
            $$"""{ "launchType": "FARGATE", "schedulingStrategy": "DAEMON", {{Network}} }""",
            "daemon scheduling strategy is not"
        },
        { "service/controller", "ec2", """{ "deploymentController": { "type": "ME" } }""", "Invalid deployment controller type 'ME'" },
        { "service/minimum percent", "ec2", """{ "deploymentConfiguration": { "minimumHealthyPercent": 101 } }""", "between 0 and 100" },
        { "service/minimum percent", "ec2", """{ "deploymentConfiguration": { "minimumHealthyPercent": -1 } }""", "between 0 and 100" },
        { "service/maximum percent", "ec2", """{ "deploymentConfiguration": { "minimumHealthyPercent": 0, "maximumPercent": 99 } }""", "at least 100" },
        {
            "service/percents",
            "ec2",
            """{ "deploymentConfiguration": { "minimumHealthyPercent": 100, "maximumPercent": 100 } }""",
            "this will block deployments"
        },
        {
            "service/circuit breaker",
            "ec2",
            """{ "deploymentConfiguration": { "deploymentCircuitBreaker": { "enable": true } } }""",
            "needs both enable and rollback"
        },
        {
            "service/circuit breaker controller",
            "ec2",
            """
            {
              "deploymentController": { "type": "CODE_DEPLOY" },
              "deploymentConfiguration": { "deploymentCircuitBreaker": { "enable": true, "rollback": false } }
            }
            """,
            "can only be used for services of the deployment controller ECS"
        },
        {
            "service/load balancers count",
            "ec2",
            $$"""{ "loadBalancers": [{{string.Join(", ", Enumerable.Range(0, 6).Select(x => Balancer($"{x}")))}}] }""",
            "at most 5 target groups"
        },
        {
            "service/load balancer container",
            "ec2",
            """{ "loadBalancers": [{ "targetGroupArn": "t", "containerName": "b", "containerPort": 80 }] }""",
            "The container b does not exist in the task definition."
        },
        {
            "service/load balancer port",
            "ec2",
            """{ "loadBalancers": [{ "targetGroupArn": "t", "containerName": "a", "containerPort": 81 }] }""",
            "The container a did not have a container port 81 defined."
        },
        {
            "service/load balancer duplicate",
            "ec2",
            $$"""{ "loadBalancers": [{{Balancer("t")}}, {{Balancer("t")}}] }""",
            "twice"
        },
        {
            "service/grace period",
            "ec2",
            """{ "healthCheckGracePeriodSeconds": -1 }""",
            "between 0 and 2147483647"
        },
        { "service/propagate tags", "ec2", """{ "propagateTags": "ALL" }""", "Invalid propagateTags" },
        { "service/exec role", "ec2", """{ "enableExecuteCommand": true }""", "a valid taskRoleArn is not being used" },
    };

    [Theory]
    [MemberData(nameof(Both))]
    [MemberData(nameof(Tasks))]
    public Task RunTask_refuses_it_in_the_words_of_ECS(string rule, string definition, string request, string message) => RefusesAsync(
        (ecs, arn) => ecs.Tasks.Run(EcsHarness.Parse($$"""{ "cluster": "shop", "taskDefinition": "{{arn}}" }""").With(request)),
        rule,
        definition,
        message);

    [Theory]
    [MemberData(nameof(Both))]
    [MemberData(nameof(Services))]
    public Task CreateService_refuses_it_in_the_words_of_ECS(string rule, string definition, string request, string message) => RefusesAsync(
        (ecs, arn) => ecs.Services.Create(EcsHarness.Parse($$"""{ "cluster": "shop", "serviceName": "s", "taskDefinition": "{{arn}}" }""").With(request)),
        rule,
        definition,
        message);

    [Theory]
    [MemberData(nameof(Services))]
    public Task UpdateService_refuses_it_in_the_words_of_ECS(string rule, string definition, string request, string message) => RefusesAsync(
        (ecs, arn) =>
        {
            ecs.Services.Create(EcsHarness.Parse(
                $$"""{ "cluster": "shop", "serviceName": "s", "taskDefinition": "{{Register(ecs, "ec2")}}", "desiredCount": 0 }"""));
            return ecs.Services.Update(EcsHarness.Parse($$"""{ "cluster": "shop", "service": "s", "taskDefinition": "{{arn}}" }""").With(request));
        },
        rule,
        definition,
        message);

    [Fact]
    public void Every_rule_has_a_row()
    {
        RunTaskRules.All.Select(x => x.Name).ShouldBe(Both.Concat(Tasks).Select(x => (string)x[0]).Distinct(), ignoreOrder: true);
        ServiceRules.All.Select(x => x.Name).ShouldBe(Both.Concat(Services).Select(x => (string)x[0]).Distinct(), ignoreOrder: true);
    }

    [Fact]
    public async Task A_service_keeps_to_what_its_load_balancer_needs_when_its_task_definition_changes()
    {
        await using var ecs = EcsHarness.Create();
        await ecs.CreateServiceAsync("good");
        await ecs.SteadyAsync();
        var without = ecs.Definitions.Register(EcsHarness.Parse(
            """{ "family": "api", "containerDefinitions": [{ "name": "api", "image": "i", "memory": 64, "portMappings": [{ "containerPort": 9 }] }] }"""));

        Should.Throw<AwsServiceException>(() => ecs.Update($"\"taskDefinition\": \"{without}\"")).Message
            .ShouldBe("The container api did not have a container port 8080 defined.");
    }

    [Theory]
    [InlineData("""{ "cluster": "none", "serviceName": "s", "taskDefinition": "api" }""", "ClusterNotFoundException", "Cluster not found.")]
    [InlineData("""{ "cluster": "shop", "serviceName": "a b", "taskDefinition": "api" }""", "InvalidParameterException", "Invalid service name")]
    [InlineData("""{ "cluster": "shop", "serviceName": "s", "taskDefinition": "none" }""", "ClientException", "TaskDefinition not found.")]
    [InlineData("""{ "cluster": "shop", "serviceName": "s", "taskDefinition": "old:1" }""", "ClientException", "TaskDefinition is inactive")]
    [InlineData("""{ "cluster": "shop", "serviceName": "s" }""", "InvalidParameterException", "taskDefinition")]
    [InlineData(
        """{ "cluster": "shop", "serviceName": "s", "taskDefinition": "api", """
            + """ "loadBalancers": [{ "targetGroupArn": "none", "containerName": "a", "containerPort": 80 }] }""",
        "InvalidParameterException",
        "The target group with targetGroupArn none does not exist.")]
    public async Task What_is_not_there_cannot_be_named(string request, string code, string message)
    {
        await using var ecs = EcsHarness.Create();
        Register(ecs, "ec2");
        ecs.Definitions.Deregister(ecs.Definitions.Register(Definition("ec2").With("""{ "family": "old" }""")));

        var error = Should.Throw<AwsServiceException>(() => ecs.Services.Create(EcsHarness.Parse(request)));

        error.Code.ShouldBe(code);
        error.Message.ShouldContain(message);
    }

    [Fact]
    public async Task What_ECS_takes_is_taken()
    {
        await using var ecs = EcsHarness.Create();
        var (ec2, fargate) = (Register(ecs, "ec2"), Register(ecs, "fargate"));

        ecs.Tasks.Run(EcsHarness.Parse($$"""{ "cluster": "shop", "taskDefinition": "{{ec2}}", "count": 10, "startedBy": "ecs-svc/1" }"""));
        ecs.Tasks.Run(EcsHarness.Parse(
            $$"""{ "cluster": "shop", "taskDefinition": "{{fargate}}", "launchType": "FARGATE", "platformVersion": "1.4.0", {{Network}} }"""));
        ecs.Services.Create(EcsHarness.Parse($$"""
            {
              "cluster": "shop", "serviceName": "s", "taskDefinition": "{{fargate}}", "desiredCount": 0, {{Network}},
              "capacityProviderStrategy": [{ "capacityProvider": "FARGATE_SPOT", "weight": 1 }],
              "deploymentConfiguration": { "minimumHealthyPercent": 0, "maximumPercent": 100 }
            }
            """));
        ecs.Services.Update(EcsHarness.Parse("""{ "cluster": "shop", "service": "s", "desiredCount": 1 }"""));

        ecs.Store.Read(x => x.Services.Single().DesiredCount).ShouldBe(1);
    }

    private static async Task RefusesAsync(Func<EcsHarness, string, JsonObject> call, string rule, string definition, string message)
    {
        await using var ecs = EcsHarness.Create();
        var arn = Register(ecs, definition);
        ecs.Store.Read(x => x.Tasks).ShouldBeEmpty();

        var error = Should.Throw<AwsServiceException>(() => call(ecs, arn));

        error.Message.ShouldContain(message);
        error.Code.ShouldBe(RunTaskRules.All.Concat(ServiceRules.All).First(x => x.Name == rule).ErrorCode);
        ecs.Store.Read(x => x.Tasks).ShouldBeEmpty();
    }

    private static string Balancer(string group) => $$"""{ "targetGroupArn": "{{group}}", "containerName": "a", "containerPort": 80 }""";

    private static string Register(EcsHarness ecs, string kind) => ecs.Definitions.Register(Definition(kind));

    private static JsonObject Definition(string kind) => EcsHarness.Parse(kind == "ec2"
        ? """{ "family": "api", "containerDefinitions": [{ "name": "a", "image": "i", "memory": 64, "portMappings": [{ "containerPort": 80 }] }] }"""
        : """
          {
            "family": "api", "networkMode": "awsvpc", "requiresCompatibilities": ["FARGATE"], "cpu": "256", "memory": "512",
            "containerDefinitions": [{ "name": "a", "image": "i", "portMappings": [{ "containerPort": 80 }] }]
          }
          """);
}
