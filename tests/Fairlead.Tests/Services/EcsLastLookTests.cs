using Fairlead.Releases;
using Fairlead.Services.Ecs;

namespace Fairlead.Tests.Services;

public sealed class EcsLastLookTests
{
    private const string New = ScriptedEcs.Prefix + "shop:2";

    [Fact]
    public async Task A_release_that_runs_for_the_minimum_time_passes()
    {
        await using var ecs = new ScriptedEcs().Running();
        var host = await RolledOutAsync(ecs);
        var before = ecs.Time.GetUtcNow();

        var outcome = await host.LookLastAsync(default);

        outcome!.Kind.ShouldBe(OutcomeKind.Succeeded);
        (ecs.Time.GetUtcNow() - before).ShouldBe(TimeSpan.FromSeconds(5));
        ecs.Reporter.Lines.ShouldContain("Watching the tasks of release r-new for another 5 s.");
    }

    [Fact]
    public async Task The_time_that_other_steps_took_counts()
    {
        await using var ecs = new ScriptedEcs().Running();
        var host = await RolledOutAsync(ecs);
        ecs.Time.Advance(60);
        var waits = ecs.Time.Waits.Count;

        (await host.LookLastAsync(default))!.Kind.ShouldBe(OutcomeKind.Succeeded);

        ecs.Time.Waits.Count.ShouldBe(waits);
    }

    [Fact]
    public async Task A_task_that_died_after_the_rollout_completed_fails_it_with_the_evidence()
    {
        await using var ecs = new ScriptedEcs().Running();
        ecs.LogLines.Add("out of cheese");
        var host = await RolledOutAsync(ecs);
        ecs.StoppedTask("ecs-svc/2", 3);

        var outcome = await host.LookLastAsync(default);

        outcome!.Kind.ShouldBe(OutcomeKind.Failed);
        outcome.Reason.ShouldBe(
            "Release r-new came up, and did not stay up: a task stopped since (Essential container in task exited; api: exit code 3).");
        outcome.Why!.StoppedTasks.ShouldHaveSingleItem();
        outcome.Why.LogLines.ShouldBe(["out of cheese"]);
        outcome.Why.LikelyCause.ShouldBe("The program exits at once with exit code 3; its last lines say why.");
    }

    [Fact]
    public async Task A_task_that_dies_while_it_is_watched_is_seen_before_a_long_minimum_is_over()
    {
        await using var ecs = new ScriptedEcs().Running();
        var host = await RolledOutAsync(ecs, o => o with { MinimumHealthyTime = TimeSpan.FromMinutes(10) });
        var before = ecs.Time.GetUtcNow();
        ecs.Time.Waiting = _ =>
        {
            if (ecs.Tasks.Count == 0 && ecs.Time.GetUtcNow() - before > TimeSpan.FromSeconds(8))
            {
                ecs.StoppedTask("ecs-svc/2", 3);
            }
        };

        (await host.LookLastAsync(default))!.Kind.ShouldBe(OutcomeKind.Failed);

        (ecs.Time.GetUtcNow() - before).ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Tasks_that_stopped_before_it_completed_or_were_taken_away_are_no_failure()
    {
        await using var ecs = new ScriptedEcs().Running();
        var host = await RolledOutAsync(ecs, beforeCompletion: () => ecs.StoppedTask("ecs-svc/2", 1));
        ecs.StoppedTask("ecs-svc/1", 0);
        ecs.StoppedTask("ecs-svc/2", 0);
        ecs.Tasks[^1]["stopCode"] = "ServiceSchedulerInitiated";
        ecs.Tasks[^1]["stoppedReason"] = "Scaling activity initiated by (deployment ecs-svc/2)";

        (await host.LookLastAsync(default))!.Kind.ShouldBe(OutcomeKind.Succeeded);
    }

    [Fact]
    public async Task A_deployment_of_somebody_else_since_then_is_told()
    {
        await using var ecs = new ScriptedEcs().Running();
        ecs.Definitions.Add(ScriptedEcs.Definition(2, "repo@sha256:other", "r-other"));
        var host = await RolledOutAsync(ecs);
        ecs.Deploy(New);

        var outcome = await host.LookLastAsync(default);

        outcome!.Kind.ShouldBe(OutcomeKind.Failed);
        outcome.Reason.ShouldBe("Release r-new came up, and did not stay up: the service runs shop:2 now.");
    }

    [Fact]
    public async Task A_service_that_this_run_did_not_change_costs_one_call_and_no_waiting()
    {
        await using var ecs = new ScriptedEcs().Running();
        var host = ecs.Host();

        (await host.LookLastAsync(default))!.Kind.ShouldBe(OutcomeKind.Succeeded);

        ecs.Calls("DescribeServices").Count().ShouldBe(1);
        ecs.Calls("ListTasks").ShouldBeEmpty();
        ecs.Time.Waits.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_service_that_this_run_did_not_change_and_that_no_longer_runs_is_told()
    {
        await using var ecs = new ScriptedEcs().Running();
        ecs.Deployments[0]["runningCount"] = 0;
        ecs.StoppedTask("ecs-svc/1", 1);

        var outcome = await ecs.Host().LookLastAsync(default);

        outcome!.Kind.ShouldBe(OutcomeKind.Failed);
        outcome.Reason.ShouldBe("The service shop is not as it was found: no task of it runs.");
        outcome.Why!.StoppedTasks.ShouldHaveSingleItem();
    }

    private static async Task<EcsServiceHost> RolledOutAsync(
        ScriptedEcs ecs, Func<EcsServiceOptions, EcsServiceOptions>? change = null, Action? beforeCompletion = null)
    {
        ecs.Step = _ =>
        {
            if (ecs.Calls("UpdateService").Any() && ecs.Deployments[0]["rolloutState"]!.GetValue<string>() == "IN_PROGRESS" && ecs.Deployments.Count == 2)
            {
                beforeCompletion?.Invoke();
                ecs.Complete(ecs.Deployments[0]);
            }
        };
        var host = ecs.Host(change);
        (await host.DeployAsync(await host.PlanAsync(ScriptedEcs.Release, default), default)).Outcome.Kind.ShouldBe(OutcomeKind.Succeeded);
        ecs.Step = null;
        return host;
    }
}
