using System.Text.Json.Nodes;
using Fairlead.LocalCloud.Ecs.Rules;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Tests.Ecs;

/// <summary>What ECS refuses to register: a row for each rule, and what it takes.</summary>
public sealed class TaskDefinitionRulesTests
{
    private const string Awslogs = """
        "logConfiguration": { "logDriver": "awslogs", "options": { "awslogs-group": "g", "awslogs-region": "us-east-1", "awslogs-stream-prefix": "p" } }
        """;

    private static readonly JsonObject Ec2 = EcsHarness.Parse("""
        {
          "family": "api",
          "volumes": [{ "name": "data" }],
          "containerDefinitions": [{ "name": "a", "image": "nginx:1", "memory": 128 }]
        }
        """);

    private static readonly JsonObject Fargate = EcsHarness.Parse("""
        {
          "family": "api", "networkMode": "awsvpc", "requiresCompatibilities": ["FARGATE"], "cpu": "256", "memory": "512",
          "executionRoleArn": "arn:aws:iam::000000000000:role/ecsTaskExecutionRole",
          "containerDefinitions": [{ "name": "a", "image": "nginx:1" }]
        }
        """);

    /// <summary>Rule, what is otherwise in a task definition for EC2, what ECS says.</summary>
    public static TheoryData<string, string, string> Anywhere => new()
    {
        { "family", """{ "family": "no spaces" }""", "Family contains invalid characters" },
        { "compatibilities", """{ "requiresCompatibilities": ["LAMBDA"] }""", "LAMBDA" },
        { "network mode", """{ "networkMode": "none-such" }""", "Invalid network mode" },
        { "cpu", """{ "cpu": "much" }""", "Invalid 'cpu' setting for task" },
        { "memory", """{ "memory": "1 TB" }""", "Invalid 'memory' setting for task" },
        { "containers", """{ "containerDefinitions": [] }""", "at least one container definition" },
        {
            "containers/count",
            $$"""{ "containerDefinitions": [{{string.Join(", ", Enumerable.Range(0, 11).Select(x => Container($"c{x}")))}}] }""",
            "at most 10"
        },
        { "role", """{ "taskRoleArn": "arn:aws:iam::1:user/me" }""", "Role is not valid." },
        { "volumes/name", """{ "volumes": [{ "name": "a b" }] }""", "Invalid volume name" },
        { "volumes/duplicate", """{ "volumes": [{ "name": "x" }, { "name": "x" }] }""", "Duplicate volume name 'x'" },
        { "volumes/kind", """{ "volumes": [{ "name": "x", "host": {}, "efsVolumeConfiguration": {} }] }""", "Only one kind of volume" },
        { "runtime platform/architecture", """{ "runtimePlatform": { "cpuArchitecture": "MIPS" } }""", "Invalid cpuArchitecture 'MIPS'" },
        { "runtime platform/system", """{ "runtimePlatform": { "operatingSystemFamily": "BEOS" } }""", "Invalid operatingSystemFamily 'BEOS'" },
        { "containers/duplicate", $$"""{ "containerDefinitions": [{{Container("x")}}, {{Container("x")}}] }""", "Duplicate container name 'x'" },
        { "containers/essential", Containers("\"essential\": false"), "at least one essential container" },
        {
            "containers/cpu sum",
            $$"""{ "cpu": "256", "containerDefinitions": [{{Container("a", "\"cpu\": 200")}}, {{Container("b", "\"cpu\": 200")}}] }""",
            "(400)"
        },
        { "containers/memory of task", $$"""{ "memory": "64", "containerDefinitions": [{{Container("a")}}] }""", "128 is more than the 64 of the task" },
        {
            "ports/shared",
            $$"""{ "networkMode": "awsvpc", "containerDefinitions": [{{Container("a", Port("80"))}}, {{Container("b", Port("80"))}}] }""",
            "80/tcp is mapped by more than one container"
        },
        {
            "ports/name duplicate",
            Containers("\"portMappings\": [{ \"name\": \"web\", \"containerPort\": 80 }, { \"name\": \"web\", \"containerPort\": 81 }]"),
            "Duplicate port mapping name 'web'"
        },
        {
            "dependencies/cycle",
            $$"""{ "containerDefinitions": [{{Container("a", Depends("b", "START"))}}, {{Container("b", Depends("a", "START"))}}] }""",
            "cyclic"
        },
        { "tags/count", $$"""{ "tags": [{{string.Join(", ", Enumerable.Range(0, 51).Select(x => $$"""{ "key": "{{x}}" }"""))}}] }""", "more than 50 tags" },
        { "tags/key", """{ "tags": [{ "key": "" }] }""", "1 to 128 characters" },
        { "tags/value", $$"""{ "tags": [{ "key": "k", "value": "{{new string('x', 257)}}" }] }""", "at most 256 characters" },
        { "tags/reserved", """{ "tags": [{ "key": "AWS:x" }] }""", "begins with aws:" },
        { "tags/duplicate", """{ "tags": [{ "key": "k" }, { "key": "k" }] }""", "Duplicate tag keys" },
        { "container/name missing", """{ "containerDefinitions": [{ "image": "i", "memory": 4 }] }""", "Container.name should not be null or empty." },
        {
            "container/name",
            """{ "containerDefinitions": [{ "name": "a.b", "image": "i", "memory": 4 }] }""",
            "Container name 'a.b' contains invalid characters"
        },
        { "container/image", """{ "containerDefinitions": [{ "name": "a", "memory": 4 }] }""", "Container.image should not be null or empty." },
        { "container/image characters", """{ "containerDefinitions": [{ "name": "a", "image": "a b", "memory": 4 }] }""", "Container.image contains invalid" },
        { "container/cpu", Containers("\"cpu\": -1"), "Invalid 'cpu' setting for container 'a'" },
        { "container/memory missing", """{ "containerDefinitions": [{ "name": "a", "image": "i" }] }""", "At least one of 'memory' or 'memoryReservation'" },
        { "container/memory", """{ "containerDefinitions": [{ "name": "a", "image": "i", "memory": 3 }] }""", "must be at least 4" },
        { "container/memory reservation", Containers("\"memoryReservation\": 256"), "must not be greater than 'memory'" },
        { "container/timeouts", Containers("\"stopTimeout\": -1"), "'stopTimeout' must not be negative" },
        { "ports/container port", Containers(Port("65536")), "Invalid container port 65536" },
        { "ports/container port", Containers(Port("0")), "Invalid container port 0" },
        { "ports/container port", Containers("\"portMappings\": [{ \"hostPort\": 80 }]"), "Invalid container port (none)" },
        { "ports/host port", Containers("\"portMappings\": [{ \"containerPort\": 80, \"hostPort\": 70000 }]"), "Invalid host port 70000" },
        {
            "ports/same",
            """
            {
              "networkMode": "awsvpc",
              "containerDefinitions": [{ "name": "a", "image": "i", "memory": 4, "portMappings": [{ "containerPort": 80, "hostPort": 8080 }] }]
            }
            """,
            "When networkMode=awsvpc, the host ports and container ports in port mappings must match."
        },
        { "ports/protocol", Containers("\"portMappings\": [{ \"containerPort\": 80, \"protocol\": \"icmp\" }]"), "Invalid protocol 'icmp'" },
        {
            "ports/duplicate",
            Containers("\"portMappings\": [{ \"containerPort\": 80 }, { \"containerPort\": 80, \"protocol\": \"tcp\" }]"),
            "Duplicate port mapping 80/tcp"
        },
        { "ports/name", Containers("\"portMappings\": [{ \"containerPort\": 80, \"name\": \"Web\" }]"), "Invalid port mapping name 'Web'" },
        { "ports/application protocol", Containers("\"portMappings\": [{ \"containerPort\": 80, \"appProtocol\": \"ftp\" }]"), "Invalid appProtocol 'ftp'" },
        {
            "awsvpc members",
            $$"""{ "networkMode": "awsvpc", "containerDefinitions": [{{Container("a", "\"links\": [\"b\"]")}}] }""",
            "links is not supported when networkMode=awsvpc."
        },
        { "environment/name", Containers("\"environment\": [{ \"name\": \"\", \"value\": \"1\" }]"), "Invalid environment variable name" },
        { "environment/name", Containers("\"environment\": [{ \"name\": \"A=B\", \"value\": \"1\" }]"), "Invalid environment variable name 'A=B'" },
        { "secrets/name", Containers("\"secrets\": [{ \"valueFrom\": \"/p\" }]"), "Invalid secret name" },
        { "secrets/value", Containers("\"secrets\": [{ \"name\": \"S\" }]"), "needs a valueFrom" },
        {
            "secrets/unique",
            Containers("\"environment\": [{ \"name\": \"S\", \"value\": \"1\" }], \"secrets\": [{ \"name\": \"S\", \"valueFrom\": \"/p\" }]"),
            "The secret name must be unique and not shared with any new or existing environment variables set on the container, such as 'S'."
        },
        { "secrets/role", Containers("\"secrets\": [{ \"name\": \"S\", \"valueFrom\": \"/p\" }]"), "must also specify a value for 'executionRoleArn'" },
        { "environment files/type", Containers("\"environmentFiles\": [{ \"type\": \"ftp\", \"value\": \"v\" }]"), "need the type s3" },
        {
            "environment files/role",
            Containers("\"environmentFiles\": [{ \"type\": \"s3\", \"value\": \"arn:aws:s3:::b/k\" }]"),
            "specifying environmentFiles"
        },
        { "repository credentials/role", Containers("\"repositoryCredentials\": { \"credentialsParameter\": \"arn\" }"), "specifying repositoryCredentials" },
        { "mounts/volume", Containers("\"mountPoints\": [{ \"sourceVolume\": \"none\", \"containerPath\": \"/x\" }]"), "Unknown volume 'none'." },
        { "mounts/path", Containers("\"mountPoints\": [{ \"sourceVolume\": \"data\", \"containerPath\": \"x\" }]"), "must be an absolute path" },
        {
            "mounts/duplicate",
            Containers(""" "mountPoints": [{ "sourceVolume": "data", "containerPath": "/x" }, { "sourceVolume": "data", "containerPath": "/x" }] """),
            "Duplicate containerPath '/x'"
        },
        { "mounts/from", Containers("\"volumesFrom\": [{ \"sourceContainer\": \"none\" }]"), "Unknown container 'none' in volumesFrom" },
        { "dependencies/self", Containers(Depends("a", "START")), "The container 'a' cannot depend on itself." },
        { "dependencies/unknown", Containers(Depends("none", "START")), "depends on the container 'none', which the task definition does not have" },
        {
            "dependencies/condition",
            $$"""{ "containerDefinitions": [{{Container("a", Depends("b", "READY"))}}, {{Container("b")}}] }""",
            "Invalid condition 'READY'"
        },
        {
            "dependencies/healthy",
            $$"""{ "containerDefinitions": [{{Container("a", Depends("b", "HEALTHY"))}}, {{Container("b")}}] }""",
            "which has no healthCheck"
        },
        {
            "dependencies/essential",
            $$"""{ "containerDefinitions": [{{Container("a", Depends("b", "SUCCESS"))}}, {{Container("b")}}] }""",
            "The condition SUCCESS cannot be set on the essential container 'b'."
        },
        { "health check/command", Containers("\"healthCheck\": { \"command\": [] }"), "needs a command" },
        {
            "health check/range",
            Containers("\"healthCheck\": { \"command\": [\"CMD\", \"x\"], \"interval\": 4 }"),
            "interval of the health check of container 'a' must be between 5 and 300"
        },
        { "health check/command", Containers("\"healthCheck\": { \"command\": [\"CMD-SHELL\"] }"), "needs a command" },
        { "health check/range", Containers("\"healthCheck\": { \"command\": [\"CMD\", \"x\"], \"timeout\": 121 }"), "between 2 and 120" },
        { "health check/range", Containers("\"healthCheck\": { \"command\": [\"CMD\", \"x\"], \"retries\": 11 }"), "between 1 and 10" },
        { "health check/range", Containers("\"healthCheck\": { \"command\": [\"CMD\", \"x\"], \"startPeriod\": 301 }"), "between 0 and 300" },
        { "logs/driver", Containers("\"logConfiguration\": { \"logDriver\": \"paper\" }"), "Invalid log driver 'paper'" },
        {
            "logs/awslogs options",
            Containers("\"logConfiguration\": { \"logDriver\": \"awslogs\", \"options\": { \"awslogs-group\": \"g\" } }"),
            "Log driver awslogs requires options: awslogs-region"
        },
        {
            "logs/awslogs options",
            Containers("\"logConfiguration\": { \"logDriver\": \"awslogs\" }"),
            "Log driver awslogs requires options: awslogs-group, awslogs-region"
        },
        {
            "logs/secrets role",
            Containers("\"logConfiguration\": { \"logDriver\": \"splunk\", \"secretOptions\": [{ \"name\": \"t\", \"valueFrom\": \"/t\" }] }"),
            "secretOptions of a log configuration"
        },
        { "ulimits/name", Containers("\"ulimits\": [{ \"name\": \"coffee\", \"softLimit\": 1, \"hardLimit\": 1 }]"), "Invalid ulimit name 'coffee'" },
        { "ulimits/limits", Containers("\"ulimits\": [{ \"name\": \"nofile\", \"softLimit\": 2, \"hardLimit\": 1 }]"), "the soft one must not be greater" },
    };

    /// <summary>Rule, what is otherwise in a task definition for Fargate, what ECS says.</summary>
    public static TheoryData<string, string, string> OnFargate => new()
    {
        { "fargate/network mode", """{ "networkMode": "bridge" }""", "Fargate only supports network mode 'awsvpc'." },
        { "fargate/network mode", """{ "networkMode": null }""", "Fargate only supports network mode 'awsvpc'." },
        { "fargate/cpu", """{ "cpu": null }""", "Fargate requires that 'cpu' be defined at the task level." },
        {
            "fargate/memory",
            $$"""{ "memory": null, "containerDefinitions": [{{Container("a")}}] }""",
            "Fargate requires that 'memory' be defined at the task level."
        },
        { "fargate/size", """{ "memory": "4096" }""", "No Fargate configuration exists for given values: 256 CPU, 4096 memory." },
        { "fargate/size", """{ "cpu": "300" }""", "No Fargate configuration exists for given values: 300 CPU, 512 memory." },
        { "fargate/size", """{ "cpu": "1 vCPU", "memory": "1GB" }""", "No Fargate configuration exists for given values: 1024 CPU, 1024 memory." },
        { "fargate/placement constraints", """{ "placementConstraints": [{ "type": "memberOf" }] }""", "do not support placement constraints" },
        { "fargate/ipc mode", """{ "ipcMode": "host" }""", "do not support ipcMode 'host'" },
        { "fargate/pid mode", """{ "pidMode": "host" }""", "do not support pidMode 'host'" },
        { "fargate/ephemeral storage", """{ "ephemeralStorage": { "sizeInGiB": 20 } }""", "between 21 and 200" },
        { "fargate/docker volumes", """{ "volumes": [{ "name": "v", "dockerVolumeConfiguration": {} }] }""", "do not support dockerVolumeConfiguration" },
        { "fargate/log driver", Container1("\"logConfiguration\": { \"logDriver\": \"syslog\" }"), "Fargate only supports the log drivers" },
        {
            "fargate/awslogs options",
            Container1("\"logConfiguration\": { \"logDriver\": \"awslogs\", \"options\": { \"awslogs-group\": \"g\", \"awslogs-region\": \"r\" } }"),
            "Log driver awslogs requires options: awslogs-stream-prefix"
        },
        {
            "fargate/awslogs role",
            $$"""{ "executionRoleArn": null, "containerDefinitions": [{ "name": "a", "image": "nginx:1", {{Awslogs}} }] }""",
            "Fargate requires task definition to have execution role ARN to support log driver awslogs."
        },
        {
            "fargate/ecr role",
            """{ "executionRoleArn": null, "containerDefinitions": [{ "name": "a", "image": "000000000000.dkr.ecr.us-east-1.amazonaws.com/a:1" }] }""",
            "Fargate requires task definition to have execution role ARN to support ECR images."
        },
        { "fargate/timeouts", Container1("\"stopTimeout\": 121"), "must not be greater than 120 on Fargate" },
        { "fargate/privileged", Container1("\"privileged\": true"), "do not support privileged containers" },
        { "fargate/devices", Container1("\"linuxParameters\": { \"sharedMemorySize\": 64 }"), "do not support sharedMemorySize" },
        { "fargate/gpu", Container1("\"resourceRequirements\": [{ \"type\": \"GPU\", \"value\": \"1\" }]"), "do not support GPUs" },
        { "fargate/ulimits", Container1("\"ulimits\": [{ \"name\": \"core\", \"softLimit\": 1, \"hardLimit\": 1 }]"), "only support the ulimit nofile" },
    };

    public static TheoryData<string, string> Legal => new()
    {
        { "ec2", "{}" },
        { "ec2", """{ "cpu": "100", "memory": "200" }""" },
        { "ec2", Containers("\"portMappings\": [{ \"containerPort\": 80, \"hostPort\": 8080 }, { \"containerPort\": 80, \"protocol\": \"udp\" }]") },
        { "ec2", $$"""{ "containerDefinitions": [{{Container("a", Port("80"))}}, {{Container("b", Port("80"))}}] }""" },
        { "ec2", Containers("\"privileged\": true, \"stopTimeout\": 600, \"links\": []") },
        { "ec2", Containers(""" "logConfiguration": { "logDriver": "awslogs", "options": { "awslogs-group": "g", "awslogs-region": "us-east-1" } } """) },
        { "ec2", """{ "taskRoleArn": "my-role" }""" },
        {
            "ec2",
            $$"""{ "containerDefinitions": [{{Container("a", Depends("b", "SUCCESS"))}}, {{Container("b", "\"essential\": false")}}] }"""
        },
        { "fargate", "{}" },
        { "fargate", """{ "cpu": ".25 vCPU", "memory": "0.5 GB" }""" },
        { "fargate", """{ "cpu": "4096", "memory": "30720" }""" },
        { "fargate", """{ "cpu": "16384", "memory": "122880" }""" },
        { "fargate", $$"""{ "containerDefinitions": [{ "name": "a", "image": "nginx:1", "stopTimeout": 120, {{Awslogs}} }] }""" },
        { "fargate", Container1("\"portMappings\": [{ \"containerPort\": 80, \"hostPort\": 80, \"name\": \"web\", \"appProtocol\": \"http\" }]") },
        { "fargate", """{ "volumes": [{ "name": "v", "host": { "sourcePath": "volumes/api/v" } }] }""" },
    };

    [Theory]
    [MemberData(nameof(Anywhere))]
    public Task What_ECS_refuses_anywhere_is_refused_in_its_words(string rule, string change, string message) => RefusesAsync(Ec2, rule, change, message);

    [Theory]
    [MemberData(nameof(OnFargate))]
    public Task What_Fargate_cannot_run_is_refused_in_its_words(string rule, string change, string message) => RefusesAsync(Fargate, rule, change, message);

    [Theory]
    [MemberData(nameof(Legal))]
    public async Task What_ECS_takes_is_taken(string kind, string change)
    {
        await using var ecs = EcsHarness.Create();

        ecs.Definitions.Register((kind == "ec2" ? Ec2 : Fargate).With(change)).ShouldEndWith(":task-definition/api:1");
    }

    [Fact]
    public void Every_rule_has_a_row()
        => TaskDefinitionRules.All.Concat(FargateRules.All).Select(x => x.Name).ShouldBe(
            Anywhere.Concat(OnFargate).Select(x => (string)x[0]).Distinct(),
            ignoreOrder: true);

    [Fact]
    public async Task A_task_definition_says_where_it_can_run_and_its_sizes_in_units()
    {
        await using var ecs = EcsHarness.Create();

        var fargate = ecs.Definitions.Describe(ecs.Definitions.Register(Fargate.With(
            """{ "cpu": "1 vCPU", "memory": "2GB", "requiresCompatibilities": null }""")));
        var ec2 = ecs.Definitions.Describe(ecs.Definitions.Register(Ec2));

        ((string)fargate["cpu"]!, (string)fargate["memory"]!).ShouldBe(("1024", "2048"));
        fargate["compatibilities"]!.ToJsonString().ShouldBe("""["EC2","FARGATE"]""");
        ec2["compatibilities"]!.ToJsonString().ShouldBe("""["EC2"]""");
    }

    [Fact]
    public void Every_size_of_Fargate_is_one_that_it_has_and_none_between()
    {
        FargateSize.Exists(256, 512).ShouldBeTrue();
        FargateSize.Exists(256, 1024).ShouldBeTrue();
        FargateSize.Exists(256, 1536).ShouldBeFalse();
        FargateSize.Exists(8192, 20_480).ShouldBeTrue();
        FargateSize.Exists(8192, 17_408).ShouldBeFalse();
        FargateSize.Exists(16_384, 40_960).ShouldBeTrue();
    }

    private static async Task RefusesAsync(JsonObject valid, string rule, string change, string message)
    {
        await using var ecs = EcsHarness.Create();
        var request = valid.With(change);

        var error = Should.Throw<AwsServiceException>(() => ecs.Definitions.Register(request));

        (error.Code, error.Message).ShouldBe(("ClientException", Complaint(rule, request)));
        error.Message.ShouldContain(message);
        ecs.Store.Read(x => x.TaskDefinitions).ShouldBeEmpty();
    }

    private static string? Complaint(string rule, JsonObject request)
        => TaskDefinitionRules.All.Concat(FargateRules.All).Single(x => x.Name == rule).Complaint(new Registration(request));

    private static string Container(string name, string? more = null)
        => $$"""{ "name": "{{name}}", "image": "nginx:1", "memory": 128{{(more is null ? "" : $", {more}")}} }""";

    private static string Containers(string more) => $$"""{ "containerDefinitions": [{{Container("a", more)}}] }""";

    private static string Container1(string more) => $$"""{ "containerDefinitions": [{ "name": "a", "image": "nginx:1", {{more}} }] }""";

    private static string Port(string port) => $$""" "portMappings": [{ "containerPort": {{port}} }] """;

    private static string Depends(string on, string condition) => $$""" "dependsOn": [{ "containerName": "{{on}}", "condition": "{{condition}}" }] """;
}
