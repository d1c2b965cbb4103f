using System.Text.Json.Nodes;
using Fairlead.LocalCloud.Ecs;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Tests.Ecs;

/// <summary>A migration must not start twice.</summary>
public sealed class ClientTokenTests
{
    [Fact]
    public async Task The_same_request_again_starts_nothing_and_answers_with_the_same_tasks()
    {
        await using var ecs = EcsHarness.Create();
        var definition = ecs.Register("good");

        var first = Run(ecs, definition, "migrate-1", """, "count": 2""");
        var again = Run(ecs, definition, "migrate-1", """, "count": 2""");

        Arns(again).ShouldBe(Arns(first));
        ecs.Store.Read(x => x.Tasks.Count).ShouldBe(2);
    }

    [Fact]
    public async Task The_order_of_the_parameters_makes_no_difference()
    {
        await using var ecs = EcsHarness.Create();
        var definition = ecs.Register("good");

        var first = ecs.Tasks.Run(EcsHarness.Parse($$"""{ "cluster": "shop", "taskDefinition": "{{definition}}", "clientToken": "t", "startedBy": null }"""));
        var again = ecs.Tasks.Run(EcsHarness.Parse($$"""{ "clientToken": "t", "taskDefinition": "{{definition}}", "cluster": "shop" }"""));

        Arns(again).ShouldBe(Arns(first));
    }

    [Fact]
    public async Task The_names_of_a_cluster_and_of_a_task_definition_make_no_difference()
    {
        await using var ecs = EcsHarness.Create();
        var definition = ecs.Register("good");
        var revision = definition.Split('/')[^1];
        var family = revision.Split(':')[0];
        var cluster = ecs.Store.Arn("cluster/shop");
        string[] Request(string where, string what)
            => Arns(ecs.Tasks.Run(EcsHarness.Parse($$"""{ "cluster": "{{where}}", "taskDefinition": "{{what}}", "clientToken": "t" }""")));

        var first = Request("shop", family);

        Request(cluster, family).ShouldBe(first);
        Request("shop", revision).ShouldBe(first);
        Request(cluster, definition).ShouldBe(first);
        ecs.Register("good").ShouldNotBe(definition);
        Request("shop", family).ShouldBe(first, "it is the same request, whatever the family means by now");
        Should.Throw<AwsServiceException>(() => Request("shop", $"{family}:2")).Code.ShouldBe("ConflictException");
    }

    [Fact]
    public async Task Callers_at_the_same_moment_start_it_once()
    {
        await using var ecs = EcsHarness.Create();
        var definition = ecs.Register("good");
        using var start = new Barrier(8);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait();
                return Arns(Run(ecs, definition, "migrate-1")).Single();
            },
            TaskCreationOptions.LongRunning)));

        answers.Distinct().Count().ShouldBe(1);
        ecs.Store.Read(x => x.Tasks.Count).ShouldBe(1);
    }

    [Fact]
    public async Task A_token_outlives_a_restart_and_answers_with_the_task_as_it_is_now()
    {
        var killed = EcsHarness.Create();
        var definition = killed.Register("good");
        var first = Run(killed, definition, "migrate-1");
        await ReachedAsync(killed, first, "RUNNING");
        await killed.Groups.DisposeAsync();
        await using var ecs = await killed.RestartAsync();
        await ecs.StartHostAsync();

        var again = Run(ecs, definition, "migrate-1");

        Arns(again).ShouldBe(Arns(first));
        ((string)again["tasks"]![0]!["lastStatus"]!).ShouldBe("STOPPED");
        ecs.Runtime.Containers.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_token_is_known_for_a_day()
    {
        var clock = new TestClock();
        await using var ecs = EcsHarness.Create(clock: clock);
        var definition = ecs.Register("good");
        var first = Run(ecs, definition, "migrate-1");

        clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        Arns(Run(ecs, definition, "migrate-1")).ShouldBe(Arns(first));
        clock.Advance(TimeSpan.FromSeconds(1));

        Arns(Run(ecs, definition, "migrate-1")).ShouldNotBe(Arns(first));
    }

    [Fact]
    public async Task Another_request_with_the_same_token_is_a_conflict_that_names_the_tasks()
    {
        await using var ecs = EcsHarness.Create();
        var definition = ecs.Register("good");
        var first = Run(ecs, definition, "migrate-1");

        var error = Should.Throw<AwsServiceException>(() => Run(ecs, definition, "migrate-1", """, "startedBy": "somebody" """));

        error.Code.ShouldBe("ConflictException");
        error.Members["resourceIds"]!.AsArray().Select(x => (string)x!).ShouldBe(Arns(first));
    }

    [Fact]
    public async Task Clusters_have_nothing_to_do_with_the_tokens_of_each_other()
    {
        await using var ecs = EcsHarness.Create();
        ecs.Clusters.Ensure("other");
        var definition = ecs.Register("good");

        Run(ecs, definition, "t");
        ecs.Tasks.Run(EcsHarness.Parse($$"""{ "cluster": "other", "taskDefinition": "{{definition}}", "clientToken": "t" }"""));

        ecs.Store.Read(x => x.Tasks.Count).ShouldBe(2);
    }

    [Fact]
    public async Task A_request_that_was_refused_leaves_its_token_free()
    {
        await using var ecs = EcsHarness.Create();
        var definition = ecs.Register("good");
        Should.Throw<AwsServiceException>(() => Run(ecs, definition, "t", """, "count": 11""")).Code.ShouldBe("InvalidParameterException");

        Arns(Run(ecs, definition, "t")).Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_repeated_request_is_answered_also_when_its_task_definition_was_deregistered_meanwhile()
    {
        await using var ecs = EcsHarness.Create();
        var definition = ecs.Register("good");
        var first = Run(ecs, definition, "t");
        ecs.Definitions.Deregister(definition);

        Arns(Run(ecs, definition, "t")).ShouldBe(Arns(first));
    }

    [Fact]
    public async Task A_task_that_a_token_stands_for_is_not_forgotten()
    {
        await using var ecs = EcsHarness.Create();
        var definition = ecs.Register("crashing");
        var first = Run(ecs, definition, "t");
        await ReachedAsync(ecs, first, "STOPPED");

        ecs.Store.Change(x =>
        {
            for (var i = 0; i < 300; i++)
            {
                x.Tasks.Add(new TaskRecord
                {
                    Id = $"{i}",
                    Arn = $"arn:{i}",
                    Cluster = "shop",
                    TaskDefinition = definition,
                    Group = "family:api",
                    LastStatus = "STOPPED",
                    CreatedAt = ecs.Store.Now,
                    StoppedAt = ecs.Store.Now.AddHours(1),
                });
            }

            EcsStore.Prune(x, ecs.Store.Now);
        });

        Arns(Run(ecs, definition, "t")).ShouldBe(Arns(first));
    }

    [Theory]
    [InlineData("")]
    [InlineData("with space")]
    [InlineData("ümlaut")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345")]
    public async Task A_token_is_up_to_64_printable_ascii_characters(string token)
    {
        await using var ecs = EcsHarness.Create();
        var definition = ecs.Register("good");

        Should.Throw<AwsServiceException>(() => Run(ecs, definition, token)).Message.ShouldContain("clientToken");
    }

    [Fact]
    public async Task A_service_is_made_once_also_by_callers_at_the_same_moment()
    {
        await using var ecs = EcsHarness.Create();
        var definition = ecs.Register("good");
        using var start = new Barrier(6);

        var deployments = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait();
                return Deployment(Create(ecs, definition, "t"));
            },
            TaskCreationOptions.LongRunning)));

        deployments.Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task Another_service_with_the_same_token_is_not_idempotent_and_without_a_token_neither_is_the_same()
    {
        await using var ecs = EcsHarness.Create();
        var definition = ecs.Register("good");
        Create(ecs, definition, "t");

        Should.Throw<AwsServiceException>(() => Create(ecs, definition, "t", """, "desiredCount": 3"""))
            .Message.ShouldBe("Creation of service was not idempotent.");
        Should.Throw<AwsServiceException>(() => Create(ecs, definition, null)).Message.ShouldBe("Creation of service was not idempotent.");
        Should.Throw<AwsServiceException>(() => Create(ecs, definition, new string('t', 37))).Message.ShouldContain("clientToken");
    }

    [Fact]
    public async Task A_token_of_a_service_outlives_a_restart_and_not_the_service()
    {
        const string none = """, "desiredCount": 0""";
        var killed = EcsHarness.Create();
        var definition = killed.Register("good");
        var made = Deployment(Create(killed, definition, "t", none));
        await killed.Groups.DisposeAsync();
        await using var ecs = await killed.RestartAsync();

        Deployment(Create(ecs, definition, "t", none)).ShouldBe(made);
        ecs.Services.Delete(EcsHarness.Parse("""{ "cluster": "shop", "service": "api" }"""));
        await ecs.UntilAsync(x => (string)x["status"]! == "INACTIVE");
        Deployment(Create(ecs, definition, "t", none)).ShouldNotBe(made);
    }

    private static string Deployment(JsonObject service) => (string)service["deployments"]![0]!["id"]!;

    private static JsonObject Run(EcsHarness ecs, string definition, string token, string more = "") => ecs.Tasks.Run(EcsHarness.Parse(
        $$"""{ "cluster": "shop", "taskDefinition": "{{definition}}", "clientToken": "{{token}}"{{more}} }"""));

    private static JsonObject Create(EcsHarness ecs, string definition, string? token, string more = "")
    {
        var clientToken = token is null ? "" : $", \"clientToken\": \"{token}\"";
        return ecs.Services.Create(EcsHarness.Parse(
            $$"""{ "cluster": "shop", "serviceName": "api", "taskDefinition": "{{definition}}"{{clientToken}}{{more}} }"""));
    }

    private static Task<JsonObject> ReachedAsync(EcsHarness ecs, JsonObject started, string status) => ecs.UntilAsync(
        () => (JsonObject)ecs.Tasks.Describe(EcsHarness.Parse($$"""{ "cluster": "shop", "tasks": ["{{Arns(started)[0]}}"] }"""))["tasks"]![0]!,
        x => (string)x["lastStatus"]! == status);

    private static string[] Arns(JsonObject answer) => [.. answer["tasks"]!.AsArray().Select(x => (string)x!["taskArn"]!)];
}
