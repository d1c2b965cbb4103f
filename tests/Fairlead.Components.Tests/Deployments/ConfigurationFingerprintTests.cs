using Fairlead.Components.Deployments;
using Fairlead.Infrastructure;

namespace Fairlead.Components.Tests.Deployments;

public sealed class ConfigurationFingerprintTests
{
    private static readonly StackOutputs Outputs = new()
    {
        Stack = "shop",
        Region = "us-east-1",
        SiteBucket = "shop-site",
        LedgerBucket = "shop-ledger",
        LedgerPrefix = "fairlead",
        DistributionId = "E1",
        PublicUrl = new Uri("https://shop.example.com"),
        RepositoryName = "shop",
        RepositoryUri = "123456789012.dkr.ecr.us-east-1.amazonaws.com/shop",
        Service = new EcsServiceOutputs("shop", "shop", "api"),
        LogGroup = "/ecs/shop",
        HealthCheckPath = "/api/health",
    };

    /// <summary>Every release of every place gets a new id when this value moves, so it may only move on purpose.</summary>
    [Fact]
    public void The_digest_of_a_known_configuration_is_the_one_that_earlier_versions_recorded()
        => ConfigurationFingerprint.Of(Outputs, new Dictionary<string, string> { ["B"] = "2", ["A"] = "1" })
            .ShouldBe("sha256:d54708ec7603662bb1981582e4c562e1e2e2d17d41cb6f3c7fcf66e493d1207e");

    [Fact]
    public void The_order_of_the_environment_does_not_matter()
        => ConfigurationFingerprint.Of(Outputs, new Dictionary<string, string> { ["A"] = "1", ["B"] = "2" })
            .ShouldBe(ConfigurationFingerprint.Of(Outputs, new Dictionary<string, string> { ["B"] = "2", ["A"] = "1" }));

    [Fact]
    public void No_environment_is_the_same_as_an_empty_one()
        => ConfigurationFingerprint.Of(Outputs, null).ShouldBe(ConfigurationFingerprint.Of(Outputs, new Dictionary<string, string>()));

    [Fact]
    public void Text_that_moves_from_a_name_to_its_value_is_another_configuration()
        => ConfigurationFingerprint.Of(Outputs, new Dictionary<string, string> { ["A"] = "B=C" })
            .ShouldNotBe(ConfigurationFingerprint.Of(Outputs, new Dictionary<string, string> { ["A=B"] = "C" }));

    [Fact]
    public void Another_archive_is_another_configuration()
    {
        ConfigurationFingerprint.Of(Outputs, null, "b").ShouldNotBe(ConfigurationFingerprint.Of(Outputs, null, "a"));
        ConfigurationFingerprint.Of(Outputs, null, "a").ShouldNotBe(ConfigurationFingerprint.Of(Outputs, null));
    }

    [Fact]
    public void Another_place_is_another_configuration()
        => ConfigurationFingerprint.Of(Outputs with { Region = "eu-central-1" }, null).ShouldNotBe(ConfigurationFingerprint.Of(Outputs, null));
}
