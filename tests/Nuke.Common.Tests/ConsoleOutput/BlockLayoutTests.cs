using Nuke.Common.Execution;
using Serilog.Events;

namespace Nuke.Common.Tests.ConsoleOutput;

public sealed class BlockLayoutTests
{
    private readonly StringWriter _out = new();

    private string Printed => _out.ToString().Replace("\e[0K", "").Replace("\r", " ").Trim();

    private OutputRun Run(params string[] targets)
        => new(targets, _out, isTerminal: false, parallel: 4, noLogo: true, ("GITHUB_ACTIONS", "true"), ("NO_COLOR", "1"));

    [Fact]
    public void The_only_running_target_streams()
    {
        using var run = Run("Compile", "Test");
        run.Start("Compile");
        run.Time.Advance(1);
        run.Log("Compile", "one");
        Printed.ShouldBe("::group::Compile\n03:04:06 [DBG] one");
    }

    [Fact]
    public void Blocks_of_targets_that_run_together_are_printed_whole_as_they_end()
    {
        using var run = Run("Compile", "Test");
        run.Start("Compile", "Test");
        run.Log("Compile", "c1");
        run.Log("Test", "t1");
        run.Time.Advance(1);
        run.Log("Compile", "c2");
        Printed.ShouldBe("");
        run.End("Test", ExecutionStatus.Failed);
        Printed.ShouldBe("::group::Test\n03:04:05 [DBG] t1\n::endgroup::Test");
        run.End("Compile");
        Printed.ShouldEndWith("::group::Compile\n03:04:05 [DBG] c1\n03:04:06 [DBG] c2\n::endgroup::Compile");
    }

    [Fact]
    public void The_failure_of_a_second_target_is_not_held_back_by_the_first_one()
    {
        using var run = Run("Compile", "Test");
        run.Start("Compile");
        run.Time.Advance(1);
        run.Log("Compile", "c1");
        run.Start("Test");
        run.Log("Test", "broken", LogEventLevel.Error);
        run.Log("Compile", "c2");
        run.End("Test", ExecutionStatus.Failed);
        Printed.ShouldBe("""
            ::group::Compile
            03:04:06 [DBG] c1
            03:04:06 [DBG] c2
            ::endgroup::Compile
            ::group::Test
            ::error::broken
            ::endgroup::Test
            """);
        run.Log("Compile", "c3");
        run.End("Compile");
        Printed.ShouldEndWith("::group::Compile (continued)\n03:04:06 [DBG] c3\n::endgroup::Compile (continued)");
    }

    [Fact]
    public void A_target_that_is_left_alone_streams_what_it_has_said_so_far()
    {
        using var run = Run("Compile", "Test");
        run.Start("Compile", "Test");
        run.Log("Compile", "c1");
        run.End("Test");
        run.Time.Advance(1);
        Printed.ShouldEndWith("::group::Compile\n03:04:05 [DBG] c1");
        run.Log("Compile", "c2");
        Printed.ShouldEndWith("c1\n03:04:06 [DBG] c2");
    }

    [Fact]
    public void A_target_that_is_quiet_for_long_is_seen_to_be_alive_every_thirty_seconds()
    {
        using var run = Run("Compile", "Test");
        run.Start("Compile", "Test");
        run.Log("Test", "waiting for the database");
        run.Time.Advance(61);
        Printed.ShouldBe("""
            … Compile has been running for 0:30
            … Test has been running for 0:30: waiting for the database
            … Compile has been running for 1:00
            … Test has been running for 1:00: waiting for the database
            """);
    }

    [Fact]
    public void A_target_that_prints_all_the_time_needs_no_sign_of_life()
    {
        using var run = Run("Compile");
        run.Start("Compile");
        for (var i = 0; i < 10; i++)
        {
            run.Time.Advance(20);
            run.Log("Compile", "x");
        }

        Printed.ShouldNotContain("has been running");
    }

    [Fact]
    public void A_block_that_would_fill_the_memory_is_printed_in_parts()
    {
        using var run = Run("Compile", "Test");
        run.Start("Compile", "Test");
        for (var i = 0; i < 20_001; i++)
        {
            run.Log("Compile", "x");
        }

        run.End("Compile");
        run.End("Test");
        Printed.Split('\n').Where(x => x.Contains("::")).ShouldBe(
        [
            "::group::Compile", "::endgroup::Compile", "::group::Compile (continued)", "::endgroup::Compile (continued)", "::group::Test", "::endgroup::Test",
        ]);
    }

    [Fact]
    public void Of_a_progress_bar_the_log_has_the_last_state()
    {
        using var run = Run("Compile");
        run.Start("Compile");
        run.Time.Advance(1);
        run.Write("Compile", "10 %\r50");
        run.Write("Compile", " %\r100 %\r");
        run.Write("Compile", "\nnext\r\nlast");
        run.End("Compile");
        Printed.ShouldBe("::group::Compile\n100 %\nnext\nlast\n::endgroup::Compile");
    }

    [Fact]
    public void A_runner_gets_one_annotation_for_a_text_and_the_log_has_every_line()
    {
        using var run = Run("Compile");
        run.Start("Compile");
        run.Time.Advance(1);
        run.Log("Compile", "\e[31ma,b: 5 %\e[0m\nsecond line", LogEventLevel.Error);
        run.Log("Compile", "a,b: 5 %\nsecond line", LogEventLevel.Error);
        Printed.ShouldBe("""
            ::group::Compile
            ::error::a,b: 5 %25%0Asecond line
            03:04:06 [ERR] a,b: 5 %
                           second line
            """);
    }

    [Fact]
    public void Commands_that_the_build_logs_reach_the_runner_as_they_are()
    {
        using var run = new TestRun();
        run.Variables["GITHUB_ACTIONS"] = "true";
        run.Variables["NO_COLOR"] = "1";
        run.Run<Commanding>("A").ShouldBe(0);
        run.Output.ShouldContain("\n::add-matcher::.github/tsc.json\n");
    }

    private sealed class Commanding : NukeBuild
    {
        Target A => _ => _.Executes(() => Serilog.Log.Debug("::add-matcher::{File:l}", ".github/tsc.json"));
    }

    [Fact]
    public void A_section_that_is_printed_at_the_end_says_when_its_target_started()
    {
        using var run = new OutputRun(["Compile", "Test"], _out, isTerminal: false, parallel: 4, noLogo: true, ("GITLAB_CI", "true"), ("NO_COLOR", "1"));
        run.Start("Compile", "Test");
        run.Time.Advance(40);
        run.End("Test");
        var start = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero).ToUnixTimeSeconds();
        Printed.ShouldContain($"section_start:{start}:target_Test[collapsed=true] Test");
        Printed.ShouldContain($"section_end:{start + 40}:target_Test");
    }
}
