using System.Text.Json.Nodes;
using Amazon.ECS;
using Amazon.ECS.Model;
using Amazon.Runtime;
using Fairlead.Services.Ecs;
using Task = System.Threading.Tasks.Task;

namespace Fairlead.Tests.Aws;

public sealed class AmazonECSClientTests
{
    [Fact]
    public async Task A_call_is_signed_for_the_service_and_region_and_names_its_operation()
    {
        await using var server = new LoopbackServer(_ => ScriptedResponse.Json("""{"services":[]}"""));
        using var clients = LoopbackClients.For(server);

        await clients.Ecs.DescribeServicesAsync(new DescribeServicesRequest { Cluster = "c", Services = ["s"] });

        var request = server.Requests.ShouldHaveSingleItem();
        request.Method.ShouldBe("POST");
        request.Path.ShouldBe("/");
        request.Headers["Authorization"].ShouldMatch("^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/[0-9]{8}/eu-central-1/ecs/aws4_request");
        request.Headers["X-Amz-Target"].ShouldBe("AmazonEC2ContainerServiceV20141113.DescribeServices");
        request.Headers["Content-Type"].ShouldBe("application/x-amz-json-1.1");
        request.Headers["User-Agent"].ShouldStartWith("aws-sdk-dotnet");
        JsonNode.DeepEquals(request.Json, JsonNode.Parse("""{"cluster":"c","services":["s"]}""")).ShouldBeTrue(request.Body);
    }

    [Fact]
    public async Task Times_constants_and_numbers_of_an_answer_are_read()
    {
        await using var server = new LoopbackServer(_ => ScriptedResponse.Json(
            """{"services":[{"serviceName":"s","desiredCount":2,"deployments":[{"id":"d","createdAt":"""
                + """1700000000.25,"rolloutState":"IN_PROGRESS","failedTasks":1}],"futureMember":{"a":[1]}}]}"""));
        using var clients = LoopbackClients.For(server);

        var answer = await clients.Ecs.DescribeServicesAsync(new DescribeServicesRequest());

        var service = answer.Services!.ShouldHaveSingleItem();
        service.DesiredCount.ShouldBe(2);
        var deployment = service.Deployments!.ShouldHaveSingleItem();
        deployment.RolloutState.ShouldBe(DeploymentRolloutState.IN_PROGRESS);
        deployment.CreatedAt.ShouldBe(new DateTime(2023, 11, 14, 22, 13, 20, 250, DateTimeKind.Utc));
        deployment.FailedTasks.ShouldBe(1);
    }

    [Theory]
    [InlineData(500, "ServerException")]
    [InlineData(400, "ThrottlingException")]
    public async Task A_failure_that_may_pass_is_tried_again(int status, string code)
    {
        var calls = 0;
        await using var server = new LoopbackServer(_ =>
            Interlocked.Increment(ref calls) == 1 ? ScriptedResponse.Error(code, "later", status) : ScriptedResponse.Json("""{"taskArns":["t"]}"""));
        using var clients = LoopbackClients.For(server);

        var answer = await clients.Ecs.ListTasksAsync(new ListTasksRequest());

        answer.TaskArns.ShouldBe(["t"]);
        calls.ShouldBe(2);
    }

    [Fact]
    public async Task An_error_keeps_its_code_its_message_and_its_request()
    {
        await using var server = new LoopbackServer(_ => new ScriptedResponse(
            400, """{"__type":"com.amazonaws.ecs#ClusterNotFoundException","message":"Cluster not found."}""", ("x-amzn-RequestId", "r-1")));
        using var clients = LoopbackClients.For(server);

        var error = await Should.ThrowAsync<AmazonECSException>(() => clients.Ecs.DescribeServicesAsync(new DescribeServicesRequest()));

        error.Message.ShouldBe("Cluster not found.");
        error.ErrorCode.ShouldBe("ClusterNotFoundException");
        error.RequestId.ShouldBe("r-1");
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_answer_that_is_not_JSON_is_an_error_of_the_service()
    {
        await using var server = new LoopbackServer(_ => new ScriptedResponse(200, "<html>proxy</html>"));
        using var client = new AmazonECSClient(
            new BasicAWSCredentials("a", "b"),
            new AmazonECSConfig { ServiceURL = server.Url.AbsoluteUri, AuthenticationRegion = "eu-central-1", MaxErrorRetry = 0 });

        await Should.ThrowAsync<AmazonServiceException>(() => client.ListTasksAsync(new ListTasksRequest()));
    }

    [Fact]
    public async Task Describing_and_registering_a_task_definition_loses_nothing_that_can_be_registered()
    {
        const string Members = """
            "family":"shop","networkMode":"awsvpc","cpu":"256","memory":"512","taskRoleArn":"arn:aws:iam::1:role/t","enableFaultInjection":false,
            "requiresCompatibilities":["FARGATE"],"runtimePlatform":{"cpuArchitecture":"ARM64","operatingSystemFamily":"LINUX"},
            "volumes":[{"name":"v","efsVolumeConfiguration":{"fileSystemId":"fs-1"}}],
            "containerDefinitions":[{"name":"api","image":"i","essential":true,"cpu":0,"memory":256,"memoryReservation":128,"environment":[{"name":"B","value":"2"},{"name":"A","value":"1"}],
              "secrets":[{"name":"S","valueFrom":"arn"}],"portMappings":[{"containerPort":8080,"protocol":"tcp","appProtocol":"http"}],
              "logConfiguration":{"logDriver":"awslogs","options":{"awslogs-group":"g"},"secretOptions":[]},"ulimits":[{"name":"nofile","softLimit":1,"hardLimit":2}],
              "somethingNew":{"deep":[1,{"er":true}]}}]
            """;
        var answer = """{"taskDefinition":{""" + Members + """
            ,"taskDefinitionArn":"arn:aws:ecs:r:1:task-definition/shop:7","revision":7,"status":"ACTIVE","compatibilities":["EC2","FARGATE"],
            "requiresAttributes":[{"name":"x"}],"registeredAt":1.5,"registeredBy":"me","deregisteredAt":2,"deleteRequestedAt":3},"tags":[{"key":"k","value":"v"}]}
            """;
        await using var server = new LoopbackServer(_ => ScriptedResponse.Json(answer));
        using var clients = LoopbackClients.For(server);

        var described = await clients.Ecs.DescribeTaskDefinitionAsync(new DescribeTaskDefinitionRequest { TaskDefinition = "shop", Include = ["TAGS"] });
        await clients.Ecs.RegisterTaskDefinitionAsync(described.TaskDefinition!.ToRegistration(described.Tags));

        var registered = server.Requests.Last();
        JsonNode.DeepEquals(registered.Json, JsonNode.Parse("{" + Members + ""","tags":[{"key":"k","value":"v"}]}""")).ShouldBeTrue(registered.Body);
    }

    [Fact]
    public async Task What_is_read_of_a_service_and_given_to_a_task_loses_nothing()
    {
        const string Network = """{"awsvpcConfiguration":{"subnets":["subnet-1"],"assignPublicIp":"ENABLED","somethingNew":[1]}}""";
        await using var server = new LoopbackServer(_ => ScriptedResponse.Json(
            $$"""{"services":[{"networkConfiguration":{{Network}},"capacityProviderStrategy":[{"capacityProvider":"FARGATE_SPOT","weight":1}]}]}"""));
        using var clients = LoopbackClients.For(server);

        var service = (await clients.Ecs.DescribeServicesAsync(new DescribeServicesRequest())).Services!.ShouldHaveSingleItem();
        await clients.Ecs.RunTaskAsync(new RunTaskRequest
        {
            NetworkConfiguration = service.NetworkConfiguration,
            CapacityProviderStrategy = service.CapacityProviderStrategy
        });

        var sent = server.Requests.Last();
        JsonNode.DeepEquals(sent.Json, JsonNode.Parse(
            $$"""{"networkConfiguration":{{Network}},"capacityProviderStrategy":[{"capacityProvider":"FARGATE_SPOT","weight":1}]}""")).ShouldBeTrue(sent.Body);
    }
}
