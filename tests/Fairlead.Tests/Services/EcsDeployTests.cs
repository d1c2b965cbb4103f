using System.Text.Json.Nodes;
using Fairlead.Releases;
using Fairlead.Services.Ecs;

namespace Fairlead.Tests.Services;

public sealed class EcsDeployTests
{
    private const string Old = ScriptedEcs.Prefix + "shop:1";
    private const string New = ScriptedEcs.Prefix + "shop:2";

    [Fact]
    public async Task A_rollout_succeeds_when_its_own_deployment_completes()
    {
        await using var ecs = new ScriptedEcs().Running();
        ecs.Event("(service shop) was there before.");
        var looks = 0;
        ecs.Step = _ =>
        {
            looks++;
            if (looks == 3)
            {
                ecs.Event("(service shop) has started 1 tasks.");
            }

            if (looks == 6)
            {
                ecs.Event("(service shop) has reached a steady state.");
                ecs.Complete(ecs.Deployments[0]);
            }
        };
        var host = ecs.Host();
        var plan = await host.PlanAsync(ScriptedEcs.Release, default);

        var result = await host.DeployAsync(plan, default);

        result.Outcome.Kind.ShouldBe(OutcomeKind.Succeeded);
        result.Revision.ShouldBe(New);
        ecs.Writes.ShouldBe(["RegisterTaskDefinition", "UpdateService"]);
        ecs.Definitions[1]["containerDefinitions"]![0]!["image"]!.GetValue<string>().ShouldBe("repo@sha256:new");
        ecs.Reporter.Lines.Count(line => line.Contains("has started 1 tasks")).ShouldBe(1);
        ecs.Reporter.Lines.ShouldNotContain(line => line.Contains("was there before"));
        ecs.Calls("UpdateService").Single().Json.ContainsKey("desiredCount").ShouldBeFalse("a service that has tasks keeps their number");
    }

    [Fact]
    public async Task A_second_deploy_of_the_same_release_writes_nothing()
    {
        await using var ecs = new ScriptedEcs().Running();
        ecs.Step = _ => ecs.Complete(ecs.Deployments[0]);
        var host = ecs.Host();
        await host.DeployAsync(await host.PlanAsync(ScriptedEcs.Release, default), default);
        var before = ecs.Writes.Count();

        var plan = await host.PlanAsync(ScriptedEcs.Release, default);
        var result = await host.DeployAsync(plan, default);

        plan.IsUnchanged.ShouldBeTrue();
        result.Outcome.Kind.ShouldBe(OutcomeKind.Unchanged);
        result.Revision.ShouldBe(New);
        ecs.Writes.Count().ShouldBe(before);
    }

    [Fact]
    public async Task A_rollout_that_the_circuit_breaker_undoes_is_rolled_back_without_another_update()
    {
        await using var ecs = new ScriptedEcs().Running();
        ecs.CircuitBreaker = new JsonObject { ["enable"] = true, ["rollback"] = true };
        ecs.LogLines.Add("no such host: db");
        var host = ecs.Host();
        var plan = await host.PlanAsync(ScriptedEcs.Release, default);
        var looks = 0;
        ecs.Step = _ =>
        {
            looks++;
            if (looks == 3)
            {
                var ours = ecs.Deployments[0];
                ours["rolloutState"] = "FAILED";
                ours["rolloutStateReason"] = "ECS deployment circuit breaker: tasks failed to start.";
                ecs.StoppedTask("ecs-svc/2", 134);
                ecs.Event("(service shop) (deployment ecs-svc/2) deployment failed: tasks failed to start.");
                ecs.Deploy(Old, reason: "ECS deployment circuit breaker: rolling back to deploymentId ecs-svc/1.");
            }

            if (looks == 8)
            {
                ecs.Complete(ecs.Deployments[0]);
            }
        };

        var result = await host.DeployAsync(plan, default);

        result.Outcome.Kind.ShouldBe(OutcomeKind.RolledBack);
        result.Outcome.Reason.ShouldBe("Release r-new did not come up (ECS deployment circuit breaker: tasks failed to start); "
            + "ECS says that the service shop runs shop:1.");
        result.Revision.ShouldBe(Old);
        var why = result.Outcome.Why.ShouldNotBeNull();
        why.ServiceEvents.ShouldHaveSingleItem().ShouldContain("deployment failed");
        why.StoppedTasks.ShouldHaveSingleItem().ShouldBe("Task t0 stopped: Essential container in task exited; api: exit code 134");
        why.LogLines.ShouldBe(["no such host: db"]);
        ecs.Calls("UpdateService").Count().ShouldBe(1);
        ecs.Calls("GetLogEvents").First().Json["logStreamName"]!.GetValue<string>().ShouldBe("p/api/t0");
    }

    /// <summary>The first release of a new service: what ECS goes back to is the placeholder, whose image there never was.</summary>
    [Fact]
    public async Task The_failure_of_what_ECS_goes_back_to_is_not_taken_for_the_cause()
    {
        await using var ecs = new ScriptedEcs { DesiredCount = 0 }.Running();
        ecs.TargetGroup = "arn:aws:elasticloadbalancing:eu-central-1:1:targetgroup/shop/1";
        ecs.TargetHealth = "<r><DescribeTargetHealthResult><TargetHealthDescriptions/></DescribeTargetHealthResult></r>";
        ecs.CircuitBreaker = new JsonObject { ["enable"] = true, ["rollback"] = true };
        ecs.LogLines.Add("Now listening on: http://127.0.0.1:8080");
        var host = ecs.Host();
        var plan = await host.PlanAsync(ScriptedEcs.Release, default);
        ecs.Event("(service shop) was unable to place a task. Reason: CannotPullContainerError: failed to resolve ref 127.0.0.1/shop:none: not found.");
        var looks = 0;
        ecs.Step = _ =>
        {
            if (++looks == 3)
            {
                ecs.Deployments[0]["rolloutState"] = "FAILED";
                ecs.StoppedTask("ecs-svc/2", 0);
                ecs.Tasks[0]["stoppedReason"] = "Task failed ELB health checks in (target-group shop)";
                ecs.Tasks[0]["containers"] = new JsonArray();
                ecs.Event("(service shop) (task t0) (port 8080) is unhealthy in (target-group shop) due to (reason Health checks failed with these codes: "
                    + "[404])");
                ecs.Event("(service shop) (deployment ecs-svc/2) deployment failed: tasks failed to start.");
                ecs.Event("(service shop) rolling back to deployment ecs-svc/1.");
                ecs.Deploy(Old)["createdAt"] = 2000 + ecs.Events.Count;
                ecs.Event("(service shop) was unable to place a task. Reason: CannotPullContainerError: failed to resolve ref 127.0.0.1/shop:none: not found.");
            }
        };

        var result = await host.DeployAsync(plan, default);

        var why = result.Outcome.Why.ShouldNotBeNull();
        why.LikelyCause.ShouldNotBeNull().ShouldStartWith("The health check is answered 404");
        why.ServiceEvents.Count(x => x.Contains("CannotPullContainerError")).ShouldBe(1, "what happened after the rollout began is shown, whose ever it is");
        why.StoppedTasks.ShouldHaveSingleItem().ShouldContain("Task t0");
    }

    [Fact]
    public async Task Of_a_service_that_does_not_serve_the_log_and_what_happened_lately_are_the_evidence()
    {
        await using var ecs = new ScriptedEcs().Running();
        ecs.LogLines.Add("SQLite Error 1: no such table: products");
        ecs.Event("(service shop) was there before.");
        ecs.Event("(service shop) has started 1 tasks: (task t0).");
        ecs.StoppedTask("ecs-svc/1", 134);
        ecs.Tasks.Add(new JsonObject
        {
            ["taskArn"] = "arn:aws:ecs:eu-central-1:1:task/c/t1",
            ["taskDefinitionArn"] = Old,
            ["startedBy"] = "ecs-svc/1",
            ["lastStatus"] = "RUNNING",
            ["desiredStatus"] = "RUNNING",
        });

        var why = (await ecs.Host().FindEvidenceAsync(DateTimeOffset.FromUnixTimeSeconds(2001), default)).ShouldNotBeNull();

        why.ServiceEvents.ShouldHaveSingleItem().ShouldContain("has started 1 tasks");
        why.StoppedTasks.ShouldHaveSingleItem().ShouldContain("exit code 134");
        why.LogLines.ShouldContain("SQLite Error 1: no such table: products");
        ecs.Calls("GetLogEvents").Select(x => x.Json["logStreamName"]!.GetValue<string>()).ShouldContain("p/api/t1");
        ecs.Writes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Tasks_that_keep_stopping_end_a_rollout_long_before_its_deadline_and_bring_the_old_release_back()
    {
        await using var ecs = new ScriptedEcs().Running();
        var host = ecs.Host();
        var plan = await host.PlanAsync(ScriptedEcs.Release, default);
        ecs.Step = _ =>
        {
            var primary = ecs.Deployments[0];
            if (ecs.Current == New)
            {
                primary["failedTasks"] = primary["failedTasks"]!.GetValue<int>() + 1;
            }
            else
            {
                ecs.Complete(primary);
            }
        };
        var start = ecs.Time.GetUtcNow();

        var result = await host.DeployAsync(plan, default);

        result.Outcome.Kind.ShouldBe(OutcomeKind.RolledBack);
        result.Outcome.Reason.ShouldContain("3 tasks failed one after the other");
        (ecs.Time.GetUtcNow() - start).ShouldBeLessThan(TimeSpan.FromSeconds(30));
        ecs.Calls("UpdateService").Last().Json["taskDefinition"]!.GetValue<string>().ShouldBe(Old);
    }

    [Fact]
    public async Task Tasks_that_stop_for_the_same_reason_end_a_rollout_also_where_ECS_does_not_count_them()
    {
        await using var ecs = new ScriptedEcs().Running();
        ecs.CircuitBreaker = new JsonObject { ["enable"] = true, ["rollback"] = true };
        var host = ecs.Host();
        var plan = await host.PlanAsync(ScriptedEcs.Release, default);
        var start = ecs.Time.GetUtcNow();
        ecs.Step = look =>
        {
            if (ecs.Current == Old)
            {
                ecs.Complete(ecs.Deployments[0]);
            }
            else if (ecs.Tasks.Count < 3)
            {
                ecs.StoppedTask("ecs-svc/2", 3);
                ecs.Tasks[^1]["stoppedReason"] = $"Essential container in task exited, attempt {look}";
            }
        };

        var result = await host.DeployAsync(plan, default);

        result.Outcome.Kind.ShouldBe(OutcomeKind.RolledBack);
        result.Outcome.Reason.ShouldContain("3 tasks stopped for the same reason: Essential container in task exited, attempt");
        result.Outcome.Reason.ShouldEndWith("; ECS says that the service shop runs shop:1.");
        (ecs.Time.GetUtcNow() - start).ShouldBeLessThan(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Tasks_that_stop_for_different_reasons_do_not_end_a_rollout_at_once()
    {
        await using var ecs = new ScriptedEcs().Running();
        ecs.CircuitBreaker = new JsonObject { ["enable"] = true, ["rollback"] = true };
        var host = ecs.Host();
        var plan = await host.PlanAsync(ScriptedEcs.Release, default);
        ecs.Step = look =>
        {
            if (ecs.Tasks.Count < 3)
            {
                ecs.StoppedTask("ecs-svc/2", ecs.Tasks.Count);
            }

            if (ecs.Time.Waits.Sum(x => x.TotalSeconds) > 60)
            {
                ecs.Complete(ecs.Deployments[0]);
            }
        };

        (await host.DeployAsync(plan, default)).Outcome.Kind.ShouldBe(OutcomeKind.Succeeded);
    }

    [Theory]
    [InlineData(90, "arn:tg", 90)]
    [InlineData(90, null, null)]
    [InlineData(null, "arn:tg", null)]
    public async Task The_grace_period_is_set_only_where_one_is_given_and_there_is_a_load_balancer(int? seconds, string? targetGroup, int? sent)
    {
        await using var ecs = new ScriptedEcs { TargetGroup = targetGroup }.Running();
        ecs.Step = _ => ecs.Complete(ecs.Deployments[0]);
        var host = ecs.Host(o => o with { HealthCheckGracePeriod = seconds is { } value ? TimeSpan.FromSeconds(value) : null });

        await host.DeployAsync(await host.PlanAsync(ScriptedEcs.Release, default), default);

        ((int?)ecs.Calls("UpdateService").Single().Json["healthCheckGracePeriodSeconds"]).ShouldBe(sent);
    }

    [Fact]
    public async Task A_rollout_that_never_ends_is_undone_at_its_deadline()
    {
        await using var ecs = new ScriptedEcs().Running();
        var host = ecs.Host(o => o with { RolloutTimeout = TimeSpan.FromMinutes(2) });
        var plan = await host.PlanAsync(ScriptedEcs.Release, default);
        ecs.Step = _ =>
        {
            if (ecs.Current == Old && ecs.Deployments[0]["taskDefinition"]!.GetValue<string>() == Old)
            {
                ecs.Complete(ecs.Deployments[0]);
            }
        };

        var result = await host.DeployAsync(plan, default);

        result.Outcome.Kind.ShouldBe(OutcomeKind.RolledBack);
        result.Outcome.Reason.ShouldContain("not complete within 2 min");
        ecs.Time.Waits.Max().ShouldBe(TimeSpan.FromSeconds(5));
        ecs.Time.Waits[0].ShouldBe(TimeSpan.FromMilliseconds(250));
    }

    [Fact]
    public async Task A_rollout_that_fails_and_whose_way_back_fails_too_is_failed()
    {
        await using var ecs = new ScriptedEcs().Running();
        var host = ecs.Host();
        var plan = await host.PlanAsync(ScriptedEcs.Release, default);
        ecs.Step = _ => ecs.Deployments[0]["rolloutState"] = "FAILED";

        var result = await host.DeployAsync(plan, default);

        result.Outcome.Kind.ShouldBe(OutcomeKind.Failed);
        result.Outcome.Reason.ShouldContain("shop:1 did not come back either");
        result.Revision.ShouldBeNull();
    }

    [Fact]
    public async Task A_rollout_that_somebody_elses_deployment_replaces_is_failed_and_left_alone()
    {
        await using var ecs = new ScriptedEcs().Running();
        ecs.Definitions.Add(ScriptedEcs.Definition(2, "repo@sha256:other", "r-other"));
        var host = ecs.Host();
        var plan = await host.PlanAsync(ScriptedEcs.Release, default);
        var replaced = false;
        ecs.Step = _ =>
        {
            if (!replaced && ecs.Current == ScriptedEcs.Prefix + "shop:3")
            {
                replaced = true;
                ecs.Deploy(New);
            }
        };

        var result = await host.DeployAsync(plan, default);

        result.Outcome.Kind.ShouldBe(OutcomeKind.Failed);
        result.Outcome.Reason.ShouldContain("another deployment replaced it");
        ecs.Calls("UpdateService").Count().ShouldBe(1);
    }

    [Fact]
    public async Task The_first_deployment_ever_that_fails_leaves_no_task_behind_to_crash()
    {
        await using var ecs = new ScriptedEcs { DesiredCount = 0 }.Running();
        var host = ecs.Host(o => o with { InitialDesiredCount = 2 });
        var plan = await host.PlanAsync(ScriptedEcs.Release, default);
        ecs.Step = _ => ecs.Deployments[0]["rolloutState"] = "FAILED";

        var result = await host.DeployAsync(plan, default);

        plan.Describe().ShouldContain("Service shop: from 0 to 2 tasks.");
        ecs.Calls("UpdateService").Select(call => call.Json["desiredCount"]!.GetValue<int>()).ShouldBe([2, 0]);
        result.Outcome.Kind.ShouldBe(OutcomeKind.Failed);
        result.Outcome.Reason.ShouldContain("set to 0 tasks");
        ecs.DesiredCount.ShouldBe(0);
    }

    [Fact]
    public async Task A_deploy_after_a_killed_one_joins_its_deployment_and_starts_none()
    {
        await using var ecs = new ScriptedEcs().Running();
        ecs.Definitions.Add(ScriptedEcs.Definition(2, "repo@sha256:new", "r-new", "abc"));
        ecs.Deploy(New);
        var host = ecs.Host();
        var plan = (EcsServicePlan)await host.PlanAsync(ScriptedEcs.Release, default);
        ecs.Step = look =>
        {
            if (look > 3)
            {
                ecs.Complete(ecs.Deployments[0]);
            }
        };

        var result = await host.DeployAsync(plan, default);

        plan.Change.ShouldBe(ServiceChange.Resume);
        plan.PreviousRevision.ShouldBe(Old);
        result.Outcome.Kind.ShouldBe(OutcomeKind.Succeeded);
        ecs.Writes.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_deploy_that_was_killed_after_registering_registers_no_second_revision()
    {
        await using var ecs = new ScriptedEcs().Running();
        ecs.Definitions.Add(ScriptedEcs.Definition(2, "repo@sha256:new", "r-new", "abc"));
        var host = ecs.Host();
        var plan = await host.PlanAsync(ScriptedEcs.Release, default);
        ecs.Step = _ => ecs.Complete(ecs.Deployments[0]);

        await host.DeployAsync(plan, default);

        ecs.Writes.ShouldBe(["UpdateService"]);
    }

    [Fact]
    public async Task A_deploy_of_a_release_whose_last_deployment_failed_forces_a_new_one()
    {
        await using var ecs = new ScriptedEcs().Running();
        ecs.Definitions.Add(ScriptedEcs.Definition(2, "repo@sha256:new", "r-new", "abc"));
        ecs.Deploy(New, rollout: "FAILED");
        var host = ecs.Host();
        var plan = await host.PlanAsync(ScriptedEcs.Release, default);
        ecs.Step = look =>
        {
            if (ecs.Deployments[0]["id"]!.GetValue<string>() == "ecs-svc/3")
            {
                ecs.Complete(ecs.Deployments[0]);
            }
        };

        var result = await host.DeployAsync(plan, default);

        result.Outcome.Kind.ShouldBe(OutcomeKind.Succeeded);
        ecs.Calls("UpdateService").Single().Json["forceNewDeployment"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task A_way_back_that_ECS_refuses_keeps_the_evidence_of_the_failure()
    {
        await using var ecs = new ScriptedEcs().Running();
        ecs.StoppedTask("ecs-svc/2", 1);
        ecs.Step = _ => ecs.Deployments[0]["rolloutState"] = "FAILED";
        var host = ecs.Host(o => o with { LastVerifiedRevision = ScriptedEcs.Prefix + "shop:77" });

        var result = await host.DeployAsync(await host.PlanAsync(ScriptedEcs.Release, default), default);

        result.Outcome.Kind.ShouldBe(OutcomeKind.Failed);
        result.Outcome.Why!.StoppedTasks.ShouldHaveSingleItem();
        ecs.Reporter.Warnings.ShouldContain(line => line.Contains("TaskDefinition is inactive"));
    }

    [Fact]
    public async Task Targets_that_are_not_healthy_are_part_of_the_evidence()
    {
        await using var ecs = new ScriptedEcs { TargetGroup = "arn:tg" }.Running();
        ecs.TargetHealth = """
            <DescribeTargetHealthResponse><DescribeTargetHealthResult><TargetHealthDescriptions>
            <member><Target><Id>10.0.0.1</Id><Port>80</Port></Target><TargetHealth><State>unhealthy</State><Reason>Target.ResponseCodeMismatch</Reason><Description>Codes: [500]</Description></TargetHealth></member>
            <member><Target><Id>10.0.0.2</Id><Port>80</Port></Target><TargetHealth><State>healthy</State></TargetHealth></member>
            </TargetHealthDescriptions></DescribeTargetHealthResult></DescribeTargetHealthResponse>
            """;
        ecs.Step = _ => ecs.Deployments[0]["rolloutState"] = "FAILED";
        var host = ecs.Host();

        var result = await host.DeployAsync(await host.PlanAsync(ScriptedEcs.Release, default), default);

        result.Outcome.Why!.TargetHealth.ShouldBe(["Target 10.0.0.1:80 is unhealthy: Target.ResponseCodeMismatch, Codes: [500]"]);
    }

    [Fact]
    public async Task A_load_balancer_that_cannot_be_asked_does_not_hide_the_failure()
    {
        await using var ecs = new ScriptedEcs { TargetGroup = "arn:tg" }.Running();
        ecs.StoppedTask("ecs-svc/2", 1);
        ecs.Step = _ => ecs.Deployments[0]["rolloutState"] = "FAILED";
        var host = ecs.Host();

        var result = await host.DeployAsync(await host.PlanAsync(ScriptedEcs.Release, default), default);

        result.Outcome.Why!.TargetHealth.ShouldBeEmpty();
        result.Outcome.Why.StoppedTasks.ShouldHaveSingleItem();
        ecs.Reporter.Warnings.ShouldContain(line => line.StartsWith("Could not read the health of the load balancer's targets."));
    }

    [Fact]
    public async Task An_API_that_is_ill_for_a_while_does_not_end_a_rollout()
    {
        await using var ecs = new ScriptedEcs().Running();
        var looks = 0;
        ecs.Step = _ =>
        {
            if (++looks is >= 3 and <= 6)
            {
                ecs.NextError = ScriptedResponse.Error("ServerException", "ill", 503);
            }

            if (looks == 9)
            {
                ecs.Complete(ecs.Deployments[0]);
            }
        };
        var host = ecs.Host();

        var result = await host.DeployAsync(await host.PlanAsync(ScriptedEcs.Release, default), default);

        result.Outcome.Kind.ShouldBe(OutcomeKind.Succeeded);
    }

    [Fact]
    public async Task Cancelling_leaves_the_rollout_to_a_later_deploy()
    {
        await using var ecs = new ScriptedEcs().Running();
        var host = ecs.Host();
        var plan = await host.PlanAsync(ScriptedEcs.Release, default);
        using var cancelled = new CancellationTokenSource();
        ecs.Time.Waiting = _ => cancelled.Cancel();

        await Should.ThrowAsync<OperationCanceledException>(() => host.DeployAsync(plan, cancelled.Token));

        ecs.Writes.ShouldBe(["RegisterTaskDefinition", "UpdateService"]);
    }

    [Fact]
    public async Task Rolling_back_to_what_runs_already_writes_nothing()
    {
        await using var ecs = new ScriptedEcs().Running();

        var result = await ecs.Host().RollbackAsync(Old, default);

        result.Outcome.Kind.ShouldBe(OutcomeKind.Unchanged);
        ecs.Writes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Rolling_back_waits_until_the_earlier_revision_is_complete()
    {
        await using var ecs = new ScriptedEcs().Running();
        ecs.Definitions.Add(ScriptedEcs.Definition(2, "repo@sha256:new", "r-new", "abc"));
        ecs.Complete(ecs.Deploy(New));
        var looks = 0;
        ecs.Step = _ =>
        {
            if (ecs.Current == Old && ++looks == 4)
            {
                ecs.Complete(ecs.Deployments[0]);
            }
        };

        var result = await ecs.Host().RollbackAsync(Old, default);

        result.Outcome.Kind.ShouldBe(OutcomeKind.Succeeded);
        result.Revision.ShouldBe(Old);
        looks.ShouldBeGreaterThanOrEqualTo(4);
    }

    [Fact]
    public async Task A_service_that_is_not_there_is_explained()
    {
        await using var ecs = new ScriptedEcs();
        await using var empty = new LoopbackServer(_ => ScriptedResponse.Json("""{"services":[],"failures":[{"reason":"MISSING"}]}"""));
        using var clients = LoopbackClients.For(empty);
        var host = new EcsServiceHost(clients, new EcsServiceOptions { Cluster = "c", Service = "shop", Container = "api" }, ecs.Reporter, ecs.Time);

        var error = await Should.ThrowAsync<FairleadException>(() => host.PlanAsync(ScriptedEcs.Release, default));

        error.Why.ShouldBe("The cluster 'c' has no such service.");
    }
}
