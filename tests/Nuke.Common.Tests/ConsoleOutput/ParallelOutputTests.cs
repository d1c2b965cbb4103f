using Serilog;

namespace Nuke.Common.Tests.ConsoleOutput;

public sealed class ParallelOutputTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private sealed class Chatting : NukeBuild
    {
        private readonly Barrier _turns = new(2);

        Target A => _ => _.Executes(() => Talk("a"));
        Target B => _ => _.Executes(() => Talk("b"));

        private void Talk(string name)
        {
            for (var i = 1; i <= 3; i++)
            {
                _turns.SignalAndWait(Limit).ShouldBeTrue();
                Log.Information("{Name}{Number}", name, i);
            }
        }
    }

    [Fact]
    public void Blocks_of_targets_that_run_at_the_same_time_do_not_mix()
    {
        using var run = new TestRun();
        run.Run<Chatting>("A B --parallel 2").ShouldBe(0);
        var a = "[INF] a1\n03:04:05 [INF] a2\n03:04:05 [INF] a3\n";
        run.Output.ShouldContain(a);
        run.Output.ShouldContain(a.Replace("] a", "] b"));
    }

    [Fact]
    public void On_a_terminal_lines_of_targets_that_run_at_the_same_time_say_whose_they_are()
    {
        using var run = new TestRun { IsTerminal = true };
        run.Variables["NO_COLOR"] = "1";
        run.Run<Chatting>("A B --parallel 2").ShouldBe(0);
        run.Output.ShouldContain("A │ 03:04:05 [INF] a2");
        run.Output.ShouldContain("B │ 03:04:05 [INF] b2");
    }
}
