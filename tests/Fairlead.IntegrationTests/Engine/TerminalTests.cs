using System.Diagnostics;
using System.Text;

namespace Fairlead.IntegrationTests.Engine;

/// <summary>A compiled build on a real pseudo-terminal, which <c>script</c> provides.</summary>
[Trait("Category", "Integration")]
public sealed class TerminalTests(TerminalTests.CompiledBuild build) : IClassFixture<TerminalTests.CompiledBuild>
{
    private const string HideCursor = "\e[?25l";
    private const string ShowCursor = "\e[?25h";
    private const string CtrlC = "\x03";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);
    private static readonly string[] Chats = [.. Enumerable.Range(1, 8).Select(x => $"Chat{x}")];

    [ToolFact("script", "stty")]
    public async Task The_status_area_is_there_while_targets_run_and_gone_at_the_end()
    {
        await using var terminal = build.Start("Compile", "Pack", "--parallel", "2");
        await terminal.SeeAsync("0 of 2 done");
        build.LetGo();
        (await terminal.EndAsync()).ShouldBe(0, terminal.Output);

        var frames = terminal.Output.Split(HideCursor).Skip(1).ToList();
        frames.ShouldNotBeEmpty();
        frames.ShouldAllBe(x => x.Contains(ShowCursor), "Each frame shows the cursor again.");
        frames.ShouldContain(x => x.Contains('▶') && x.Contains("Pack"));
        frames[..^1].SelectMany(x => x[..x.IndexOf(ShowCursor, StringComparison.Ordinal)].Split("\r\n"))
            .ShouldAllBe(x => x.Contains('│') || Visible(x).Length < 50, "A row of the area is narrower than the window of 50 columns.");
        var rest = frames[^1];
        rest.ShouldNotContain("▶");
        rest.ShouldContain("Build succeeded");
    }

    [ToolFact("script", "stty")]
    public async Task Ctrl_C_ends_the_children_and_the_screen_is_left_in_order()
    {
        await using var terminal = build.Start("Compile", "Pack", "--parallel", "2");
        await terminal.SeeAsync("0 of 2 done");
        await terminal.TypeAsync(CtrlC);
        (await terminal.EndAsync()).ShouldBe(130, terminal.Output);
        var end = terminal.Output[terminal.Output.LastIndexOf(HideCursor, StringComparison.Ordinal)..];
        end.ShouldContain(ShowCursor);
        end.ShouldNotContain("▶");
        end.ShouldContain("Aborted");
        end.ShouldContain("Build cancelled");
    }

    [ToolFact("script", "stty")]
    public async Task A_second_Ctrl_C_ends_a_target_that_does_not_listen_and_leaves_no_area_behind()
    {
        await using var terminal = build.Start("Compile", "Stubborn", "--parallel", "2");
        await terminal.SeeAsync("0 of 2 done");
        await terminal.TypeAsync(CtrlC);
        await terminal.SeeAsync("cancelling");
        await terminal.TypeAsync(CtrlC);
        (await terminal.EndAsync()).ShouldBe(130, terminal.Output);
        var end = terminal.Output[terminal.Output.LastIndexOf(HideCursor, StringComparison.Ordinal)..];
        end.ShouldContain(ShowCursor);
        end.ShouldNotContain("▶");
    }

    [ToolFact("script", "stty")]
    public async Task Ctrl_C_lets_what_is_done_at_the_end_of_the_build_come_to_its_end()
    {
        await using var terminal = build.Start("Quick", "--at-the-end", "listens");
        await terminal.SeeAsync("tidying up");
        await terminal.TypeAsync(CtrlC);
        await terminal.SeeAsync("Cancelling: the targets are over; stopping what is done at the end of the build.");
        build.LetGo();
        (await terminal.EndAsync()).ShouldBe(130, terminal.Output);
        terminal.Output.ShouldContain("tidied up after being told to stop");
    }

    [ToolFact("script", "stty")]
    public async Task A_second_Ctrl_C_ends_what_is_done_at_the_end_of_the_build_and_does_not_listen()
    {
        await using var terminal = build.Start("Quick", "--at-the-end", "stubborn");
        await terminal.SeeAsync("tidying up");
        await terminal.TypeAsync(CtrlC);
        await terminal.SeeAsync("Cancelling: the targets are over");
        await terminal.TypeAsync(CtrlC);
        (await terminal.EndAsync()).ShouldBe(130, terminal.Output);
        build.Has(".nuke/temp/build-attempt.log").ShouldBeFalse("All targets have succeeded: there is nothing to go on with.");
    }

    [ToolFact("script", "stty")]
    public async Task A_target_whose_thread_dies_takes_the_process_with_it_and_leaves_no_area_behind()
    {
        await using var terminal = build.Start("Compile", "Crash", "--parallel", "2");
        await terminal.SeeAsync("0 of 2 done");
        build.LetGo();
        (await terminal.EndAsync()).ShouldNotBe(0, terminal.Output);
        var end = terminal.Output[terminal.Output.LastIndexOf(HideCursor, StringComparison.Ordinal)..];
        end.ShouldContain(ShowCursor);
        end.ShouldNotContain("▶");
    }

    [ToolFact("script", "stty")]
    public async Task Eight_targets_that_print_and_log_at_once_end_and_every_line_is_there()
    {
        // One more waits, so that the area is there however quick the eight are.
        await using var terminal = build.Start([.. Chats, "Compile", "--parallel", "9"]);
        await terminal.SeeAsync($"{Chats.Length} of {Chats.Length + 1} done");
        build.LetGo();
        (await terminal.EndAsync()).ShouldBe(0, Last(terminal.Output));
        ShouldHaveEveryLine(terminal.Output);
    }

    [ToolFact("script", "stty")]
    public async Task Targets_that_print_end_too_when_the_program_sends_the_console_also_to_a_file()
    {
        await using var terminal = build.Start([.. Chats, "--parallel", "8", "--tee", "copy.txt"]);
        (await terminal.EndAsync()).ShouldBe(0, Last(terminal.Output));
        ShouldHaveEveryLine(terminal.Output);
        ShouldHaveEveryLine(build.Read("copy.txt"));
    }

    [ToolFact("sh")]
    public async Task Targets_that_print_into_a_pipe_end_also_with_a_host_that_prints_its_headers_by_Console_WriteLine()
    {
        await using var terminal = build.StartPiped([.. Chats, "--parallel", "8", "--host", "Boxes"]);
        (await terminal.EndAsync()).ShouldBe(0, Last(terminal.Output));
        foreach (var chat in Chats)
        {
            terminal.Output.ShouldContain($"== {chat} ==");
        }

        ShouldHaveEveryLine(terminal.Output);
    }

    private static void ShouldHaveEveryLine(string output)
    {
        // The rows of the area show a target's last line too, and may do so before its block is printed.
        var printed = string.Join('\n', output.Split('\n').Where(x => !x.Contains('▶')));
        for (var number = 1; number <= Chats.Length; number++)
        {
            foreach (var kind in new[] { "printed", "logged", "error" })
            {
                var seen = System.Text.RegularExpressions.Regex.Matches(printed, $@"\b{kind} {number}\.(\d+)\b").Select(x => int.Parse(x.Groups[1].Value));
                seen.ShouldBe(Enumerable.Range(0, CompiledBuild.Lines), $"{kind} {number}");
            }
        }
    }

    private static string Last(string output) => output.Length > 2000 ? output[^2000..] : output;

    private static string Visible(string row) => System.Text.RegularExpressions.Regex.Replace(row, @"\e\[[0-9;?]*[A-Za-z]|\r", "");

    /// <summary>
    /// Two targets that wait for a file, one that waits for nothing, one that crashes, and eight that print all the time; and a build that does something at
    /// its end. Compiled once for the class.
    /// </summary>
    public sealed class CompiledBuild : IAsyncLifetime
    {
        public const int Lines = 1000;

        private readonly string _root = Directory.CreateTempSubdirectory("fairlead-terminal-").FullName;

        public async Task InitializeAsync()
        {
            Directory.CreateDirectory(Path.Combine(_root, ".nuke"));
            await File.WriteAllTextAsync(Path.Combine(_root, "Build.cs"), """
                using System;
                using System.Diagnostics;
                using System.IO;
                using System.Runtime.InteropServices;
                using System.Text;
                using System.Threading;
                using Nuke.Common;
                using Nuke.Common.Tooling;
                using Serilog;

                class Build : NukeBuild
                {
                    public static int Main(string[] arguments)
                    {
                        if (Array.IndexOf(arguments, "--tee") is >= 0 and var index)
                            Console.SetOut(new Tee(Console.Out, new StreamWriter(arguments[index + 1])));
                        return Execute<Build>();
                    }

                    [Parameter] readonly string Tee;
                    [Parameter] readonly string AtTheEnd;

                    protected override void OnBuildFinished()
                    {
                        if (AtTheEnd is null)
                            return;

                        using var told = new ManualResetEventSlim();
                        using var listening = PosixSignalRegistration.Create(PosixSignal.SIGINT, _ => told.Set());
                        Log.Information("tidying up");
                        told.Wait();
                        if (AtTheEnd == "stubborn")
                            new ManualResetEvent(false).WaitOne();

                        Process.Start("sh", ["-c", "while [ ! -e go ]; do sleep 0.05; done"]).WaitForExit();
                        Log.Information("tidied up after being told to stop");
                    }

                    Target Quick => _ => _.Executes(() => { });
                    Target Compile => _ => _.Executes(() => Work("compiling"));
                    Target Pack => _ => _.Executes(() => Work("packing: " + new string('=', 200)));
                    Target Stubborn => _ => _.Executes(() => new ManualResetEvent(false).WaitOne());

                    Target Crash => _ => _.Executes(() =>
                    {
                        Work("about to crash");
                        new Thread(() => throw new System.Exception("crash")).Start();
                        new ManualResetEvent(false).WaitOne();
                    });

                    Target Chat1 => _ => _.Executes(() => Chat(1));
                    Target Chat2 => _ => _.Executes(() => Chat(2));
                    Target Chat3 => _ => _.Executes(() => Chat(3));
                    Target Chat4 => _ => _.Executes(() => Chat(4));
                    Target Chat5 => _ => _.Executes(() => Chat(5));
                    Target Chat6 => _ => _.Executes(() => Chat(6));
                    Target Chat7 => _ => _.Executes(() => Chat(7));
                    Target Chat8 => _ => _.Executes(() => Chat(8));

                    static void Chat(int number)
                    {
                        for (var i = 0; i < 1000; i++)
                        {
                            Console.WriteLine($"printed {number}.{i}");
                            Log.Information($"logged {number}.{i}");
                            Console.Error.WriteLine($"error {number}.{i}");
                        }
                    }

                    static void Work(string what)
                    {
                        Log.Information(what);
                        ProcessTasks.StartShell("while [ ! -e go ]; do sleep 0.05; done", logInvocation: false).AssertZeroExitCode();
                    }
                }

                class Boxes : Host
                {
                    protected override IDisposable WriteBlock(string text)
                    {
                        Console.WriteLine($"== {text} ==");
                        return null;
                    }
                }

                class Tee(TextWriter one, TextWriter other) : TextWriter
                {
                    public override Encoding Encoding => one.Encoding;

                    public override void Write(char value)
                    {
                        one.Write(value);
                        other.Write(value);
                    }

                    public override void Write(string value)
                    {
                        one.Write(value);
                        other.Write(value);
                    }

                    public override void Flush()
                    {
                        one.Flush();
                        other.Flush();
                    }
                }
                """);
            await CompiledProgram.BuildAsync(
                _root,
                "Build",
                $"""<Reference Include="{AppContext.BaseDirectory}Nuke.Common.dll" />""",
                $"""<Reference Include="{AppContext.BaseDirectory}Serilog.dll" />""");
        }

        public Task DisposeAsync()
        {
            Directory.Delete(_root, recursive: true);
            return Task.CompletedTask;
        }

        internal Terminal Start(params string[] arguments)
        {
            File.Delete(Path.Combine(_root, "go"));
            return new Terminal(
                _root,
                ["script", "-q", "-e", "-c", $"stty cols 50 rows 20 -echo; exec dotnet out/Build.dll {string.Join(' ', arguments)}", "/dev/null"]);
        }

        internal Terminal StartPiped(params string[] arguments)
            => new(_root, ["sh", "-c", $"exec dotnet out/Build.dll {string.Join(' ', arguments)} 2>&1"]);

        public string Read(string file) => File.ReadAllText(Path.Combine(_root, file));

        public bool Has(string file) => File.Exists(Path.Combine(_root, file));

        public void LetGo() => File.WriteAllText(Path.Combine(_root, "go"), "");
    }

    internal sealed class Terminal : IAsyncDisposable
    {
        private readonly Process _process;
        private readonly StringBuilder _output = new();
        private readonly Task _reading;
        private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Terminal(string root, string[] command)
        {
            // Whoever runs the tests in the background of a shell has them ignore Ctrl-C, and so everything that they start.
            var start = new ProcessStartInfo("env", ["--default-signal=INT", .. command])
            {
                WorkingDirectory = root,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                StandardOutputEncoding = new UTF8Encoding(false),
            };
            foreach (var name in new[] { "NO_COLOR", "GITHUB_ACTIONS", "GITLAB_CI", "JENKINS_HOME", "CODEBUILD_BUILD_ID", "CI" })
            {
                start.Environment.Remove(name);
            }

            start.Environment["TERM"] = "xterm-256color";
            _process = Process.Start(start)!;
            _reading = Task.Run(ReadAsync);
        }

        public string Output
        {
            get
            {
                lock (_output)
                {
                    return _output.ToString();
                }
            }
        }

        public async Task SeeAsync(string text)
        {
            using var limit = new CancellationTokenSource(Limit);
            while (true)
            {
                Task more;
                lock (_output)
                {
                    if (_output.ToString().Contains(text, StringComparison.Ordinal))
                    {
                        return;
                    }

                    more = _more.Task;
                }

                _reading.IsCompleted.ShouldBeFalse($"The build ended without '{text}':\n{Output}");
                await Task.WhenAny(more, _reading).WaitAsync(limit.Token);
            }
        }

        public async Task TypeAsync(string text)
        {
            await _process.StandardInput.WriteAsync(text);
            await _process.StandardInput.FlushAsync();
        }

        public async Task<int> EndAsync()
        {
            await _process.WaitForExitAsync().WaitAsync(Limit);
            await _reading.WaitAsync(Limit);
            return _process.ExitCode;
        }

        public async ValueTask DisposeAsync()
        {
            if (!_process.HasExited)
            {
                _process.Kill(entireProcessTree: true);
                await _process.WaitForExitAsync();
            }

            _process.Dispose();
        }

        private async Task ReadAsync()
        {
            var buffer = new char[4096];
            int read;
            while ((read = await _process.StandardOutput.ReadAsync(buffer)) > 0)
            {
                lock (_output)
                {
                    _output.Append(buffer, 0, read);
                    _more.TrySetResult();
                    _more = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                }
            }
        }
    }
}
