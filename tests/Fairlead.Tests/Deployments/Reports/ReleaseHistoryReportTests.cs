using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Fairlead.Deployments.Reports;
using Fairlead.Releases;
using Fairlead.Tests.Reporting;

namespace Fairlead.Tests.Deployments.Reports;

public sealed class ReleaseHistoryReportTests
{
    private const string Nasty = "a\nb\u001b[31m\u202e<script>alert(1)</script>\"'&|`";

    private static readonly IReadOnlyList<ReleaseManifest> Releases = SomeHistory.Of(14);
    private static readonly ReleaseHistory History = ReleaseHistory.Of(SomeHistory.InLedger(Releases), SomeHistory.Current(Releases));

    private static readonly ReleaseHistory Hostile = ReleaseHistory.Of(
        SomeHistory.InLedger(
            SomeRelease.Manifest(1) with
            {
                Who = $"{Nasty}, javascript:alert(1)",
                Reason = Nasty,
                Outcome = OutcomeKind.Failed,
                Verified = false,
                Commit = Nasty,
                Commits = new ReleasedCommits([new ReleasedCommit(Nasty, Nasty)], [new ReleasedCommit(Nasty, Nasty)]),
                PlanDigest = Nasty,
                Where = new ReleasePlace(Nasty, Nasty, Nasty, "javascript:alert(1)"),
                Services = new Dictionary<string, ReleasedService>
                {
                    [Nasty] = new() { ImageDigest = Nasty, Revision = Nasty, SchemaVersion = Nasty, Snapshot = Nasty },
                },
                Sites = new Dictionary<string, IReadOnlyDictionary<string, SiteFile>>
                {
                    [Nasty] = new Dictionary<string, SiteFile> { [Nasty] = SomeRelease.EntryPoint('1') },
                },
                Steps = [new(Nasty, OutcomeKind.Failed, Nasty, 1), new("smoke test", OutcomeKind.Failed, Nasty, 1)],
            }),
        null);

    [Fact]
    public void The_list_says_of_each_release_how_it_ended_who_made_it_and_what_it_changed()
        => TextReleaseHistory.Write(History, 5).ShouldBe("""
            Releases of shop in eu-central-1, account 123456789012, newest first. Times are UTC.

            RELEASE                  OUTCOME                       WHEN                    TOOK
            20260320-141430-01b4f6b  Failed                        2026-03-20 14:14    3:13 min
                runner@fv-az1 (https://github.com/example/shop/actions/runs/19000000014): was to change: commit
                01b4f6b; image of api; web +2 ~2 −2; configuration
                Why: The service api did not start: its tasks exit at once with code 139. The likeliest cause is
                an image for another architecture.
            20260319-070130-43c66c2  Succeeded                     2026-03-19 07:01    2:36 min  current
                runner@fv-az1 (https://github.com/example/shop/actions/runs/19000000013): commit 43c66c2; web +2
                ~2 −2
            20260317-234830-42f4aeb  Succeeded                     2026-03-17 23:48    1:59 min  restorable
                mira@desk: commit 42f4aeb; image of api; schema of api 9 → 10; web +2 ~2 −2
            20260316-163530-cb30e91  Succeeded (not smoke-tested)  2026-03-16 16:35    3:42 min
                runner@fv-az1 (https://github.com/example/shop/actions/runs/19000000011): commit cb30e91; web +2
                ~2 −2
            20260315-092230-075de2b  Succeeded                     2026-03-15 09:22    3:05 min  restorable
                runner@fv-az1 (https://github.com/example/shop/actions/runs/19000000010): commit 075de2b; image
                of api; image of worker; web +2 ~2 −2; infrastructure
            … and 9 earlier releases.

            What Rollback goes back to is 20260317-234830-42f4aeb:
              ./build.sh Rollback --to 20260317-234830-42f4aeb

            """.ReplaceLineEndings("\n"));

    [Fact]
    public void Where_nothing_was_released_the_list_says_what_to_do()
        => TextReleaseHistory.Write(ReleaseHistory.Of([], null)).ShouldBe("No release is recorded here. Run ./build.sh Deploy to make the first.\n");

    [Fact]
    public void No_line_of_the_list_is_wider_than_a_terminal_or_moves_its_cursor()
    {
        foreach (var text in new[] { TextReleaseHistory.Write(History), TextReleaseHistory.Write(Hostile) })
        {
            text.ShouldNotContain(x => (char.IsControl(x) && x != '\n') || x == '\u202e');
            text.Split('\n').Max(TextLayout.Width).ShouldBeLessThanOrEqualTo(100);
        }
    }

    [Fact]
    public void Json_tells_everything_of_every_release()
    {
        var json = JsonNode.Parse(JsonReleaseHistory.Write(History))!;

        ((int)json["version"]!).ShouldBe(1);
        ((string)json["current"]!).ShouldBe(SomeHistory.Current(Releases).ToString());
        ((string)json["rollbackTarget"]!).ShouldBe(History.RollbackTarget!.Release.ToString());
        json["releases"]!.AsArray().Count.ShouldBe(14);
        var newest = json["releases"]![0]!;
        newest.AsObject().Select(x => x.Key).ShouldBe(
            [
                "release", "outcome", "word", "reason", "verified", "isCurrent", "isRestorable", "whyNotRestorable", "started", "finished", "seconds", "who",
                "runUrl", "commit", "content", "previousRelease", "summary", "changes", "steps",
            ]);
        ((string)newest["outcome"]!).ShouldBe("Failed");
        ((string)newest["started"]!).ShouldBe("2026-03-20T14:14:30Z");
        ((double)newest["seconds"]!).ShouldBe(193);
        var changes = newest["changes"]!;
        changes["sites"]![0]!["added"]!.AsArray().Count.ShouldBe(2);
        ((string)changes["services"]![0]!["change"]!).ShouldBe("changed");
        ((string)changes["services"]![1]!["change"]!).ShouldBe("unchanged");
        ((string)changes["commit"]!["after"]!).ShouldBe(Releases[13].Commit);
        ((string)newest["steps"]![4]!["outcome"]!).ShouldBe("Failed");
        ((string)json["releases"]![3]!["word"]!).ShouldBe("Succeeded (not smoke-tested)");
    }

    [Fact]
    public void The_page_stands_alone_and_has_a_place_for_every_release_and_every_link()
    {
        var page = Html.Parse(HtmlReleaseHistory.Write(History));

        var ids = page.Descendants().Select(x => (string?)x.Attribute("id")).OfType<string>().ToList();
        ids.ShouldBeUnique();
        ids.ShouldBe(Releases.Select(x => x.Release.ToString()).Reverse().Prepend("show-back").Prepend("show-bad").Prepend("show-all"));
        page.Descendants("a").Select(x => x.Attribute("href")!.Value).Where(x => x[0] == '#').ShouldAllBe(x => ids.Contains(x.Substring(1)));
        page.Descendants("details").ShouldAllBe(x => x.Elements().First().Name == "summary");
        page.Descendants("h1").Single().Value.ShouldBe("Releases of shop");
        page.Descendants("h2").Select(x => x.Value).ShouldBe(["Current release", "The way back", "March 2026"]);
        page.Descendants("svg").Single().Elements("a").Count().ShouldBe(14);
    }

    [Fact]
    public void The_page_tells_of_a_release_what_a_reader_asks()
    {
        var page = Html.Parse(HtmlReleaseHistory.Write(History));

        var failed = Text(page, Releases[13].Release);
        failed.ShouldContain("Why|The service api did not start: its tasks exit at once with code 139.");
        failed.ShouldContain("roll out api|Failed|");
        failed.ShouldContain("What it was to change|Against |20260319-070130-");
        failed.ShouldContain("web|2 files added, 2 changed, 2 removed");
        failed.ShouldContain("CI run|https://github.com/example/shop/actions/runs/19000000014");
        failed.ShouldNotContain("Rollback --to");

        var back = History.RollbackTarget!;
        Text(page, back.Release).ShouldContain($"./build.sh Rollback --to {back.Release}");
        Text(page, Releases[7].Release).ShouldContain("api schema|migrations ran, schema 8 → 9");
        Text(page, Releases[10].Release).ShouldContain("Smoke test|Not run. Left out with --skip.");
        Text(page, Releases[0].Release).ShouldContain("No release was current before.");
        page.Descendants("p").Single(x => (string?)x.Attribute("class") == "notice").Value
            .ShouldStartWith($"The last deploy, {Releases[13].Release}, ended Failed.");
    }

    [Fact]
    public void List_and_page_name_the_snapshot_before_a_migration()
    {
        var migrated = Releases[7];
        var api = migrated.Services["api"] with { Snapshot = "fairlead-shop-api-1" };
        var manifest = migrated with { Services = new Dictionary<string, ReleasedService>(migrated.Services) { ["api"] = api } };
        var history = ReleaseHistory.Of(SomeHistory.InLedger(Releases.Select(x => x == migrated ? manifest : x)), SomeHistory.Current(Releases));

        Text(Html.Parse(HtmlReleaseHistory.Write(history)), migrated.Release)
            .ShouldContain("api schema|migrations ran, schema 8 → 9, snapshot fairlead-shop-api-1");
        TextReleaseHistory.Write(history).ShouldContain("snapshot fairlead-shop-api-1");
    }

    [Fact]
    public void Nothing_of_a_record_is_markup_or_a_link()
    {
        var page = Html.Parse(HtmlReleaseHistory.Write(Hostile));

        page.Descendants("script").ShouldBeEmpty();
        page.Descendants("a").Select(x => x.Attribute("href")!.Value).ShouldAllBe(x => x.StartsWith('#'));
        page.Descendants("th").First().Value.ShouldBe("a\\nb\\x1b[31m\\u202e<script>alert(1)</script>\"'&|`");
        page.ToString().ShouldNotContain("\u202e");
    }

    [Fact]
    public void The_page_of_a_place_without_releases_says_what_makes_one()
        => Html.Parse(HtmlReleaseHistory.Write(ReleaseHistory.Of([], null))).Descendants("p").Single().Value
            .ShouldBe("No release is recorded here. ./build.sh Deploy makes the first.");

    [Fact]
    public void Equal_input_is_an_equal_page_whatever_the_culture_of_the_machine()
    {
        var (page, text) = (HtmlReleaseHistory.Write(History), TextReleaseHistory.Write(History));
        var culture = CultureInfo.CurrentCulture;
        var decimals = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        decimals.NumberFormat.NumberDecimalSeparator = ",";
        decimals.NumberFormat.NumberGroupSeparator = ".";
        decimals.NumberFormat.NegativeSign = "minus";
        decimals.DateTimeFormat.TimeSeparator = ".";
        try
        {
            CultureInfo.CurrentCulture = decimals;
            var again = ReleaseHistory.Of(SomeHistory.InLedger(Releases.Reverse()), SomeHistory.Current(Releases));
            HtmlReleaseHistory.Write(again).ShouldBe(page);
            TextReleaseHistory.Write(again).ShouldBe(text);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void A_thousand_releases_of_a_large_site_make_a_page_that_a_browser_shows_at_once()
    {
        var releases = SomeHistory.Of(1000, assets: 150);

        var page = HtmlReleaseHistory.Write(ReleaseHistory.Of(SomeHistory.InLedger(releases), SomeHistory.Current(releases)));

        Encoding.UTF8.GetByteCount(page).ShouldBeLessThan(3_000_000);
        page.Split("<details").Length.ShouldBe(1001);
        page.ShouldContain("Of releases before the last 150, only the steps that failed, some of the files and the number of commits are told.");
    }

    /// <summary>The texts of a release's body, with bars between them.</summary>
    private static string Text(XDocument page, ReleaseId release)
        => string.Join('|', page.Descendants("div").Single(x => (string?)x.Attribute("id") == release.ToString()).DescendantNodes().OfType<XText>()
            .Select(x => x.Value).Where(x => x.Trim().Length > 0));
}
