using System.Diagnostics;
using Nuke.Common.Tooling;

namespace Nuke.Common.Tests.Tooling;

public sealed class ProcessTests
{
    private static IProcess Shell(string script, int? timeout = null, Action<OutputType, string>? logger = null) => ProcessTasks.StartShell(
        script, Path.GetTempPath(), timeout: timeout, logOutput: logger is not null, logInvocation: false, logger: logger);

    [UnixFact]
    public void Megabytes_on_both_streams_are_read_without_blocking()
    {
        using var process = Shell("head -c 3000000 /dev/zero | tr '\\0' 'x' | fold -w 1000; head -c 3000000 /dev/zero | tr '\\0' 'y' | fold -w 1000 >&2");
        process.AssertZeroExitCode();
        process.Output.Count(x => x.Type == OutputType.Std).ShouldBe(3000);
        process.Output.Count(x => x.Type == OutputType.Err).ShouldBe(3000);
    }

    [UnixFact]
    public void Bytes_that_are_no_UTF8_are_replaced()
    {
        using var process = Shell(@"printf 'a\377b\n'");
        process.AssertZeroExitCode();
        process.Output.StdToText().ShouldBe("a\uFFFDb");
    }

    [UnixFact]
    public void A_timeout_kills_the_whole_tree()
    {
        var started = new TaskCompletionSource<int>();
        using var process = Shell("sleep 60 & echo $!; wait", timeout: 900, (_, line) => started.TrySetResult(int.Parse(line)));
        var exception = Should.Throw<ProcessException>(() => process.AssertZeroExitCode());
        exception.Message.ShouldEndWith(
            "took longer than its timeout of 900 ms and was killed, with everything that it started. Give it more time, or find out what it waits for.");
        IsAlive(started.Task.Result).ShouldBeFalse();
    }

    [UnixFact]
    public void A_timeout_kills_a_grandchild_whose_parent_has_ended()
    {
        var started = new TaskCompletionSource<int>();
        using var process = Shell("(sleep 60 & echo $!); sleep 60", timeout: 2000, (_, line) => started.TrySetResult(int.Parse(line)));
        Should.Throw<ProcessException>(() => process.AssertWaitForExit());
        IsAlive(started.Task.Result).ShouldBeFalse();
    }

    [UnixFact]
    public void A_last_line_without_an_end_and_a_very_long_line_are_whole()
    {
        using var process = Shell("head -c 5000000 /dev/zero | tr '\\0' 'x'; echo; printf end");
        process.AssertZeroExitCode();
        process.Output.Select(x => x.Text.Length).ShouldBe([5_000_000, 3]);
    }

    [UnixFact]
    public void Two_hundred_megabytes_of_lines_end_well_and_say_what_is_left_out()
    {
        using var process = Shell("yes 2>/dev/null 0123456789012345678901234567890123456789012345678901234567890123456789 | head -c 200000000; echo; echo end");
        process.AssertZeroExitCode();

        var characters = process.Output.Sum(x => (long)x.Text.Length);
        characters.ShouldBeLessThan(70 * 1024 * 1024);
        process.Output.Last().Text.ShouldBe("end");
        var note = process.Output.Single(x => x.Text.StartsWith('[')).Text;
        var left = note.Split(' ');
        (int.Parse(left[0][1..]) + process.Output.Count - 1).ShouldBe((200_000_000 / 71) + 2);
        left[^5..].ShouldBe(["characters", "are", "left", "out", "here]"]);
    }

    [UnixFact]
    public void Two_hundred_megabytes_in_one_line_end_well_and_say_what_is_left_out()
    {
        using var process = Shell("head -c 200000000 /dev/zero | tr '\\0' 'x'; echo; echo end");
        process.AssertZeroExitCode();

        process.Output.Select(x => x.Text.TrimStart('x')).ShouldBe([" [183222784 more characters of this line are left out]", "end"]);
    }

    [UnixFact]
    public void A_logger_that_fails_fails_the_call_and_does_not_leave_the_process_waiting_for_a_reader()
    {
        using var process = Shell("seq 1000000", logger: (_, _) => throw new IOException("No space left on device"));

        Should.Throw<IOException>(() => process.WaitForExit()).Message.ShouldBe("No space left on device");

        process.HasExited.ShouldBeTrue();
        process.Output.Count.ShouldBe(1_000_000);
    }

    [UnixFact]
    public void A_hundred_thousand_lines_come_in_their_order()
    {
        using var process = Shell("seq 100000");
        process.AssertZeroExitCode();
        process.Output.Select(x => int.Parse(x.Text)).ShouldBe(Enumerable.Range(1, 100_000));
    }

    [UnixFact]
    public void A_file_that_may_not_be_executed_says_how_to_change_that()
    {
        using var run = new TestRun();
        run.Write("tool", "x");
        var file = Path.Combine(run.Root, "tool");
        Should.Throw<InvalidOperationException>(() => ProcessTasks.StartProcess(file, "", run.Root, logInvocation: false))
            .Message.ShouldBe($"'{file}' cannot be started: it is not marked as executable. Mark it: chmod +x {file}");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        Should.Throw<InvalidOperationException>(() => ProcessTasks.StartProcess(file, "", run.Root, logInvocation: false))
            .Message.ShouldStartWith($"'{file}' cannot be started: it is not a program for this system.");
    }

    [Fact]
    public void A_file_or_a_working_directory_that_does_not_exist_is_named()
    {
        var nowhere = Path.Combine(Path.GetTempPath(), "no", "such");
        Should.Throw<FileNotFoundException>(() => ProcessTasks.StartProcess(nowhere, "", Path.GetTempPath()))
            .Message.ShouldBe($"'{nowhere}' cannot be started, because it does not exist. Correct the path of the tool.");
        Should.Throw<DirectoryNotFoundException>(() => ProcessTasks.StartProcess(Environment.ProcessPath!, "", nowhere))
            .Message.ShouldEndWith($"cannot be started in '{nowhere}', because that directory does not exist. Create it, or name another working directory.");
    }

    [UnixFact]
    public void A_grandchild_that_keeps_the_streams_open_does_not_hold_up_the_end()
    {
        var clock = Stopwatch.StartNew();
        using var process = Shell("sleep 60 & echo $!");
        process.AssertZeroExitCode();
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
        using var grandchild = Process.GetProcessById(int.Parse(process.Output.StdToText()));
        grandchild.Kill();
    }

    [UnixFact]
    public void A_failure_names_the_command_the_exit_code_and_the_last_error_lines()
    {
        using var process = Shell("echo fine; echo why >&2; exit 3");
        var exception = Should.Throw<ProcessException>(() => process.AssertZeroExitCode());
        exception.ExitCode.ShouldBe(3);
        exception.Message.ShouldBe("'bash -c \"echo fine; echo why >&2; exit 3\"' ended with exit code 3.\n  > why");
    }

    [UnixFact]
    public void Given_variables_replace_the_environment()
    {
        using var process = ProcessTasks.StartProcess(
            "/usr/bin/env", "", Path.GetTempPath(), new Dictionary<string, string> { ["ONLY"] = "this" }, logOutput: false, logInvocation: false);
        process.AssertZeroExitCode();
        process.Output.StdToText().ShouldBe("ONLY=this");
    }

    [Fact]
    public void A_tool_that_is_missing_says_how_to_get_it()
        => Should.Throw<FileNotFoundException>(() => ProcessTasks.StartProcess("no-such-tool-anywhere", "", Path.GetTempPath()))
            .Message.ShouldBe("'no-such-tool-anywhere' was not found on PATH. Install it, or add its directory to PATH.");

    private sealed class Cancelling : NukeBuild
    {
        public int Child;

        Target Wait => _ => _.Executes(() => ProcessTasks.StartShell("sleep 60 & echo $!; wait", logger: (_, line) =>
        {
            Child = int.Parse(line);
            Session.Cancellation.Cancel();
        }).AssertZeroExitCode());
    }

    [UnixFact]
    public void Cancelling_the_run_kills_the_tree_of_a_running_process()
    {
        using var run = new TestRun();
        run.Run<Cancelling>("Wait").ShouldBe(130, run.Output);
        IsAlive(((Cancelling)run.Build).Child).ShouldBeFalse();
    }

    private sealed class Secretive : NukeBuild
    {
        Target Push => _ => _.Executes(() =>
        {
            var token = "s3same open";
            ToolResolver.GetPathTool("echo")($"push --token {token:r} --to {"a b"}", logger: (_, line) => Serilog.Log.Information("{Line}", line));
        });
    }

    [UnixFact]
    public void Redacted_arguments_show_neither_in_the_invocation_nor_in_the_output()
    {
        using var run = new TestRun();
        run.Run<Secretive>("Push").ShouldBe(0, run.Output);
        run.Output.ShouldContain("echo push --token \"[REDACTED]\" --to \"a b\"");
        run.Output.ShouldContain("[INF] push --token [REDACTED] --to a b");
        run.Output.ShouldNotContain("s3same");
    }

    private sealed class Failing : NukeBuild
    {
        [Parameter][Secret] readonly string? Password;
        public string? Message;

        Target Fail => _ => _.Executes(() =>
        {
            using var process = Shell($"echo {Password} >&2; exit 2");
            Message = Should.Throw<ProcessException>(() => process.AssertZeroExitCode()).Message;
        });
    }

    [UnixFact]
    public void A_secret_parameter_is_not_in_the_error_of_a_process()
    {
        using var run = new TestRun { Variables = { ["PASSWORD"] = "s3same-open" } };
        run.Run<Failing>("Fail").ShouldBe(0, run.Output);
        ((Failing)run.Build).Message.ShouldBe("'bash -c \"echo [REDACTED] >&2; exit 2\"' ended with exit code 2.\n  > [REDACTED]");
    }

    [UnixFact]
    public void A_process_that_is_disposed_can_be_killed()
    {
        var process = Shell("exit 0");
        process.AssertZeroExitCode();
        process.Dispose();
        Should.NotThrow(process.Kill);
    }

    private static bool IsAlive(int id) => !SpinWait.SpinUntil(() => IsGone(id), TimeSpan.FromSeconds(30));

    // A killed process stays a zombie until its parent has noticed.
    private static bool IsGone(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/stat").Contains(") Z ");
        }
        catch (IOException)
        {
            return true;
        }
    }
}
