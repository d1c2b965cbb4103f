using System.Text.Json.Nodes;
using Fairlead.Releases;

namespace Fairlead.Tests.Services;

public sealed class EcsMigrationTests
{
    [Fact]
    public async Task A_migration_runs_the_new_image_in_the_services_network_and_succeeds_with_exit_code_0()
    {
        await using var ecs = new ScriptedEcs().Running();
        var looks = 0;
        ecs.TaskStep = () =>
        {
            if (++looks == 3)
            {
                ScriptedEcs.Stop(ecs.Tasks[0], 0);
            }
        };
        var host = ecs.Host();

        var outcome = await host.MigrateAsync(await host.PlanAsync(ScriptedEcs.Release, default), ["app", "migrate"], beforeStart: null, default);

        outcome.Kind.ShouldBe(OutcomeKind.Succeeded);
        var request = ecs.Calls("RunTask").Single().Json;
        request["taskDefinition"]!.GetValue<string>().ShouldBe(ScriptedEcs.Prefix + "shop:2");
        request["launchType"]!.GetValue<string>().ShouldBe("FARGATE");
        request["startedBy"]!.GetValue<string>().ShouldBe("r-new");
        request["clientToken"]!.GetValue<string>().Length.ShouldBe(64);
        request["networkConfiguration"]!["awsvpcConfiguration"]!["subnets"]![0]!.GetValue<string>().ShouldBe("subnet-1");
        JsonNode.DeepEquals(request["overrides"], JsonNode.Parse("""{"containerOverrides":[{"name":"api","command":["app","migrate"]}]}""")).ShouldBeTrue();
        ecs.Writes.ShouldNotContain("UpdateService");
    }

    [Fact]
    public async Task What_a_migration_said_last_comes_with_its_success()
    {
        await using var ecs = new ScriptedEcs().Running();
        ecs.TaskStep = () => ScriptedEcs.Stop(ecs.Tasks[0], 0);
        ecs.LogLines.AddRange(["Applied 0003.", "fairlead-schema: 3"]);
        var host = ecs.Host();

        var outcome = await host.MigrateAsync(await host.PlanAsync(ScriptedEcs.Release, default), ["migrate"], beforeStart: null, default);

        outcome.Output.ShouldBe(["Applied 0003.", "fairlead-schema: 3"]);
        ecs.Calls("GetLogEvents").Single().Json["logStreamName"]!.GetValue<string>().ShouldBe("p/api/m0");
    }

    /// <summary>Whether they have run is not for the host to guess: a release may have been rolled out without its migrations.</summary>
    [Fact]
    public async Task The_migrations_of_a_release_that_runs_already_are_run_when_they_are_asked_for()
    {
        await using var ecs = new ScriptedEcs().Running();
        ecs.TaskStep = () => ScriptedEcs.Stop(ecs.Tasks[0], 0);
        ecs.Step = _ =>
        {
            if (ecs.Deployments.Count > 1)
            {
                ecs.Complete(ecs.Deployments[0]);
            }
        };
        var host = ecs.Host();
        (await host.DeployAsync(await host.PlanAsync(ScriptedEcs.Release, default), default)).Outcome.Kind.ShouldBe(OutcomeKind.Succeeded);
        var plan = await host.PlanAsync(ScriptedEcs.Release, default);
        plan.IsUnchanged.ShouldBeTrue();

        var outcome = await host.MigrateAsync(plan, ["migrate"], beforeStart: null, default);

        outcome.Kind.ShouldBe(OutcomeKind.Succeeded);
        ecs.Calls("RunTask").Single().Json["taskDefinition"]!.GetValue<string>().ShouldBe(ScriptedEcs.Prefix + "shop:2");
        ecs.Calls("RegisterTaskDefinition").Count().ShouldBe(1);
    }

    [Fact]
    public async Task The_deploy_after_a_migration_uses_the_revision_that_the_migration_registered()
    {
        await using var ecs = new ScriptedEcs().Running();
        ecs.TaskStarted = task => ScriptedEcs.Stop(ecs.Tasks[0], 0);
        ecs.TaskStep = () => ScriptedEcs.Stop(ecs.Tasks[0], 0);
        ecs.Step = _ =>
        {
            if (ecs.Deployments.Count > 1)
            {
                ecs.Complete(ecs.Deployments[0]);
            }
        };
        var host = ecs.Host();
        var plan = await host.PlanAsync(ScriptedEcs.Release, default);
        ecs.TaskStarted = null;
        await host.MigrateAsync(plan, ["migrate"], beforeStart: null, default);

        var result = await host.DeployAsync(plan, default);

        result.Outcome.Kind.ShouldBe(OutcomeKind.Succeeded);
        ecs.Writes.ShouldBe(["RegisterTaskDefinition", "RunTask", "UpdateService"]);
    }

    [Fact]
    public async Task A_migration_that_fails_tells_its_exit_code_and_its_last_lines()
    {
        await using var ecs = new ScriptedEcs().Running();
        ecs.TaskStep = () => ScriptedEcs.Stop(ecs.Tasks[0], 3);
        ecs.LogLines.AddRange(Enumerable.Range(1, 40).Select(i => $"line {i}"));
        var host = ecs.Host();

        var outcome = await host.MigrateAsync(await host.PlanAsync(ScriptedEcs.Release, default), ["migrate"], beforeStart: null, default);

        outcome.Kind.ShouldBe(OutcomeKind.Failed);
        outcome.Reason.ShouldBe("The migration task m0 failed: exit code 3.");
        outcome.Why!.StoppedTasks.ShouldHaveSingleItem().ShouldContain("api: exit code 3");
        outcome.Why.LogLines.Count.ShouldBe(30);
        outcome.Why.LogLines[^1].ShouldBe("line 40");
    }

    [Fact]
    public async Task A_migration_that_an_interrupted_build_left_running_is_joined()
    {
        await using var ecs = new ScriptedEcs().Running();
        ecs.Definitions.Add(ScriptedEcs.Definition(2, "repo@sha256:new", "r-new", "abc"));
        ecs.Tasks.Add(JsonNode.Parse($$$"""
            {"taskArn":"arn:aws:ecs:eu-central-1:1:task/c/left","taskDefinitionArn":"{{{ScriptedEcs.Prefix}}}shop:2",
             "startedBy":"r-new","lastStatus":"RUNNING",
             "desiredStatus":"RUNNING","overrides":{"containerOverrides":[{"name":"api","command":["migrate"]}]}}
            """)!.AsObject());
        var looks = 0;
        ecs.TaskStep = () =>
        {
            if (++looks == 3)
            {
                ScriptedEcs.Stop(ecs.Tasks[0], 0);
            }
        };
        var host = ecs.Host();

        var outcome = await host.MigrateAsync(
            await host.PlanAsync(ScriptedEcs.Release, default),
            ["migrate"],
            _ => throw new InvalidOperationException("It has started already."),
            default);

        outcome.Kind.ShouldBe(OutcomeKind.Succeeded);
        outcome.Reason.ShouldContain("left");
        ecs.Writes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_command_of_the_same_release_is_not_taken_for_the_migration()
    {
        await using var ecs = new ScriptedEcs().Running();
        ecs.Definitions.Add(ScriptedEcs.Definition(2, "repo@sha256:new", "r-new", "abc"));
        ecs.Tasks.Add(JsonNode.Parse($$$"""
            {"taskArn":"arn:aws:ecs:eu-central-1:1:task/c/other","taskDefinitionArn":"{{{ScriptedEcs.Prefix}}}shop:2","startedBy":"r-new",
             "lastStatus":"RUNNING","desiredStatus":"RUNNING","overrides":{"containerOverrides":[{"name":"api","command":["seed"]}]}}
            """)!.AsObject());
        ecs.TaskStep = () =>
        {
            if (ecs.Tasks.Count > 1)
            {
                ScriptedEcs.Stop(ecs.Tasks[1], 0);
            }
        };
        var host = ecs.Host();

        var outcome = await host.MigrateAsync(await host.PlanAsync(ScriptedEcs.Release, default), ["migrate"], beforeStart: null, default);

        outcome.Kind.ShouldBe(OutcomeKind.Succeeded);
        ecs.Calls("RunTask").Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_second_attempt_has_another_token_so_that_ECS_does_not_answer_with_the_first()
    {
        await using var ecs = new ScriptedEcs().Running();
        ecs.TaskStep = () => ScriptedEcs.Stop(ecs.Tasks[^1], 1);
        var host = ecs.Host();
        var plan = await host.PlanAsync(ScriptedEcs.Release, default);

        await host.MigrateAsync(plan, ["migrate"], beforeStart: null, default);
        await host.MigrateAsync(plan, ["migrate"], beforeStart: null, default);

        ecs.Calls("RunTask").Select(call => call.Json["clientToken"]!.GetValue<string>()).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task A_task_that_ECS_cannot_place_is_a_failure_with_its_reason()
    {
        await using var ecs = new ScriptedEcs().Running();
        ecs.RunTaskFailures = [new JsonObject { ["reason"] = "RESOURCE:MEMORY" }];
        var host = ecs.Host();

        var outcome = await host.MigrateAsync(await host.PlanAsync(ScriptedEcs.Release, default), ["migrate"], beforeStart: null, default);

        outcome.Kind.ShouldBe(OutcomeKind.Failed);
        outcome.Reason.ShouldContain("RESOURCE:MEMORY");
    }

    [Fact]
    public async Task Cancelling_stops_the_migration()
    {
        await using var ecs = new ScriptedEcs().Running();
        using var cancelled = new CancellationTokenSource();
        ecs.Time.Waiting = _ => cancelled.Cancel();
        var host = ecs.Host();
        var plan = await host.PlanAsync(ScriptedEcs.Release, default);

        await Should.ThrowAsync<OperationCanceledException>(() => host.MigrateAsync(plan, ["migrate"], beforeStart: null, cancelled.Token));

        ecs.Writes.ShouldBe(["RegisterTaskDefinition", "RunTask", "StopTask"]);
    }

    [Fact]
    public async Task A_migration_that_never_ends_is_stopped()
    {
        await using var ecs = new ScriptedEcs().Running();
        var host = ecs.Host(o => o with { MigrationTimeout = TimeSpan.FromMinutes(1) });

        var outcome = await host.MigrateAsync(await host.PlanAsync(ScriptedEcs.Release, default), ["migrate"], beforeStart: null, default);

        outcome.Kind.ShouldBe(OutcomeKind.Failed);
        outcome.Reason.ShouldContain("did not end within 1 min");
        ecs.Writes.Last().ShouldBe("StopTask");
    }

    [Fact]
    public async Task A_migration_that_another_release_left_running_is_awaited_before_one_is_started()
    {
        await using var ecs = new ScriptedEcs().Running();
        ecs.Tasks.Add(Migration("left", "shop:1", "r-old"));
        var ended = false;
        var looks = 0;
        ecs.TaskStep = () =>
        {
            if (++looks == 4)
            {
                ScriptedEcs.Stop(ecs.Tasks[0], 0);
                ended = true;
            }

            if (ecs.Tasks.Count > 1)
            {
                ScriptedEcs.Stop(ecs.Tasks[1], 0);
            }
        };
        ecs.TaskStarted = _ => ended.ShouldBeTrue("two migrations at once");
        var host = ecs.Host();

        var outcome = await host.MigrateAsync(await host.PlanAsync(ScriptedEcs.Release, default), ["migrate"], beforeStart: null, default);

        outcome.Kind.ShouldBe(OutcomeKind.Succeeded);
        ecs.Writes.ShouldBe(["RegisterTaskDefinition", "RunTask"]);
        ecs.Reporter.Lines.ShouldContain("Waiting for the migration task left of r-old, which is RUNNING: two migrations never run at once.");
        ecs.Reporter.Lines.ShouldContain("The migration task left ended with exit code 0.");
    }

    /// <summary>A snapshot that was taken while another migration ran would hold half of it.</summary>
    [Fact]
    public async Task What_is_to_be_done_before_it_is_done_when_nothing_migrates_any_more_and_nothing_has_started()
    {
        await using var ecs = new ScriptedEcs().Running();
        ecs.Tasks.Add(Migration("left", "shop:1", "r-old"));
        var looks = 0;
        ecs.TaskStep = () =>
        {
            if (++looks == 4)
            {
                ScriptedEcs.Stop(ecs.Tasks[0], 0);
            }

            if (ecs.Tasks.Count > 1)
            {
                ScriptedEcs.Stop(ecs.Tasks[1], 0);
            }
        };
        var done = 0;
        ecs.TaskStarted = _ => done.ShouldBe(1);
        var host = ecs.Host();

        var outcome = await host.MigrateAsync(await host.PlanAsync(ScriptedEcs.Release, default), ["migrate"], BeforeStartAsync, default);

        (outcome.Kind, done).ShouldBe((OutcomeKind.Succeeded, 1));

        Task BeforeStartAsync(CancellationToken cancellationToken)
        {
            ecs.Tasks.ShouldHaveSingleItem()["lastStatus"]!.GetValue<string>().ShouldBe("STOPPED");
            done++;
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task Nothing_is_started_when_what_is_to_be_done_before_it_fails()
    {
        await using var ecs = new ScriptedEcs().Running();
        var host = ecs.Host();
        var plan = await host.PlanAsync(ScriptedEcs.Release, default);

        (await Should.ThrowAsync<FairleadException>(() => host.MigrateAsync(
            plan, ["migrate"], _ => throw new FairleadException("No snapshot.", "RDS says so.", "Ask it."), default))).What.ShouldBe("No snapshot.");

        ecs.Writes.ShouldBe(["RegisterTaskDefinition"]);
    }

    [Fact]
    public async Task A_migration_that_was_told_to_stop_and_still_runs_is_awaited_too()
    {
        await using var ecs = new ScriptedEcs().Running();
        var stopping = Migration("stopping", "shop:1", "r-new");
        stopping["desiredStatus"] = "STOPPED";
        stopping["lastStatus"] = "STOPPING";
        ecs.Tasks.Add(stopping);
        var looks = 0;
        ecs.TaskStep = () =>
        {
            if (++looks == 4)
            {
                ScriptedEcs.Stop(ecs.Tasks[0], 143);
            }

            if (ecs.Tasks.Count > 1)
            {
                ScriptedEcs.Stop(ecs.Tasks[1], 0);
            }
        };
        ecs.TaskStarted = _ => ecs.Tasks[0]["lastStatus"]!.GetValue<string>().ShouldBe("STOPPED");
        var host = ecs.Host();

        var outcome = await host.MigrateAsync(await host.PlanAsync(ScriptedEcs.Release, default), ["migrate"], beforeStart: null, default);

        outcome.Kind.ShouldBe(OutcomeKind.Succeeded);
        ecs.Calls("RunTask").Count().ShouldBe(1);
    }

    [Fact]
    public async Task Nothing_is_started_when_another_migration_does_not_end()
    {
        await using var ecs = new ScriptedEcs().Running();
        ecs.Tasks.Add(Migration("left", "shop:1", "r-old"));
        var host = ecs.Host(o => o with { MigrationTimeout = TimeSpan.FromMinutes(1) });

        var outcome = await host.MigrateAsync(await host.PlanAsync(ScriptedEcs.Release, default), ["migrate"], beforeStart: null, default);

        outcome.Kind.ShouldBe(OutcomeKind.Failed);
        outcome.Reason.ShouldBe("The migration task left of r-old, which another run started, did not end within 1 min; no other was started.");
        outcome.Why!.StoppedTasks.ShouldBeEmpty("it did not stop");
        ecs.Writes.ShouldNotContain("RunTask");
        ecs.Writes.ShouldNotContain("StopTask");
    }

    [Fact]
    public async Task Cancelling_while_another_migration_is_awaited_leaves_that_one_alone()
    {
        await using var ecs = new ScriptedEcs().Running();
        ecs.Tasks.Add(Migration("left", "shop:1", "r-old"));
        using var cancelled = new CancellationTokenSource();
        ecs.Time.Waiting = _ => cancelled.Cancel();
        var host = ecs.Host();
        var plan = await host.PlanAsync(ScriptedEcs.Release, default);

        await Should.ThrowAsync<OperationCanceledException>(() => host.MigrateAsync(plan, ["migrate"], beforeStart: null, cancelled.Token));

        ecs.Writes.ShouldBe(["RegisterTaskDefinition"]);
    }

    private static JsonObject Migration(string id, string revision, string startedBy) => JsonNode.Parse($$$"""
        {"taskArn":"arn:aws:ecs:eu-central-1:1:task/c/{{{id}}}","taskDefinitionArn":"{{{ScriptedEcs.Prefix}}}{{{revision}}}","startedBy":"{{{startedBy}}}",
         "lastStatus":"RUNNING","desiredStatus":"RUNNING","overrides":{"containerOverrides":[{"name":"api","command":["migrate"]}]}}
        """)!.AsObject();
}
