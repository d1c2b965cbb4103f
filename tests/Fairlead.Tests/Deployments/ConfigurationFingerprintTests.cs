using System.Security.Cryptography;
using System.Text;
using Fairlead.Deployments;
using Fairlead.Infrastructure;
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

    private static readonly Dictionary<string, string> Told = new() { ["B"] = "2", ["A"] = "1" };

    // All that somebody has who guesses: where the release went, and how what the services are told is written down.
    private const string KnownPlace = "StackOutputs { Stack = shop, Region = us-east-1, SiteBucket = shop-site, LedgerBucket = shop-ledger, "
        + "LedgerPrefix = fairlead, DistributionId = E1, PublicUrl = https://shop.example.com/, RepositoryName = shop, "
        + "RepositoryUri = 123456789012.dkr.ecr.us-east-1.amazonaws.com/shop, "
        + "ClusterName = shop, ServiceName = shop, ContainerName = api, LogGroup = /ecs/shop, HealthCheckPath = /api/health }";

    private const string RightGuess = "1:A=1:1\n1:B=1:2\n";

    /// <summary>Digests of a right guess with which it would be seen to be right for little: without stretching, with few rounds, or with a salt that many
    /// places share, so that the work is done once for all of them.</summary>
    public static TheoryData<string> Cheap => new()
    {
        RightGuess,
        Hex(SHA256.HashData(Bytes(RightGuess))),
        $"sha256:{Hex(SHA256.HashData(Bytes(RightGuess)))}",
        $"sha256:{Hex(SHA256.HashData(Bytes(KnownPlace + RightGuess)))}",
        $"hmac-sha256:{Hex(HMACSHA256.HashData(SHA256.HashData(Bytes(KnownPlace)), Bytes(RightGuess)))}",
        Labelled(100_000, SHA256.HashData(Bytes(RightGuess))),
        Labelled(100_000, HMACSHA256.HashData(SHA256.HashData(Bytes(KnownPlace)), Bytes(RightGuess))),
        Stretched("", 100_000),
        Stretched("shop", 100_000),
        Stretched("us-east-1", 100_000),
        Stretched("fairlead", 100_000),
        Stretched("shop-ledger", 100_000),
        Stretched("configuration", 100_000),
        Stretched("Environment", 100_000),
        Stretched(RightGuess, 100_000),
        Stretched(KnownPlace, 1),
        Stretched(KnownPlace, 1_000),
        Stretched(KnownPlace, 10_000),
        Stretched(KnownPlace, 99_999),
        Labelled(100_000, Pbkdf2(KnownPlace, 1)),
        Labelled(100_000, Pbkdf2(KnownPlace, 1_000)),
        Labelled(100_000, Pbkdf2(KnownPlace, 10_000)),
    };

    [Theory]
    [MemberData(nameof(Cheap))]
    public void No_guess_of_what_the_services_are_told_is_seen_to_be_right_for_little(string digest) => Of(Outputs, Told).ShouldNotBe(Recorded(digest));

    /// <summary>Without this one, the guesses above would be wrong because nobody has guessed well.</summary>
    [Fact]
    public void It_is_seen_by_whoever_stretches_it_a_hundred_thousand_times_for_this_place_alone()
        => Of(Outputs, Told).ShouldBe(Recorded(Stretched(KnownPlace, 100_000)));

    [Fact]
    public void What_is_prepared_for_one_place_is_of_no_use_at_another()
    {
        StackOutputs[] places =
        [
            Outputs,
            Outputs with { Stack = "other" },
            Outputs with { Region = "eu-central-1" },
            Outputs with { LedgerBucket = "other" },
            Outputs with { LedgerPrefix = "other" },
            Outputs with { PublicUrl = new Uri("https://other.example.com") },
            Outputs with { Sites = [new StackSite("web", "other") { DistributionId = "E1" }] },
            Outputs with { Sites = [new StackSite("web", "shop-site") { DistributionId = "E2" }] },
            Outputs with { Services = [Outputs.Services[0] with { Host = new EcsServiceOutputs("other", "shop", "api") }] },
        ];

        // The whole of it is the salt, so that whatever tells two places apart tells the digests of what they are told apart.
        places.Select(ConfigurationFingerprint.Describe).ShouldBeUnique();
        foreach (var place in places.Select(x => (Outputs: x, Text: ConfigurationFingerprint.Describe(x))))
        {
            Of(place.Outputs, Told).ShouldBe(Sealed($"{place.Text}\nEnvironment = {Stretched(place.Text, 100_000)}\n"));
        }
    }

    /// <summary>Another run, on another machine, finds it again, or every deploy would be a new release: nothing of chance is in it.</summary>
    [Fact]
    public void The_digest_of_a_known_configuration_is_the_one_that_is_recorded()
        => Of(Outputs, Told)
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

    private static string Recorded(string digest) => Sealed($"{KnownPlace}\nEnvironment = {digest}\n");

    private static string Sealed(string text) => $"sha256:{Hex(SHA256.HashData(Bytes(text)))}";

    private static string Stretched(string salt, int iterations) => Labelled(iterations, Pbkdf2(salt, iterations));

    private static string Labelled(int iterations, byte[] digest) => $"pbkdf2-sha256:{iterations}:{Hex(digest)}";

    private static byte[] Pbkdf2(string salt, int iterations)
        => Rfc2898DeriveBytes.Pbkdf2(Bytes(RightGuess), SHA256.HashData(Bytes(salt)), iterations, HashAlgorithmName.SHA256, 32);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);

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
