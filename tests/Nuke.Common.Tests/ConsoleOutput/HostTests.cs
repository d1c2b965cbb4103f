using Nuke.Common.CI;
using Serilog;

namespace Nuke.Common.Tests.ConsoleOutput;

public sealed class HostTests
{
    public class Talking : NukeBuild
    {
        Target A => _ => _.Executes(() =>
        {
            Log.Information("hello");
            Log.Warning("careful");
            Log.Debug("##own[command]");
        });
    }

    [Theory]
    [InlineData("IDEA_INITIAL_DIRECTORY", "/src", "Rider")]
    [InlineData("XPC_SERVICE_NAME", "application.com.jetbrains.rider.1", "Rider")]
    [InlineData("TERMINAL_EMULATOR", "JetBrains-JediTerm", "Rider")]
    [InlineData("VisualStudioVersion", "17.0", "VisualStudio")]
    [InlineData("VSCODE_PID", "12", "VSCode")]
    [InlineData("VSCODE_GIT_IPC_HANDLE", "/tmp/x.sock", "VSCode")]
    [InlineData("TERMINAL_EMULATOR", "other", "Terminal")]
    public void The_terminal_of_an_editor_is_recognised_and_local(string variable, string value, string host)
    {
        using var run = new TestRun();
        run.Variables[variable] = value;
        run.Run<Talking>("A").ShouldBe(0);
        run.Session.Host.ToString().ShouldBe(host);
        run.Build.ShouldBeAssignableTo<INukeBuild>()!.IsLocalBuild.ShouldBeTrue();
    }

    [Fact]
    public void A_server_is_recognised_before_an_editor_and_the_command_line_before_both()
    {
        using var run = new TestRun();
        run.Variables["VSCODE_PID"] = "12";
        run.Variables["GITLAB_CI"] = "true";
        run.Run<Talking>("A").ShouldBe(0);
        run.Session.Host.ToString().ShouldBe("GitLab");
        run.Run<Talking>("A --host rider").ShouldBe(0);
        run.Session.Host.ToString().ShouldBe("Rider");
    }

    private sealed class OwnHost : Host, IBuildServer
    {
        public List<string> Told { get; } = [];

        string IBuildServer.Branch => "main";
        string IBuildServer.Commit => "1";

        protected internal override IDisposable WriteBlock(string text)
        {
            Told.Add($"block {text}");
            return new End(() => Told.Add($"end {text}"));
        }

        protected internal override void ReportWarning(string text, string? details = null) => Told.Add($"warning {text}");
        protected internal override void ReportError(string text, string? details = null) => Told.Add($"error {text} {details?.Split('\n')[0]}");
        protected internal override bool FilterMessage(string message) => message.StartsWith("##own");
        protected internal override void WriteErrorsAndWarnings() => Told.Add("issues");
        protected internal override void WriteTargetOutcome(INukeBuild build) => Told.Add($"targets of {build.GetType().Name}");
        protected internal override void WriteBuildOutcome(INukeBuild build) => Told.Add($"outcome {build.IsSucceeding}");

        private sealed class End(Action action) : IDisposable
        {
            public void Dispose() => action();
        }
    }

    private sealed class Broken : NukeBuild
    {
        Target A => _ => _.Executes(() =>
        {
            Log.Warning("careful");
            Log.Error(new Exception("why"), "what");
            Log.Debug("##own[command]");
            Log.Debug("shown");
        });
    }

    [Fact]
    public void A_host_of_the_build_decides_how_everything_looks()
    {
        using var run = new TestRun();
        var host = new OwnHost();
        run.Run<Broken>("A --parallel 1", _ => NukeBuild.Host = host).ShouldBe(0, run.Output);
        host.Told.ShouldBe(["block A", "warning careful", "error what: why System.Exception: why", "end A", "issues", "targets of Broken", "outcome True"]);
        run.Output.ShouldBe("""
            03:04:05 [WRN] careful
            03:04:05 [ERR] what: why
            03:04:05 [DBG] shown
            """);
    }

    [DisableDefaultOutput]
    private sealed class Mute : Talking;

    [DisableDefaultOutput(DefaultOutput.Timestamps, DefaultOutput.ErrorsAndWarnings, DefaultOutput.TargetHeader, DefaultOutput.TargetOutcome)]
    private sealed class Terse : Talking;

    [OnGitHub(DefaultOutput.TargetCollapse, DefaultOutput.BuildOutcome, DefaultOutput.TargetOutcome, DefaultOutput.ErrorsAndWarnings)]
    private sealed class Sometimes : Talking;

    private sealed class OnGitHubAttribute(params DefaultOutput[] outputs) : DisableDefaultOutputAttribute(outputs)
    {
        public override bool IsApplicable(INukeBuild build) => build.Host is Nuke.Common.CI.GitHubActions.GitHubActions;
    }

    [Fact]
    public void Parts_of_the_output_can_be_turned_off()
    {
        using var mute = new TestRun();
        mute.Run<Mute>("A").ShouldBe(0);
        mute.Output.ShouldBe("[INF] hello\n[WRN] careful\n[DBG] ##own[command]");

        using var terse = new TestRun();
        terse.Run<Terse>("A").ShouldBe(0);
        terse.Output.ShouldBe("[INF] hello\n[WRN] careful\n[DBG] ##own[command]\n\nBuild succeeded on 2026-01-02 03:04:05.");

        using var sometimes = new TestRun();
        sometimes.Run<Sometimes>("A").ShouldBe(0);
        sometimes.Output.ShouldContain("║ A");
        sometimes.Output.ShouldContain("Build succeeded");

        using var server = new TestRun();
        server.Variables["GITHUB_ACTIONS"] = "true";
        server.Variables["NO_COLOR"] = "1";
        server.Run<Sometimes>("A").ShouldBe(0);
        server.Output.ShouldBe("03:04:05 [INF] hello\n::warning::careful\n03:04:05 [DBG] ##own[command]");
    }

    [Theory]
    [InlineData("terminal", "", true)]
    [InlineData("terminal", "NO_COLOR=1", false)]
    [InlineData("terminal", "NO_COLOR=", true)]
    [InlineData("terminal", "TERM=dumb", false)]
    [InlineData("terminal", "CLICOLOR=0", false)]
    [InlineData("terminal", "FORCE_COLOR=0", false)]
    [InlineData("redirected", "", false)]
    [InlineData("redirected", "FORCE_COLOR=1", true)]
    [InlineData("redirected", "CLICOLOR_FORCE=1", true)]
    [InlineData("redirected", "CLICOLOR_FORCE=0", false)]
    [InlineData("redirected", "CLICOLOR_FORCE=1 NO_COLOR=1", false)]
    [InlineData("redirected", "GITHUB_ACTIONS=true", true)]
    [InlineData("redirected", "GITLAB_CI=true", true)]
    [InlineData("redirected", "GITLAB_CI=true NO_COLOR=1", false)]
    [InlineData("redirected", "JENKINS_HOME=/j", false)]
    [InlineData("terminal", "JENKINS_HOME=/j", false)]
    public void Colours_follow_the_terminal_and_what_people_ask_for(string where, string variables, bool colored)
    {
        using var run = new TestRun { IsTerminal = where == "terminal" };
        foreach (var pair in variables.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            run.Variables[pair.Split('=')[0]] = pair.Split('=')[1];
        }

        run.Run<Talking>("A").ShouldBe(0);
        (run.Output.Split('\n').Any(x => x.Contains("\e[3"))).ShouldBe(colored);
    }

    [Fact]
    public void The_banner_says_how_many_targets_run_at_a_time()
    {
        using var text = new StringWriter();
        using var run = new OutputRun(["A"], text, isTerminal: false, parallel: 3, noLogo: false);
        text.ToString().ShouldStartWith("Fairlead build engine\nNUKE API 10.1 · ");
        text.ToString().ShouldEndWith("up to 3 targets at a time\n");
    }
}
