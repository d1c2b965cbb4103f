using System.Text.Json.Nodes;
using Fairlead.LocalCloud.Ecs;

namespace Fairlead.LocalCloud.Tests.Ecs;

/// <summary>Containers that wait for each other, and services whose containers are asked for their health.</summary>
public sealed class DependencyTests
{
    private const string Check = """, "healthCheck": { "command": ["CMD", "check"] }""";
    private const string Breaker = """, "deploymentConfiguration": { "deploymentCircuitBreaker": { "enable": true, "rollback": true } }""";

    [Fact]
    public async Task A_container_starts_when_what_it_waits_for_is_healthy_and_the_task_runs_then()
    {
        await using var ecs = EcsHarness.Create();
        var task = Run(ecs, Container("db", Check), Container("api", DependsOn("db", "HEALTHY")));
        await ecs.UntilAsync(task, x => Status(x, "db") == "RUNNING");
        ((string)task()["lastStatus"]!, Status(task(), "api")).ShouldBe(("PENDING", "PENDING"));

        ecs.Runtime.ByName("db")!.Launch.Health("UNHEALTHY");
        (Status(task(), "api"), (string)task()["healthStatus"]!).ShouldBe(("PENDING", "UNHEALTHY"));
        ecs.Runtime.ByName("db")!.Launch.Health("HEALTHY");

        await ecs.UntilAsync(task, x => (string)x["lastStatus"]! == "RUNNING");
        Status(task(), "api").ShouldBe("RUNNING");
        ((string)task()["containers"]![0]!["healthStatus"]!).ShouldBe("HEALTHY");
    }

    [Fact]
    public async Task What_has_to_succeed_and_fails_stops_the_task_with_the_reason()
    {
        await using var ecs = EcsHarness.Create();
        var task = Run(ecs, Container("migrate", """, "essential": false"""), Container("api", DependsOn("migrate", "SUCCESS")));
        await ecs.UntilAsync(task, x => Status(x, "migrate") == "RUNNING");

        ecs.Runtime.ByName("migrate")!.Exit(1);
        var stopped = await ecs.UntilAsync(task, x => (string)x["lastStatus"]! == "STOPPED");

        ((string)stopped["stopCode"]!).ShouldBe("TaskFailedToStart");
        ((string)stopped["stoppedReason"]!).ShouldStartWith(
            "CannotStartContainerError: dependency graph: failed to resolve container ordering dependency [migrate(");
        ((string)stopped["stoppedReason"]!).ShouldEndWith("as dependency did not exit successfully.");
        ecs.Runtime.ByName("api").ShouldBeNull();
    }

    [Fact]
    public async Task What_succeeds_lets_the_other_start_and_is_shown_with_its_exit_code()
    {
        await using var ecs = EcsHarness.Create();
        var task = Run(ecs, Container("migrate", """, "essential": false"""), Container("api", DependsOn("migrate", "SUCCESS")));
        await ecs.UntilAsync(task, x => Status(x, "migrate") == "RUNNING");

        ecs.Runtime.ByName("migrate")!.Exit(0);
        await ecs.UntilAsync(task, x => (string)x["lastStatus"]! == "RUNNING" && Status(x, "migrate") == "STOPPED");

        ((int)task()["containers"]![0]!["exitCode"]!).ShouldBe(0);
    }

    [Fact]
    public async Task What_is_not_reached_within_its_start_timeout_stops_the_task()
    {
        var clock = new TestClock();
        await using var ecs = EcsHarness.Create(clock: clock);
        var task = Run(ecs, Container("db", Check + """, "startTimeout": 60"""), Container("api", DependsOn("db", "HEALTHY")));
        await clock.TimersAsync(1);
        clock.Advance(59);
        ((string)task()["lastStatus"]!).ShouldBe("PENDING");

        clock.Advance(1);
        var stopped = await ecs.UntilAsync(task, x => (string)x["lastStatus"]! == "STOPPED");

        ((string)stopped["stoppedReason"]!).ShouldEndWith("has timed out.");
        ecs.Runtime.ByName("db")!.Exited.IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public async Task A_container_that_is_not_essential_and_cannot_start_does_not_stop_the_others()
    {
        await using var ecs = EcsHarness.Create();
        var task = Run(
            ecs,
            Container("init", """, "essential": false"""),
            Container("sidecar", DependsOn("init", "SUCCESS") + """, "essential": false"""),
            Container("late", DependsOn("sidecar", "START") + """, "essential": false"""),
            Container("api"));
        await ecs.UntilAsync(task, x => Status(x, "init") == "RUNNING");

        ecs.Runtime.ByName("init")!.Exit(1);
        await ecs.UntilAsync(task, x => (string)x["lastStatus"]! == "RUNNING");

        (Status(task(), "sidecar"), (int)task()["containers"]![1]!["exitCode"]!).ShouldBe(("STOPPED", 143));
        ((string)task()["containers"]![2]!["reason"]!).ShouldEndWith("because dependency will never start");
        Status(task(), "api").ShouldBe("RUNNING");
    }

    [Fact]
    public async Task An_essential_container_that_ends_while_others_wait_stops_the_task_before_it_runs()
    {
        await using var ecs = EcsHarness.Create();
        var task = Run(ecs, Container("db", Check), Container("api", DependsOn("db", "HEALTHY")));
        await ecs.UntilAsync(task, x => Status(x, "db") == "RUNNING");

        ecs.Runtime.ByName("db")!.Exit(9);
        var stopped = await ecs.UntilAsync(task, x => (string)x["lastStatus"]! == "STOPPED");

        stopped["startedAt"].ShouldBeNull();
        ((string)stopped["stopCode"]!).ShouldBe("EssentialContainerExited");
        ((int)stopped["containers"]![0]!["exitCode"]!).ShouldBe(9);
        ecs.Runtime.ByName("api").ShouldBeNull();
    }

    [Fact]
    public async Task Containers_stop_in_the_reverse_order()
    {
        await using var ecs = EcsHarness.Create();
        var task = Run(
            ecs,
            Container("api", DependsOn("cache", "START")),
            Container("db"),
            Container("cache", DependsOn("db", "START")));
        await ecs.UntilAsync(task, x => (string)x["lastStatus"]! == "RUNNING");
        ecs.Runtime.Containers.Values.Count.ShouldBe(3);

        ecs.Tasks.Stop(EcsHarness.Parse($$"""{ "cluster": "shop", "task": "{{task()["taskArn"]}}" }"""));
        await ecs.UntilAsync(task, x => (string)x["lastStatus"]! == "STOPPED");

        ecs.Runtime.Stopped.ShouldBe(["api", "cache", "db"]);
    }

    [Fact]
    public async Task A_deployment_waits_until_its_containers_are_healthy()
    {
        await using var ecs = EcsHarness.Create();
        Serve(ecs, Register(ecs, Container("api", Check)));
        await ecs.UntilAsync(x => (int)x["runningCount"]! == 1);
        ((string)ecs.Describe()["deployments"]![0]!["rolloutState"]!).ShouldBe("IN_PROGRESS");

        ecs.Runtime.ByName("api")!.Launch.Health("HEALTHY");

        await ecs.SteadyAsync();
    }

    [Fact]
    public async Task A_task_of_a_service_that_is_unhealthy_is_replaced_and_the_circuit_breaker_counts_it()
    {
        await using var ecs = EcsHarness.Create();
        Serve(ecs, Register(ecs, Container("api", Check)), Breaker);
        for (var i = 1; i <= 3; i++)
        {
            await ecs.UntilAsync(
                () => new JsonObject { ["running"] = ecs.Store.Read(x => x.Tasks.Count == i && x.Tasks[^1].LastStatus == "RUNNING") },
                x => (bool)x["running"]!);
            ecs.Runtime.Containers[$"{ecs.Store.Read(x => x.Tasks[^1].Id)}/api"].Launch.Health("UNHEALTHY");
        }

        await ecs.UntilAsync(x => (string)x["deployments"]![0]!["rolloutState"]! == "FAILED");
        ecs.Events().ShouldContain(x => x.EndsWith("failed container health checks."));
        ecs.Store.Read(x => x.Tasks.Select(t => t.StoppedReason).Distinct().ToArray()).ShouldBe(["Task failed container health checks"]);
    }

    [Fact]
    public async Task A_container_that_ended_long_ago_does_not_cut_off_the_requests_of_another()
    {
        await using var ecs = EcsHarness.Create();
        var group = await ecs.Groups.EnsureAsync("api");
        var api = Container("api", DependsOn("migrate", "SUCCESS") + """, "portMappings": [{ "containerPort": 8080 }]""");
        var balancers = $$""", "loadBalancers": [{ "targetGroupArn": "{{group.Arn}}", "containerName": "api", "containerPort": 8080 }]""";
        Serve(ecs, Register(ecs, Container("migrate", """, "essential": false"""), api), balancers);
        await ecs.UntilAsync(() => new JsonObject { ["isThere"] = ecs.Runtime.ByName("migrate") is not null }, x => (bool)x["isThere"]!);
        ecs.Runtime.ByName("migrate")!.Exit(0);
        await ecs.SteadyAsync();
        var request = group.Enter().ShouldNotBeNull();
        var container = ecs.Runtime.ByName("api")!;

        ecs.Update("\"desiredCount\": 0");
        await ecs.UntilAsync(_ => ecs.Store.Read(x => x.Tasks[0].StoppingAt is not null));

        await Should.ThrowAsync<TimeoutException>(() => container.Exited.WaitAsync(TimeSpan.FromMilliseconds(300)));
        ecs.Store.Read(x => x.Tasks[0].LastStatus).ShouldBe("DEACTIVATING");
        request.Leave();
        await container.Exited.WaitAsync(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task An_image_that_is_missing_keeps_only_its_own_container_from_running_where_that_is_not_essential()
    {
        await using var ecs = EcsHarness.Create();

        var task = Run(ecs, Container("missing", """, "essential": false"""), Container("api"));
        await ecs.UntilAsync(task, x => (string)x["lastStatus"]! == "RUNNING");

        Status(task(), "missing").ShouldBe("STOPPED");
        ((string)task()["containers"]![0]!["reason"]!).ShouldBe("CannotPullContainerError: 127.0.0.1:1/missing: not found");
        ecs.Runtime.ByName("missing").ShouldBeNull();
    }

    [Fact]
    public async Task A_check_is_told_the_ports_of_all_containers_of_its_task()
    {
        await using var ecs = EcsHarness.Create();
        var task = Run(
            ecs,
            Container("db", """, "portMappings": [{ "containerPort": 5432 }]"""),
            Container("api", """, "portMappings": [{ "containerPort": 8080 }]"""));
        await ecs.UntilAsync(task, x => (string)x["lastStatus"]! == "RUNNING");

        var (db, api) = (ecs.Runtime.ByName("db")!, ecs.Runtime.ByName("api")!);
        db.Launch.TaskPorts().ShouldBe(new Dictionary<int, int> { [5432] = db.Ports[5432], [8080] = api.Ports[8080] }, ignoreOrder: true);
    }

    [Fact]
    public async Task What_cannot_be_checked_here_counts_as_a_container_without_a_check()
    {
        await using var ecs = EcsHarness.Create();
        Serve(ecs, Register(ecs, Container("api", Check)));
        await ecs.UntilAsync(x => (int)x["runningCount"]! == 1);

        ecs.Runtime.ByName("api")!.Launch.Health(null);

        await ecs.SteadyAsync();
        HealthStatus.Of(ecs.Store.Read(x => x.Tasks.Single())).ShouldBe("UNKNOWN");
    }

    private static string Container(string name, string more = "") => $$"""{ "name": "{{name}}", "image": "127.0.0.1:1/{{name}}", "memory": 128{{more}} }""";

    private static string DependsOn(string name, string condition)
        => $$""", "dependsOn": [{ "containerName": "{{name}}", "condition": "{{condition}}" }]""";

    private static string Register(EcsHarness ecs, params string[] containers)
        => ecs.Definitions.Register(EcsHarness.Parse($$"""{ "family": "api", "containerDefinitions": [{{string.Join(", ", containers)}}] }"""));

    private static void Serve(EcsHarness ecs, string definition, string more = "") => ecs.Services.Create(EcsHarness.Parse(
        $$"""{ "cluster": "shop", "serviceName": "api", "taskDefinition": "{{definition}}", "desiredCount": 1{{more}} }"""));

    /// <returns>Describes the task.</returns>
    private static Func<JsonObject> Run(EcsHarness ecs, params string[] containers)
    {
        var started = ecs.Tasks.Run(EcsHarness.Parse($$"""{ "cluster": "shop", "taskDefinition": "{{Register(ecs, containers)}}" }"""));
        var request = EcsHarness.Parse($$"""{ "cluster": "shop", "tasks": ["{{started["tasks"]![0]!["taskArn"]}}"] }""");
        return () => (JsonObject)ecs.Tasks.Describe(request)["tasks"]![0]!;
    }

    private static string Status(JsonObject task, string container)
        => (string)task["containers"]!.AsArray().Single(x => (string)x!["name"]! == container)!["lastStatus"]!;
}
