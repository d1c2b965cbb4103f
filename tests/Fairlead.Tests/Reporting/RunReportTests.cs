using System.Text;
using System.Text.Json.Nodes;
using Fairlead.Reporting;

namespace Fairlead.Tests.Reporting;

public sealed class RunReportTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new("report-");

    [Fact]
    public void Markdown_tells_outcome_errors_targets_and_where_the_time_went()
        => MarkdownRunReport.Write(SomeRun.Failed).ShouldBe("""
            ## ❌ Deploy failed

            **Test**

            ````text
            2 tests failed:
              Expected <b> but was ```
            ````

            | Target | Result | Duration | Notes |
            |---|---|---:|---|
            | Restore | Succeeded | 1.0 s |  |
            | Compile | Succeeded | 4.0 s |  |
            | Web | Succeeded | 2.0 s |  |
            | Lint | Succeeded | 1.0 s |  |
            | Docs | Skipped |  | runs only when Docs \| changed |
            | Test | RolledBack | 3.0 s | Passed: 40 |
            | Deploy | Not run |  | needs Test, which failed |

            - Wall time: 10 s
            - Critical path: 9.0 s, 90 % of the wall time: Restore → Compile → Test
            - Wall time per critical path: 1.11 (1.00 cannot be beaten)
            - Waiting for a slot: 0 ms, 0 %; at most 2 ran at the same time
            - Nothing ran: 1.0 s, 10 %

            ```mermaid
            gantt
                dateFormat x
                axisFormat %M:%S
                Restore :crit, 0, 1000
                Compile :crit, 1000, 5000
                Web :1000, 3000
                Lint :3000, 4000
                Test :crit, 6000, 9000
            ```

            """);

    [Theory]
    [InlineData(1024)]
    [InlineData(600)]
    [InlineData(100)]
    [InlineData(10)]
    public void Markdown_keeps_within_the_limit_of_the_page(int bytes)
        => Encoding.UTF8.GetByteCount(MarkdownRunReport.Write(SomeRun.Failed, bytes)).ShouldBeLessThanOrEqualTo(bytes);

    [Fact]
    public void A_step_summary_is_added_to_and_the_limit_counts_what_stands_there()
    {
        var file = Path.Combine(_directory, "summary");
        File.WriteAllText(file, "before\n");

        RunReportFiles.AppendStepSummary(file, SomeRun.Failed);
        File.ReadAllText(file).ShouldStartWith("before\n## ❌ Deploy failed");

        File.WriteAllText(file, new string('x', RunReportFiles.StepSummaryLimit - 5));
        RunReportFiles.AppendStepSummary(file, SomeRun.Failed);
        new FileInfo(file).Length.ShouldBeLessThanOrEqualTo(RunReportFiles.StepSummaryLimit);
    }

    [Fact]
    public void Html_is_well_formed_needs_no_network_and_escapes_what_the_build_says()
    {
        var html = HtmlRunReport.Write(SomeRun.Failed);

        var document = Html.Parse(html);
        document.Descendants("pre").Single().Value.ShouldBe("2 tests failed:\n  Expected <b> but was ```");
        document.Descendants("rect").Count(x => x.Attribute("class")!.Value.StartsWith("critical", StringComparison.Ordinal)).ShouldBe(3);
        document.Descendants("line").Count(x => x.Attribute("class")!.Value == "waiting").ShouldBe(1);
        document.Descendants("a").Single().Attribute("href")!.Value.ShouldBe("https://ci.example/run/1?a=b&c=d");
    }

    [Fact]
    public void A_run_url_that_is_none_is_no_link() => HtmlRunReport.Write(SomeRun.Failed with { RunUrl = "javascript:alert(1)" }).ShouldNotContain("<a ");

    [Fact]
    public void The_record_is_json_with_the_durations_that_the_next_run_reads()
    {
        var files = new RunReportFiles(Path.Combine(_directory, "new"));
        files.ReadDurations().ShouldBeEmpty();

        files.Write(SomeRun.Failed.After([]));

        files.ReadDurations().ShouldBe([new("Compile", 4), new("Lint", 1), new("Restore", 1), new("Web", 2)]);
        Directory.GetFiles(Path.Combine(_directory, "new")).Select(Path.GetFileName).ShouldBe(["report.html", "report.json"], ignoreOrder: true);
        var json = JsonNode.Parse(File.ReadAllText(files.JsonFile))!;
        ((int)json["version"]!).ShouldBe(1);
        ((string)json["started"]!).ShouldBe("2026-01-02T03:04:05Z");
        json["targets"]![5]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }).ShouldBe(
            """{"name":"Test","result":"Failed","start":6,"end":9,"waitsFor":["Compile","Web"],"summary":{"Outcome":"RolledBack","Passed":"40"}"""
                + ""","errors":["2 tests failed:","  Expected <b> but was ```"]}""");
    }

    [Theory]
    [InlineData("{")]
    [InlineData("""{"durations":[]}""")]
    [InlineData("""{"durations":{"A":"1"}}""")]
    [InlineData("null")]
    public void A_record_that_cannot_be_read_is_as_none(string content)
    {
        var files = new RunReportFiles(_directory);
        File.WriteAllText(files.JsonFile, content);

        files.ReadDurations().ShouldBeEmpty();
    }

    [Fact]
    public void Durations_of_targets_that_did_not_run_this_time_are_kept()
        => SomeRun.Failed.After([new("Docs", 7), new("Compile", 99), new("Test", 5)]).Durations
            .ShouldBe([new("Compile", 4), new("Docs", 7), new("Lint", 1), new("Restore", 1), new("Test", 5), new("Web", 2)]);

    [Fact]
    public void Secrets_are_taken_out_before_lines_are_cut()
    {
        var record = SomeRun.Failed with
        {
            Targets = [SomeRun.Target("A", TargetResult.Failed, 0, 1) with
        {
            Errors = [new string('x', 498) + "hunter2"],
            Reason = "hunter2",
            Summary = new Dictionary<string, string> { ["Key"] = "hunter2" }
        }]
        };

        var masked = record.Masked(x => x.Replace("hunter2", "***", StringComparison.Ordinal)).Targets[0];

        masked.Errors.ShouldBe([new string('x', 498) + "**…"]);
        masked.Reason.ShouldBe("***");
        masked.Summary["Key"].ShouldBe("***");
    }

    [Fact]
    public void Of_many_errors_the_first_and_the_last_are_kept()
    {
        var recorder = new RunRecorder(TimeProvider.System);
        for (var i = 1; i <= 1000; i++)
        {
            recorder.Error("A", $"error {i}");
        }

        var errors = recorder.Finish(RunOutcome.Failed, ["A"], [SomeRun.Target("A", TargetResult.Failed, null, null)]).Targets[0].Errors;

        errors.Count.ShouldBe(21);
        errors[0].ShouldBe("error 1");
        errors[14].ShouldBe("error 15");
        errors[15].ShouldBe("…");
        errors[16].ShouldBe("error 996");
        errors[^1].ShouldBe("error 1000");
    }

    public void Dispose() => _directory.Dispose();
}
