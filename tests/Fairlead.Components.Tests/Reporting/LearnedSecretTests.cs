using System.Net;
using System.Security;
using System.Text;
using System.Text.Json;
using Fairlead.Secrets;
using Nuke.Common;
using Nuke.Common.Tooling;
using Nuke.Common.Utilities.Collections;
using Serilog;

namespace Fairlead.Components.Tests.Reporting;

/// <summary>What a run has learnt while it ran is nowhere in what it leaves: console, log, report, record, step summary, spans.</summary>
[Collection(ProcessEnvironment.Name)]
public sealed class LearnedSecretTests : IDisposable
{
    private const string Key = "hunter&2/\"quoted\" it's<b>";
    private const string Lines = "-----BEGIN PRIVATE KEY-----\nMIIBfirst+line/42==\nsecond,line;of-it\n-----END PRIVATE KEY-----";

    private readonly BuildInProcess _run = new();
    private readonly LoopbackServer _collector = new(_ => new ScriptedResponse(200, ""));

    public LearnedSecretTests()
    {
        Environment.SetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT", _collector.Url.AbsoluteUri);
        Environment.SetEnvironmentVariable("GITHUB_STEP_SUMMARY", _run.PathOf("summary.md"));
    }

    public static TheoryData<string, string> Forms => new()
    {
        { "as it is", Key },
        { "in a URI", $"https://host/?q={Uri.EscapeDataString(Key)}" },
        { "in a URI, lower case", $"https://host/?q={Uri.EscapeDataString(Key).ToLowerInvariant()}" },
        { "in a form", $"q={WebUtility.UrlEncode(Key)}" },
        { "in JSON", JsonSerializer.Serialize(Key) },
        { "in JSON in JSON", JsonSerializer.Serialize(JsonSerializer.Serialize(Key)) },
        { "in base64", $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"user:{Key}"))}" },
        { "in XML", $"<key>{SecurityElement.Escape(Key)}</key>" },
        { "in HTML", WebUtility.HtmlEncode(Key) },
        { "quoted for a shell", $"'{Key.Replace("'", "'\\''", StringComparison.Ordinal)}'" },
        { "quoted for a command line", $"\"{Key.Replace("\"", "\\\"", StringComparison.Ordinal)}\"" },
        { "in hex", Convert.ToHexStringLower(Encoding.UTF8.GetBytes(Key)) },
        { "of several lines", Lines },
        { "one line of several", "line: second,line;of-it" },
    };

    [RunReport]
    private sealed class Leaking : NukeBuild
    {
        [Parameter] private string? Shown { get; } = null;

        private Target Leak => _ => _.Executes(() =>
        {
            SecretMask.Learn(Key, Lines);
            Log.Information("information {Shown:l} {@Object}", Shown, new { Shown });
            Log.Error("error {Shown}", Shown);
            Console.WriteLine($"console {Shown}");
            ProcessTasks.StartShell($"cat '{RootDirectory / "shown"}'; cat '{RootDirectory / "shown"}' >&2", RootDirectory).AssertZeroExitCode();
            ReportSummary(_ => _.AddPair("Shown", Shown!));
            throw new InvalidOperationException($"failed with {Shown}", new InvalidOperationException($"because of {Shown}"));
        });
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void No_way_out_shows_it_in_any_form(string form, string shown)
    {
        _run.Write("shown", shown);

        // In the environment, where a value may begin with anything.
        _run.Variables["SHOWN"] = shown;
        _run.Run<Leaking>("Leak", "--verbosity", "verbose").ExitCode.ShouldBe(-1, form);

        File.Delete(_run.PathOf("shown"));
        string[] parts =
            ["hunter", "quoted", "it's", "first+line", "second,line", "of-it", "68756e746572", .. Base64Of("hunter&2/"), .. Base64Of("first+line")];
        foreach (var (name, text) in Left())
        {
            text.ShouldContain("Leak", Case.Sensitive, name);
            foreach (var part in parts)
            {
                text.ShouldNotContain(part, Case.Insensitive, $"{form}: {name}");
            }
        }
    }

    [RunReport]
    private sealed class Naming : NukeBuild
    {
        private Target Learning => _ => _.Executes(() =>
        {
            SecretMask.Learn("PublishToAcme");
            Log.Information("learnt");
        });

        private Target PublishToAcme => _ => _.DependsOn(Learning).Executes(() => Log.Error("speaking"));
    }

    [Fact]
    public void Nor_does_the_name_of_a_target_that_is_one()
    {
        _run.Run<Naming>("PublishToAcme").ExitCode.ShouldBe(0, _run.Output);

        foreach (var (name, text) in Left().Where(x => x.Name != "console"))
        {
            text.ShouldContain("Learning", Case.Sensitive, name);
            text.ShouldNotContain("PublishToAcme", Case.Sensitive, name);
        }
    }

    [Fact]
    public void On_GitHub_the_runner_is_told_of_each_of_its_lines_before_anything_shows_it()
    {
        _run.Variables["GITHUB_ACTIONS"] = "true";
        _run.Write("shown", "");

        _run.Run<Leaking>("Leak", "--shown", "nothing").ExitCode.ShouldBe(-1);

        _run.Output.Split('\n').Where(x => x.StartsWith("::add-mask::", StringComparison.Ordinal)).ShouldBe(
            [$"::add-mask::{Key}", "::add-mask::MIIBfirst+line/42==", "::add-mask::second,line;of-it"]);
    }

    /// <summary>Everything that somebody may read afterwards, by name.</summary>
    private IEnumerable<(string Name, string Text)> Left()
    {
        yield return ("console", _run.Output);
        yield return ("spans", Encoding.UTF8.GetString(_collector.Requests.ShouldHaveSingleItem().Content));
        yield return ("step summary", File.ReadAllText(_run.PathOf("summary.md")));
        foreach (var name in (string[])["report.html", "report.json", "build.log"])
        {
            yield return (name, File.ReadAllText(_run.PathOf(Path.Combine(".nuke/temp", name))));
        }
    }

    private static IEnumerable<string> Base64Of(string text)
    {
        for (var before = 0; before < 3; before++)
        {
            // Without what the neighbours change.
            yield return Convert.ToBase64String(Encoding.UTF8.GetBytes(new string('u', before) + text))[(before == 0 ? 0 : 4)..^4];
        }
    }

    public void Dispose()
    {
        foreach (var name in (string[])["OTEL_EXPORTER_OTLP_ENDPOINT", "GITHUB_STEP_SUMMARY", "TRACEPARENT"])
        {
            Environment.SetEnvironmentVariable(name, null);
        }

        _collector.Dispose();
        _run.Dispose();
    }
}
