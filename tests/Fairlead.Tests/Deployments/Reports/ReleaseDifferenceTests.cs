using Fairlead.Deployments.Reports;
using Fairlead.Releases;

namespace Fairlead.Tests.Deployments.Reports;

public sealed class ReleaseDifferenceTests
{
    private static readonly ReleaseManifest Before = SomeRelease.Manifest(1) with
    {
        Commit = new string('a', 40),
        PlanDigest = $"sha256:{new string('1', 64)}",
        ConfigurationDigest = $"sha256:{new string('2', 64)}",
        Services = Services(("api", new ReleasedService
        {
            ImageDigest = $"sha256:{new string('1', 64)}",
            Revision = "arn:aws:ecs:r:1:task-definition/shop:1",
            SchemaVersion = "9",
        })),
        Sites = Sites(("web", ["assets/a-1.js", "assets/b-1.js", "index.html"], '1')),
    };

    [Fact]
    public void Equal_releases_have_no_difference()
    {
        var difference = ReleaseDifference.Between(Before, Before);

        difference.IsEmpty.ShouldBeTrue();
        difference.Describe().ShouldBeEmpty();
        difference.Summary().ShouldBe("nothing changed");
    }

    [Fact]
    public void The_snapshot_before_a_migration_is_told_with_it_also_when_it_failed()
    {
        var after = SomeRelease.Manifest(2) with
        {
            Services = Services(("api", Before.Services["api"] with { Snapshot = "fairlead-shop-api-1" })),
            Steps = [new("migrate api", OutcomeKind.Failed, "It ended with 7.", 3)],
        };

        var difference = ReleaseDifference.Between(Before, after);

        difference.Describe().ShouldContain("api: the migration failed, snapshot fairlead-shop-api-1");
        difference.Summary().ShouldContain("migrations of api; snapshot fairlead-shop-api-1");
    }

    [Fact]
    public void Everything_that_differs_is_told()
    {
        var after = SomeRelease.Manifest(2) with
        {
            Commit = $"6cef224{new string('b', 33)}",
            PlanDigest = $"sha256:{new string('3', 64)}",
            ConfigurationDigest = null,
            Services = Services(("api", new ReleasedService
            {
                ImageDigest = $"sha256:{new string('4', 64)}",
                Revision = "arn:aws:ecs:r:1:task-definition/shop:2",
                PreviousSchemaVersion = "9",
                SchemaVersion = "11",
            })),
            Sites = Sites(("web", ["index.html", "assets/c-2.js", "assets/b-1.js"], '2')),
            Steps = [new("migrate api", OutcomeKind.Succeeded, "It ended with 0.", 3)],
        };

        var difference = ReleaseDifference.Between(Before, after);

        difference.Previous.ShouldBe(Before.Release);
        difference.Describe().ShouldBe(
            [
                "commit 6cef224, before aaaaaaa",
                "api: image 444444444444, before 111111111111",
                "api: runs shop:2, before shop:1",
                "api: migrations ran, schema 9 → 11",
                "web: 1 file added, 2 changed, 1 removed",
                "infrastructure 333333333333, before 111111111111",
                "configuration none, before 222222222222",
            ]);
        difference.Summary().ShouldBe("commit 6cef224; image of api; schema of api 9 → 11; web +1 ~2 −1; infrastructure; configuration");
        difference.Sites.ShouldHaveSingleItem().Changed.ShouldBe(["assets/b-1.js", "index.html"]);
        difference.Sites[0].Added.ShouldBe(["assets/c-2.js"]);
        difference.Sites[0].Removed.ShouldBe(["assets/a-1.js"]);
    }

    [Fact]
    public void The_commits_the_layers_that_are_new_and_the_serial_of_the_state_are_told()
    {
        ReleasedLayer Layer(char digit, long size) => new($"sha256:{new string(digit, 64)}", size);
        var before = Before with
        {
            TerraformState = new TerraformState(3, "a"),
            Services = Services(("api", Before.Services["api"] with { Layers = [Layer('1', 30_000_000), Layer('2', 2_000_000)] })),
        };
        var after = before with
        {
            Commits = new ReleasedCommits(
                [new ReleasedCommit(new string('b', 40), "Let the basket count"), new ReleasedCommit(new string('c', 40), "Let it forget")],
                [new ReleasedCommit(new string('d', 40), "Count backwards")]),
            TerraformState = new TerraformState(5, "a"),
            Services = Services(("api", before.Services["api"] with
            {
                ImageDigest = $"sha256:{new string('4', 64)}",
                Layers = [Layer('1', 30_000_000), Layer('3', 2_097_152)],
            })),
        };

        ReleaseDifference.Between(before, after).Describe().ShouldBe(
            [
                "2 commits, 1 of the release before gone",
                "api: image 444444444444, before 111111111111; 1 of 2 layers new, 2.0 MiB",
                "Terraform's state, serial 5, before 3",
            ]);
    }

    [Fact]
    public void Where_a_record_does_not_say_its_layers_nothing_is_said_of_them()
        => ReleaseDifference.Between(
                Before,
                Before with
                {
                    Services = Services(("api", new ReleasedService { ImageDigest = $"sha256:{new string('4', 64)}", Layers = [new("sha256:0", 1)] })),
                })
            .Describe().ShouldBe(["api: image 444444444444, before 111111111111"]);

    [Fact]
    public void A_new_revision_alone_is_told_and_is_no_difference()
    {
        // The release's own name is part of what a host runs, so that every release has its own.
        var after = Before with { Services = Services(("api", Before.Services["api"] with { Revision = "arn:aws:ecs:r:1:task-definition/shop:2" })) };

        var difference = ReleaseDifference.Between(Before, after);

        difference.IsEmpty.ShouldBeTrue();
        difference.Services[0].Revision.ShouldBe(new ValueChange("arn:aws:ecs:r:1:task-definition/shop:1", "arn:aws:ecs:r:1:task-definition/shop:2"));
        difference.Describe().ShouldBe(["api: runs shop:2, before shop:1"]);
    }

    [Fact]
    public void A_release_that_did_not_come_to_the_service_says_nothing_of_its_revision()
        => ReleaseDifference.Between(Before, Before with { Services = Services(("api", Before.Services["api"] with { Revision = null })) })
            .Services[0].Revision.ShouldBeNull();

    /// <summary>Each release names itself in its pages, so that no page is ever published twice; a record of before does not say what was under that.</summary>
    [Theory]
    [InlineData("a", "a", false)]
    [InlineData("a", "b", true)]
    [InlineData(null, "a", true)]
    [InlineData(null, null, true)]
    public void That_a_page_names_another_release_is_no_change(string? before, string? after, bool isChange)
    {
        var earlier = SomeRelease.EntryPoint('1') with { UnstampedSha256 = before };
        var later = SomeRelease.EntryPoint('2') with { UnstampedSha256 = after };

        ReleaseDifference.Between(With(earlier), With(later)).Sites[0].Changed.Count.ShouldBe(isChange ? 1 : 0);
        ReleaseDifference.Between(With(earlier), With(later with { CacheControl = "max-age=60" })).Sites[0].Changed.ShouldHaveSingleItem();

        static ReleaseManifest With(SiteFile page) => Before with
        {
            Sites = new Dictionary<string, IReadOnlyDictionary<string, SiteFile>> { ["web"] = new Dictionary<string, SiteFile> { ["index.html"] = page } },
        };
    }

    [Fact]
    public void Changed_headers_are_a_changed_file()
    {
        var file = Before.Sites["web"]["index.html"];
        var site = new Dictionary<string, SiteFile>(Before.Sites["web"]) { ["index.html"] = file with { CacheControl = "max-age=60" } };
        var after = Before with { Sites = new Dictionary<string, IReadOnlyDictionary<string, SiteFile>> { ["web"] = site } };

        ReleaseDifference.Between(Before, after).Sites[0].Changed.ShouldBe(["index.html"]);
    }

    [Theory]
    [InlineData(OutcomeKind.Succeeded, "api: migrations ran", "migrations of api", false)]
    [InlineData(OutcomeKind.Failed, "api: the migration failed", "migrations of api", false)]
    [InlineData(OutcomeKind.Unchanged, null, "nothing changed", true)]
    [InlineData(null, null, "nothing changed", true)]
    public void Whether_migrations_ran_is_as_the_record_says(OutcomeKind? outcome, string? line, string summary, bool isEmpty)
    {
        RecordedStep[] steps = [new("migrate api", outcome, "A reason.", 1), new("migrate other", OutcomeKind.Failed, "", 1)];

        var difference = ReleaseDifference.Between(Before, Before with { Steps = steps });

        difference.Describe().ShouldBe(line is null ? [] : [line]);
        difference.Summary().ShouldBe(summary);
        difference.IsEmpty.ShouldBe(isEmpty);
    }

    [Fact]
    public void Parts_come_and_go()
    {
        var after = Before with
        {
            Services = Services(("mail", new ReleasedService { ImageDigest = $"sha256:{new string('5', 64)}" })),
            Sites = Sites(("admin", ["index.html"], '1')),
        };

        var difference = ReleaseDifference.Between(Before, after);

        difference.Services.Select(x => (x.Name, x.Change)).ShouldBe([("api", PartChange.Removed), ("mail", PartChange.Added)]);
        difference.Sites.Select(x => (x.Name, x.Change)).ShouldBe([("admin", PartChange.Added), ("web", PartChange.Removed)]);
        difference.Describe().ShouldBe(
            [
                "api: service removed",
                "mail: new service",
                "mail: image 555555555555",
                "admin: new site, 1 file added",
                "web: site removed, 3 files removed",
            ]);
        difference.Summary().ShouldBe("api removed; new service mail; admin +1; web removed");
    }

    [Fact]
    public void Of_the_first_release_everything_is_new()
    {
        var difference = ReleaseDifference.Between(null, Before);

        difference.Previous.ShouldBeNull();
        difference.Commit.ShouldBe(new ValueChange(null, Before.Commit));
        difference.Services[0].Change.ShouldBe(PartChange.Added);
        difference.Sites[0].Added.Count.ShouldBe(3);
    }

    private static Dictionary<string, ReleasedService> Services(params (string Name, ReleasedService Service)[] services)
        => services.ToDictionary(x => x.Name, x => x.Service);

    private static Dictionary<string, IReadOnlyDictionary<string, SiteFile>> Sites(params (string Name, string[] Paths, char Digest)[] sites)
        => sites.ToDictionary(
            x => x.Name,
            x => (IReadOnlyDictionary<string, SiteFile>)x.Paths.ToDictionary(y => y, _ => SomeRelease.EntryPoint(x.Digest)));
}
