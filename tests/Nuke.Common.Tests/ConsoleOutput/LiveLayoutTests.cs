using Nuke.Common.Execution;
using Serilog.Events;

namespace Nuke.Common.Tests.ConsoleOutput;

public sealed class LiveLayoutTests
{
    private static readonly string[] Targets = ["Compile", "WebBuild", "Test", "Deploy"];

    [Fact]
    public void The_area_shows_what_runs_what_it_does_and_what_waits()
    {
        var terminal = new FakeTerminal();
        using var run = new OutputRun(Targets, terminal, isTerminal: true);
        run.Start("Compile", "WebBuild");
        run.Log("Compile", "Basket.cs");
        run.Time.Advance(65);
        run.Write("WebBuild", "12 modules\r13 mod");
        run.Time.Advance(0.1);
        terminal.Screen.ShouldBe("""
            Compile  │ started
            WebBuild │ started
            Compile  │ 03:04:05 [DBG] Basket.cs
            ▶ Compile   1:05  Basket.cs
            ▶ WebBuild  1:05  13 mod
            0 of 4 done · waiting: Test, Deploy
            """);
        terminal.IsCursorVisible.ShouldBeTrue();
    }

    [Fact]
    public void Lines_appear_above_the_area_which_never_scrolls_away()
    {
        var terminal = new FakeTerminal();
        using var run = new OutputRun(Targets, terminal, isTerminal: true);
        run.Start("Compile", "WebBuild");
        run.Time.Advance(0.1);
        for (var i = 1; i <= 3; i++)
        {
            run.Log("WebBuild", $"module {i}");
            run.Time.Advance(1);
        }

        run.End("Compile", ExecutionStatus.Failed);
        run.Time.Advance(0.1);
        terminal.Screen.ShouldBe("""
            Compile  │ started
            WebBuild │ started
            WebBuild │ 03:04:05 [DBG] module 1
            WebBuild │ 03:04:06 [DBG] module 2
            WebBuild │ 03:04:07 [DBG] module 3
            Compile  │ failed after 0:03
            ▶ WebBuild  0:03  module 3
            1 of 4 done · waiting: Test, Deploy
            """);
    }

    [Fact]
    public void One_target_at_a_time_looks_like_NUKE()
    {
        var terminal = new FakeTerminal();
        using var run = new OutputRun(["Compile", "Test"], terminal, isTerminal: true);
        run.After("Test", "Compile");
        run.Start("Compile");
        run.Log("Compile", "Basket.cs");
        run.Time.Advance(1);
        run.End("Compile");
        run.Start("Test");
        run.Log("Test", "12 passed");
        run.End("Test");
        run.Output.Close();
        terminal.Screen.ShouldBe("""

            ╬════════════
            ║ Compile
            ╬═══

            03:04:05 [DBG] Basket.cs

            ╬═════════
            ║ Test
            ╬══

            03:04:06 [DBG] 12 passed
            """);
    }

    [Fact]
    public void Without_parallel_targets_there_is_no_area()
    {
        var terminal = new FakeTerminal();
        using var run = new OutputRun(Targets, terminal, isTerminal: true, parallel: 1);
        run.Start("Compile");
        run.Time.Advance(5);
        terminal.Screen.ShouldEndWith("╬═══");
    }

    [Fact]
    public void A_line_of_somebody_else_never_stands_below_the_header_of_one_target()
    {
        var terminal = new FakeTerminal();
        using var run = new OutputRun(["Compile", "Test"], terminal, isTerminal: true);
        run.After("Test", "Compile");
        run.Start("Compile");
        run.Log("Compile", "alone");
        run.Start("Test");
        run.Log("Compile", "not alone");
        run.End("Test");
        run.Log("Compile", "alone again");
        run.Output.Close();
        terminal.Screen.ShouldEndWith("""
            03:04:05 [DBG] alone
            Test    │ started
            Compile │ 03:04:05 [DBG] not alone
            Test    │ succeeded after 0:00
            Compile │ 03:04:05 [DBG] alone again
            """);
    }

    [Fact]
    public void The_area_follows_a_window_that_becomes_narrower()
    {
        var terminal = new FakeTerminal();
        using var run = new OutputRun(["Compile", "Test"], terminal, isTerminal: true);
        run.Start("Compile", "Test");
        run.Log("Compile", "a line that says a great deal more than there is room for");
        run.Time.Advance(0.1);
        run.Window = (30, 20);
        run.Time.Advance(0.1);
        var rows = terminal.Screen.Split('\n');
        rows[^3].ShouldBe("▶ Compile  0:00  a line that…");
        rows[^3].Length.ShouldBe(29);
        rows[^1].ShouldBe("0 of 2 done");
    }

    [Theory]
    [InlineData(20, "0 of 3 done · 3 run…")]
    [InlineData(9, "0 of 3 …")]
    [InlineData(8, "")]
    public void A_window_too_narrow_for_a_table_gets_one_row_or_none(int columns, string area)
    {
        var terminal = new FakeTerminal();
        using var run = new OutputRun(["A", "B", "C"], terminal, isTerminal: true);
        run.Start("A", "B", "C");
        var before = terminal.Screen;
        run.Window = (columns + (area.Length > 10 ? 1 : 0), 20);
        run.Time.Advance(0.1);
        terminal.Screen[before.Length..].Trim('\n').ShouldBe(area);
    }

    [Fact]
    public void In_a_low_window_most_running_targets_are_only_counted()
    {
        var terminal = new FakeTerminal();
        var names = Enumerable.Range(1, 8).Select(x => $"T{x}").ToArray();
        using var run = new OutputRun(names, terminal, isTerminal: true, parallel: 8);
        run.Start(names);
        run.Window = (60, 8);
        run.Time.Advance(0.1);
        terminal.Screen.ShouldEndWith("""
            ▶ T1  0:00
            ▶ T2  0:00
              and 6 more
            0 of 8 done
            """);
    }

    [Fact]
    public void Wide_characters_take_two_columns()
    {
        var terminal = new FakeTerminal(columns: 40);
        using var run = new OutputRun(["Compile", "Test"], terminal, isTerminal: true);
        run.Window = (40, 20);
        run.Start("Compile", "Test");
        run.Write("Compile", "構築しています構築しています構築しています");
        run.Time.Advance(0.1);
        terminal.Screen.ShouldContain("▶ Compile  0:00  構築しています構築し…");
    }

    [Fact]
    public void Sequences_of_tools_that_move_the_cursor_do_not_reach_the_terminal()
    {
        // The model of the terminal fails on any of these.
        var terminal = new FakeTerminal();
        using var run = new OutputRun(["Compile", "Test"], terminal, isTerminal: true);
        run.Start("Compile", "Test");
        run.Write("Compile", "\e[2K\e[1Gbar\e]0;title\a \e[31mred\e[0m\e(B \e]8;;https://example.org\e\\link\e]8;;\e\\\n");
        run.Log("Test", "\e[3Aup");
        run.Output.Close();
        terminal.Screen.ShouldEndWith("Compile │ bar red link\nTest    │ 03:04:05 [DBG] up");
    }

    [Fact]
    public void The_end_of_the_process_leaves_the_lines_and_takes_the_area_away()
    {
        var terminal = new FakeTerminal();
        using var run = new OutputRun(Targets, terminal, isTerminal: true);
        run.Start("Compile", "WebBuild");
        run.Time.Advance(0.1);
        run.Log("Compile", "last words");
        terminal.Screen.ShouldNotContain("last words");
        run.Output.Close();
        terminal.Screen.ShouldEndWith("Compile  │ 03:04:05 [DBG] last words");
        terminal.IsCursorVisible.ShouldBeTrue();
    }

    [Fact]
    public void Ten_thousand_lines_in_a_moment_are_a_few_frames()
    {
        var terminal = new FakeTerminal();
        using var run = new OutputRun(["Compile", "Test"], terminal, isTerminal: true);
        run.Start("Compile", "Test");
        run.Time.Advance(0.1);
        var before = terminal.Frames;
        for (var i = 0; i < 10_000; i++)
        {
            run.Log("Compile", "x");
        }

        run.Time.Advance(0.1);
        (terminal.Frames - before).ShouldBeInRange(1, 20);
    }

    [Fact]
    public void While_a_question_is_asked_nothing_else_is_written()
    {
        var terminal = new FakeTerminal();
        using var run = new OutputRun(Targets, terminal, isTerminal: true);
        run.Start("Compile", "WebBuild");
        run.Time.Advance(0.1);
        var before = terminal.Screen;
        using (run.Output.Pause())
        {
            terminal.Screen.ShouldBe(before[..before.IndexOf("\n▶", StringComparison.Ordinal)]);
            terminal.Write("Which region? ");
            run.Log("Compile", "Basket.cs");
            run.Time.Advance(1);
            terminal.Screen.ShouldEndWith("Which region?");
            terminal.Write("eu\n");
        }

        run.Time.Advance(0.1);
        terminal.Screen.ShouldEndWith("""
            Which region? eu
            Compile  │ 03:04:05 [DBG] Basket.cs
            ▶ Compile   0:01  Basket.cs
            ▶ WebBuild  0:01
            0 of 4 done · waiting: Test, Deploy
            """);
    }

    [Fact]
    public void The_console_is_asked_for_its_size_while_nobody_holds_the_lock_of_the_output()
    {
        using var run = new OutputRun(Targets, new FakeTerminal(), isTerminal: true);
        var asked = 0;
        run.AskWindow = () =>
        {
            // A target that is in Console.WriteLine holds what the console waits for, and logs on the way.
            Task.Run(() => run.Output.Print(null, $"asked {++asked}")).Wait(TimeSpan.FromMinutes(2)).ShouldBeTrue();
            return run.Window;
        };
        run.Start("Compile", "WebBuild");
        run.Time.Advance(0.1);
        asked.ShouldBe(1);
        run.Output.Pause().Dispose();
        asked.ShouldBe(2);
        run.End();
        asked.ShouldBe(3);
    }

    [Fact]
    public void A_cancelled_run_says_so_in_the_area()
    {
        var terminal = new FakeTerminal();
        using var run = new OutputRun(Targets, terminal, isTerminal: true);
        run.Start("Compile", "WebBuild");
        run.Session.Cancellation.Cancel();
        run.Log(null, "Cancelling", LogEventLevel.Warning);
        run.Time.Advance(0.1);
        terminal.Screen.ShouldEndWith("0 of 4 done · cancelling");
    }
}
