using Fairlead.Releases;

namespace Fairlead.Tests.Releases;

public sealed class RollbackByHandTests
{
    private static readonly ReleaseManifest Current = SomeRelease.Manifest(5) with
    {
        Services = Services(("api", new ReleasedService { Revision = "api:5", SchemaVersion = "9", OldestCompatibleSchema = "8" })),
        Sites = Web(("index.html", '5'), ("new.html", '5')),
    };

    private static readonly ReleaseManifest Target = SomeRelease.Manifest(3) with
    {
        Services = Services(("api", new ReleasedService { Revision = "api:3", SchemaVersion = "8" })),
        Sites = Web(("index.html", '3'), ("sw.js", '3')),
    };

    [Fact]
    public void Pages_go_first_then_the_edge_then_the_services()
        => RollbackPlan.To(Current, Entry(Target)).ToString().ShouldBe("""
            Release 20261121-120005-6cef224 goes back to 20261121-120003-6cef224:
            1. Bring sw.js of web back to release 20261121-120003-6cef224.
            2. Bring index.html of web back to release 20261121-120003-6cef224.
            3. Remove new.html of web, which the earlier release did not have.
            4. Make the edge of web forget sw.js, index.html, new.html.
            5. Bring api back to api:3.
            6. Check that release 20261121-120003-6cef224 serves.
            """.ReplaceLineEndings("\n"));

    [Fact]
    public void Whoever_went_back_and_goes_forth_again_gets_the_services_first()
    {
        // 6 brought 3 back; 5 is older than 6, and its pages are newer than the service of 3.
        var current = Target with { Release = SomeRelease.Id(6), Restores = Target.Release };

        var steps = RollbackPlan.To(current, Entry(Current)).Steps;

        steps[0].ShouldBe(new RollbackStep.ServiceBack("api", "api:5"));
        steps[^2].ShouldBeOfType<RollbackStep.Invalidate>();
        steps[^1].ShouldBe(new RollbackStep.Verify(Current.Release));
    }

    [Fact]
    public void What_is_equal_in_both_stays()
    {
        var current = Target with { Release = SomeRelease.Id(5), Sites = Current.Sites };

        RollbackPlan.To(current, Entry(Target)).Steps.OfType<RollbackStep.ServiceBack>().ShouldBeEmpty();
        RollbackPlan.To(Current, Entry(Current)).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void A_rollback_is_refused_with_its_reason()
    {
        Refusal(Entry(Target with { Verified = false })).ShouldContain("never seen to serve");
        Refusal(Entry(Target with { Outcome = OutcomeKind.RolledBack, Verified = false })).ShouldContain("did not succeed: it ended RolledBack");
        Refusal(Entry(Target) with { IsPruned = true }).ShouldContain("was pruned");
        Refusal(new LedgerEntry(Target.Release, null, new LedgerDamage("s3://b/x.json", "it is empty")))
            .ShouldBe("s3://b/x.json is damaged: it is empty. Mend it with ./build.sh RepairLedger.");
        Refusal(Entry(Target with { Services = Services(("api", new ReleasedService { Revision = "api:3", SchemaVersion = "7" })) }))
            .ShouldContain("The schema of api cannot go back");
        Refusal(Entry(Target with { Services = Services(("api", new ReleasedService { SchemaVersion = "8" })) })).ShouldContain("does not say what api ran");
        Refusal(Entry(Target with { Services = Services() })).ShouldContain("it had no such service");
        Refusal(Entry(Target with
        {
            Services = Services(("api", Target.Services["api"]), ("mail", new ReleasedService { Revision = "mail:1" })),
        })).ShouldContain("ran mail, which the current release does not have any more");
        Refusal(Entry(Target with
        {
            Sites = new Dictionary<string, IReadOnlyDictionary<string, SiteFile>>(Target.Sites) { ["admin"] = Target.Sites["web"] },
        })).ShouldContain("published admin");

        static string Refusal(LedgerEntry target)
        {
            var plan = RollbackPlan.To(Current, target);
            plan.Steps.ShouldBeEmpty();
            return plan.Refusal.ShouldNotBeNull();
        }
    }

    [Fact]
    public void A_site_that_came_later_loses_its_pages()
    {
        var current = Current with
        {
            Sites = new Dictionary<string, IReadOnlyDictionary<string, SiteFile>>(Current.Sites) { ["admin"] = Web(("index.html", '1'))["web"] },
        };

        RollbackPlan.To(current, Entry(Target)).Steps.ShouldContain(new RollbackStep.EntryPointGone("admin", "index.html"));
    }

    private static LedgerEntry Entry(ReleaseManifest manifest) => new(manifest.Release, manifest, null);

    private static Dictionary<string, ReleasedService> Services(params (string Name, ReleasedService Service)[] services)
        => services.ToDictionary(x => x.Name, x => x.Service);

    private static Dictionary<string, IReadOnlyDictionary<string, SiteFile>> Web(params (string Path, char Digest)[] files)
        => new() { ["web"] = files.ToDictionary(x => x.Path, x => SomeRelease.EntryPoint(x.Digest)) };
}
