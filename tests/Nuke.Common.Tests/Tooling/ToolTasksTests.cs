using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;
using Serilog;
using Serilog.Events;

namespace Nuke.Common.Tests.Tooling;

public sealed class ToolTasksTests
{
    [PathTool(Executable = "sh")]
    [LogLevelPattern(LogEventLevel.Warning, "^warn")]
    [LogLevelPattern(LogEventLevel.Error, "^ERR")]
    [DefaultLogLevel(LogEventLevel.Information)]
    private class ScriptTasks : ToolTasks, IRequirePathTool
    {
        public static IReadOnlyCollection<Output> Script(ScriptSettings options) => new ScriptTasks().Run(options);
        public static IReadOnlyCollection<Output> Script(ArgumentStringHandler arguments, Func<IProcess, object>? exitHandler = null)
            => new ScriptTasks().Run(arguments, exitHandler: exitHandler);
        public static (int Result, IReadOnlyCollection<Output> Output) Number(ScriptSettings options) => new ScriptTasks().Run<ScriptSettings, int>(options);

        protected override object GetResult<T>(ToolOptions options, IReadOnlyCollection<Output> output) => int.Parse(output.StdToText());
        protected override T PreProcess<T>(T options) => options.SetProcessWorkingDirectory(Path.GetTempPath());
    }

    private sealed class DerivedTasks : ScriptTasks;

    [LogErrorAsStandard]
    private sealed class NoisyTasks : ToolTasks
    {
        public Action<OutputType, string> Logger => GetLogger();
        public string PathOfTool => GetToolPath();
    }

    [Command(Type = typeof(ScriptTasks), Command = "Script", Arguments = "-c")]
    private sealed class ScriptSettings : ToolOptions
    {
        [Argument(Format = "{value}", Position = 1)] public string Script => Get<string>(() => Script);
        [Argument(Format = "{value}", Position = 2, Secret = true)] public string Token => Get<string>(() => Token);
        [Argument(Format = "--header {value}", Position = -1, Secret = true)] public IReadOnlyList<string> Headers => Get<List<string>>(() => Headers);
    }

    private static ScriptSettings Script(string script, string? token = null) => new ScriptSettings()
        .Modify(x => x.Set(() => new ScriptSettings().Script, script)).Modify(x => x.Set(() => new ScriptSettings().Token, token));

    [PathTool]
    private sealed class NamelessTasks : ToolTasks
    {
        public string PathOfTool => GetToolPath();
    }

    [Fact]
    public void An_attribute_that_does_not_name_the_tool_is_told()
        => Should.Throw<InvalidOperationException>(() => new NamelessTasks().PathOfTool).Message
            .ShouldBe("PathToolAttribute does not say where the tool is: set Executable, or name the tool's path with SetProcessToolPath.");

    private sealed class Logging : NukeBuild
    {
        Target Run => _ => _.Executes(() => ScriptTasks.Script(Script(
            "echo plain; echo warning: x; echo error: y; echo bad >&2; echo $0; exit 3",
            "s3same").SetProcessExitHandler(_ => { })));
    }

    [UnixFact]
    public void Lines_are_logged_at_the_level_that_the_attributes_say_and_secrets_are_not()
    {
        using var run = new TestRun();
        run.Run<Logging>("Run").ShouldBe(0, run.Output);
        run.Output.ShouldContain("[INF] plain");
        run.Output.ShouldContain("[WRN] warning: x");
        run.Output.ShouldContain("[ERR] error: y");
        run.Output.ShouldContain("[ERR] bad");
        run.Output.ShouldContain("[INF] [REDACTED]");
        run.Output.ShouldContain("exit 3\" [REDACTED]");
        run.Output.ShouldNotContain("s3same");
    }

    private sealed class LoggingList : NukeBuild
    {
        Target Run => _ => _.Executes(() => ScriptTasks.Script(
            Script("true").Modify(x => x.Set(() => new ScriptSettings().Headers, new List<string> { "X-One: first", "second" }))));
    }

    [UnixFact]
    public void Of_a_list_of_secrets_none_is_in_the_invocation()
    {
        using var run = new TestRun();
        run.Run<LoggingList>("Run").ShouldBe(0, run.Output);
        run.Output.ShouldContain("--header \"[REDACTED]\" --header [REDACTED]");
    }

    [UnixFact]
    public void An_exit_code_is_an_error_unless_it_is_handled()
    {
        var failing = Script("echo $0 >&2; exit 3", "s3same").DisableProcessOutputLogging().DisableProcessInvocationLogging();
        var exception = Should.Throw<ProcessException>(() => ScriptTasks.Script(failing));
        exception.ExitCode.ShouldBe(3);
        exception.Message.ShouldContain("[REDACTED]");
        exception.Message.ShouldNotContain("s3same");
        ScriptTasks.Script(failing.DisableProcessExitHandling()).Count.ShouldBe(1);
        ScriptSettings? seen = null;
        ScriptTasks.Script(failing.SetProcessExitHandler((ScriptSettings options, IProcess process) => { seen = options; }));
        seen!.Script.ShouldStartWith("echo");
    }

    [UnixFact]
    public void A_result_is_read_from_the_output()
    {
        ScriptTasks.Number(Script("echo 42").DisableProcessOutputLogging().DisableProcessInvocationLogging()).Result.ShouldBe(42);
        Should.Throw<InvalidDataException>(() => ScriptTasks.Number(Script("echo many").DisableProcessOutputLogging().DisableProcessInvocationLogging()))
            .Message.ShouldStartWith("No Int32 can be read from the output of the command: ");
    }

    [Fact]
    public void The_most_derived_tasks_are_resolved() => ToolTasks.Resolve<ScriptTasks>().ShouldBeOfType<DerivedTasks>();

    [Fact]
    public void Tasks_without_a_place_of_their_tool_say_so() => Should.Throw<InvalidOperationException>(() => new NoisyTasks().PathOfTool)
        .Message.ShouldBe("Where the tool of 'NoisyTasks' is, is not known. Name it with SetProcessToolPath.");

    private sealed class Combining : NukeBuild
    {
        Target Run => _ => _.Executes(() =>
        {
            CombinatorialConfigure<ScriptSettings> two = _ => _.CombineWith(["a", "b"], (_, v) => Script($"echo {v}1; echo {v}2"));
            two.Invoke(ScriptTasks.Script, degreeOfParallelism: 2, completeOnFailure: false).Select(x => x.Output.Count).ShouldBe([2, 2]);
        });
    }

    [UnixFact]
    public void Lines_of_combined_runs_do_not_mix()
    {
        using var run = new TestRun();
        run.Run<Combining>("Run").ShouldBe(0, run.Output);
        var lines = run.Output.Split('\n').Select(x => x.Split(' ')[^1]).Where(x => x is "a1" or "a2" or "b1" or "b2");
        string.Join(' ', lines).ShouldBeOneOf("a1 a2 b1 b2", "b1 b2 a1 a2");
    }

    [Fact]
    public void Combinations_run_all_when_told_to_complete_and_report_every_failure()
    {
        var ran = 0;
        CombinatorialConfigure<ScriptSettings> three = _ => _.CombineWith([1, 2, 3], (_, v) => Script($"{v}"));
        var exception = Should.Throw<AggregateException>(() => three.Invoke(
            (ScriptSettings x) =>
            {
                Interlocked.Increment(ref ran);
                return x.Script == "2" ? (IReadOnlyCollection<Output>)[] : throw new InvalidOperationException(x.Script);
            },
            degreeOfParallelism: 2,
            completeOnFailure: true));
        ran.ShouldBe(3);
        exception.InnerExceptions.Select(x => x.Message).Order().ShouldBe(["1", "3"]);
    }

    private class Unmapped : NukeBuild
    {
        Target Run => _ => _.Executes(() => Log.Information("verbosity {Verbosity:l}", (string?)new DotNetBuildSettings().Verbosity ?? "none"));
    }

    [DotNetVerbosityMapping]
    private sealed class Mapped : Unmapped;

    [Fact]
    public void Options_take_the_verbosity_of_the_build_when_the_build_maps_it()
    {
        using var run = new TestRun();
        run.Run<Mapped>("Run --verbosity verbose").ShouldBe(0, run.Output);
        run.Output.ShouldContain("verbosity detailed");
        run.Run<Unmapped>("Run --verbosity verbose").ShouldBe(0, run.Output);
        run.Output.ShouldContain("verbosity none");
    }
}
