using Serilog;

namespace Nuke.Common.Tests.ConsoleOutput;

public sealed class ConsoleOutputTests
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(20);

    private sealed class Talking : NukeBuild
    {
        Target Restore => _ => _.Executes(() => Log.Information("Restored {Count} of {Name}", 3, "packages"));
    }

    [Fact]
    public void A_terminal_gets_colours_unless_NO_COLOR_or_a_dumb_terminal_forbids()
    {
        Colored().ShouldBeTrue();
        Colored(("NO_COLOR", "1")).ShouldBeFalse();
        Colored(("TERM", "dumb")).ShouldBeFalse();

        static bool Colored(params (string Key, string Value)[] variables)
        {
            using var run = new TestRun { IsTerminal = true };
            foreach (var (key, value) in variables)
                run.Variables[key] = value;
            run.Run<Talking>("Restore").ShouldBe(0);
            return run.Output.Contains('\e');
        }
    }

    private sealed class Chatting : NukeBuild
    {
        private readonly Barrier _turns = new(2);

        Target A => _ => _.Executes(() => Talk("a"));
        Target B => _ => _.Executes(() => Talk("b"));

        private void Talk(string name)
        {
            for (var i = 1; i <= 3; i++)
            {
                _turns.SignalAndWait(s_limit).ShouldBeTrue();
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

    private sealed class Helpful : NukeBuild
    {
        [Parameter("Where to deploy to")] readonly string Region;
        [Parameter] [Secret] readonly string ApiKey;
        [Parameter("How loud")] readonly LogKind Kind;

        Target Compile => _ => _;
        Target Deploy => _ => _.DependsOn(Compile).Description("Takes the application to a verified release");
        Target Internal => _ => _.Unlisted();

        private enum LogKind
        {
            Loud,
            Soft,
        }
    }

    [Fact]
    public void Help_lists_targets_with_dependencies_and_own_parameters_first()
    {
        using var run = new TestRun();
        Directory.Delete(Path.Combine(run.Root, ".nuke"));
        run.Run<Helpful>("--help").ShouldBe(0);
        run.Output.ShouldStartWith("""
            Targets (with their direct dependencies):

              Compile
              Deploy    -> Compile
                  Takes the application to a verified release

            Parameters:

              --api-key                  Secret.
              --kind                     How loud. One of: Loud, Soft.
              --region                   Where to deploy to.

              --target                   Targets to run, separated by spaces or '+'; the same as
                                         naming them first
            """);
        run.Output.ShouldNotContain("Internal");
    }
}
