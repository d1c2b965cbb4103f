using System.Text;
using System.Text.Json.Nodes;
using Fairlead.Reporting;

namespace Fairlead.Tests.Reporting;

public sealed class ReleaseSectionTests : IDisposable
{
    private static readonly ReleaseSection Succeeded = new()
    {
        Release = "20261121-101502-6cef224",
        Outcome = "Succeeded",
        IsSuccess = true,
        Live = "Release 20261121-101502-6cef224 serves at https://shop.example.",
        Url = "https://shop.example",
        Place = "shop in eu-central-1, account 123456789012",
        Previous = "20261120-090000-aaaaaaa",
        Changes = ["commit 6cef224, before aaaaaaa", "web: 2 files added | <1 changed>"],
        Checks = [new("GET /", "200, a page of this release", true, 0.12), new("POST /orders", "It writes.", null, 0)],
        Steps = [new("push api", "Succeeded", "Pushed 12 MiB.", 4.5), new("invalidate web", "not applicable", "No distribution.", 0)],
        Next = "Run ./build.sh Status to see what serves.",
    };

    private static readonly ReleaseSection RolledBack = Succeeded with
    {
        Outcome = "RolledBack",
        IsSuccess = false,
        Live = "Release 20261120-090000-aaaaaaa serves again.",
        Checks = [new("GET /", "status 503, not 200", false, 30)],
        Why = ["The service did not become healthy.", "task: exit code 1\n```\n\u001b[31mpanic\u001b[0m <b>"],
        Next = null,
    };

    private readonly TemporaryDirectory _directory = new("report-");

    [Fact]
    public void Html_tells_the_release_first_and_the_run_after_it()
    {
        var document = Html.Parse(HtmlRunReport.Write(SomeRun.Failed with { Release = Succeeded }));

        document.Descendants("title").First().Value.ShouldBe("Release 20261121-101502-6cef224: Succeeded");
        document.Descendants("h1").Single().Value.ShouldBe("Succeeded 20261121-101502-6cef224");
        document.Descendants("h2").Select(x => x.Value).ShouldBe(
            [
                "What changed", "What the public URL answered", "Steps",
                "The run: Deploy failed", "What went wrong in Test", "Where the time went", "Timeline", "Targets",
            ]);
        document.Descendants("p").Where(x => (string?)x.Attribute("class") == "live").Single().Value.ShouldBe(Succeeded.Live);
        document.Descendants("a").First().Attribute("href")!.Value.ShouldBe("https://shop.example/");
        document.Descendants("li").Select(x => x.Value).ShouldBe(Succeeded.Changes);
        var cells = document.Descendants("table").First().Descendants("tr").Skip(1).Select(x => x.Elements().Select(y => y.Value));
        cells.ShouldBe([["passed", "GET /", "200, a page of this release", "0.1 s"], ["not asked", "POST /orders", "It writes.", ""]]);
    }

    [Fact]
    public void Html_tells_why_a_release_failed_before_anything_else()
    {
        var document = Html.Parse(HtmlRunReport.Write(SomeRun.Failed with { Release = RolledBack }));

        document.Descendants("h2").First().Value.ShouldBe("Why");
        document.Descendants("pre").First().Value.ShouldBe(
            "The service did not become healthy.\ntask: exit code 1\n```\n\\x1b[31mpanic\\x1b[0m <b>");
    }

    [Fact]
    public void A_release_whose_url_is_none_has_no_link()
        => HtmlRunReport.Write(SomeRun.Failed with { RunUrl = null, Release = Succeeded with { Url = "javascript:alert(1)" } }).ShouldNotContain("<a ");

    [Theory]
    [InlineData("https://user:hidden@shop.example/")]
    [InlineData("ftp://user:hidden@shop.example/")]
    public void A_password_in_a_URL_is_in_no_page(string url)
    {
        var run = SomeRun.Failed with { RunUrl = url, Release = Succeeded with { Url = url } };

        foreach (var page in new[] { HtmlRunReport.Write(run), MarkdownRunReport.Write(run) })
        {
            page.ShouldContain("://shop.example/");
            page.ShouldNotContain("hidden");
        }
    }

    [Fact]
    public void A_release_that_nobody_asked_says_so()
    {
        var document = Html.Parse(HtmlRunReport.Write(SomeRun.Failed with { Release = Succeeded with { Checks = [], Changes = [], Previous = null } }));

        var text = document.Descendants("p").Select(x => x.Value).ToList();
        text.ShouldContain("It was not asked.");
        text.ShouldContain("No release was current before.");
    }

    [Fact]
    public void A_run_without_a_deploy_says_nothing_of_a_release()
    {
        var document = Html.Parse(HtmlRunReport.Write(SomeRun.Failed));

        document.Descendants("h1").Single().Value.ShouldBe("Deploy failed");
        document.Descendants("h2").Select(x => x.Value).ShouldBe(["What went wrong in Test", "Where the time went", "Timeline", "Targets"]);
        var files = new RunReportFiles(_directory);
        files.Write(SomeRun.Failed);
        JsonNode.Parse(File.ReadAllText(files.JsonFile))!.AsObject().ContainsKey("release").ShouldBeFalse();
    }

    [Fact]
    public void Markdown_tells_the_release_first()
        => MarkdownRunReport.Write(SomeRun.Failed with { Release = Succeeded }).ShouldStartWith("""
            ## ✅ Release `20261121-101502-6cef224`: Succeeded

            Release 20261121-101502-6cef224 serves at https://shop.example.

            - Place: shop in eu-central-1, account 123456789012
            - URL: <https://shop.example/>
            - Before: `20261120-090000-aaaaaaa`

            Run ./build.sh Status to see what serves.

            What changed:

            - commit 6cef224, before aaaaaaa
            - web: 2 files added \| &lt;1 changed&gt;

            | Check | Result | Answer | Took |
            |---|---|---|---:|
            | GET / | passed | 200, a page of this release | 0.1 s |
            | POST /orders | not asked | It writes. |  |

            | Step | Outcome | What was done or seen | Took |
            |---|---|---|---:|
            | push api | Succeeded | Pushed 12 MiB. | 4.5 s |
            | invalidate web | not applicable | No distribution. | 0 ms |

            ## ❌ Deploy failed
            """.ReplaceLineEndings("\n"));

    [Fact]
    public void Markdown_tells_why_in_a_block_that_no_line_of_it_ends()
        => MarkdownRunReport.Write(SomeRun.Failed with { Release = RolledBack }).ShouldContain(
            "\n````text\nThe service did not become healthy.\ntask: exit code 1\n```\n\\x1b[31mpanic\\x1b[0m <b>\n````\n");

    [Fact]
    public void Where_the_page_has_little_room_the_end_of_the_release_and_why_are_kept()
    {
        var release = RolledBack with
        {
            Steps = [.. Enumerable.Range(0, 5000).Select(x => new ReleaseSectionStep($"step {x}", "Succeeded", "It was done.", 1))],
        };
        var text = MarkdownRunReport.Write(SomeRun.Failed with { Release = release }, 4096);

        Encoding.UTF8.GetByteCount(text).ShouldBeLessThanOrEqualTo(4096);
        text.ShouldStartWith("## ❌ Release `20261121-101502-6cef224`: RolledBack\n");
        text.ShouldContain("The service did not become healthy.");
        text.ShouldContain("are left out");
        MarkdownRunReport.Write(SomeRun.Failed with { Release = release }, 150).ShouldStartWith("## Release 20261121-101502-6cef224: RolledBack\n");
    }

    [Fact]
    public void Json_carries_the_release()
    {
        var files = new RunReportFiles(_directory);
        files.Write((SomeRun.Failed with { Release = RolledBack with { Checks = [.. RolledBack.Checks, .. Succeeded.Checks] } }).After([]));

        var release = JsonNode.Parse(File.ReadAllText(files.JsonFile))!["release"]!;
        release.AsObject().Select(x => x.Key).ShouldBe(
            ["release", "outcome", "isSuccess", "place", "url", "live", "previous", "changes", "checks", "why", "steps"]);
        ((bool)release["isSuccess"]!).ShouldBeFalse();
        release["checks"]!.ToJsonString().ShouldBe(
            """[{"name":"GET /","answer":"status 503, not 200","passed":false,"seconds":30},"""
                + """{"name":"GET /","answer":"200, a page of this release","passed":true,"seconds":0.12},"""
                + """{"name":"POST /orders","answer":"It writes.","seconds":0}]""");
        release["steps"]![0]!.ToJsonString().ShouldBe("""{"name":"push api","verdict":"Succeeded","reason":"Pushed 12 MiB.","seconds":4.5}""");
        ((string)release["why"]![0]!).ShouldBe("The service did not become healthy.");
        files.ReadDurations().ShouldContain(new TargetDuration("Compile", 4));
    }

    [Fact]
    public void A_record_of_before_releases_were_told_is_still_read()
    {
        var files = new RunReportFiles(_directory);
        File.WriteAllText(files.JsonFile, """
            {"version":1,"outcome":"Succeeded","started":"2026-01-02T03:04:05Z","seconds":10,"invoked":["Deploy"],"targets":[],"durations":{"Compile":4}}
            """);

        files.ReadDurations().ShouldBe([new("Compile", 4)]);
    }

    [Fact]
    public void Secrets_are_taken_out_of_every_text_of_the_release()
    {
        const string Secret = "hunter2";
        var record = SomeRun.Failed with
        {
            Release = new ReleaseSection
            {
                Release = "20261121-101502-6cef224",
                Outcome = "Failed",
                IsSuccess = false,
                Live = Secret,
                Url = $"https://{Secret}",
                Place = Secret,
                Changes = [Secret],
                Checks = [new(Secret, Secret, false, 1)],
                Why = [Secret],
                Steps = [new("push", "Failed", Secret, 1)],
                Next = Secret,
            },
        };

        var masked = record.Masked(x => x.Replace(Secret, "***", StringComparison.Ordinal));

        HtmlRunReport.Write(masked).ShouldNotContain(Secret);
        MarkdownRunReport.Write(masked).ShouldNotContain(Secret);
        masked.Release!.Checks.ShouldBe([new("***", "***", false, 1)]);
    }

    public void Dispose() => _directory.Dispose();
}
