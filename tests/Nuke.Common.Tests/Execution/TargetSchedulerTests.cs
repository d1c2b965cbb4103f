using Nuke.Common.Execution;

namespace Nuke.Common.Tests.Execution;

public sealed class TargetSchedulerTests
{
    /// <summary>Runs plans that are made by hand, with the surroundings of a run.</summary>
    private sealed class Host : NukeBuild
    {
        public Action<BuildSession, NukeBuild> Body = null!; // each run sets it

        Target Outer => _ => _.Executes(() => Body(Session, this));
    }

    private static void Within(Action<BuildSession, NukeBuild> body)
    {
        using var run = new TestRun();
        run.Run<Host>("Outer --verbosity quiet", x => x.Body = body).ShouldBe(0, run.Output);
    }

    private static List<ExecutableTarget> Layers(int layers, int width, Action<ExecutableTarget> action)
    {
        var all = new List<ExecutableTarget>();
        for (var layer = 0; layer < layers; layer++)
        {
            var before = all.Skip((layer - 1) * width).Take(layer == 0 ? 0 : width).ToList();
            for (var i = 0; i < width; i++)
            {
                var target = new ExecutableTarget { Name = $"T{layer}_{i}", Status = ExecutionStatus.Scheduled, PlanIndex = all.Count };
                target.ExecutionDependencies.AddRange(before);
                target.Actions.Add(() => action(target));
                all.Add(target);
            }
        }

        return all;
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(16)]
    public void Every_target_runs_once_and_after_all_that_it_waits_for(int degree) => Within((session, build) =>
    {
        var running = 0;
        var tooMany = 0;
        var tooEarly = 0;
        var plan = Layers(layers: 25, width: 8, target =>
        {
            if (Interlocked.Increment(ref running) > degree)
            {
                Interlocked.Increment(ref tooMany);
            }

            if (target.ExecutionDependencies.Any(x => x.Status != ExecutionStatus.Succeeded))
            {
                Interlocked.Increment(ref tooEarly);
            }

            Interlocked.Decrement(ref running);
        });
        new TargetScheduler(session, build, plan, degree).Run();
        (tooMany, tooEarly).ShouldBe((0, 0));
        plan.ShouldAllBe(x => x.Status == ExecutionStatus.Succeeded && x.Slot < degree && x.StartedAfter >= x.ReadyAfter);
    });

    [Fact]
    public void All_slots_are_used_when_there_is_enough_to_do() => Within((session, build) =>
    {
        // Each layer ends only when all of its targets run at the same time.
        var barrier = new Barrier(32);
        var together = true;
        var plan = Layers(layers: 5, width: 32, _ => together &= barrier.SignalAndWait(TimeSpan.FromMinutes(2)));
        new TargetScheduler(session, build, plan, degree: 64).Run();
        together.ShouldBeTrue();
        plan.Chunk(32).ShouldAllBe(x => x.Select(y => y.Slot).Distinct().Count() == 32);
    });

    [Fact]
    public void What_does_not_run_knows_the_failure_behind_it_however_far_away() => Within((session, build) =>
    {
        var plan = Layers(layers: 500, width: 1, target =>
        {
            if (target.Name == "T3_0")
            {
                throw new InvalidOperationException("broken");
            }
        });
        plan[400].AssuredAfterFailure = true;
        new TargetScheduler(session, build, plan, degree: 4).Run();
        plan[3].Status.ShouldBe(ExecutionStatus.Failed);
        plan[400].Status.ShouldBe(ExecutionStatus.Succeeded);
        plan.Skip(4).Take(396).ShouldAllBe(x => x.Status == ExecutionStatus.NotRun && x.NotRunReason == "needs T3_0, which failed");
        plan[401].NotRunReason.ShouldBe("stopped after T3_0 failed");
    });

    [Fact]
    public void A_plan_without_targets_ends_at_once()
        => Within((session, build) => new TargetScheduler(session, build, [], degree: 4).Run());
}
