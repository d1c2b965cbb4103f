using Fairlead.Deployments;
using Fairlead.Infrastructure;
using Fairlead.Secrets;
using Fairlead.Services;
using Fairlead.Services.AppRunner;
using Fairlead.Services.Ec2;
using Fairlead.Services.Ecs;

namespace Fairlead.Tests.Deployments;

/// <summary>Every release of every place gets a new id when these values move, so they may only move on purpose.</summary>
public sealed class ConfigurationFingerprintTests
{
    private static readonly EcsServiceOutputs Ecs = new("shop", "shop", "api");
    private static readonly StackOutputs Outputs = On(Ecs);
    private static readonly IReadOnlyDictionary<string, string> Nothing = new Dictionary<string, string>();

    // What earlier versions recorded for the same configuration: a plain SHA-256, which lets anybody guess the values.
    private const string Guessable = "sha256:d54708ec7603662bb1981582e4c562e1e2e2d17d41cb6f3c7fcf66e493d1207e";

    [Fact]
    public void No_digest_lets_anybody_guess_what_the_services_are_told()
    {
        var digest = Of(Outputs, new Dictionary<string, string> { ["B"] = "2", ["A"] = "1" });

        digest.ShouldNotBe(Guessable);
        // The same values at another place have another digest, also of themselves: nobody can prepare.
        StretchedDigest.Of("A=1", "shop").ShouldNotBe(StretchedDigest.Of("A=1", "other"));
        StretchedDigest.Of("A=1", "shop").ShouldBe("pbkdf2-sha256:100000:51d45435c61468f1935700aabc44daa3c1893209eaca2001c75b7c80bfaa10c9");
        StretchedDigest.Iterations.ShouldBeGreaterThanOrEqualTo(100_000);
    }

    [Fact]
    public void The_digest_of_a_known_configuration_is_the_one_that_is_recorded()
        => Of(Outputs, new Dictionary<string, string> { ["B"] = "2", ["A"] = "1" })
            .ShouldBe("sha256:60ae48dcc43b3c6f534ec4d25417a75cb66580c2ad410e2c2af9cdc43080ea75");

    [Fact]
    public void So_is_that_of_one_on_App_Runner()
        => Of(
            On(new AppRunnerServiceOutputs("arn:aws:apprunner:us-east-1:123456789012:service/shop/1", "arn:aws:iam::123456789012:role/shop")),
            new Dictionary<string, string> { ["B"] = "2", ["A"] = "1" })
            .ShouldBe("sha256:b5baedb4c6e5d54c8d71db83fd18680ee134c1e88c9be3ffc9501a1c6832cbff");

    [Fact]
    public void So_is_that_of_one_on_instances_without_a_distribution()
    {
        var outputs = On(new Ec2ServiceOutputs("shop-releases", "api", "Role", "shop-api"));

        Of(
            outputs with
            {
                Services = [outputs.Services[0] with { RepositoryName = null, RepositoryUri = null }],
                Sites = [outputs.Sites[0] with { DistributionId = null }],
            },
            new Dictionary<string, string> { ["B"] = "2", ["A"] = "1" },
            "0f").ShouldBe("sha256:c3d6e4e952f2d7d6c6f572944945d307c2ef3dfb55eca7e3fc320bc056aa4023");
    }

    [Fact]
    public void That_of_one_that_is_told_nothing_is_the_one_that_earlier_versions_recorded()
        => Of(
            Outputs with { PublicUrl = new Uri("http://127.0.0.1:8080/shop"), Sites = [Outputs.Sites[0] with { DistributionId = null }] },
            Nothing).ShouldBe("sha256:58418d951847ecbc71df62d5daa46890b8a16c842b2060d8b1aa9027158c0590");

    [Theory]
    [InlineData("api", "web")]
    [InlineData("shop", "storefront")]
    public void What_the_only_service_and_the_only_site_are_called_makes_no_other_release(string service, string site)
        => ConfigurationFingerprint.Of(
            Outputs with { Services = [Outputs.Services[0] with { Name = service }], Sites = [Outputs.Sites[0] with { Name = site }] },
            [(service, Nothing, null)]).ShouldBe(Of(Outputs, Nothing));

    [Fact]
    public void The_order_of_the_environment_does_not_matter()
        => Of(Outputs, new Dictionary<string, string> { ["A"] = "1", ["B"] = "2" })
            .ShouldBe(Of(Outputs, new Dictionary<string, string> { ["B"] = "2", ["A"] = "1" }));

    [Fact]
    public void A_service_that_is_told_nothing_is_as_none()
        => ConfigurationFingerprint.Of(Outputs, []).ShouldBe(Of(Outputs, Nothing));

    [Fact]
    public void Text_that_moves_from_a_name_to_its_value_is_another_configuration()
        => Of(Outputs, new Dictionary<string, string> { ["A"] = "B=C" }).ShouldNotBe(Of(Outputs, new Dictionary<string, string> { ["A=B"] = "C" }));

    [Fact]
    public void Another_archive_is_another_configuration()
    {
        Of(Outputs, Nothing, "b").ShouldNotBe(Of(Outputs, Nothing, "a"));
        Of(Outputs, Nothing, "a").ShouldNotBe(Of(Outputs, Nothing));
    }

    [Fact]
    public void Another_place_is_another_configuration()
        => Of(Outputs with { Region = "eu-central-1" }, Nothing).ShouldNotBe(Of(Outputs, Nothing));

    /// <summary>Several parts: whatever says where one goes counts, and to which part it belongs.</summary>
    [Fact]
    public void Whatever_says_where_one_of_several_parts_goes_counts()
    {
        var api = new StackService("api", Ecs) { LogGroup = "/api", RepositoryUri = "registry/api", HealthCheckPath = "/health" };
        var worker = new StackService("worker", new EcsServiceOutputs("shop", "worker", "worker"));
        var web = new StackSite("web", "shop-site") { DistributionId = "E1" };
        var admin = new StackSite("admin", "shop-admin");
        StackOutputs[] places =
        [
            Place([api, worker], [web, admin]),
            Place([api], [web, admin]),
            Place([api, worker], [web]),
            Place([api], []),
            Place([], [web]),
            Place([api with { Url = new Uri("https://api.example.com") }], [web]),
            Place([api with { Url = new Uri("https://api.example.com") }, worker], [web, admin]),
            Place([api with { HealthCheckPath = null }, worker], [web, admin]),
            Place([api with { LogGroup = null }, worker], [web, admin]),
            Place([api with { RepositoryUri = "registry/other" }, worker], [web, admin]),
            Place([api with { Name = "shop" }, worker], [web, admin]),
            Place([api with { Host = new EcsServiceOutputs("other", "shop", "api") }, worker], [web, admin]),
            Place([api, worker], [web with { Name = "shop" }, admin]),
            Place([api, worker], [web with { Bucket = "other" }, admin]),
            Place([api, worker], [web with { DistributionId = null }, admin]),
            Place([api, worker], [web with { Url = new Uri("https://shop.example.com") }, admin]),
        ];

        places.Select(x => ConfigurationFingerprint.Of(x, [])).ShouldBeUnique();
        ConfigurationFingerprint.Of(Place([worker, api], [admin, web]), []).ShouldBe(ConfigurationFingerprint.Of(places[0], []));

        StackOutputs Place(IReadOnlyList<StackService> services, IReadOnlyList<StackSite> sites) => Outputs with { Services = services, Sites = sites };
    }

    [Fact]
    public void What_one_of_several_services_is_told_is_not_what_the_other_is_told()
    {
        var outputs = Outputs with { Services = [new StackService("api", Ecs), new StackService("worker", Ecs)] };
        var told = new Dictionary<string, string> { ["A"] = "1" };

        ConfigurationFingerprint.Of(outputs, [("api", told, null), ("worker", Nothing, null)])
            .ShouldNotBe(ConfigurationFingerprint.Of(outputs, [("api", Nothing, null), ("worker", told, null)]));
        ConfigurationFingerprint.Of(outputs, [("api", Nothing, "a"), ("worker", Nothing, null)])
            .ShouldNotBe(ConfigurationFingerprint.Of(outputs, [("api", Nothing, null), ("worker", Nothing, "a")]));
        ConfigurationFingerprint.Of(outputs, [("worker", Nothing, null), ("api", told, null)])
            .ShouldBe(ConfigurationFingerprint.Of(outputs, [("api", told, null), ("worker", Nothing, null)]));
    }

    private static string Of(StackOutputs outputs, IReadOnlyDictionary<string, string> environment, string? archive = null)
        => ConfigurationFingerprint.Of(outputs, [("api", environment, archive)]);

    private static StackOutputs On(ServiceOutputs host) => new()
    {
        Stack = "shop",
        Region = "us-east-1",
        LedgerBucket = "shop-ledger",
        LedgerPrefix = "fairlead",
        PublicUrl = new Uri("https://shop.example.com"),
        Services =
        [
            new StackService("api", host)
            {
                RepositoryName = "shop",
                RepositoryUri = "123456789012.dkr.ecr.us-east-1.amazonaws.com/shop",
                LogGroup = "/ecs/shop",
                HealthCheckPath = "/api/health",
            },
        ],
        Sites = [new StackSite("web", "shop-site") { DistributionId = "E1" }],
    };
}
