using System.Text.Json.Nodes;
using Fairlead.Releases;
using Fairlead.Services;
using Fairlead.Services.AppRunner;

namespace Fairlead.Tests.Services.AppRunner;

/// <summary>What the emulator cannot be made to do: answers that App Runner gives when things go wrong in the middle.</summary>
public sealed class AppRunnerDeployTests : IAsyncDisposable
{
    private const string Arn = "arn:aws:apprunner:eu-central-1:1:service/shop/0";
    private static readonly ServiceRelease Release = new() { ImageDigestUri = "repo@sha256:new", ReleaseId = "r2", Commit = "abc" };

    private readonly LoopbackServer _server;
    private readonly TestClock _time = TestClock.Skipping();
    private readonly Queue<string> _operation = new();
    private string _status = "RUNNING";
    private (string Image, string Release) _serves = ("repo@sha256:old", "r1");
    private bool _keepsOld;
    private int _refusals;
    private bool _imageIsGone;

    public AppRunnerDeployTests() => _server = new LoopbackServer(Answer);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task The_request_is_App_Runners_own_protocol()
    {
        _operation.Enqueue("SUCCEEDED");

        (await DeployAsync()).Outcome.Kind.ShouldBe(OutcomeKind.Succeeded);

        var update = _server.Requests.Single(request => request.Operation == "UpdateService");
        update.Headers["X-Amz-Target"].ShouldBe("AppRunner.UpdateService");
        update.Headers["Content-Type"].ShouldBe("application/x-amz-json-1.0");
        update.Headers["Authorization"].ShouldContain("/eu-central-1/apprunner/aws4_request");
        JsonNode.DeepEquals(update.Json["SourceConfiguration"]!["ImageRepository"], JsonNode.Parse("""
            {"ImageIdentifier":"repo@sha256:new","ImageRepositoryType":"ECR","ImageConfiguration":{"Port":"5000","RuntimeEnvironmentVariables":{"RELEASE_ID":"r2","RELEASE_COMMIT":"abc"}}}
            """)).ShouldBeTrue(update.Body);
    }

    [Fact]
    public async Task An_operation_that_succeeds_with_another_image_is_a_failure()
    {
        _keepsOld = true;
        _operation.Enqueue("SUCCEEDED");

        var result = await DeployAsync();

        result.Outcome.Kind.ShouldBe(OutcomeKind.Failed);
        result.Outcome.Reason.ShouldContain("not with this release");
    }

    [Fact]
    public async Task An_operation_that_failed_is_rolled_back_when_the_earlier_release_is_read_back()
    {
        _keepsOld = true;
        _operation.Enqueue("IN_PROGRESS");
        _operation.Enqueue("FAILED");

        var result = await DeployAsync();

        result.Outcome.Kind.ShouldBe(OutcomeKind.RolledBack, result.Outcome.Reason);
        result.Revision.ShouldBe("repo@sha256:old;release=r1;commit=000");
    }

    [Fact]
    public async Task An_operation_that_failed_with_nothing_read_back_is_a_failure()
    {
        _operation.Enqueue("ROLLBACK_FAILED");

        var result = await DeployAsync();

        (result.Outcome.Kind, result.Revision).ShouldBe((OutcomeKind.Failed, null));
    }

    [Fact]
    public async Task An_operation_that_never_ends_is_given_up_and_said_to_go_on()
    {
        for (var i = 0; i < 2000; i++)
        {
            _operation.Enqueue("IN_PROGRESS");
        }

        var result = await DeployAsync();

        result.Outcome.Kind.ShouldBe(OutcomeKind.Failed);
        result.Outcome.Reason.ShouldContain("App Runner goes on with it");
        _time.Waits.Aggregate(TimeSpan.Zero, (sum, wait) => sum + wait).ShouldBeInRange(TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(31));
    }

    [Fact]
    public async Task Another_operation_that_gets_in_between_is_waited_for()
    {
        _refusals = 1;
        _operation.Enqueue("SUCCEEDED");

        (await DeployAsync()).Outcome.Kind.ShouldBe(OutcomeKind.Succeeded);

        _server.Requests.Count(request => request.Operation == "UpdateService").ShouldBe(2);
    }

    [Fact]
    public async Task A_state_that_is_not_known_is_an_error_that_names_it()
    {
        _operation.Enqueue("WAITING_FOR_GODOT");

        (await Should.ThrowAsync<FairleadException>(() => DeployAsync())).Why.ShouldContain("WAITING_FOR_GODOT");
    }

    [Fact]
    public async Task A_service_that_runs_something_else_by_the_end_is_told()
    {
        using var clients = LoopbackClients.For(_server);
        var host = new AppRunnerServiceHost(clients, new AppRunnerServiceOptions { ServiceArn = Arn }, new RecordingReporter(), _time);
        await host.DeployAsync(await host.PlanAsync(Release, default), default);
        (await host.LookLastAsync(default))!.Kind.ShouldBe(OutcomeKind.Succeeded);

        _serves = ("repo@sha256:old", "r1");
        var outcome = await host.LookLastAsync(default);

        outcome!.Kind.ShouldBe(OutcomeKind.Failed);
        outcome.Reason.ShouldBe("The service shop is not as it was left: the service is RUNNING and is configured for release r1.");
    }

    [Fact]
    public async Task A_revision_can_be_gone_back_to_while_its_image_is_there()
    {
        const string Image = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/shop@sha256:0123";
        using var clients = LoopbackClients.For(_server);
        var host = new AppRunnerServiceHost(clients, new AppRunnerServiceOptions { ServiceArn = Arn }, new RecordingReporter(), _time);

        (await host.FindRestoreProblemAsync($"{Image};release=r1", default)).ShouldBeNull();
        _imageIsGone = true;
        (await host.FindRestoreProblemAsync($"{Image};release=r1", default))
            .ShouldBe($"The image {Image} of the service shop is not in its repository any more.");
        (await host.FindRestoreProblemAsync("arn:aws:ecs:eu-central-1:1:task-definition/shop:1;x=y", default))
            .ShouldBe("The revision 'arn:aws:ecs:eu-central-1:1:task-definition/shop:1;x=y' cannot be deployed. It is not one of an App Runner service.");
    }

    private async Task<ServiceResult> DeployAsync()
    {
        using var clients = LoopbackClients.For(_server);
        var host = new AppRunnerServiceHost(clients, new AppRunnerServiceOptions { ServiceArn = Arn }, new RecordingReporter(), _time);
        return await host.DeployAsync(await host.PlanAsync(Release, default), default);
    }

    private ScriptedResponse Answer(RecordedRequest request)
    {
        switch (request.Operation)
        {
            case "DescribeService":
                return ScriptedResponse.Json(new JsonObject { ["Service"] = Service() }.ToJsonString());
            case "UpdateService" when _refusals-- > 0:
                return ScriptedResponse.Error("InvalidStateException", "busy");
            case "UpdateService":
                _serves = _keepsOld ? _serves : ("repo@sha256:new", "r2");
                return ScriptedResponse.Json(new JsonObject { ["Service"] = Service(), ["OperationId"] = "o1" }.ToJsonString());
            case "ListOperations":
                var status = _operation.Count > 0 ? _operation.Dequeue() : "SUCCEEDED";
                _status = status == "ROLLBACK_FAILED" ? "CREATE_FAILED" : _status;
                return ScriptedResponse.Json(new JsonObject
                {
                    ["OperationSummaryList"] = new JsonArray(new JsonObject
                    {
                        ["Id"] = "o1",
                        ["Type"] = "UPDATE_SERVICE",
                        ["Status"] = status,
                        ["StartedAt"] = 1767225600
                    })
                }.ToJsonString());
            case "DescribeImages" when !_imageIsGone:
                return ScriptedResponse.Json("""{"imageDetails":[{"imageDigest":"sha256:0123"}]}""");
            case "DescribeImages":
                return ScriptedResponse.Error("ImageNotFoundException", "gone");
            default:
                return ScriptedResponse.Error("ResourceNotFoundException", "no log");
        }
    }

    private JsonObject Service() => new()
    {
        ["ServiceName"] = "shop",
        ["ServiceId"] = "0",
        ["ServiceArn"] = Arn,
        ["Status"] = _status,
        ["SourceConfiguration"] = new JsonObject
        {
            ["ImageRepository"] = new JsonObject
            {
                ["ImageIdentifier"] = _serves.Image,
                ["ImageRepositoryType"] = "ECR",
                ["ImageConfiguration"] = new JsonObject
                {
                    ["Port"] = "5000",
                    ["RuntimeEnvironmentVariables"] = new JsonObject
                    {
                        ["RELEASE_ID"] = _serves.Release,
                        ["RELEASE_COMMIT"] = _serves.Release == "r1" ? "000" : "abc"
                    },
                },
            },
        },
    };
}
