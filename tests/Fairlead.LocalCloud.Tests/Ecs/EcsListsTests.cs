using System.Text.Json.Nodes;
using Fairlead.LocalCloud.Ecs;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Tests.Ecs;

/// <summary>What is listed, deleted and tagged.</summary>
public sealed class EcsListsTests
{
    [Fact]
    public async Task Task_definitions_are_listed_by_family_and_number_and_not_as_text()
    {
        await using var ecs = EcsHarness.Create();
        for (var i = 0; i < 11; i++)
        {
            ecs.Register("good");
        }

        ecs.Register("good", "before");
        var expected = Enumerable.Range(1, 11).Select(x => $"api:{x}").Append("before:1").ToArray();

        Definitions(ecs, "{}").ShouldBe(expected);
        Definitions(ecs, """{ "sort": "DESC" }""").ShouldBe(expected.Reverse());
        Definitions(ecs, """{ "familyPrefix": "before" }""").ShouldBe(["before:1"]);
        Definitions(ecs, """{ "familyPrefix": "bef" }""").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_next_page_holds_when_the_last_of_this_one_is_deregistered()
    {
        await using var ecs = EcsHarness.Create();
        var arns = Enumerable.Range(0, 5).Select(_ => ecs.Register("good")).ToArray();
        var first = ecs.Definitions.List(EcsHarness.Parse("""{ "maxResults": 2 }"""));
        ecs.Definitions.Deregister(arns[1]);

        var second = ecs.Definitions.List(EcsHarness.Parse($$"""{ "maxResults": 2, "nextToken": "{{first["nextToken"]}}" }"""));

        second["taskDefinitionArns"]!.AsArray().Select(x => (string)x!).ShouldBe(arns[2..4]);
        Should.Throw<AwsServiceException>(() => ecs.Definitions.ListFamilies(EcsHarness.Parse($$"""{ "nextToken": "{{first["nextToken"]}}" }"""))).Code
            .ShouldBe("InvalidParameterException");
    }

    [Fact]
    public async Task Only_what_was_deregistered_can_be_deleted_and_its_number_is_not_used_again()
    {
        await using var ecs = EcsHarness.Create();
        var (one, two) = (ecs.Register("good"), ecs.Register("good"));
        ecs.Definitions.Deregister(two);

        var answer = ecs.Definitions.Delete(EcsHarness.Parse($$"""{ "taskDefinitions": ["{{one}}", "api:2", "api:9"] }"""));

        ((string)answer["taskDefinitions"]!.AsArray().Single()!["status"]!).ShouldBe("DELETE_IN_PROGRESS");
        answer["failures"]!.AsArray().Select(x => (string)x!["reason"]!).ShouldBe(["TASK_DEFINITION_NOT_INACTIVE", "TASK_DEFINITION_NOT_FOUND"]);
        Definitions(ecs, """{ "status": "DELETE_IN_PROGRESS" }""").ShouldBe(["api:2"]);
        Definitions(ecs, """{ "status": "INACTIVE" }""").ShouldBeEmpty();
        Should.Throw<AwsServiceException>(() => ecs.Tasks.Run(EcsHarness.Parse("""{ "cluster": "shop", "taskDefinition": "api:2" }""")))
            .Code.ShouldBe("ClientException");
        ecs.Register("good").ShouldEndWith("api:3");
    }

    [Fact]
    public async Task Families_are_active_while_they_have_a_revision_that_is()
    {
        await using var ecs = EcsHarness.Create();
        ecs.Definitions.Deregister(ecs.Register("good", "gone"));
        ecs.Register("good", "here");

        Families(ecs, "{}").ShouldBe(["gone", "here"]);
        Families(ecs, """{ "status": "ACTIVE" }""").ShouldBe(["here"]);
        Families(ecs, """{ "status": "INACTIVE" }""").ShouldBe(["gone"]);
        Families(ecs, """{ "familyPrefix": "ge" }""").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{ "status": "ASLEEP" }""")]
    [InlineData("""{ "sort": "UP" }""")]
    [InlineData("""{ "maxResults": 101 }""")]
    public async Task A_list_of_what_is_not_there_is_refused(string request)
    {
        await using var ecs = EcsHarness.Create();

        Should.Throw<AwsServiceException>(() => ecs.Definitions.List(EcsHarness.Parse(request))).Code.ShouldBe("InvalidParameterException");
    }

    [Fact]
    public async Task Tasks_are_listed_newest_first_and_by_their_filters()
    {
        var clock = new TestClock();
        await using var ecs = EcsHarness.Create(clock: clock);
        var arns = new List<string>();
        foreach (var startedBy in new[] { "one", "two", "three" })
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            arns.Add((string)ecs.Tasks.Run(EcsHarness.Parse(
                $$"""{ "cluster": "shop", "taskDefinition": "{{ecs.Register("good")}}", "startedBy": "{{startedBy}}" }"""))["tasks"]![0]!["taskArn"]!);
        }

        Tasks(ecs, """{ "cluster": "shop" }""").ShouldBe(Enumerable.Reverse(arns));
        Tasks(ecs, """{ "cluster": "shop", "startedBy": "two" }""").ShouldBe([arns[1]]);
        Tasks(ecs, """{ "cluster": "shop", "family": "api", "launchType": "EC2" }""").ShouldBeEmpty();
        Should.Throw<AwsServiceException>(() => Tasks(ecs, """{ "cluster": "shop", "startedBy": "two", "family": "api" }"""))
            .Code.ShouldBe("InvalidParameterException");
        Should.Throw<AwsServiceException>(() => Tasks(ecs, """{ "cluster": "shop", "desiredStatus": "LOST" }""")).Code.ShouldBe("InvalidParameterException");
        Should.Throw<AwsServiceException>(() => Tasks(ecs, """{ "cluster": "shop", "containerInstance": "i" }""")).Code.ShouldBe("InvalidParameterException");
    }

    [Fact]
    public async Task Services_are_listed_ten_at_a_time_unless_more_are_asked_for()
    {
        await using var ecs = EcsHarness.Create();
        var definition = ecs.Register("good");
        for (var i = 0; i < 12; i++)
        {
            ecs.Services.Create(EcsHarness.Parse(
                $$"""{ "cluster": "shop", "serviceName": "s{{i}}", "taskDefinition": "{{definition}}", "desiredCount": 0 }"""));
        }

        var first = ecs.Services.List(EcsHarness.Parse("""{ "cluster": "shop" }"""));
        first["serviceArns"]!.AsArray().Count.ShouldBe(10);
        ecs.Services.List(EcsHarness.Parse($$"""{ "cluster": "shop", "nextToken": "{{first["nextToken"]}}" }"""))["serviceArns"]!.AsArray().Count.ShouldBe(2);
        ecs.Services.List(EcsHarness.Parse("""{ "cluster": "shop", "maxResults": 100 }"""))["serviceArns"]!.AsArray().Count.ShouldBe(12);
        ecs.Services.List(EcsHarness.Parse("""{ "cluster": "shop", "schedulingStrategy": "DAEMON" }"""))["serviceArns"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_cluster_shows_what_it_is_asked_for()
    {
        await using var ecs = EcsHarness.Create();
        ecs.Clusters.Create(EcsHarness.Parse(
            """{ "clusterName": "c", "tags": [{ "key": "k", "value": "v" }], "settings": [{ "name": "containerInsights", "value": "enabled" }] }"""));

        var plain = Cluster(ecs, "{}");
        var full = Cluster(ecs, """{ "include": ["TAGS", "SETTINGS", "STATISTICS"] }""");

        (plain["tags"]!.AsArray().Count, plain["settings"]!.AsArray().Count, plain["statistics"]!.AsArray().Count).ShouldBe((0, 0, 0));
        ((string)full["tags"]![0]!["value"]!, (string)full["settings"]![0]!["name"]!).ShouldBe(("v", "containerInsights"));
        full["statistics"]!.AsArray().Select(x => (string)x!["name"]!).ShouldContain("runningFargateTasksCount");
        ecs.Clusters.Describe(EcsHarness.Parse("""{ "clusters": ["none"] }"""))["failures"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_cluster_with_a_task_cannot_be_deleted()
    {
        await using var ecs = EcsHarness.Create();
        ecs.Tasks.Run(EcsHarness.Parse($$"""{ "cluster": "shop", "taskDefinition": "{{ecs.Register("good")}}" }"""));

        Should.Throw<AwsServiceException>(() => ecs.Clusters.Delete(EcsHarness.Parse("""{ "cluster": "shop" }""")))
            .Code.ShouldBe("ClusterContainsTasksException");
    }

    [Fact]
    public async Task Tags_belong_to_what_is_there()
    {
        await using var ecs = EcsHarness.Create();
        var tags = new EcsTags(ecs.Store);
        var arn = ecs.Register("good");

        tags.Tag(EcsHarness.Parse($$"""{ "resourceArn": "{{arn}}", "tags": [{ "key": "a", "value": "1" }, { "key": "b" }] }"""));
        tags.Untag(EcsHarness.Parse($$"""{ "resourceArn": "{{arn}}", "tagKeys": ["a", "c"] }"""));

        tags.List(EcsHarness.Parse($$"""{ "resourceArn": "{{arn}}" }"""))["tags"]!.ToJsonString().ShouldBe("""[{"key":"b","value":""}]""");
        Should.Throw<AwsServiceException>(() => tags.List(EcsHarness.Parse("""{ "resourceArn": "arn:aws:ecs:none" }""")))
            .Code.ShouldBe("ResourceNotFoundException");
        var many = string.Join(", ", Enumerable.Range(0, 50).Select(x => $$"""{ "key": "{{x}}" }"""));
        Should.Throw<AwsServiceException>(() => tags.Tag(EcsHarness.Parse($$"""{ "resourceArn": "{{arn}}", "tags": [{{many}}] }""")))
            .Message.ShouldContain("at most 50");
        tags.List(EcsHarness.Parse($$"""{ "resourceArn": "{{arn}}" }"""))["tags"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_task_takes_its_tags_from_where_it_is_told_to()
    {
        await using var ecs = EcsHarness.Create();
        var arn = ecs.Register("good");
        new EcsTags(ecs.Store).Tag(EcsHarness.Parse($$"""{ "resourceArn": "{{arn}}", "tags": [{ "key": "from", "value": "definition" }] }"""));

        var started = ecs.Tasks.Run(EcsHarness.Parse(
            $$"""{ "cluster": "shop", "taskDefinition": "{{arn}}", "propagateTags": "TASK_DEFINITION", "tags": [{ "key": "own", "value": "1" }] }"""));
        var task = started["tasks"]![0]!;

        var described = ecs.Tasks.Describe(EcsHarness.Parse($$"""{ "cluster": "shop", "tasks": ["{{task["taskArn"]}}"], "include": ["TAGS"] }"""));
        described["tasks"]![0]!["tags"]!.AsArray().Select(x => (string)x!["key"]!).ShouldBe(["from", "own"]);
    }

    [Fact]
    public async Task A_task_that_is_asked_to_stop_before_it_has_begun_stops()
    {
        await using var ecs = EcsHarness.Create();
        var starter = new TaskStarter(ecs.Store);
        var arn = ecs.Register("good");
        var id = ecs.Store.Change(x => starter.Add(x, "shop", x.TaskDefinitions.Single(t => t.Arn == arn), [], ecs.Store.Now).Id);

        ecs.Tasks.Stop(EcsHarness.Parse($$"""{ "cluster": "shop", "task": "{{id}}", "reason": "changed my mind" }"""));
        ecs.Runner.Start(id);

        var stopped = await ecs.UntilAsync(
            () => (JsonObject)ecs.Tasks.Describe(EcsHarness.Parse($$"""{ "cluster": "shop", "tasks": ["{{id}}"] }"""))["tasks"]![0]!,
            x => (string)x["lastStatus"]! == "STOPPED");
        ((string)stopped["stoppedReason"]!).ShouldBe("changed my mind");
    }

    [Fact]
    public async Task There_is_no_session_in_a_task_and_the_error_says_why()
    {
        await using var ecs = EcsHarness.Create();
        var task = ecs.Tasks.Run(EcsHarness.Parse($$"""{ "cluster": "shop", "taskDefinition": "{{ecs.Register("good")}}" }"""))["tasks"]![0]!;

        var error = Should.Throw<AwsServiceException>(() => ecs.Tasks.Execute(EcsHarness.Parse(
            $$"""{ "cluster": "shop", "task": "{{task["taskArn"]}}", "command": "sh", "interactive": true }""")));

        (error.Code, error.Message).ShouldSatisfyAllConditions(x => x
            .Code.ShouldBe("TargetNotConnectedException"), x => x.Message.ShouldContain("no SSM agent"));
    }

    private static string[] Definitions(EcsHarness ecs, string request)
        => [.. ecs.Definitions.List(EcsHarness.Parse(request))["taskDefinitionArns"]!.AsArray().Select(x => EcsStore.Last((string)x!)!)];

    private static string[] Families(EcsHarness ecs, string request)
        => [.. ecs.Definitions.ListFamilies(EcsHarness.Parse(request))["families"]!.AsArray().Select(x => (string)x!)];

    private static string[] Tasks(EcsHarness ecs, string request)
        => [.. ecs.Tasks.List(EcsHarness.Parse(request))["taskArns"]!.AsArray().Select(x => (string)x!)];

    private static JsonNode Cluster(EcsHarness ecs, string request)
        => ecs.Clusters.Describe(EcsHarness.Parse(request).With("""{ "clusters": ["c"] }"""))["clusters"]![0]!;
}
