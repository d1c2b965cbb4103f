namespace Fairlead.LocalCloud.Tests.Ecs;

public sealed class RolloutTests
{
    private const string Breaker = """, "deploymentConfiguration": { "deploymentCircuitBreaker": { "enable": true, "rollback": true } }""";

    [Fact]
    public async Task A_new_service_reaches_a_steady_state()
    {
        await using var ecs = EcsHarness.Create();
        await ecs.CreateServiceAsync("good", desiredCount: 2);

        var service = await ecs.SteadyAsync();

        ((int)service["runningCount"]!).ShouldBe(2);
        ((string)service["deployments"]![0]!["status"]!).ShouldBe("PRIMARY");
        var id = (string)service["deployments"]![0]!["id"]!;
        id.ShouldMatch("^ecs-svc/[0-9]{19}$");
        ((string)service["deployments"]![0]!["rolloutStateReason"]!).ShouldBe($"ECS deployment {id} completed.");
        ecs.Events().ShouldContain(x => x.StartsWith("(service api) has started 2 tasks: (task "));
        ecs.Events().ShouldContain($"(service api) (deployment {id}) deployment completed.");
    }

    [Fact]
    public async Task An_update_replaces_the_tasks_and_never_has_fewer_healthy_ones_than_the_minimum()
    {
        await using var ecs = EcsHarness.Create();
        await ecs.CreateServiceAsync("good", desiredCount: 2);
        await ecs.SteadyAsync();
        var old = ecs.Runtime.Containers.Values.ToArray();

        var next = ecs.Register("better");
        var between = ecs.UpdateService($"\"taskDefinition\": \"{next}\"");
        var deployment = (string)between["deployments"]![0]!["id"]!;
        between["deployments"]!.AsArray().Count.ShouldBe(2);
        ((string)between["deployments"]![0]!["rolloutState"]!).ShouldBe("IN_PROGRESS");
        ((string)between["deployments"]![1]!["status"]!).ShouldBe("ACTIVE");
        await Task.WhenAll(old.Select(x => x.Exited));
        ecs.Groups.List().Single().Targets.Count(x => x.Health.State == "healthy").ShouldBeGreaterThanOrEqualTo(2);
        var service = await ecs.SteadyAsync();

        ((string)service["deployments"]![0]!["id"]!).ShouldBe(deployment);
        ((string)service["taskDefinition"]!).ShouldBe(next);
        ecs.Runtime.MostAtOnce.ShouldBeLessThanOrEqualTo(4);
        ecs.Runtime.Containers.Values.Where(x => !x.Exited.IsCompleted).ShouldAllBe(x => x.Launch.Image.Reference.EndsWith("better"));
    }

    [Fact]
    public async Task The_first_deployment_of_a_service_that_was_made_without_tasks_never_starts_what_it_was_made_with()
    {
        await using var ecs = EcsHarness.Create();
        await ecs.CreateServiceAsync("missing:none", desiredCount: 0, extra: Breaker);
        await ecs.SteadyAsync();

        ecs.Update($"\"taskDefinition\": \"{ecs.Register("good")}\", \"desiredCount\": 1");
        await ecs.UntilAsync(x => EcsHarness.IsSteady(x) && (int)x["runningCount"]! == 1);

        ecs.Store.Read(x => x.Tasks.Select(t => t.Containers[0].Image).ToArray()).ShouldBe(["127.0.0.1:1/good"]);
        ecs.Events().ShouldNotContain(x => x.Contains("CannotPull"));
    }

    [Fact]
    public async Task Forcing_a_new_deployment_replaces_the_tasks_with_the_same_definition()
    {
        await using var ecs = EcsHarness.Create();
        await ecs.CreateServiceAsync("good");
        var before = (string)(await ecs.SteadyAsync())["deployments"]![0]!["id"]!;

        var deployment = ecs.Update("\"forceNewDeployment\": true");
        await ecs.SteadyAsync();

        deployment.ShouldNotBe(before);
        ecs.Runtime.Containers.Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_circuit_breaker_rolls_back_a_deployment_whose_tasks_crash()
    {
        await using var ecs = EcsHarness.Create();
        var good = await ecs.CreateServiceAsync("good", extra: Breaker);
        var first = (string)(await ecs.SteadyAsync())["deployments"]![0]!["id"]!;

        var failing = ecs.Update($"\"taskDefinition\": \"{ecs.Register("crashing")}\"");
        var service = await ecs.UntilAsync(x => EcsHarness.IsSteady(x) && (string)x["taskDefinition"]! == good);

        ((string)service["deployments"]![0]!["id"]!).ShouldNotBe(failing);
        var events = ecs.Events();
        events.ShouldContain($"(service api) (deployment {failing}) deployment failed: tasks failed to start.");
        events.ShouldContain($"(service api) rolling back to deployment {first}.");
        ecs.Runtime.Containers.Values.Count(x => x.Launch.Image.Reference.EndsWith("crashing")).ShouldBe(3);
    }

    [Fact]
    public async Task A_deployment_that_fails_health_checks_says_so_and_is_rolled_back()
    {
        await using var ecs = EcsHarness.Create();
        var good = await ecs.CreateServiceAsync("good", extra: Breaker);
        await ecs.SteadyAsync();
        var served = ecs.Runtime.Containers.Values.Single();

        ecs.Update($"\"taskDefinition\": \"{ecs.Register("unhealthy")}\"");
        await ecs.UntilAsync(x => x["deployments"]!.AsArray().Any(d => (int)d!["failedTasks"]! > 0));
        served.Exited.IsCompleted.ShouldBeFalse();
        await ecs.UntilAsync(x => EcsHarness.IsSteady(x) && (string)x["taskDefinition"]! == good);

        ecs.Events().ShouldContain(x => x.Contains("is unhealthy in (target-group arn:aws:elasticloadbalancing:")
            && x.EndsWith("due to (reason Health checks failed with these codes: [500])"));
        var unhealthy = ecs.Runtime.Containers.Values.First(x => x.Launch.Image.Reference.EndsWith("unhealthy")).Launch.TaskId;
        var stopped = ecs.Tasks.Describe(EcsHarness.Parse($$"""{ "cluster": "shop", "tasks": ["{{unhealthy}}"] }"""))["tasks"]![0]!;
        ((string)stopped["stoppedReason"]!).ShouldStartWith("Task failed ELB health checks in (target-group arn:");
    }

    [Fact]
    public async Task Without_rollback_a_failed_deployment_stays_failed_and_the_old_tasks_serve()
    {
        await using var ecs = EcsHarness.Create();
        await ecs.CreateServiceAsync("good", extra: """, "deploymentConfiguration": { "deploymentCircuitBreaker": { "enable": true, "rollback": false } }""");
        await ecs.SteadyAsync();
        var served = ecs.Runtime.Containers.Values.Single();

        ecs.Update($"\"taskDefinition\": \"{ecs.Register("missing")}\"");
        var service = await ecs.UntilAsync(x => (string)x["deployments"]![0]!["rolloutState"]! == "FAILED");

        ((string)service["deployments"]![0]!["rolloutStateReason"]!).ShouldBe("ECS deployment circuit breaker: tasks failed to start.");
        ((int)service["runningCount"]!).ShouldBe(1);
        served.Exited.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task A_first_deployment_that_fails_has_nothing_to_go_back_to()
    {
        await using var ecs = EcsHarness.Create();
        await ecs.CreateServiceAsync("crashing", extra: Breaker);

        var service = await ecs.UntilAsync(x => (string)x["deployments"]![0]!["rolloutState"]! == "FAILED");

        ((int)service["deployments"]![0]!["failedTasks"]!).ShouldBe(3);
        service["deployments"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_service_without_load_balancer_is_not_taken_in_by_a_program_that_ends_at_once()
    {
        await using var ecs = EcsHarness.Create(settle: TimeSpan.FromHours(1));
        await ecs.CreateServiceAsync("crashing", balanced: false, extra: Breaker);

        var service = await ecs.UntilAsync(x => (string)x["deployments"]![0]!["rolloutState"]! != "IN_PROGRESS");

        ((string)service["deployments"]![0]!["rolloutState"]!).ShouldBe("FAILED");
    }

    [Fact]
    public async Task A_task_that_crashes_is_replaced_and_its_lines_are_in_the_log()
    {
        await using var ecs = EcsHarness.Create();
        await ecs.CreateServiceAsync("good");
        await ecs.SteadyAsync();
        var first = ecs.Runtime.Containers.Values.Single();

        first.Launch.Output("out of memory");
        first.Exit(137);
        await ecs.UntilAsync(x => ecs.Runtime.Containers.Count == 2 && EcsHarness.IsSteady(x));

        var task = ecs.Tasks.Describe(EcsHarness.Parse($$"""{ "cluster": "shop", "tasks": ["{{first.Launch.TaskId}}"] }"""))["tasks"]![0]!;
        ((string)task["lastStatus"]!).ShouldBe("STOPPED");
        ((string)task["stopCode"]!).ShouldBe("EssentialContainerExited");
        ((string)task["stoppedReason"]!).ShouldBe("Essential container in task exited");
        ((int)task["containers"]![0]!["exitCode"]!).ShouldBe(137);
        ecs.Logs.Stream("/ecs/api", $"ecs/api/{first.Launch.TaskId}").Snapshot().Single().Message.ShouldBe("out of memory");
    }

    [Fact]
    public async Task Repeated_failures_are_said_to_be_throttled_and_events_stay_at_a_hundred()
    {
        await using var ecs = EcsHarness.Create();
        await ecs.CreateServiceAsync("missing");

        await ecs.UntilAsync(x => (int)x["deployments"]![0]!["failedTasks"]! >= 51);

        var events = ecs.Describe()["events"]!.AsArray();
        events.Count.ShouldBe(100);
        events.Select(x => (string)x!["id"]!).Distinct().Count().ShouldBe(100);
        ecs.Store.Read(x => x.Services[0].Deployments[0].FailuresInARow).ShouldBeGreaterThanOrEqualTo(51);
    }

    [Fact]
    public async Task A_deleted_service_drains_and_becomes_inactive()
    {
        await using var ecs = EcsHarness.Create();
        await ecs.CreateServiceAsync("good");
        await ecs.SteadyAsync();

        ecs.Services.Delete(EcsHarness.Parse("""{ "cluster": "shop", "service": "api", "force": true }"""));
        await ecs.UntilAsync(x => (string)x["status"]! == "INACTIVE");

        ecs.Runtime.Containers.Values.ShouldAllBe(x => x.Exited.IsCompleted);
    }

    [Fact]
    public async Task Scaling_to_zero_stops_the_tasks_without_a_new_deployment()
    {
        await using var ecs = EcsHarness.Create();
        await ecs.CreateServiceAsync("good", desiredCount: 3);
        var id = (string)(await ecs.SteadyAsync())["deployments"]![0]!["id"]!;

        ecs.Update("\"desiredCount\": 0").ShouldBe(id);
        await ecs.UntilAsync(x => (int)x["runningCount"]! == 0 && EcsHarness.IsSteady(x));

        ecs.Runtime.Containers.Values.ShouldAllBe(x => x.Exited.IsCompleted);
    }

    [Fact]
    public async Task After_a_restart_the_service_comes_back_with_its_task_definition()
    {
        var killed = EcsHarness.Create();
        var definition = await killed.CreateServiceAsync("good");
        await killed.SteadyAsync();
        await killed.Groups.DisposeAsync();
        await using var ecs = await killed.RestartAsync();
        await ecs.Groups.StartAsync(default);

        await ecs.StartHostAsync();
        await ecs.UntilAsync(x => ecs.Runtime.Containers.Count == 1 && EcsHarness.IsSteady(x));

        ((string)ecs.Describe()["taskDefinition"]!).ShouldBe(definition);
        ecs.Store.Read(x => x.Tasks.Count(t => t.StoppedReason == "The local cloud was restarted.")).ShouldBe(1);
    }
}
