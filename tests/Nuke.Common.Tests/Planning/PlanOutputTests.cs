using System.Text.Json;
using Nuke.Common.Execution;
using Nuke.Common.Planning;

namespace Nuke.Common.Tests.Planning;

public sealed class PlanOutputTests
{
    private sealed class Shop : NukeBuild
    {
        [Parameter("A secret")][Secret] readonly string? ApiKey;

        Target Restore => _ => _.Executes(() => throw new Exception("a plan runs nothing"));
        Target Compile => _ => _.DependsOn(Restore).Executes(() => { });
        Target Lint => _ => _.DependsOn(Restore).OnlyWhenStatic(() => IsServerBuild).Executes(() => { });
        Target Test => _ => _.DependsOn(Compile, Lint).OnlyWhenDynamic(() => IsLocalBuild).Triggers(Report).Executes(() => { });
        Target Report => _ => _.AssuredAfterFailure().Executes(() => { });
        Target Late => _ => _.After(Test).Executes(() => { });
    }

    private static string Plan(string arguments, Action<TestRun>? prepare = null, int exitCode = 0)
    {
        using var run = new TestRun();
        prepare?.Invoke(run);
        run.Run<Shop>($"{arguments} --parallel 2").ShouldBe(exitCode, run.Output);
        return run.Output;
    }

    [Fact]
    public void The_picture_tells_what_runs_what_may_run_and_what_is_skipped_and_why()
        => Plan("Test Late --plan").ShouldBe("""

            Plan for Test, Late

              ● Restore
              ├────────┐
              ○ Lint   ● Compile
              ├────────┘
              ◐ Test
              ├────────┐
              ● Late   ● Report

              A target starts when all that lead to it from above have ended; side by side they run together.
              ● runs
              ◐ decided when its turn comes, runs only when IsLocalBuild: Test
              ○ skipped because it runs only when IsServerBuild: Lint
              Report is triggered by Test, and runs also after a failure.

            5 targets (1 more skipped), at most 2 at the same time, longest chain Restore → Compile → Test →
              Late.
            """);

    [Fact]
    public void A_dumb_terminal_gets_plain_characters()
        => Plan("Test --plan --skip Lint", x => x.Variables["TERM"] = "dumb").ShouldAllBe(x => x < 128);

    [Fact]
    public void The_targets_that_a_skip_takes_along_say_because_of_what()
        => Plan("Test Late --plan --skip Test").ShouldContain("○ skipped because of Test: Compile");

    [Fact]
    public void Durations_of_earlier_runs_are_shown_with_what_the_chain_is_expected_to_take()
    {
        var output = Plan("Test --plan", x => x.Write(".nuke/temp/report.json", """{"version":1,"durations":{"Restore":2.04,"Compile":100,"Gone":4}}"""));

        output.ShouldContain("● Compile 1:40 min");
        output.ShouldContain("expected to take 1:42 min, as in the last runs (not known of all).");
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[1]")]
    [InlineData("""{"durations":[1]}""")]
    [InlineData("""{"durations":{"Compile":"x"}}""")]
    public void A_record_that_cannot_be_read_is_as_none(string record)
        => Plan("Test --plan", x => x.Write(".nuke/temp/report.json", record)).ShouldContain("longest chain Restore → Compile → Test");

    [Fact]
    public void Json_has_every_relation_and_its_reason()
    {
        using var json = JsonDocument.Parse(Plan("Test Late --plan --format json"));

        json.RootElement.GetProperty("version").GetInt32().ShouldBe(1);
        var test = json.RootElement.GetProperty("targets").EnumerateArray().Single(x => x.GetProperty("name").GetString() == "Test");
        test.GetProperty("forecast").GetString().ShouldBe("mayBeSkipped");
        test.GetProperty("reason").GetString().ShouldBe("only when IsLocalBuild");
        test.GetProperty("waitsFor").EnumerateArray().Select(x => (x.GetProperty("target").GetString(), x.GetProperty("because").GetString()))
            .ShouldBe([("Compile", "dependency"), ("Lint", "dependency")]);
        var late = json.RootElement.GetProperty("targets").EnumerateArray().Single(x => x.GetProperty("name").GetString() == "Late");
        late.GetProperty("waitsFor")[0].GetProperty("because").GetString().ShouldBe("order");
    }

    [Fact]
    public void Mermaid_draws_dependencies_triggers_and_order_differently()
        => Plan("Test Late --plan --format Mermaid").ShouldBe("""
            flowchart TD
                t0["Restore"]
                t1["Lint"]:::skipped
                t2["Compile"]
                t3["Test"]:::invoked
                t4["Late"]:::invoked
                t5["Report"]
                t0 --> t1
                t0 --> t2
                t2 --> t3
                t1 --> t3
                t3 -.-> t4
                t3 ==> t5
                classDef invoked stroke-width:4px
                classDef maybe stroke-dasharray:5 4
                classDef skipped opacity:0.45,stroke-dasharray:2 3
            """);

    [Fact]
    public void Dot_quotes_what_conditions_say()
    {
        var graph = SomeGraph.Of("A", "B: A").With("B", x => x with { Forecast = TargetForecast.Skipped, Reason = "only when Name == \"x\\y\"" });

        DotPlan.Lines(graph).ShouldContain("""    "B" [style="rounded,dotted", fontcolor=gray40, tooltip="only when Name == \"x\\y\""];""");
        DotPlan.Lines(graph).ShouldContain("""    "A" -> "B";""");
    }

    [Fact]
    public void Html_is_a_file_of_its_own_that_needs_no_network_and_escapes_what_it_is_told()
    {
        using var run = new TestRun();
        run.Run<Shop>("Test --plan --format html").ShouldBe(0, run.Output);

        run.Output.ShouldBe(Path.Combine("ROOT", ".nuke", "temp", "execution-plan.html"));
        var html = File.ReadAllText(Path.Combine(run.Root, ".nuke", "temp", "execution-plan.html"));
        html.ShouldContain("<svg role=\"img\"");
        html.ShouldContain("Test</th><td>runs only when IsLocalBuild, decided when its turn comes; asked for</td>");
        html.ShouldNotContain("http");
        HtmlPlan.Write(SomeGraph.Of("<A>")).ShouldNotContain("<A>");
    }

    [Fact]
    public void The_browser_opens_only_where_somebody_sits()
    {
        IsThere(("DISPLAY", ":0")).ShouldBeTrue();
        IsThere(("DISPLAY", ":0"), ("SSH_CONNECTION", "1 2 3 4")).ShouldBeFalse();
        IsThere(("DISPLAY", ":0"), ("GITHUB_ACTIONS", "true")).ShouldBeFalse();
        IsThere(("DISPLAY", ":0"), ("CI", "1")).ShouldBeFalse();

        static bool IsThere(params (string Key, string Value)[] variables)
        {
            using var run = new TestRun { IsTerminal = true };
            foreach (var (key, value) in variables)
            {
                run.Variables[key] = value;
            }

            run.Run<Shop>("Compile --plan");
            return DesktopBrowser.IsThere(run.Session);
        }
    }

    [Theory]
    [InlineData("Test --plan --format svg", "--format was given 'svg', which is not a format of a plan. Give one of: text, mermaid, dot, json, html.")]
    [InlineData("Test --plan --format", "--format was given '', which is not a format of a plan.")]
    [InlineData("Test --plan --format 1", "--format was given '1'")]
    [InlineData("Test --format json", "--format says how a plan is written, but no plan was asked for. Add --plan.")]
    public void A_format_that_is_none_or_stands_alone_is_refused(string arguments, string expected)
        => Plan(arguments, exitCode: -1).ShouldContain(expected);

    private sealed class WithFormat : NukeBuild
    {
        [Parameter] readonly string? Format;

        Target Show => _ => _.Executes(() => Format.ShouldBe("pdf"));
    }

    [Fact]
    public void A_build_may_have_a_parameter_of_that_name()
    {
        using var run = new TestRun();
        run.Run<WithFormat>("Show --format pdf").ShouldBe(0, run.Output);
        run.Names(ExecutionStatus.Succeeded).ShouldBe(["Show"]);
    }
}
