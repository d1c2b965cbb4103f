using Fairlead.Aws;
using Fairlead.Deployments;
using Fairlead.Infrastructure;
using Fairlead.Infrastructure.LocalCloud;
using Fairlead.Infrastructure.Terraform;
using Fairlead.Node;
using Fairlead.Releases;
using Fairlead.Reporting;
using Fairlead.Reporting.Tracing;
using Fairlead.Services;
using Fairlead.Services.Ecs;
using Fairlead.Verification;

namespace Fairlead.Tests.Reporting;

/// <summary>A record is printed by whoever puts it into a log. It shows where its URL leads, and no password.</summary>
public sealed class RecordsWithUrlsTests
{
    private const string Text = "https://user:hidden@host.test/path?token=hidden";

    private static readonly Uri Url = new(Text);

    public static TheoryData<string, Func<object>> Records => new()
    {
        { nameof(AwsOptions), () => new AwsOptions { Region = "eu-central-1", EndpointUrl = Url } },
        { nameof(DeploymentSettings), () => new DeploymentSettings { SourceDirectory = "/src", RunUrl = Text } },
        { nameof(LocalCloudEndpoints), () => new LocalCloudEndpoints(1, "1", Url, Url, Url) },
        { nameof(NodeOptions), () => new NodeOptions { PackageDirectory = "/src", InstallDirectory = "/node", Mirror = Url } },
        { nameof(ReleasePlace), () => new ReleasePlace("shop", "eu-central-1", "123456789012", Text) },
        { nameof(ReleaseSection), () => new ReleaseSection { Release = "1", Outcome = "Succeeded", IsSuccess = true, Place = "shop", Url = Text } },
        { nameof(RunRecord), () => SomeRun.Failed with { RunUrl = Text } },
        { nameof(ServedVersionOptions), () => new ServedVersionOptions { HealthUrl = Url } },
        { nameof(SmokeOptions), () => new SmokeOptions { PublicUrl = Url, ReleaseId = "1" } },
        {
            nameof(StackOutputs),
            () => new StackOutputs { Stack = "shop", Region = "eu-central-1", LedgerBucket = "ledger", LedgerPrefix = "a", PublicUrl = Url }
        },
        { nameof(StackService), () => new StackService("api", new EcsServiceOutputs("a", "b", "c")) { Url = Url } },
        { nameof(StackSite), () => new StackSite("web", "bucket") { Url = Url } },
        { nameof(TerraformToolOptions), () => new TerraformToolOptions { CacheDirectory = "/cache", Mirror = Url } },
        {
            nameof(TraceOptions),
            () => new TraceOptions { Endpoint = Url, Headers = "x-key=hidden", Resource = new Dictionary<string, string>() }
        },
        { nameof(LockOwner), () => new LockOwner("mira@desk", Text, "desk", 1, "1") },
    };

    [Theory]
    [MemberData(nameof(Records))]
    public void A_record_shows_where_its_URL_leads_and_no_password(string name, Func<object> create)
    {
        var shown = create().ToString()!;

        shown.ShouldContain("https://host.test/path?token=", customMessage: name);
        shown.ShouldNotContain("hidden", customMessage: name);
    }

    [Fact]
    public void Who_makes_a_release_and_who_holds_a_lock_are_told_without_the_password_of_the_run()
    {
        var settings = new DeploymentSettings { SourceDirectory = "/src", RunUrl = "https://user:hidden@host.test/run/1" };

        settings.Who.ShouldEndWith(", https://host.test/run/1");
        settings.Owner.RunUrl.ShouldBe("https://host.test/run/1");
    }
}
