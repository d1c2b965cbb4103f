using System.Text.Json.Nodes;
using Fairlead.Deployments;
using Fairlead.Deployments.Reports;
using Fairlead.Releases;

namespace Fairlead.Tests.Deployments.Reports;

public sealed class DryRunReportTests
{
    private const string Forever = "public, max-age=31536000, immutable";

    private static readonly DryRunReport Possible = DryRunReport.Of(
        [
            Result("push api", StepLook.WouldChange(
                "3 of 9 blobs are to be sent, 12,582,912 bytes.",
                new PlannedChange(ChangeAction.Create, "image shop-api:20261121-101502-6cef224", "sha256:9f86d081", 12 * 1024 * 1024)) with
            {
                Forecast = TimeSpan.FromSeconds(20),
            }),
            Result("publish web", StepLook.WouldChange(
                "2 assets are to be uploaded.",
                new PlannedChange(ChangeAction.Create, "s3://shop-site/assets/index-4f2a.js", Forever, 1280),
                new PlannedChange(ChangeAction.Create, "s3://shop-site/assets/index-77aa.css", Forever, 100))),
            Result("migrate api", StepLook.NotApplicable("The build names no command that migrates.")),
            Result("roll out api", StepLook.WouldChange(
                "The service runs 20261120-090000-aaaaaaa and is to run 20261121-101502-6cef224.",
                new PlannedChange(ChangeAction.Update, "service api", "image: sha256:aaaa → sha256:9f86"),
                new PlannedChange(ChangeAction.Update, "service api", "memory: 512 → 1024")) with
            {
                Forecast = TimeSpan.FromSeconds(230),
            }),
            Result("invalidate web", StepLook.Unchanged("Nothing that the edge may remember was written over.")),
        ],
        "shop in eu-central-1, account 123456789012");

    private static readonly DryRunReport Impossible = DryRunReport.Of(
        [
            Result("push api", StepLook.Impossible(new StepProblem("The build made no image of api.", "Run DockerImage too."))),
            Result("record", StepLook.WouldChange("It is to be recorded.", new PlannedChange(ChangeAction.Create, "record"))),
        ]);

    [Fact]
    public void The_table_says_what_every_step_would_do()
        => TextDryRunReport.Write(Possible).ShouldBe("""
            Nothing was written: this is a dry run at shop in eu-central-1, account 123456789012.

            STEP            VERDICT         WHAT                                                  SIZE  FORECAST
            push api        would change    3 of 9 blobs are to be sent, 12,582,912 bytes.      12 MiB      20 s
                                              create image shop-api:20261121-101502-6cef224:
                                                sha256:9f86d081
            publish web     would change    2 assets are to be uploaded.                       1.3 KiB
                                              create s3://shop-site/assets/index-4f2a.js       1.3 KiB
                                              create s3://shop-site/assets/index-77aa.css        100 B
                                              each: public, max-age=31536000, immutable
            migrate api     not applicable  The build names no command that migrates.
            roll out api    would change    The service runs 20261120-090000-aaaaaaa and is             3:50 min
                                            to run 20261121-101502-6cef224.
                                              update service api: image: sha256:aaaa →
                                                sha256:9f86
                                              update service api: memory: 512 → 1024
            invalidate web  unchanged       Nothing that the edge may remember was written
                                            over.

            3 steps would change something, 12 MiB to send, about 4:10 min (1 step gives no forecast). Run it
            without --dry-run to do it.

            """.ReplaceLineEndings("\n"));

    [Fact]
    public void What_stands_against_a_release_is_listed_with_what_to_do()
        => TextDryRunReport.Write(Impossible).ShouldBe("""
            Nothing was written: this is a dry run.

            STEP      VERDICT       WHAT
            push api  impossible    The build made no image of api.
            record    would change  It is to be recorded.
                                      create record

            1 problem stands against it:
              push api: The build made no image of api.
                Run DockerImage too.

            It cannot be done like this. Put right what is listed, and run it again.

            """.ReplaceLineEndings("\n"));

    [Fact]
    public void A_step_that_could_not_look_is_not_unchanged()
    {
        var report = DryRunReport.Of([new StepResult("push api", StepLook.Unchanged(""), new Outcome(OutcomeKind.Failed, "No credentials."), 0, default)]);

        report.IsPossible.ShouldBeFalse();
        report.Steps[0].Verdict.ShouldBe(LookKind.Impossible);
        TextDryRunReport.Write(report).ShouldContain("push api: No credentials.");
    }

    [Fact]
    public void Where_all_is_as_it_should_be_it_says_so()
        => TextDryRunReport.Write(DryRunReport.Of([Result("push api", StepLook.Unchanged("It is there."))])).ShouldEndWith("\n\nNothing would change.\n");

    [Fact]
    public void A_dry_run_of_nothing_is_told_too()
        => TextDryRunReport.Write(DryRunReport.Of([])).ShouldBe("Nothing was written: this is a dry run.\n\nNothing would change.\n");

    [Fact]
    public void Of_a_thousand_changes_ten_are_told_to_people_and_all_to_programs()
    {
        var changes = Enumerable.Range(0, 1000).Select(x => new PlannedChange(ChangeAction.Create, $"s3://b/{x}", Forever, 13_000)).ToList();
        var report = DryRunReport.Of([Result("publish web", StepLook.WouldChange("1000 assets are to be uploaded.", changes))]);

        var text = TextDryRunReport.Write(report);
        text.Split('\n').Count(x => x.Contains("create s3://b/", StringComparison.Ordinal)).ShouldBe(10);
        text.ShouldContain("… and 990 more, 12 MiB\n");
        var markdown = MarkdownDryRunReport.Write(report);
        markdown.Split("create `s3://b/").Length.ShouldBe(11);
        markdown.ShouldContain("<br>… and 990 more, 12 MiB<br>");
        JsonNode.Parse(JsonDryRunReport.Write(report))!["steps"]![0]!["changes"]!.AsArray().Count.ShouldBe(1000);
    }

    [Fact]
    public void Markdown_is_one_table_for_the_summary_of_a_run()
        => MarkdownDryRunReport.Write(Possible).ShouldBe("""
            ## Nothing was written: this is a dry run at shop in eu-central-1, account 123456789012.

            | Step | Verdict | What | Size | Forecast |
            |---|---|---|---:|---:|
            | push api | **would change** | 3 of 9 blobs are to be sent, 12,582,912 bytes.<br>create `image shop-api:20261121-101502-6cef224`: sha256:9f86d081 | 12 MiB | 20 s |
            | publish web | **would change** | 2 assets are to be uploaded.<br>create `s3://shop-site/assets/index-4f2a.js`, 1.3 KiB<br>create `s3://shop-site/assets/index-77aa.css`, 100 B<br>each: public, max-age=31536000, immutable | 1.3 KiB |  |
            | migrate api | not applicable | The build names no command that migrates. |  |  |
            | roll out api | **would change** | The service runs 20261120-090000-aaaaaaa and is to run 20261121-101502-6cef224.<br>update `service api`: image: sha256:aaaa → sha256:9f86<br>update `service api`: memory: 512 → 1024 |  | 3:50 min |
            | invalidate web | unchanged | Nothing that the edge may remember was written over. |  |  |

            3 steps would change something, 12 MiB to send, about 4:10 min (1 step gives no forecast). Run it without --dry-run to do it.

            """.ReplaceLineEndings("\n"));

    [Fact]
    public void Markdown_lists_what_stands_against_it()
        => MarkdownDryRunReport.Write(Impossible).ShouldEndWith(
            "\n\n- **push api**: The build made no image of api. Run DockerImage too.\n\n"
            + "It cannot be done like this. Put right what is listed, and run it again.\n");

    [Fact]
    public void Json_has_a_shape_that_programs_may_rely_on()
        => JsonDryRunReport.Write(DryRunReport.Of(
            [
                Result("push api", StepLook.WouldChange("It is to be sent.", new PlannedChange(ChangeAction.Create, "image a:1", "sha256:9f", 100)) with
                {
                    Forecast = TimeSpan.FromSeconds(1.5),
                }),
                Result("migrate api", StepLook.Impossible(new StepProblem("No <schema>.", "Make one."))),
                Result("invalidate web", StepLook.NotApplicable("There is none.")),
            ],
            "shop")).ShouldBe("""
            {
              "version": 1,
              "place": "shop",
              "isPossible": false,
              "changing": 1,
              "bytes": 100,
              "forecastSeconds": 1.5,
              "withoutForecast": 0,
              "steps": [
                {
                  "name": "push api",
                  "verdict": "wouldChange",
                  "reason": "It is to be sent.",
                  "bytes": 100,
                  "forecastSeconds": 1.5,
                  "changes": [
                    {
                      "action": "create",
                      "subject": "image a:1",
                      "detail": "sha256:9f",
                      "bytes": 100
                    }
                  ],
                  "problems": []
                },
                {
                  "name": "migrate api",
                  "verdict": "impossible",
                  "reason": "No <schema>.",
                  "changes": [],
                  "problems": [
                    {
                      "what": "No <schema>.",
                      "next": "Make one."
                    }
                  ]
                },
                {
                  "name": "invalidate web",
                  "verdict": "notApplicable",
                  "reason": "There is none.",
                  "changes": [],
                  "problems": []
                }
              ]
            }

            """.ReplaceLineEndings("\n"));

    [Theory]
    [InlineData("s3://b/a\nb|c`d\u001b[2J\u202e<script>")]
    [InlineData("s3://b/| --- |\r\n# heading")]
    public void A_path_breaks_out_of_nothing(string path)
    {
        var report = DryRunReport.Of([Result("switch web", StepLook.WouldChange(path, new PlannedChange(ChangeAction.Delete, path, path, 1)))], path);

        foreach (var text in new[] { TextDryRunReport.Write(report), MarkdownDryRunReport.Write(report), JsonDryRunReport.Write(report) })
        {
            text.ShouldNotContain(x => char.IsControl(x) && x != '\n');
        }

        (TextDryRunReport.Write(report) + MarkdownDryRunReport.Write(report)).ShouldNotContain("\u202e");

        // Heading, blank, head of the table, its rule, the only row, blank, totals.
        var lines = MarkdownDryRunReport.Write(report).TrimEnd('\n').Split('\n');
        lines.Length.ShouldBe(7);
        Cells(lines[4]).ShouldBe(Cells(lines[2]));
        lines[4].ShouldNotContain("<script");
        TextDryRunReport.Write(report).Split('\n').ShouldNotContain(x => x.StartsWith('#') || x.StartsWith('|'));

        static int Cells(string row) => row.Replace("\\\\", "", StringComparison.Ordinal).Replace("\\|", "", StringComparison.Ordinal).Count(x => x == '|');
    }

    [Fact]
    public void No_line_is_wider_than_a_terminal()
    {
        var wide = string.Concat(Enumerable.Repeat("漢字👩/", 80));
        var report = DryRunReport.Of(
            [
                Result($"a step {wide}", StepLook.WouldChange(wide, new PlannedChange(ChangeAction.Update, wide, new string('x', 5000), 1024)) with
                {
                    Forecast = TimeSpan.FromHours(2),
                }),
                Result("b", StepLook.Impossible(new StepProblem($"{wide} no", $"{wide} next"))),
            ],
            wide);

        TextDryRunReport.Write(report).Split('\n').Max(TextLayout.Width).ShouldBeInRange(90, 100);
    }

    [Fact]
    public void Every_verdict_and_action_has_a_word()
    {
        Enum.GetValues<LookKind>().Select(DryRunWords.Of).ShouldBe(["unchanged", "would change", "not applicable", "impossible"]);
        Enum.GetValues<ChangeAction>().Select(DryRunWords.Of).ShouldBe(["create", "update", "delete", "run"]);
    }

    private static StepResult Result(string step, StepLook look) => new(step, look, Outcome: null, Effects: 0, TimeSpan.FromSeconds(1));
}
