using System.Text.Json;
using Nuke.Common;
using Nuke.Common.Utilities.Collections;
using Serilog;

namespace Fairlead.Components.Tests.Reporting;

public sealed class RunReportAttributeTests : IDisposable
{
    private readonly BuildInProcess _run = new();

    [RunReport]
    private sealed class Shop : NukeBuild
    {
        [Parameter][Secret] private string? ApiKey { get; } = null;

        private Target Restore => _ => _.Executes(() => ReportSummary(_ => _.AddPair("Packages", $"12 with {ApiKey}")));
        private Target Lint => _ => _.OnlyWhenDynamic(() => false).Executes(() => { });
        private Target Compile => _ => _.DependsOn(Restore, Lint).Executes(() => Log.Information("nothing wrong"));
        private Target Test => _ => _.DependsOn(Compile).Executes(() =>
        {
            Log.Error("2 of {Count} tests failed with {Key}", 40, ApiKey);
            throw new InvalidOperationException("Tests failed.");
        });
        private Target Pack => _ => _.DependsOn(Test).Executes(() => { });
    }

    [Fact]
    public void A_failed_run_leaves_a_record_of_every_target_without_secrets()
    {
        var (exitCode, _) = _run.Run<Shop>("Pack", "--api-key", "hunter2-hunter2");

        exitCode.ShouldBe(-1);
        using var json = JsonDocument.Parse(File.ReadAllText(_run.PathOf(".nuke/temp/report.json")));
        json.RootElement.GetProperty("outcome").GetString().ShouldBe("Failed");
        json.RootElement.GetProperty("invoked")[0].GetString().ShouldBe("Pack");
        var targets = json.RootElement.GetProperty("targets").EnumerateArray().ToDictionary(x => x.GetProperty("name").GetString()!);
        targets.ToDictionary(x => x.Key, x => x.Value.GetProperty("result").GetString()).ShouldBe(
            new Dictionary<string, string?>
            {
                ["Restore"] = "Succeeded",
                ["Lint"] = "Skipped",
                ["Compile"] = "Succeeded",
                ["Test"] = "Failed",
                ["Pack"] = "NotRun"
            },
            ignoreOrder: true);
        targets["Lint"].GetProperty("reason").GetString().ShouldBe("runs only when false");
        targets["Pack"].GetProperty("reason").GetString().ShouldBe("needs Test, which failed");
        targets["Restore"].GetProperty("summary").GetProperty("Packages").GetString().ShouldBe("12 with [REDACTED]");
        targets["Test"].GetProperty("errors").EnumerateArray().Select(x => x.GetString()).ShouldBe(["2 of 40 tests failed with [REDACTED]", "Tests failed."]);
        targets["Compile"].GetProperty("errors").GetArrayLength().ShouldBe(0);
        json.RootElement.GetProperty("durations").EnumerateObject().Select(x => x.Name).ShouldBe(["Compile", "Restore"]);
        File.ReadAllText(_run.PathOf(".nuke/temp/report.html")).ShouldNotContain("hunter2");
    }

    [RunReport]
    private sealed class Encoding : NukeBuild
    {
        [Parameter][Secret] private string? ApiKey { get; } = null;

        private Target Leak => _ => _.Executes(() =>
        {
            var basic = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"user:{ApiKey}"));
            ReportSummary(_ => _.AddPair("Url", $"https://host/?q={Uri.EscapeDataString(ApiKey!).ToLowerInvariant()}").AddPair("Basic", basic));
            Log.Error("json {Json:l}", JsonSerializer.Serialize(ApiKey));
            throw new InvalidOperationException($"<{System.Net.WebUtility.HtmlEncode(ApiKey)}> https://user:pass-word@host");
        });
    }

    [Fact]
    public void No_report_shows_a_secret_in_another_notation()
    {
        const string Key = "hunter&2/\"quoted\"";
        _run.Run<Encoding>("Leak", "--api-key", Key).ExitCode.ShouldBe(-1);

        var files = Directory.GetFiles(_run.PathOf(".nuke/temp"), "*", SearchOption.AllDirectories);
        files.Select(Path.GetFileName).ShouldContain("report.html");
        foreach (var text in files.Select(File.ReadAllText).Append(_run.Output))
        {
            foreach (var shown in new[] { "hunter", "quoted", "pass-word", "aHVudGVy", "h1bnRlc", "odW50ZX" })
            {
                text.ShouldNotContain(shown, Case.Sensitive);
            }
        }
    }

    [Fact]
    public void The_plan_shows_what_the_report_remembers()
    {
        _run.Run<Shop>("Compile").ExitCode.ShouldBe(0);
        File.WriteAllText(
            _run.PathOf(".nuke/temp/report.json"),
            File.ReadAllText(_run.PathOf(".nuke/temp/report.json")).Replace("\"durations\": {", "\"durations\": { \"Lint\": 12.34,", StringComparison.Ordinal));

        _run.Run<Shop>("Compile", "--plan").ExitCode.ShouldBe(0);

        _run.Output.ShouldContain("Lint 12 s");
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("Compile", "--plan")]
    public void A_run_of_no_targets_leaves_no_report(params string[] arguments)
    {
        _run.Run<Shop>(arguments).ExitCode.ShouldBe(0);

        File.Exists(_run.PathOf(".nuke/temp/report.json")).ShouldBeFalse();
    }

    [Fact]
    public void A_report_that_cannot_be_written_is_a_warning_and_the_build_ends_as_it_did()
    {
        Directory.CreateDirectory(_run.PathOf(".nuke/temp/report.html"));

        _run.Run<Shop>("Compile").ExitCode.ShouldBe(0);

        _run.Output.ShouldContain("[WRN] The report of this run was not written:");
    }

    [RunReport]
    private sealed class Demanding : NukeBuild
    {
        private Target Never => _ => _.Requires(() => IsServerBuild).Executes(() => { });
    }

    [Fact]
    public void A_run_that_did_not_begin_leaves_no_report()
    {
        _run.Run<Demanding>("Never").ExitCode.ShouldBe(-1);

        File.Exists(_run.PathOf(".nuke/temp/report.json")).ShouldBeFalse();
    }

    [RunReport]
    private sealed class Group : NukeBuild
    {
        private Target A => _ => _.Executes(() => { });
        private Target All => _ => _.DependsOn(A);
    }

    [Fact]
    public void A_target_without_actions_is_a_group_and_not_a_duration()
    {
        _run.Run<Group>("All").ExitCode.ShouldBe(0);

        using var json = JsonDocument.Parse(File.ReadAllText(_run.PathOf(".nuke/temp/report.json")));
        json.RootElement.GetProperty("outcome").GetString().ShouldBe("Succeeded");
        json.RootElement.GetProperty("targets")[1].GetProperty("result").GetString().ShouldBe("Group");
        json.RootElement.GetProperty("durations").EnumerateObject().Select(x => x.Name).ShouldBe(["A"]);
    }

    public void Dispose() => _run.Dispose();
}
