using Fairlead.Deployments;
using Fairlead.Infrastructure;
using Fairlead.Services.Ecs;
using Fairlead.Site;

namespace Fairlead.Tests.Deployments;

public sealed class ReleasePartsTests
{
    private static readonly EcsServiceOutputs Host = new("shop", "shop-api", "api");

    [Fact]
    public void Parts_and_places_join_by_their_names_in_the_order_of_the_build()
    {
        var (services, sites) = new ReleaseParts(
            [new ServicePart("worker"), new ServicePart("api")],
            [new SitePart("web", "/site"), new SitePart("admin", "/admin")]).In(Place(["api", "worker", "other"], ["admin", "web"]));

        services.Select(x => (x.Part.Name, x.Place.Name)).ShouldBe([("worker", "worker"), ("api", "api")]);
        sites.Select(x => (x.Part.Name, x.Place.Name)).ShouldBe([("web", "web"), ("admin", "admin")]);
    }

    [Fact]
    public void One_of_each_joins_whatever_it_is_called()
    {
        var (services, sites) = new ReleaseParts([new ServicePart("shop")], [new SitePart("storefront", "/site")]).In(Place(["api"], ["web"]));

        services.Select(x => (x.Part.Name, x.Place.Name)).ShouldBe([("shop", "api")]);
        sites.Select(x => (x.Part.Name, x.Place.Name)).ShouldBe([("storefront", "web")]);
    }

    [Fact]
    public void A_site_alone_and_a_service_alone_are_releases()
    {
        new ReleaseParts([], [new SitePart("web", "/site")]).In(Place([], ["web"])).Sites.Count.ShouldBe(1);
        new ReleaseParts([new ServicePart("api")], []).In(Place(["api"], [])).Services.Count.ShouldBe(1);
    }

    /// <summary>What the stack has and the build does not is left as it is.</summary>
    [Fact]
    public void A_place_that_no_part_is_for_is_nobodys_business()
        => new ReleaseParts([], [new SitePart("web", "/site")]).In(Place(["api"], ["web", "admin"])).Services.ShouldBeEmpty();

    [Fact]
    public void All_that_does_not_fit_is_told_at_once()
    {
        var parts = new ReleaseParts(
            [new ServicePart("api"), new ServicePart("mail"), new ServicePart("mail")],
            [new SitePart("api", "/site")]);

        var error = Should.Throw<FairleadException>(() => parts.In(Place(["api", "worker"], [])));

        error.What.ShouldBe("The release does not fit stack shop; nothing of it was changed.");
        error.Why.ShouldBe(string.Join(
            ' ',
            "Two parts of the build are called 'api'.",
            "Two parts of the build are called 'mail'.",
            "The build has the service 'mail', and the stack has api, worker.",
            "The build has the service 'mail', and the stack has api, worker.",
            "The build has the site 'api', and the stack has no site."));
    }

    [Fact]
    public void A_release_of_nothing_is_none()
        => Should.Throw<FairleadException>(() => new ReleaseParts([], []).In(Place(["api"], ["web"]))).Why
            .ShouldBe("The build names neither a service nor a site.");

    [Fact]
    public void A_site_is_published_as_usual_unless_the_build_says_otherwise()
    {
        var usual = new SitePart("web", "/site").OptionsFor("shop-site");
        var own = new SitePart("web", "/site") { EntryPoints = ["*.html"], AssetCacheControl = "max-age=60", EntryPointCacheControl = "no-store" }
            .OptionsFor("shop-site");

        usual.ShouldBeEquivalentTo(new SiteOptions { Directory = "/site", Bucket = "shop-site" });
        own.ShouldBeEquivalentTo(new SiteOptions
        {
            Directory = "/site",
            Bucket = "shop-site",
            EntryPoints = ["*.html"],
            AssetCacheControl = "max-age=60",
            EntryPointCacheControl = "no-store",
        });
    }

    [Fact]
    public void A_service_is_told_nothing_and_does_not_migrate_unless_the_build_says_so()
    {
        var part = new ServicePart("api");

        (part.ImageDirectory, part.Archive, part.Environment.Count, part.MigrateCommand.Count).ShouldBe((null, null, 0, 0));
    }

    private static StackOutputs Place(IEnumerable<string> services, IEnumerable<string> sites) => new()
    {
        Stack = "shop",
        Region = "us-east-1",
        LedgerBucket = "shop-ledger",
        LedgerPrefix = "fairlead",
        Services = [.. services.Select(x => new StackService(x, Host))],
        Sites = [.. sites.Select(x => new StackSite(x, $"shop-{x}"))],
    };
}
