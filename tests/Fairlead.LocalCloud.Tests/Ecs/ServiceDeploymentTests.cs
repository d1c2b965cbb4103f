using System.Text.Json.Nodes;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Tests.Ecs;

public sealed class ServiceDeploymentTests
{
    private const string Breaker = """, "deploymentConfiguration": { "deploymentCircuitBreaker": { "enable": true, "rollback": true } }""";

    [Fact]
    public async Task A_deployment_is_in_progress_and_then_successful()
    {
        await using var ecs = EcsHarness.Create();
        await ecs.CreateServiceAsync("good");
        var current = (string)ecs.Describe()["currentServiceDeployment"]!;
        await ecs.SteadyAsync();

        ecs.Describe()["currentServiceDeployment"].ShouldBeNull();
        var listed = List(ecs).Single();
        ((string)listed["serviceDeploymentArn"]!, (string)listed["status"]!).ShouldBe((current, "SUCCESSFUL"));
        listed["finishedAt"].ShouldNotBeNull();
        var described = Describe(ecs, current);
        ((string)described["status"]!, (string)described["deploymentCircuitBreaker"]!["status"]!).ShouldBe(("SUCCESSFUL", "DISABLED"));
        ((int)described["targetServiceRevision"]!["runningTaskCount"]!).ShouldBe(1);
        described["sourceServiceRevisions"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_revision_says_what_the_service_was_told_to_run()
    {
        await using var ecs = EcsHarness.Create();
        var definition = await ecs.CreateServiceAsync("good");
        await ecs.SteadyAsync();
        var arn = (string)List(ecs).Single()["targetServiceRevisionArn"]!;

        var answer = ecs.Deployments.DescribeRevisions(EcsHarness.Parse($$"""{ "serviceRevisionArns": ["{{arn}}", "arn:none"] }"""));

        var revision = answer["serviceRevisions"]!.AsArray().Single()!;
        arn.ShouldMatch("^arn:aws:ecs:us-east-1:000000000000:service-revision/shop/api/[0-9]{19}$");
        ((string)revision["taskDefinition"]!).ShouldBe(definition);
        ((string)revision["containerImages"]![0]!["image"]!).ShouldBe("127.0.0.1:1/good");
        ((int)revision["loadBalancers"]![0]!["containerPort"]!).ShouldBe(8080);
        ((string)answer["failures"]![0]!["reason"]!).ShouldBe("MISSING");
    }

    [Fact]
    public async Task A_deployment_that_trips_the_circuit_breaker_is_rolled_back_to_the_revision_before()
    {
        await using var ecs = EcsHarness.Create();
        var good = await ecs.CreateServiceAsync("good", extra: Breaker);
        await ecs.SteadyAsync();
        var before = (string)List(ecs).Single()["targetServiceRevisionArn"]!;

        ecs.Update($"\"taskDefinition\": \"{ecs.Register("crashing")}\"");
        await ecs.UntilAsync(x => EcsHarness.IsSteady(x) && (string)x["taskDefinition"]! == good);

        var failed = List(ecs)[0];
        ((string)failed["status"]!).ShouldBe("ROLLBACK_SUCCESSFUL");
        var described = Describe(ecs, (string)failed["serviceDeploymentArn"]!);
        ((string)described["rollback"]!["serviceRevisionArn"]!).ShouldBe(before);
        ((string)described["rollback"]!["reason"]!).ShouldBe("ECS deployment circuit breaker: tasks failed to start.");
        ((string)described["sourceServiceRevisions"]![0]!["arn"]!).ShouldBe(before);
        ((string)described["deploymentCircuitBreaker"]!["status"]!).ShouldBe("TRIGGERED");
        ((int)described["deploymentCircuitBreaker"]!["failureCount"]!).ShouldBe(3);
        List(ecs).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_deployment_that_fails_without_rollback_or_that_another_replaces_is_stopped()
    {
        await using var ecs = EcsHarness.Create();
        await ecs.CreateServiceAsync("good", extra: """, "deploymentConfiguration": { "deploymentCircuitBreaker": { "enable": true, "rollback": false } }""");
        await ecs.SteadyAsync();
        ecs.Update($"\"taskDefinition\": \"{ecs.Register("crashing")}\"");
        await ecs.UntilAsync(x => (string)x["deployments"]![0]!["rolloutState"]! == "FAILED");

        ((string)List(ecs)[0]["status"]!).ShouldBe("STOPPED");
        ecs.Update($"\"taskDefinition\": \"{ecs.Register("good")}\"");
        ecs.Update($"\"taskDefinition\": \"{ecs.Register("good")}\"");

        ((string)List(ecs)[1]["status"]!, (string)List(ecs)[1]["statusReason"]!).ShouldBe(("STOPPED", "Another deployment was started."));
    }

    [Fact]
    public async Task The_list_can_be_narrowed_to_statuses_and_times()
    {
        await using var ecs = EcsHarness.Create();
        await ecs.CreateServiceAsync("good");
        await ecs.SteadyAsync();

        List(ecs, """, "status": ["SUCCESSFUL"]""").Count.ShouldBe(1);
        List(ecs, """, "status": ["STOPPED"]""").ShouldBeEmpty();
        List(ecs, """, "createdAt": { "before": 1 }""").ShouldBeEmpty();
        List(ecs, """, "createdAt": { "after": 1 }""").Count.ShouldBe(1);
        Should.Throw<AwsServiceException>(() => List(ecs, """, "status": ["BAD"]""")).Code.ShouldBe("InvalidParameterException");
        Should.Throw<AwsServiceException>(() => ecs.Deployments.Describe([])).Code.ShouldBe("InvalidParameterException");
    }

    [Fact]
    public async Task The_history_outlives_a_restart()
    {
        var killed = EcsHarness.Create();
        await killed.CreateServiceAsync("good");
        await killed.SteadyAsync();
        var before = List(killed).Single().ToJsonString();
        await killed.Groups.DisposeAsync();

        await using var ecs = await killed.RestartAsync();

        List(ecs).Single().ToJsonString().ShouldBe(before);
    }

    private static List<JsonObject> List(EcsHarness ecs, string more = "")
    {
        var answer = ecs.Deployments.List(EcsHarness.Parse($$"""{ "cluster": "shop", "service": "api"{{more}} }"""));
        return [.. answer["serviceDeployments"]!.AsArray().Select(x => x!.AsObject())];
    }

    private static JsonNode Describe(EcsHarness ecs, string arn)
        => ecs.Deployments.Describe(EcsHarness.Parse($$"""{ "serviceDeploymentArns": ["{{arn}}"] }"""))["serviceDeployments"]![0]!;
}
