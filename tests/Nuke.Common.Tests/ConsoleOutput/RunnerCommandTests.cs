using Nuke.Common.Execution;
using Nuke.Common.Tooling;
using Serilog;

namespace Nuke.Common.Tests.ConsoleOutput;

public sealed class RunnerCommandTests
{
    private static readonly string[] Hostile =
    [
        "::add-mask::x-value",
        "  \t::set-env name=A::b",
        "\u00a0::stop-commands::never",
        "\u200b::set-output name=a::b",
        "\e[31m::error::x",
        "text ##[add-mask]y",
        "##[group]mine",
        "before\r::save-state name=q::1",
        "##vso[task.setvariable variable=a]b",
        "x ##vso[task.logissue type=error]b",
        "##teamcity[buildStatus status='SUCCESS']",
        "\e[0Ksection_start:1:a\r\e[0Kmine",
    ];

    private sealed class Tools : NukeBuild
    {
        Target Echo => _ => _.Executes(() => Print().AssertZeroExitCode());

        Target Error => _ => _.Executes(() => ProcessTasks.StartShell("cat lines >&2", RootDirectory).AssertZeroExitCode());

        Target Own => _ => _.Executes(() => Print((_, line) => Write(line)).AssertZeroExitCode());

        Target Logged => _ => _.Executes(() => Print((_, line) => Log.Information(line)).AssertZeroExitCode());

        Target Later => _ => _.Executes(() =>
        {
            var process = Print((_, _) => { });
            process.AssertZeroExitCode();
            foreach (var line in process.Output)
            {
                Log.Information(line.Text);
                Log.Information("{Line:l}", line.Text);
                Write(line.Text);
            }

            Log.Warning("{Text:l}", process.Output.StdToText());
            Write(process.Output.StdToText());
        });

        Target Quoted => _ => _.Executes(() =>
        {
            foreach (var line in Print((_, _) => { }).AssertZeroExitCode().Output)
            {
                Write($"it said: {line.Text}");
            }
        });

        Target Failing => _ => _.Executes(() => ProcessTasks.StartShell("cat lines >&2; exit 3", RootDirectory).AssertZeroExitCode());

        Target Build => _ => _.Executes(() =>
        {
            Log.Information("::notice::logged {Number}", 1);
            Write("::notice::printed");
            Nuke.Common.CI.GitHubActions.GitHubActions.Instance!.WriteCommand("notice", "written");
        });

        Target After => _ => _.Executes(() =>
        {
            Print(logger: null).AssertZeroExitCode();
            Log.Information("later {Value:l}", RootDirectory.Name.Length > 0 ? "t0ken-of-a-child and multi%line" : "");
            Write("::notice::printed");
            Write("##[debug]printed");
            Write("::add-mask::of-the-build");
            Log.Information("::notice::logged");
        });

        Target Engine => _ => _.Executes(() =>
        {
            Print(logger: null).AssertZeroExitCode();
            Print((_, line) => Write(line)).AssertZeroExitCode();
            ReportSummary(_ => new Dictionary<string, string> { ["Said"] = File.ReadAllText(RootDirectory / "lines").Trim() });
        });

        Target Value => _ => _.Executes(() => Log.Information("::notice::{Text:l}", "one\n::add-mask::two"));

        // As Console.WriteLine does in a run that owns the console.
        private static void Write(string text) => BuildSession.Current.Output.WriteRaw($"{text}\n");

        private static IProcess Print(Action<OutputType, string>? logger = null)
            => ProcessTasks.StartShell("cat lines", RootDirectory, logInvocation: false, logger: logger);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    public void What_a_child_prints_is_shown_and_is_no_command_to_the_runner(string noColor)
    {
        foreach (var target in (string[])["Echo", "Error", "Own", "Logged", "Later", "Quoted", "Failing"])
        {
            using var run = OnGitHub();
            run.Variables["NO_COLOR"] = noColor;
            run.Run<Tools>(target);

            Commands(run.Output).Where(x => x is not ("group" or "endgroup" or "error" or "warning")).ShouldBeEmpty($"{target}: {run.Output}");
            run.Output.ShouldContain("## [add-mask][REDACTED]", customMessage: target);
            run.Output.ShouldContain("add-mask::[REDACTED]", customMessage: target);
            Commands(run.Output).Count(x => x == "group").ShouldBe(1, $"{target}: {run.Output}");
        }
    }

    [UnixFact]
    public void What_the_build_itself_commands_reaches_the_runner()
    {
        using var run = OnGitHub();
        run.Run<Tools>("Build").ShouldBe(0, run.Output);

        run.Output.Split('\n').Where(x => x.StartsWith("::", StringComparison.Ordinal)).ShouldBe(
            ["::group::Build", "::notice::logged 1", "::notice::printed", "::notice::written", "::endgroup::Build"]);
    }

    [UnixFact]
    public void What_a_child_would_have_had_hidden_is_hidden_there_and_later()
    {
        using var run = OnGitHub();
        run.Write("lines", "::add-mask::t0ken-of-a-child\n##[add-mask]multi%25line\n##vso[task.setvariable variable=a;issecret=true]azure-token\n");
        run.Run<Tools>("After").ShouldBe(0, run.Output);

        run.Output.ShouldContain(" ::add-mask::[REDACTED]\n");
        run.Output.ShouldContain("## [add-mask][REDACTED]\n");
        run.Output.ShouldContain("issecret=true][REDACTED]\n");
        run.Output.ShouldContain("later [REDACTED] and [REDACTED]\n");
        run.Output.ShouldContain("\n::add-mask::of-the-build\n");
        run.Error.ShouldBeEmpty();
    }

    [UnixFact]
    public void A_child_that_prints_no_whole_command_stops_none_of_the_builds()
    {
        using var run = OnGitHub();
        run.Write("lines", "::\n::notice\n::notice::\n##[\n##[debug]\n");
        run.Run<Tools>("After").ShouldBe(0, run.Output);

        run.Output.Split('\n').Where(x => x.StartsWith("::notice", StringComparison.Ordinal) || x.StartsWith("##[", StringComparison.Ordinal))
            .ShouldBe(["::notice::printed", "##[debug]printed", "::notice::logged"]);
    }

    /// <summary>Each was followed to the end of the line: this took hours.</summary>
    [Theory]
    [InlineData("##[")]
    [InlineData("##[add-mask")]
    [InlineData("##vso[task.setvariable issecret=true")]
    public void A_line_of_a_child_that_is_nothing_but_beginnings_of_commands_is_read_once(string beginning)
    {
        using var run = new TestRun();
        run.Variables["GITHUB_ACTIONS"] = "true";
        run.Write("lines", $"{string.Concat(Enumerable.Repeat(beginning, (1 << 21) / beginning.Length))}\n");

        run.Run<Tools>("Echo").ShouldBe(0);

        run.Output.ShouldContain(beginning.Replace("##", "## ", StringComparison.Ordinal));
        run.Output.ShouldNotContain(beginning);
    }

    [UnixFact]
    public void A_child_that_prints_more_commands_than_can_be_remembered_stops_those_of_the_build_and_shows_nothing_that_they_hide()
    {
        using var run = OnGitHub();
        run.Write("lines", $"::notice::{new string('x', 1 << 20)}\n");
        run.Run<Tools>("After").ShouldBe(0);

        Commands(run.Output).ShouldNotContain("notice");
        run.Output.ShouldContain(": :add-mask::[REDACTED]\n");
        run.Output.ShouldNotContain("of-the-build");
    }

    [UnixFact]
    public void A_secret_that_looks_like_a_command_is_hidden()
    {
        foreach (var secret in (string[])["##[t0ken", "::t0ken::", "##vso[t0ken]"])
        {
            using var run = OnGitHub();
            run.Variables["ENGINE_PASSWORD"] = secret;
            run.Write("lines", $"{secret}\n");
            run.Run<Tools>("Engine").ShouldBe(0, run.Output);

            run.Output.ShouldNotContain("t0ken", customMessage: secret);
            run.Output.ShouldContain("Said: [REDACTED]", customMessage: secret);
        }
    }

    [UnixFact]
    public void A_value_in_a_command_of_the_build_begins_no_other_one()
    {
        using var run = OnGitHub();
        run.Run<Tools>("Value").ShouldBe(0, run.Output);

        run.Output.ShouldContain("::notice::one%0A::add-mask::two");
        Commands(run.Output).ShouldNotContain("add-mask");
    }

    [UnixFact]
    public void A_tool_that_is_allowed_to_commands_the_runner()
    {
        using var run = OnGitHub();
        run.Run<Tools>("Echo --runner-commands bash").ShouldBe(0, run.Output);

        Commands(run.Output).ShouldContain("add-mask");
        run.Run<Tools>("Echo --runner-commands dotnet npm").ShouldBe(0, run.Output);
        Commands(run.Output[run.Output.LastIndexOf("::group::Echo", StringComparison.Ordinal)..]).ShouldNotContain("add-mask");
    }

    [UnixFact]
    public void Azure_and_TeamCity_which_look_like_a_pipe_get_no_command_either()
    {
        using var run = With();
        run.Run<Tools>("Own").ShouldBe(0, run.Output);

        run.Output.ShouldContain("## vso[task.setvariable variable=a]b");
        run.Output.ShouldNotContain("##vso[");
        run.Output.ShouldNotContain("##teamcity[");
    }

    [UnixFact]
    public void GitLab_gets_no_section_of_a_childs()
    {
        using var run = With();
        run.Variables["GITLAB_CI"] = "true";
        run.Run<Tools>("Own").ShouldBe(0, run.Output);

        run.Output.Split("section_start:").Length.ShouldBe(2, run.Output);
        run.Output.ShouldContain(":target_Own[");
    }

    [UnixFact]
    public void A_person_at_a_terminal_sees_lines_as_they_are()
    {
        using var run = With(isTerminal: true);
        run.Run<Tools>("Own").ShouldBe(0, run.Output);

        run.Output.ShouldContain("##[group]mine");
        run.Output.ShouldContain("\n::add-mask::[REDACTED]\n");
    }

    private static TestRun OnGitHub()
    {
        var run = With();
        run.Variables["GITHUB_ACTIONS"] = "true";
        return run;
    }

    private static TestRun With(bool isTerminal = false)
    {
        var run = new TestRun { IsTerminal = isTerminal };
        run.Write("lines", string.Concat(Hostile.Select(x => $"{x}\n")));
        return run;
    }

    /// <summary>What the runner takes for commands, read as it reads: a lone return ends a line; :: behind white space; ##[ anywhere.</summary>
    private static List<string> Commands(string output)
    {
        var commands = new List<string>();
        foreach (var line in output.Split(['\r', '\n']))
        {
            var trimmed = line.TrimStart();
            if (trimmed.StartsWith("::", StringComparison.InvariantCulture) && trimmed.IndexOf("::", 2, StringComparison.Ordinal) is > 0 and var end)
            {
                commands.Add(trimmed[2..end].Split(' ')[0]);
            }
            else if (line.IndexOf("##[", StringComparison.Ordinal) is >= 0 and var start && line.IndexOf(']', start) is > 0 and var close)
            {
                commands.Add(line[(start + 3)..close].Split(' ')[0]);
            }
        }

        return commands;
    }
}
