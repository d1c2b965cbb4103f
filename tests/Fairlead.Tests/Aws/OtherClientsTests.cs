using System.Text.Json.Nodes;
using Amazon.CloudWatchLogs.Model;
using Amazon.ECR.Model;
using Amazon.ElasticLoadBalancingV2;
using Amazon.ElasticLoadBalancingV2.Model;

namespace Fairlead.Tests.Aws;

public sealed class OtherClientsTests
{
    [Fact]
    public async Task Times_of_CloudWatch_Logs_are_milliseconds_both_ways()
    {
        await using var server = new LoopbackServer(_ => ScriptedResponse.Json(
            """{"events":[{"timestamp":1700000000123,"message":"hello"}],"nextForwardToken":"f"}"""));
        using var clients = LoopbackClients.For(server);

        var answer = await clients.Logs.GetLogEventsAsync(new GetLogEventsRequest
        {
            LogGroupName = "g",
            LogStreamName = "s",
            StartTime = DateTime.UnixEpoch.AddSeconds(1),
            Limit = 30
        });

        JsonNode
            .DeepEquals(server.Requests.ShouldHaveSingleItem().Json, JsonNode.Parse("""{"logGroupName":"g","logStreamName":"s","startTime":1000,"limit":30}"""))
            .ShouldBeTrue();
        server.Requests.Single().Headers["X-Amz-Target"].ShouldBe("Logs_20140328.GetLogEvents");
        server.Requests.Single().Headers["Authorization"].ShouldContain("/eu-central-1/logs/aws4_request");
        answer.Events!.ShouldHaveSingleItem().Timestamp.ShouldBe(DateTime.UnixEpoch.AddMilliseconds(1700000000123));
    }

    [Fact]
    public async Task An_error_that_code_catches_is_its_own_exception()
    {
        await using var server = new LoopbackServer(_ => ScriptedResponse.Error("ResourceNotFoundException", "no"));
        using var clients = LoopbackClients.For(server);

        await Should.ThrowAsync<ResourceNotFoundException>(() => clients.Logs.GetLogEventsAsync(new GetLogEventsRequest
        {
            LogGroupName = "g",
            LogStreamName = "s"
        }));
    }

    [Fact]
    public async Task ECR_is_signed_as_ecr_and_its_password_is_read()
    {
        await using var server = new LoopbackServer(_ => ScriptedResponse.Json(
            """{"authorizationData":[{"authorizationToken":"QVdTOng=","expiresAt":1700000000,"proxyEndpoint":"https://r"}]}"""));
        using var clients = LoopbackClients.For(server);

        var answer = await clients.Ecr.GetAuthorizationTokenAsync(new GetAuthorizationTokenRequest());

        var request = server.Requests.ShouldHaveSingleItem();
        request.Body.ShouldBe("{}");
        request.Headers["Authorization"].ShouldContain("/eu-central-1/ecr/aws4_request");
        request.Headers["X-Amz-Target"].ShouldBe("AmazonEC2ContainerRegistry_V20150921.GetAuthorizationToken");
        answer.AuthorizationData!.ShouldHaveSingleItem().AuthorizationToken.ShouldBe("QVdTOng=");
    }

    [Fact]
    public async Task Target_health_is_asked_for_as_a_form_and_read_from_XML()
    {
        await using var server = new LoopbackServer(_ => new ScriptedResponse(200, """
            <DescribeTargetHealthResponse xmlns="http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/"><DescribeTargetHealthResult><TargetHealthDescriptions>
            <member><HealthCheckPort>80</HealthCheckPort><Target><Id>10.0.0.1</Id><Port>80</Port></Target>
            <TargetHealth><State>unhealthy</State><Reason>Target.FailedHealthChecks</Reason><Description>Health checks failed</Description></TargetHealth></member>
            </TargetHealthDescriptions></DescribeTargetHealthResult></DescribeTargetHealthResponse>
            """));
        using var clients = LoopbackClients.For(server);

        var answer = await clients.ElasticLoadBalancing.DescribeTargetHealthAsync(new DescribeTargetHealthRequest
        {
            TargetGroupArn = "arn:x",
            Targets = [new TargetDescription { Id = "10.0.0.1", Port = 80 }]
        });

        var request = server.Requests.ShouldHaveSingleItem();
        request.Body.Split('&').ShouldBe(
            ["Action=DescribeTargetHealth", "TargetGroupArn=arn%3Ax", "Targets.member.1.Id=10.0.0.1", "Targets.member.1.Port=80", "Version=2015-12-01"],
            ignoreOrder: true);
        request.Headers["Content-Type"].ShouldStartWith("application/x-www-form-urlencoded");
        request.Headers["Authorization"].ShouldContain("/eu-central-1/elasticloadbalancing/aws4_request");
        var target = answer.TargetHealthDescriptions!.ShouldHaveSingleItem();
        target.TargetHealth!.State.ShouldBe(TargetHealthStateEnum.Unhealthy);
        target.TargetHealth.Reason.ShouldBe(TargetHealthReasonEnum.TargetFailedHealthChecks);
        target.Target!.Port.ShouldBe(80);
    }

    [Fact]
    public async Task S3_is_addressed_by_path_at_an_endpoint()
    {
        await using var server = new LoopbackServer(_ => new ScriptedResponse(200, "body"));
        using var clients = LoopbackClients.For(server);

        using var _ = await clients.S3.GetObjectAsync("bucket", "key");

        server.Requests.ShouldHaveSingleItem().Path.ShouldStartWith("/bucket/key");
    }
}
