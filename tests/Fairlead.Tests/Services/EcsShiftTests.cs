using System.Text.Json.Nodes;
using Fairlead.Releases;

namespace Fairlead.Tests.Services;

/// <summary>Blue/green, linear and canary.</summary>
public sealed class EcsShiftTests
{
    private const string Old = ScriptedEcs.Prefix + "shop:1";
    private const string New = ScriptedEcs.Prefix + "shop:2";
    private const string Arn = "arn:aws:ecs:eu-central-1:1:service-deployment/c/shop/abc";

    [Theory]
    [InlineData("BLUE_GREEN")]
    [InlineData("LINEAR")]
    [InlineData("CANARY")]
    public async Task A_rollout_that_shifts_traffic_succeeds_when_its_service_deployment_does(string strategy)
    {
        await using var ecs = Shifting(strategy);
        var looks = 0;
        ecs.Step = _ =>
        {
            looks++;
            Set(ecs, "IN_PROGRESS", looks < 4 ? "SCALE_UP" : "BAKE_TIME");

            // All green tasks run long before the bake time is over: that alone is no success.
            ecs.Deployments[0]["rolloutState"] = "COMPLETED";
            if (looks == 8)
            {
                ecs.Complete(ecs.Deployments[0]);
                Set(ecs, "SUCCESSFUL", "CLEAN_UP");
            }
        };
        var host = ecs.Host();

        var result = await host.DeployAsync(await host.PlanAsync(ScriptedEcs.Release, default), default);

        result.Outcome.Kind.ShouldBe(OutcomeKind.Succeeded);
        result.Revision.ShouldBe(New);
        looks.ShouldBeGreaterThanOrEqualTo(8);
        ecs.Reporter.Lines.ShouldContain("The service deployment is IN_PROGRESS, at BAKE_TIME.");
    }

    [Fact]
    public async Task A_rollback_by_ECS_is_awaited_and_what_it_left_is_what_ECS_says()
    {
        await using var ecs = Shifting("BLUE_GREEN");
        var looks = 0;
        ecs.Step = _ =>
        {
            looks++;
            Set(ecs, looks < 3 ? "IN_PROGRESS" : looks < 6 ? "ROLLBACK_IN_PROGRESS" : "ROLLBACK_SUCCESSFUL", "SCALE_UP");
            ecs.ServiceDeployment!["rollback"] = new JsonObject { ["reason"] = "Service deployment rolled back because of a lifecycle hook." };
            if (looks == 6)
            {
                ecs.Complete(ecs.Deploy(Old));
            }
        };
        var host = ecs.Host();

        var result = await host.DeployAsync(await host.PlanAsync(ScriptedEcs.Release, default), default);

        result.Outcome.Kind.ShouldBe(OutcomeKind.RolledBack);
        result.Outcome.Reason.ShouldBe("Release r-new did not come up (ECS rolled it back: Service deployment rolled back because of a lifecycle hook); "
            + "ECS says that the service shop runs shop:1.");
        result.Revision.ShouldBe(Old);
        ecs.Calls("UpdateService").Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_pause_that_waits_for_a_person_is_told_and_its_time_does_not_count()
    {
        await using var ecs = Shifting("BLUE_GREEN");
        var begin = ecs.Time.GetUtcNow();
        ecs.Step = _ =>
        {
            var isOver = ecs.Time.GetUtcNow() - begin > TimeSpan.FromHours(1);
            Set(ecs, isOver ? "SUCCESSFUL" : "IN_PROGRESS", "POST_TEST_TRAFFIC_SHIFT");
            ecs.ServiceDeployment!["lifecycleHookDetails"] = new JsonArray(new JsonObject
            {
                ["hookId"] = "h-1",
                ["targetType"] = "PAUSE",
                ["status"] = isOver ? "SUCCEEDED" : "AWAITING_ACTION",
                ["timeoutAction"] = "ROLLBACK",
                ["expiresAt"] = 1_800_000_000,
            });
        };
        var host = ecs.Host(o => o with { RolloutTimeout = TimeSpan.FromMinutes(2) });

        var result = await host.DeployAsync(await host.PlanAsync(ScriptedEcs.Release, default), default);

        result.Outcome.Kind.ShouldBe(OutcomeKind.Succeeded);
        ecs.Reporter.Warnings.Where(x => x.Contains("waits for a person")).ShouldHaveSingleItem().ShouldBe(
            "The service deployment waits for a person at POST_TEST_TRAFFIC_SHIFT. To go on: aws ecs continue-service-deployment "
            + $"--service-deployment-arn {Arn} --hook-id h-1 --action CONTINUE. To go back: --action ROLLBACK. "
            + "Without an answer, ECS goes back at 2027-01-15 08:00:00Z.");
    }

    [Fact]
    public async Task One_that_takes_too_long_is_ended_by_ECS_itself()
    {
        await using var ecs = Shifting("CANARY");
        ecs.Step = _ =>
        {
            if (ecs.Calls("StopServiceDeployment").Any())
            {
                Set(ecs, "ROLLBACK_SUCCESSFUL", "CLEAN_UP");
                ecs.Current = Old;
            }
        };
        var host = ecs.Host(o => o with { RolloutTimeout = TimeSpan.FromMinutes(2) });

        var result = await host.DeployAsync(await host.PlanAsync(ScriptedEcs.Release, default), default);

        result.Outcome.Kind.ShouldBe(OutcomeKind.RolledBack);
        result.Revision.ShouldBe(Old);
        var stop = ecs.Calls("StopServiceDeployment").Single().Json;
        stop["serviceDeploymentArn"]!.GetValue<string>().ShouldBe(Arn);
        stop["stopType"]!.GetValue<string>().ShouldBe("ROLLBACK");
        ecs.Calls("UpdateService").Count().ShouldBe(1);
    }

    [Fact]
    public async Task One_that_somebody_stopped_is_not_taken_for_a_success()
    {
        await using var ecs = Shifting("BLUE_GREEN");
        ecs.Step = _ =>
        {
            Set(ecs, "STOPPED", "SCALE_UP");
            if (ecs.Calls("UpdateService").Count() == 2)
            {
                ecs.Complete(ecs.Deployments[0]);
                Set(ecs, "SUCCESSFUL", "CLEAN_UP");
            }
        };
        var host = ecs.Host();

        var result = await host.DeployAsync(await host.PlanAsync(ScriptedEcs.Release, default), default);

        result.Outcome.Kind.ShouldBe(OutcomeKind.RolledBack);
        result.Outcome.Reason.ShouldContain("somebody stopped its service deployment");
    }

    [Fact]
    public async Task An_endpoint_without_service_deployments_is_asked_as_for_a_rolling_one()
    {
        await using var ecs = new ScriptedEcs { Strategy = "BLUE_GREEN" }.Running();
        var looks = 0;
        ecs.Step = _ =>
        {
            if (++looks == 3)
            {
                ecs.Complete(ecs.Deployments[0]);
            }
        };
        var host = ecs.Host();

        var result = await host.DeployAsync(await host.PlanAsync(ScriptedEcs.Release, default), default);

        result.Outcome.Kind.ShouldBe(OutcomeKind.Succeeded);
        ecs.Reporter.Warnings.ShouldHaveSingleItem().ShouldEndWith("The rollout is followed without them.");
    }

    private static ScriptedEcs Shifting(string strategy)
    {
        var ecs = new ScriptedEcs
        {
            Strategy = strategy,
            ServiceDeployment = new JsonObject { ["serviceDeploymentArn"] = Arn, ["status"] = "PENDING", ["lifecycleStage"] = "RECONCILE_SERVICE" },
        };
        return ecs.Running();
    }

    private static void Set(ScriptedEcs ecs, string status, string stage)
    {
        ecs.ServiceDeployment!["status"] = status;
        ecs.ServiceDeployment["lifecycleStage"] = stage;
    }
}
