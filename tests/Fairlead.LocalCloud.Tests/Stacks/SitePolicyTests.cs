using System.Text.Json.Nodes;
using System.Xml.Linq;
using Fairlead.Infrastructure.LocalCloud;
using Fairlead.LocalCloud.CloudFront;
using Fairlead.LocalCloud.CloudFront.Configuration;
using Fairlead.LocalCloud.S3.Storage;
using Fairlead.LocalCloud.Stacks;
using Microsoft.Extensions.DependencyInjection;

namespace Fairlead.LocalCloud.Tests.Stacks;

/// <summary>By what right the distribution of a site reads its bucket, and what a deploy does when somebody took it away.</summary>
public sealed class SitePolicyTests : StackCloud
{
    private const string Foreign = """
        {"Sid":"TlsOnly","Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"false"}}}
        """;

    private readonly LocalStackSpecification _shop = new() { Name = "shop", Sites = [new LocalSite("web")] };

    private S3Store Buckets => Server.Services.GetRequiredService<S3Store>();

    private DistributionStore Distributions => Server.Services.GetRequiredService<DistributionStore>();

    private ConfigurationStore Configurations => Server.Services.GetRequiredService<ConfigurationStore>();

    private StoredConfiguration Control => Configurations.FindByName(ConfigurationKind.OriginAccessControl, "shop-site").ShouldNotBeNull();

    [Fact]
    public async Task A_site_is_read_and_a_file_that_it_lacks_is_missing()
    {
        await ApplyAsync(_shop);
        await PutObjectAsync("shop-site", "index.html", "the page");

        (await VisitAsync(Server.Endpoints.Edge, "/")).ShouldBe((200, "the page"));
        (await VisitAsync(Server.Endpoints.Edge, "/assets/missing.js")).Status.ShouldBe(404);
        Told(await PlanAsync(_shop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_policy_that_was_taken_away_is_told_and_made_again_by_a_deploy_and_by_nothing_else()
    {
        await ApplyAsync(_shop);
        await PutObjectAsync("shop-site", "index.html", "the page");
        Buckets.Bucket("shop-site").Configure(x => x with { Policy = null });

        var (status, body) = await VisitAsync(Server.Endpoints.Edge, "/");
        status.ShouldBe(403);
        body.ShouldContain("<Code>AccessDenied</Code>");
        await RestartAsync();
        (await VisitAsync(Server.Endpoints.Edge, "/")).Status.ShouldBe(403);
        Told(await PlanAsync(_shop)).ShouldBe(["Create aws_s3_bucket_policy shop-site"]);
        (await VisitAsync(Server.Endpoints.Edge, "/")).Status.ShouldBe(403, "a plan changes nothing");

        Told((await ApplyAsync(_shop)).Plan).ShouldBe(["Create aws_s3_bucket_policy shop-site"]);
        (await VisitAsync(Server.Endpoints.Edge, "/")).ShouldBe((200, "the page"));
    }

    [Fact]
    public async Task An_access_control_that_was_changed_is_told_and_put_right()
    {
        await ApplyAsync(_shop);
        await PutObjectAsync("shop-site", "index.html", "the page");
        var config = XElement.Parse(Control.ConfigXml);
        config.SetElementValue(DistributionXml.Namespace + "SigningBehavior", "never");
        Configurations.Update(ConfigurationKind.OriginAccessControl, Control.Id, Control.ETag, config);

        (await VisitAsync(Server.Endpoints.Edge, "/")).Status.ShouldBe(403);
        Told((await ApplyAsync(_shop)).Plan).ShouldBe(["Update aws_cloudfront_origin_access_control shop-site"]);
        (await VisitAsync(Server.Endpoints.Edge, "/")).ShouldBe((200, "the page"));
    }

    [Fact]
    public async Task An_access_control_that_was_detached_and_deleted_is_told_and_made_again()
    {
        await ApplyAsync(_shop);
        await PutObjectAsync("shop-site", "index.html", "the page");
        var distribution = Distributions.Find("shop")!;
        var origins = distribution.Config.Origins.Select(x => x with { AccessControlId = null });
        Distributions.Ensure(distribution.Config with { Origins = [.. origins] });
        Configurations.Delete(ConfigurationKind.OriginAccessControl, Control.Id, Control.ETag);
        string[] told = ["Create aws_cloudfront_origin_access_control shop-site", "Update aws_cloudfront_distribution shop"];

        (await VisitAsync(Server.Endpoints.Edge, "/")).Status.ShouldBe(403);
        Told(await PlanAsync(_shop)).ShouldBe(told);
        Told((await ApplyAsync(_shop)).Plan).ShouldBe(told);
        (await VisitAsync(Server.Endpoints.Edge, "/")).ShouldBe((200, "the page"));
        Told(await PlanAsync(_shop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_somebody_else_wrote_into_the_policy_stays()
    {
        await ApplyAsync(_shop);
        await PutObjectAsync("shop-site", "index.html", "the page");
        Buckets.Bucket("shop-site").Configure(x => x with { Policy = $$"""{"Id":"mine","Version":"2012-10-17","Statement":{{Foreign}}}""" });

        Told((await ApplyAsync(_shop)).Plan).ShouldBe(["Update aws_s3_bucket_policy shop-site"]);

        var policy = JsonNode.Parse(Buckets.Bucket("shop-site").Configuration.Policy!)!;
        ((string?)policy["Id"]).ShouldBe("mine");
        policy["Statement"]!.AsArray().Select(x => (string?)x!["Sid"]).ShouldBe(["ThisDistributionReads", "MissingFilesAreMissing", "TlsOnly"]);
        JsonNode.DeepEquals(policy["Statement"]![2], JsonNode.Parse(Foreign)).ShouldBeTrue();
        (await VisitAsync(Server.Endpoints.Edge, "/")).ShouldBe((200, "the page"));
        Told(await PlanAsync(_shop)).ShouldBeEmpty();
    }

    [Fact]
    public void The_statements_of_a_distribution_that_is_gone_go()
    {
        var before = SitePolicy.With($$"""{"Statement":[{{Foreign}}]}""", "shop-site", "arn:aws:cloudfront::000000000000:distribution/OLD");

        var after = SitePolicy.With(before, "shop-site", "arn:aws:cloudfront::000000000000:distribution/NEW");

        after.ShouldNotContain("OLD");
        after.ShouldContain("TlsOnly");
        JsonNode.Parse(after)!["Statement"]!.AsArray().Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("not a policy")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"Statement\":7}")]
    public void What_is_no_policy_becomes_one(string policy)
        => JsonNode.Parse(SitePolicy.With(policy, "shop-site", "arn"))!["Statement"]!.AsArray().Count.ShouldBe(2);
}
