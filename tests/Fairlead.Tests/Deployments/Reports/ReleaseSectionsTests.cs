using Fairlead.Deployments.Reports;
using Fairlead.Releases;
using Fairlead.Reporting;
using Fairlead.Verification;

namespace Fairlead.Tests.Deployments.Reports;

public sealed class ReleaseSectionsTests
{
    private static readonly ReleaseManifest Manifest = SomeRelease.Manifest(2) with
    {
        Steps = [new("push api", OutcomeKind.Succeeded, "Pushed.", 2), new("migrate api", null, "No command migrates.", 0)],
    };

    [Fact]
    public void The_report_tells_the_release_as_it_is_recorded_and_was_seen()
    {
        var section = ReleaseSections.Of(
            Manifest,
            SomeRelease.Manifest(1),
            Outcome.Succeeded("It serves.") with { Mended = ["1 object"] },
            "shop, not AWS",
            [
                new("GET /", SmokeStatus.Passed, TimeSpan.FromSeconds(0.5), 1, null),
                new("GET /api", SmokeStatus.Passed, TimeSpan.FromSeconds(4), 3, null),
                new("GET /health", SmokeStatus.Failed, TimeSpan.FromSeconds(1), 1, "status 503"),
                new("POST /orders", SmokeStatus.Skipped, TimeSpan.Zero, 0, "It writes."),
            ],
            live: "It serves.",
            next: "Look.");

        section.Outcome.ShouldBe("Succeeded (mended: 1 object)");
        section.IsSuccess.ShouldBeTrue();
        section.Url.ShouldBe("https://shop.example.com");
        section.Previous.ShouldBe(SomeRelease.Id(1).ToString());
        section.Changes.ShouldBe(["api: runs task-definition/shop:2, before task-definition/shop:1"]);
        section.Checks.ShouldBe(
            [
                new("GET /", "as expected", true, 0.5),
                new("GET /api", "as expected, at attempt 3", true, 4),
                new("GET /health", "status 503", false, 1),
                new("POST /orders", "It writes.", null, 0),
            ]);
        section.Why.ShouldBeEmpty();
        section.Steps.ShouldBe([new ReleaseSectionStep("push api", "Succeeded", "Pushed.", 2), new("migrate api", "Not run", "No command migrates.", 0)]);
        (section.Place, section.Live, section.Next).ShouldBe(("shop, not AWS", "It serves.", "Look."));
    }

    [Fact]
    public void Why_it_failed_is_the_reason_and_all_evidence_that_there_is()
    {
        var why = new WhyBlock(["event 1", "event 2"], [], ["unhealthy: 503"], ["panic"]);

        var section = ReleaseSections.Of(Manifest, null, new Outcome(OutcomeKind.RolledBack, "It did not start.\n", why), "shop", []);

        section.IsSuccess.ShouldBeFalse();
        section.Previous.ShouldBeNull();
        section.Why.ShouldBe(
            [
                "It did not start.",
                "", "Events of the service:", "  event 1", "  event 2",
                "", "Health of the targets:", "  unhealthy: 503",
                "", "Last lines of the log:", "  panic",
            ]);
    }
}
