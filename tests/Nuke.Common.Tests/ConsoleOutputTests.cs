using Serilog;

namespace Nuke.Common.Tests;

public sealed class ConsoleOutputTests
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(20);

    private sealed class Talking : NukeBuild
    {
        Target Restore => _ => _.Executes(() => Log.Information("Restored {Count} of {Name}", 3, "packages"));
        Target Compile => _ => _.DependsOn(Restore).Executes(() =>
        {
            Log.Debug("compiling");
            Log.Warning("Deprecated: {What}", "old api");
        });
        Target Test => _ => _.DependsOn(Compile).Executes(() => throw new Exception("2 tests failed:\n  A\n  B"));
        Target Pack => _ => _.DependsOn(Test).Executes(() => { });
        Target Publish => _ => _.OnlyWhenDynamic(() => IsServerBuild).Executes(() => { });
        Target Group => _ => _.DependsOn(Compile);
    }

    [Fact]
    public void Success_off_a_terminal()
    {
        using var run = new TestRun();
        run.Run<Talking>("Group Publish --parallel 1").ShouldBe(0);
        run.Output.ShouldBe("""

            ══ Restore ═══════════════════════════════════════════════════════════════════
            03:04:05 [INF] Restored 3 of packages

            ══ Compile ═══════════════════════════════════════════════════════════════════
            03:04:05 [DBG] compiling
            03:04:05 [WRN] Deprecated: old api

            Errors & Warnings
            [WRN] Compile: Deprecated: old api

            ───────────────────────────────────────
            Target            Status      Duration
            ───────────────────────────────────────
            Restore           Succeeded     < 1sec
            Compile           Succeeded     < 1sec
            Publish           Skipped                // OnlyWhen: IsServerBuild
            ───────────────────────────────────────
            Total                           < 1sec

            Build succeeded on 2026-01-02 03:04:05.
            """);
    }

    [Fact]
    public void Failure_off_a_terminal()
    {
        using var run = new TestRun();
        run.Run<Talking>("Pack --verbosity minimal --skip Restore").ShouldBe(-1);
        run.Output.ShouldBe("""

            ══ Compile ═══════════════════════════════════════════════════════════════════
            03:04:05 [WRN] Deprecated: old api

            ══ Test ══════════════════════════════════════════════════════════════════════
            03:04:05 [ERR] 2 tests failed:
                             A
                             B

            Errors & Warnings
            [ERR] Test: 2 tests failed:
                    A
                    B
            [WRN] Compile: Deprecated: old api

            ───────────────────────────────────────
            Target            Status      Duration
            ───────────────────────────────────────
            Restore           Skipped                // Skipped: via parameter
            Compile           Succeeded     < 1sec
            Test              Failed        < 1sec   // Exception: 2 tests failed:
            Pack              NotRun                 // needs Test, which failed
            ───────────────────────────────────────
            Total                           < 1sec

            Build failed on 2026-01-02 03:04:05.
            """);
    }

    [Fact]
    public void Failure_on_github_actions()
    {
        using var run = new TestRun { IsTerminal = true };
        run.Variables["GITHUB_ACTIONS"] = "true";
        run.Run<Talking>("Test --skip Restore").ShouldBe(-1);
        run.Output.ShouldBe("""
            ::group::Compile
            03:04:05 [DBG] compiling
            ::warning::Deprecated: old api
            ::endgroup::
            ::group::Test
            ::error::2 tests failed:%0A  A%0A  B
            ::endgroup::

            Errors & Warnings
            [ERR] Test: 2 tests failed:
                    A
                    B
            [WRN] Compile: Deprecated: old api

            ───────────────────────────────────────
            Target            Status      Duration
            ───────────────────────────────────────
            Restore           Skipped                // Skipped: via parameter
            Compile           Succeeded     < 1sec
            Test              Failed        < 1sec   // Exception: 2 tests failed:
            ───────────────────────────────────────
            Total                           < 1sec

            Build failed on 2026-01-02 03:04:05.
            """);
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
