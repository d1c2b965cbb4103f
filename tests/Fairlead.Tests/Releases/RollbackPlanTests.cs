using Fairlead.Releases;

namespace Fairlead.Tests.Releases;

public sealed class RollbackPlanTests
{
    private static readonly HashSet<Touch> Everything = [new Touch.Service("api"), new Touch.EntryPoints("web")];
    private static readonly HashSet<Touch> EverythingMigrated = [.. Everything, new Touch.Schema("api")];

    private static readonly ReleaseManifest Previous = SomeRelease.Manifest(1) with
    {
        Services = Api(new ReleasedService { Revision = "task-definition/shop:1", SchemaVersion = "9" }),
        Sites = Web(new Dictionary<string, SiteFile>
        {
            ["index.html"] = SomeRelease.EntryPoint('1'),
            ["sw.js"] = SomeRelease.EntryPoint('2'),
            ["about.html"] = SomeRelease.EntryPoint('3'),
            ["assets/a-1.js"] = SomeRelease.EntryPoint('4') with { IsEntryPoint = false },
        }),
    };

    private static readonly ReleaseManifest Failed = SomeRelease.Manifest(2) with
    {
        Services = Api(new ReleasedService { SchemaVersion = "11" }),
        Sites = Web(new Dictionary<string, SiteFile>
        {
            ["index.html"] = SomeRelease.EntryPoint('5'),
            ["about.html"] = SomeRelease.EntryPoint('3'),
            ["new.html"] = SomeRelease.EntryPoint('6'),
        }),
    };

    [Fact]
    public void Pages_go_back_first_with_what_the_edge_holds_of_them_then_the_service()
        => RollbackPlan.Create(Failed, Previous, Everything).ToString().ShouldBe("""
            Release 20261121-120002-6cef224 goes back to 20261121-120001-6cef224:
            1. Bring sw.js of web back to release 20261121-120001-6cef224.
            2. Bring index.html of web back to release 20261121-120001-6cef224.
            3. Remove new.html of web, which the earlier release did not have.
            4. Make the edge of web forget sw.js, index.html, new.html.
            5. Bring api back to task-definition/shop:1.
            6. Check that release 20261121-120001-6cef224 serves.
            """.ReplaceLineEndings("\n"));

    [Fact]
    public void Before_the_switch_only_the_service_goes_back()
        => RollbackPlan.Create(Failed, Previous, new HashSet<Touch> { new Touch.Service("api") }).Steps
            .ShouldBe([new RollbackStep.ServiceBack("api", "task-definition/shop:1"), new RollbackStep.Verify(Previous.Release)]);

    [Fact]
    public void All_pages_go_back_before_any_service_does()
    {
        var touched = new HashSet<Touch> { new Touch.Service("api"), new Touch.Service("mail"), new Touch.EntryPoints("admin"), new Touch.EntryPoints("web") };
        var admin = new Dictionary<string, SiteFile> { ["index.html"] = SomeRelease.EntryPoint('7') };
        var mail = new ReleasedService { Revision = "task-definition/mail:1" };
        var previous = Previous with
        {
            Services = new Dictionary<string, ReleasedService>(Previous.Services) { ["mail"] = mail },
            Sites = new Dictionary<string, IReadOnlyDictionary<string, SiteFile>>(Previous.Sites) { ["admin"] = admin },
        };

        RollbackPlan.Create(Failed, previous, touched).Steps.Select(x => x.GetType().Name).ShouldBe(
        [
            nameof(RollbackStep.EntryPointBack),
            nameof(RollbackStep.EntryPointBack),
            nameof(RollbackStep.EntryPointBack),
            nameof(RollbackStep.EntryPointGone),
            nameof(RollbackStep.Invalidate),
            nameof(RollbackStep.Invalidate),
            nameof(RollbackStep.ServiceBack),
            nameof(RollbackStep.ServiceBack),
            nameof(RollbackStep.Verify),
        ]);
    }

    [Fact]
    public void After_an_interrupted_run_every_entry_point_goes_back_and_what_it_may_have_left_goes_away()
    {
        var leftovers = new Dictionary<string, IReadOnlyList<string>> { ["web"] = ["killed.html"] };

        RollbackPlan.Create(Failed, Previous, Everything, leftovers).ToString().ShouldBe("""
            Release 20261121-120002-6cef224 goes back to 20261121-120001-6cef224:
            1. Bring about.html of web back to release 20261121-120001-6cef224.
            2. Bring sw.js of web back to release 20261121-120001-6cef224.
            3. Bring index.html of web back to release 20261121-120001-6cef224.
            4. Remove killed.html of web, which the earlier release did not have.
            5. Remove new.html of web, which the earlier release did not have.
            6. Make the edge of web forget everything.
            7. Bring api back to task-definition/shop:1.
            8. Check that release 20261121-120001-6cef224 serves.
            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Nothing_changed_means_nothing_to_do()
        => RollbackPlan.Create(Failed, null, new HashSet<Touch> { new Touch.Schema("api") }).IsEmpty.ShouldBeTrue();

    [Fact]
    public void The_first_release_has_nothing_to_go_back_to()
        => RollbackPlan.Create(Failed, null, Everything)
            .ToString()
            .ShouldBe("Release 20261121-120002-6cef224 is not rolled back. There is no earlier release to go back to.");

    [Fact]
    public void A_release_that_was_never_verified_is_not_gone_back_to()
        => RollbackPlan.Create(Failed, Previous with { Verified = false }, Everything).Refusal!.ShouldContain("never seen to serve");

    [Fact]
    public void Rollback_refuses_when_the_schema_cannot_go_back()
    {
        var plan = RollbackPlan.Create(From("10"), Previous, EverythingMigrated);

        plan.IsPossible.ShouldBeFalse();
        plan.Steps.ShouldBeEmpty();
        plan.ToString().ShouldContain("The schema of api cannot go back: it is at 11, which works with code from 10 on");
    }

    [Theory]
    [InlineData("9", true, true)]
    [InlineData("8", true, true)]
    [InlineData(null, true, true)]
    [InlineData("10", false, true)]
    [InlineData("10", true, false)]
    public void Rollback_goes_by_the_oldest_schema_that_still_works(string? oldest, bool migrated, bool possible)
        => RollbackPlan.Create(From(oldest), Previous, migrated ? EverythingMigrated : Everything).IsPossible.ShouldBe(possible);

    [Theory]
    [InlineData("20260101_init", "20260102_orders", false)]
    [InlineData("20260102_orders", "20260101_init", true)]
    [InlineData("v1", "v2", false)]
    [InlineData(null, "1", false)]
    public void Schema_versions_compare_as_numbers_first_and_as_text_otherwise(string? previous, string oldest, bool possible)
        => RollbackPlan
            .Create(From(oldest), Previous with { Services = Api(new ReleasedService { Revision = "1", SchemaVersion = previous }) }, EverythingMigrated)
            .IsPossible.ShouldBe(possible);

    [Fact]
    public void The_revision_that_ran_before_is_taken_when_the_earlier_release_does_not_say()
    {
        var unknown = Previous with { Services = Api(new ReleasedService()) };
        var failed = Failed with { Services = Api(new ReleasedService { PreviousRevision = "task-definition/shop:0" }) };

        RollbackPlan.Create(failed, unknown, Everything).Steps.OfType<RollbackStep.ServiceBack>()
            .ShouldBe([new RollbackStep.ServiceBack("api", "task-definition/shop:0")]);
        RollbackPlan.Create(Failed, unknown, Everything).IsPossible.ShouldBeFalse();
    }

    private static ReleaseManifest From(string? oldest)
        => Failed with { Services = Api(new ReleasedService { SchemaVersion = "11", OldestCompatibleSchema = oldest }) };

    private static Dictionary<string, ReleasedService> Api(ReleasedService service) => new() { ["api"] = service };

    private static Dictionary<string, IReadOnlyDictionary<string, SiteFile>> Web(IReadOnlyDictionary<string, SiteFile> files) => new() { ["web"] = files };
}
