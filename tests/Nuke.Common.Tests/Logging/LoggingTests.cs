using Nuke.Common.Execution;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace Nuke.Common.Tests.LogFiles;

public sealed class LoggingTests
{
    private sealed class Levels : NukeBuild
    {
        public Action Action = () => { };

        Target A => _ => _.Executes(() =>
        {
            Log.Verbose("v");
            Log.Debug("d");
            Log.Information("i");
            Log.Warning("w");
            Log.Error("e");
            Log.Fatal("f");
            Action();
        });
    }

    private static string Shown(TestRun run)
        => string.Concat(run.Output.Split('\n').Where(x => x.StartsWith("03:04:05 [")).Select(x => x[^1]));

    [Theory]
    [InlineData("verbose", "vdiwef")]
    [InlineData("normal", "diwef")]
    [InlineData("minimal", "wef")]
    [InlineData("quiet", "ef")]
    public void Verbosity_decides_about_the_console_and_the_file_has_everything(string verbosity, string shown)
    {
        using var run = new TestRun();
        run.Run<Levels>($"A --verbosity {verbosity}").ShouldBe(0);
        Shown(run).ShouldBe(shown);
        run.Output.ShouldContain("[WRN] A: w");
        File.ReadAllText(Path.Combine(run.Root, ".nuke/temp/build.log")).ShouldBe("""
            03:04:05.000 | V | A                    | v
            03:04:05.000 | D | A                    | d
            03:04:05.000 | I | A                    | i
            03:04:05.000 | W | A                    | w
            03:04:05.000 | E | A                    | e
            03:04:05.000 | F | A                    | f

            """);
    }

    [Fact]
    public void The_level_can_be_changed_while_a_build_runs()
    {
        using var run = new TestRun();
        run.Run<Levels>("A", x => x.Action = () =>
        {
            Nuke.Common.Execution.Logging.Level = LogLevel.Warning;
            Nuke.Common.Execution.Logging.Level.ShouldBe(LogLevel.Warning);
            Log.Information("x");
            NukeBuild.Verbosity = Verbosity.Verbose;
            Nuke.Common.Execution.Logging.Level.ShouldBe(LogLevel.Trace);
            Log.Verbose("y");
        }).ShouldBe(0, run.Output);
        Shown(run).ShouldBe("diwefy");
    }

    [Fact]
    public void Five_earlier_logs_are_kept()
    {
        using var run = new TestRun();
        for (var i = 1; i <= 7; i++)
        {
            run.Write($".nuke/temp/build.2025-01-0{i}_00-00-00.log", "old");
        }

        run.Write(
            ".nuke/temp/build.log",
            "old\nand longer than what the run writes, much longer, so that something of it would be left\n" + new string('x', 1000));
        run.Write(".nuke/temp/build-attempt.log", "not a log of a run");
        run.Run<Levels>("A").ShouldBe(0);
        Directory.GetFiles(Path.Combine(run.Root, ".nuke/temp")).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(
        [
            "build.2025-01-04_00-00-00.log", "build.2025-01-05_00-00-00.log", "build.2025-01-06_00-00-00.log", "build.2025-01-07_00-00-00.log",
            "build.2026-01-02_03-04-05.log", "build.log",
        ]);
        File.ReadAllText(Path.Combine(run.Root, ".nuke/temp/build.log")).ShouldNotContain("x");
        File.ReadAllLines(Path.Combine(run.Root, ".nuke/temp/build.2026-01-02_03-04-05.log"))[0].ShouldBe("V | A                    | v");
    }

    [Fact]
    public void A_CI_server_keeps_the_log_itself()
    {
        using var run = new TestRun();
        run.Variables["GITLAB_CI"] = "true";
        run.Run<Levels>("A").ShouldBe(0);
        Directory.Exists(Path.Combine(run.Root, ".nuke/temp")).ShouldBeFalse();
    }

    [Fact]
    public void A_run_without_a_word_removes_the_log_of_the_one_before()
    {
        using var run = new TestRun();
        run.Write(".nuke/temp/build.log", "old");
        run.Run<Silent>("A").ShouldBe(0);
        File.Exists(Path.Combine(run.Root, ".nuke/temp/build.log")).ShouldBeFalse();
    }

    [Fact]
    public void The_log_of_a_run_that_is_still_going_on_is_not_cut_by_another()
    {
        using var run = new TestRun();
        run.Write(".nuke/temp/build.log", "");
        using var going = new FileStream(
            Path.Combine(run.Root, ".nuke/temp/build.log"), FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        going.Write("what it said so far"u8);
        going.Flush();
        run.Run<Levels>("A").ShouldBe(0);
        going.Length.ShouldBe(19);
        File.ReadAllText(Path.Combine(run.Root, ".nuke/temp/build.log")).ShouldContain("| V | A");
    }

    private sealed class Silent : NukeBuild
    {
        Target A => _ => _.Executes(() => { });
    }

    [Fact]
    public void A_log_that_cannot_be_written_does_not_stop_the_build()
    {
        using var run = new TestRun();
        run.Write(".nuke/temp", "a file in the place of the directory");
        run.Run<Levels>("A").ShouldBe(0, run.Output);
        run.Output.Split("The log files are not complete: ").Length.ShouldBe(2, run.Output);
    }

    [UnixTheory]
    [InlineData("build.2026-01-02_03-04-05.log", "s")]
    [InlineData("build.2026-01-02_03-04-05.log", "a line that is longer than what the file keeps before it writes")]
    public void On_a_full_disk_the_build_goes_on_and_tells_that_its_log_is_not_complete(string log, string line)
    {
        using var run = new TestRun();
        Directory.CreateDirectory(Path.Combine(run.Root, ".nuke/temp"));
        File.CreateSymbolicLink(Path.Combine(run.Root, ".nuke/temp", log), "/dev/full");

        run.Run<Levels>("A", x => x.Action = () => Log.Information("{Line:l}", string.Concat(Enumerable.Repeat(line, 1000)))).ShouldBe(0, run.Output);

        run.Output.Split("The log files are not complete: No space left on device").Length.ShouldBe(2, run.Output);
        run.Names(ExecutionStatus.Succeeded).ShouldBe(["A"]);
    }

    [UnixFact]
    public void What_is_lost_when_the_files_are_closed_is_told_too()
    {
        using var run = new TestRun();
        Directory.CreateDirectory(Path.Combine(run.Root, ".nuke/temp"));
        File.CreateSymbolicLink(Path.Combine(run.Root, ".nuke/temp/build.2026-01-02_03-04-05.log"), "/dev/full");

        run.Run<SpeakingLast>("A").ShouldBe(0, run.Output);

        run.Output.Split("The log files are not complete: No space left on device").Length.ShouldBe(2, run.Output);
    }

    private sealed class SpeakingLast : NukeBuild
    {
        Target A => _ => _.Executes(() => { });

        protected override void OnBuildFinished() => Log.Information("the last word");
    }

    private sealed class Structured : NukeBuild
    {
        Target A => _ => _.Executes(() =>
        {
            Log.Information(
                "{Path} {@Object} {List} {Number:000} {Text,-4}| {Missing}",
                RootDirectory / "a b",
                new { Name = "x", Count = 2 },
                new[] { "p", "q" },
                7,
                "t");
            Log.Warning(new InvalidOperationException("why", new Exception("deeper")), "what");
            Log.Error(new AggregateException(new Exception("only")), "");
            Log.Debug("\e[32mgreen\e[0m \e[2Kpass\e[1mword");
            Session.Output.WriteRaw("raw \e[31mred\e[0m\n");
        });
    }

    [Fact]
    public void Templates_render_paths_objects_formats_and_exceptions()
    {
        using var run = new TestRun();
        run.Run<Structured>("A").ShouldBe(0);
        run.Output.ShouldContain("""[INF] ROOT/a b { Name: "x", Count: 2 } ["p", "q"] 007 t   | {Missing}""");
        run.Output.ShouldContain("[WRN] what: why");
        run.Output.ShouldContain("[ERR] only");
        run.Output.ShouldNotContain("   at ");
        var file = File.ReadAllText(Path.Combine(run.Root, ".nuke/temp/build.log"));
        file.ShouldContain("System.Exception: deeper");
        file.ShouldContain("| D | A                    | green password\n");
        file.ShouldContain("| D | A                    | raw red\n");
    }

    [Fact]
    public void A_build_can_make_its_own_logger_of_the_same_pieces()
    {
        using var run = new TestRun();
        var seen = new List<string>();
        run.Run<Levels>("A", x => x.Action = () =>
        {
            using var logger = new LoggerConfiguration()
                .ConfigureEnricher().ConfigureConsole(x).ConfigureInMemory(x).ConfigureHost(x).ConfigureFiles(x).ConfigureLevel().ConfigureFilter(x)
                .WriteTo.Sink(new Seeing(seen))
                .CreateLogger();
            logger.Warning("own");
            using (Nuke.Common.Execution.Logging.SetTarget("Sub"))
            {
                logger.Information("named");
            }
        }).ShouldBe(0, run.Output);
        seen.ShouldBe(["A: own", "Sub: named"]);
        run.Output.ShouldContain("03:04:05 [WRN] own");
        run.Output.ShouldContain("[WRN] A: own");
        File.ReadAllText(Path.Combine(run.Root, ".nuke/temp/build.log")).ShouldContain("| I | Sub                  | named");
    }

    private sealed class Seeing(List<string> seen) : ILogEventSink
    {
        public void Emit(LogEvent logEvent)
            => seen.Add($"{((ScalarValue)logEvent.Properties["ExecutingTarget"]).Value}: {logEvent.RenderMessage()}");
    }

    [Fact]
    public void A_log_that_is_full_notes_what_went_wrong_and_says_what_it_lacks()
    {
        using var run = new TestRun();
        var line = new string('x', 1024 * 1024);
        run.Run<Levels>("A --verbosity quiet", x => x.Action = () =>
        {
            for (var i = 0; i < 70; i++)
            {
                Log.Debug("{Line:l}", line);
            }

            Log.Warning("late");
        }).ShouldBe(0);

        foreach (var file in Directory.GetFiles(Path.Combine(run.Root, ".nuke/temp"), "build*.log"))
        {
            new FileInfo(file).Length.ShouldBeLessThan(65 * 1024 * 1024);
            var last = File.ReadLines(file).TakeLast(3).ToList();
            last[0].ShouldContain("64 MiB are reached: from here on only warnings and errors are noted.");
            last[1].ShouldEndWith("W | A                    | late", Case.Sensitive);
            last[2].ShouldMatch("^… \\| 7 lines with [0-9]+ characters were left out\\.$|^7 lines with [0-9]+ characters were left out\\.$");
        }
    }
}
