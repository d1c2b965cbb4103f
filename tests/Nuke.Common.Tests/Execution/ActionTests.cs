using System.Reflection;
using Nuke.Common.Execution;

namespace Nuke.Common.Tests.Execution;

public sealed class ActionTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private sealed class Asynchronous : NukeBuild
    {
        public readonly List<string> Ran = [];
        private readonly TaskCompletionSource _go = new(TaskCreationOptions.RunContinuationsAsynchronously);

        Target InOrder => _ => _
            .Executes(() => Ran.Add("first"), () => Ran.Add("second"))
            .Executes(async () =>
            {
                await Task.Yield();
                Ran.Add("third");
            })
            .Executes(() => 4)
            .Executes(async () =>
            {
                await Task.Yield();
                Ran.Add("with a result");
                return 5;
            })
            .Executes(() => new ValueTask<int>(6))
            .Executes(() => Ran.Add("last"));

        // An async lambda that is forced into an Action is async void.
        Target Void => _ => _
            .Executes((Action)(async () =>
            {
                await _go.Task;
                Ran.Add($"continued in {TargetScope.Current?.Name}");
            }), () => Ran.Add("after"));

        Target Go => _ => _.Executes(() => _go.SetResult());

        Target VoidFails => _ => _.Executes((Action)(async () =>
        {
            await Task.Yield();
            throw new InvalidOperationException("late failure");
        }));

        Target VoidFailsAtOnce => _ => _.Executes((Action)(async () => throw new InvalidOperationException("early failure")));

        Target NoTask => _ => _.Executes((Func<Task>)(() => null!));
        Target ThrowsBeforeAwait => _ => _.Executes((Func<Task>)(() => throw new InvalidOperationException("before the first await")));
        Target ResultFails => _ => _.Executes(() => Task.FromException<int>(new InvalidOperationException("a result that failed")));

        Target Wrapped => _ => _.Executes(() =>
            throw new TargetInvocationException(new AggregateException(new AggregateException(new IOException("the cause"), new IOException("and another")))));
    }

    [Fact]
    public void Actions_run_in_order_and_each_is_over_before_the_next()
    {
        using var run = new TestRun();
        run.Run<Asynchronous>("InOrder").ShouldBe(0, run.Output);
        ((Asynchronous)run.Build).Ran.ShouldBe(["first", "second", "third", "with a result", "last"]);
    }

    [Fact]
    public void An_async_void_action_is_waited_for()
    {
        using var run = new TestRun();
        run.Run<Asynchronous>("Void Go --parallel 2").ShouldBe(0, run.Output);
        ((Asynchronous)run.Build).Ran.ShouldBe(["continued in Void", "after"]);
    }

    [Theory]
    [InlineData("VoidFails", "late failure")]
    [InlineData("VoidFailsAtOnce", "early failure")]
    [InlineData("NoTask", "An action of target 'NoTask' returned null instead of a task.")]
    [InlineData("ThrowsBeforeAwait", "before the first await")]
    [InlineData("ResultFails", "a result that failed")]
    [InlineData("Wrapped", "the cause")]
    public void However_an_action_fails_its_target_fails_with_its_message(string target, string message)
    {
        using var run = new TestRun();
        run.Run<Asynchronous>(target).ShouldBe(-1, run.Output);
        run.Names(ExecutionStatus.Failed).ShouldBe([target]);
        run.Output.ShouldContain($"[ERR] {message}");
        run.Output.ShouldNotContain("   at ");
        run.Build.FailedTargets.Single().SummaryInformation.Values.ShouldBe([message]);
    }

    private sealed class Clocked : NukeBuild
    {
        public TestClock Time = null!; // each run sets it

        Target Timed => _ => _
            .OnlyWhenDynamic(() => Pass(1))
            .Executes(() =>
            {
                Pass(2);
                RunningTargets.Single().Duration.ShouldBe(TimeSpan.FromSeconds(2));
                Pass(3);
            });

        Target Next => _ => _.DependsOn(Timed).Executes(() => Pass(4));

        private bool Pass(int seconds)
        {
            Time.Advance(seconds);
            return true;
        }
    }

    [Fact]
    public void A_target_knows_when_it_was_ready_when_it_had_its_slot_and_how_long_its_actions_took()
    {
        var time = new TestClock();
        using var run = new TestRun { Time = time };
        run.Run<Clocked>("Next --parallel 1", x => x.Time = time).ShouldBe(0, run.Output);
        var timed = run.Build.ExecutionPlan.First();
        var next = run.Build.ExecutionPlan.Last();
        timed.Duration.ShouldBe(TimeSpan.FromSeconds(5));
        (timed.StartedAfter, timed.EndedAfter).ShouldBe((TimeSpan.Zero, TimeSpan.FromSeconds(6)));
        (next.ReadyAfter, next.EndedAfter).ShouldBe((TimeSpan.FromSeconds(6), TimeSpan.FromSeconds(10)));
        next.WaitedFor.ShouldBe([timed]);
        next.Slot.ShouldBe(0);
        CriticalPath.Of([.. run.Build.ExecutionPlan]).Length.ShouldBe(TimeSpan.FromSeconds(10));
    }

    private sealed class Slots : NukeBuild
    {
        private readonly Barrier _barrier = new(3);

        Target A => _ => _.Executes(Meet);
        Target B => _ => _.Executes(Meet);
        Target C => _ => _.Executes(Meet);
        Target D => _ => _.DependsOn(A, B, C).Executes(() => { });

        private void Meet() => _barrier.SignalAndWait(Limit).ShouldBeTrue();
    }

    [Fact]
    public void Targets_that_overlap_have_different_slots()
    {
        using var run = new TestRun();
        run.Run<Slots>("D --parallel 8").ShouldBe(0, run.Output);
        run.Build.ExecutionPlan.Take(3).Select(x => x.Slot).Order().ShouldBe([0, 1, 2]);
    }

    private sealed class Urgent : NukeBuild
    {
        public readonly List<string> Order = [];
        private readonly Barrier _barrier = new(2);

        Target Gate1 => _ => _.Executes(() => _barrier.SignalAndWait(Limit).ShouldBeTrue());
        Target Gate2 => _ => _.Executes(() => _barrier.SignalAndWait(Limit).ShouldBeTrue());
        Target Long3 => _ => _.DependsOn(Long2).Executes(() => { });
        Target Long2 => _ => _.DependsOn(Long1).Executes(() => { });
        Target Long1 => _ => _.DependsOn(Gate1, Gate2).Executes(() => Add("Long1"));
        Target Short2 => _ => _.DependsOn(Gate1, Gate2).Executes(() => Add("Short"));
        Target Short1 => _ => _.DependsOn(Gate1, Gate2).Executes(() => Add("Short"));

        private void Add(string name)
        {
            lock (Order)
            {
                Order.Add(name);
            }

            if (Order.Count < 3)
            {
                _barrier.SignalAndWait(Limit);
            }
        }
    }

    [Fact]
    public void What_most_depends_on_starts_first_when_slots_are_scarce()
    {
        using var run = new TestRun();
        run.Run<Urgent>("Long3 Short1 Short2 --parallel 2").ShouldBe(0, run.Output);
        ((Urgent)run.Build).Order.Take(2).ShouldContain("Long1");

        // Although it is the last of the three in the plan, whose order is NUKE's.
        run.Build.ExecutionPlan.Select(x => x.Name).Last(x => x.StartsWith("Long1") || x.StartsWith("Short")).ShouldBe("Long1");
    }
}
