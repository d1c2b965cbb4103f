using System.Xml.Linq;
using Fairlead.LocalCloud.CloudFront.Configuration;
using Fairlead.LocalCloud.CloudFront.Policies;

namespace Fairlead.LocalCloud.Tests.CloudFront;

/// <summary>Policies, origin access controls and tags.</summary>
public sealed class ConfigurationTests(EdgeFixture edge) : IClassFixture<EdgeFixture>
{
    private const string Version = "/2020-05-31";

    private static readonly XNamespace Namespace = DistributionXml.Namespace;

    public static TheoryData<string, string> Kinds => new()
    {
        { "cache-policy", "CachePolicy" },
        { "origin-request-policy", "OriginRequestPolicy" },
        { "origin-access-control", "OriginAccessControl" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_configuration_is_made_read_changed_and_deleted_by_its_etag(string path, string name)
    {
        var config = Config(name);
        var created = await edge.ApiAsync(HttpMethod.Post, $"{Version}/{path}", config);
        created.Status.ShouldBe(201, created.Xml.ToString());
        var id = created.Xml.Element(Namespace + "Id")!.Value;
        var at = path == "origin-access-control" ? $"{Version}/{path}/{id}/config" : $"{Version}/{path}/{id}";

        var read = await edge.ApiAsync(HttpMethod.Get, $"{Version}/{path}/{id}/config");
        read.Xml.ToString().ShouldBe(config.ToString());
        read.ETag.ShouldBe(created.ETag);
        Code(await edge.ApiAsync(HttpMethod.Post, $"{Version}/{path}", config)).ShouldBe($"{name}AlreadyExists");
        Code(await edge.ApiAsync(HttpMethod.Put, at, config)).ShouldBe("InvalidIfMatchVersion");
        Code(await edge.ApiAsync(HttpMethod.Put, at, config, "EOTHER")).ShouldBe("PreconditionFailed");
        config.SetElementValue(Namespace + (name == "OriginAccessControl" ? "Description" : "Comment"), "changed");
        var updated = await edge.ApiAsync(HttpMethod.Put, at, config, read.ETag);
        updated.Status.ShouldBe(200, updated.Xml.ToString());
        (await edge.ApiAsync(HttpMethod.Get, $"{Version}/{path}/{id}")).Xml.Element(Namespace + $"{name}Config")!.ToString().ShouldContain("changed");

        Code(await edge.ApiAsync(HttpMethod.Delete, $"{Version}/{path}/{id}", ifMatch: read.ETag)).ShouldBe("PreconditionFailed");
        (await edge.ApiAsync(HttpMethod.Delete, $"{Version}/{path}/{id}", ifMatch: updated.ETag)).Status.ShouldBe(204);
        Code(await edge.ApiAsync(HttpMethod.Get, $"{Version}/{path}/{id}")).ShouldBe($"NoSuch{name}");
    }

    [Fact]
    public async Task What_is_no_configuration_is_refused()
    {
        var control = Config("OriginAccessControl");
        control.SetElementValue(Namespace + "SigningBehavior", "sometimes");
        Code(await edge.ApiAsync(HttpMethod.Post, $"{Version}/origin-access-control", control)).ShouldBe("InvalidArgument");
        var policy = Config("CachePolicy");
        policy.SetElementValue(Namespace + "MaxTTL", "0");
        policy.SetElementValue(Namespace + "DefaultTTL", "1");
        Code(await edge.ApiAsync(HttpMethod.Post, $"{Version}/cache-policy", policy)).ShouldBe("InvalidArgument");
    }

    [Fact]
    public async Task The_policies_of_AWS_are_listed_and_cannot_be_changed()
    {
        var listed = (await edge.ApiAsync(HttpMethod.Get, $"{Version}/cache-policy?Type=managed")).Xml;
        var optimized = listed.Descendants(Namespace + "CachePolicy").Single(x => x.Element(Namespace + "Id")!.Value == ManagedPolicies.CachingOptimized);
        optimized.Descendants(Namespace + "Name").First().Value.ShouldBe("Managed-CachingOptimized");
        optimized.Descendants(Namespace + "MinTTL").Single().Value.ShouldBe("1");
        listed.Descendants(Namespace + "Type").Select(x => x.Value).Distinct().ShouldBe(["managed"]);
        (await edge.ApiAsync(HttpMethod.Get, $"{Version}/origin-request-policy?Type=managed")).Xml.ToString()
            .ShouldContain("Managed-AllViewerExceptHostHeader");

        var etag = (await edge.ApiAsync(HttpMethod.Get, $"{Version}/cache-policy/{ManagedPolicies.CachingOptimized}")).ETag;
        Code(await edge.ApiAsync(HttpMethod.Delete, $"{Version}/cache-policy/{ManagedPolicies.CachingOptimized}", ifMatch: etag)).ShouldBe("IllegalDelete");
        Code(await edge.ApiAsync(HttpMethod.Put, $"{Version}/cache-policy/{ManagedPolicies.CachingOptimized}", Config("CachePolicy"), etag))
            .ShouldBe("IllegalUpdate");
    }

    [Fact]
    public async Task The_edge_keeps_to_a_custom_policy_and_a_policy_in_use_stays()
    {
        edge.Origin = context => Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(context.Response, context.Request.QueryString.ToString());
        var created = await edge.ApiAsync(HttpMethod.Post, $"{Version}/cache-policy", Config("CachePolicy"));
        var policy = created.Xml.Element(Namespace + "Id")!.Value;
        var id = await edge.DistributionAsync(EdgeFixture.Cached() with { CachePolicyId = policy });

        (await edge.ViewAsync(id, "/page?lang=en&noise=1")).Body.ShouldBe("?lang=en");
        (await edge.ViewAsync(id, "/page?lang=en&noise=2")).Cache.ShouldBe("Hit");
        (await edge.ViewAsync(id, "/page?lang=de")).Cache.ShouldBe("Miss");

        Code(await edge.ApiAsync(HttpMethod.Delete, $"{Version}/cache-policy/{policy}", ifMatch: created.ETag)).ShouldBe("CachePolicyInUse");
    }

    [Fact]
    public async Task A_distribution_has_the_tags_that_it_was_made_with_and_got()
    {
        var withTags = new XElement(
            Namespace + "DistributionConfigWithTags",
            DistributionXml.Write(edge.Config(EdgeFixture.Cached())),
            Tags(("team", "web")));
        var created = await edge.ApiAsync(HttpMethod.Post, $"{Version}/distribution?WithTags", withTags);
        created.Status.ShouldBe(201, created.Xml.ToString());
        var resource = Uri.EscapeDataString(created.Xml.Element(Namespace + "ARN")!.Value);

        (await edge.ApiAsync(HttpMethod.Post, $"{Version}/tagging?Operation=Tag&Resource={resource}", Tags(("a", "1"), ("b", "2")))).Status.ShouldBe(204);
        var keys = new XElement(Namespace + "TagKeys", new XElement(Namespace + "Items", new XElement(Namespace + "Key", "a")));
        (await edge.ApiAsync(HttpMethod.Post, $"{Version}/tagging?Operation=Untag&Resource={resource}", keys)).Status.ShouldBe(204);

        (await edge.ApiAsync(HttpMethod.Get, $"{Version}/tagging?Resource={resource}")).Xml.Descendants(Namespace + "Tag")
            .Select(x => $"{x.Element(Namespace + "Key")!.Value}={x.Element(Namespace + "Value")!.Value}")
            .ShouldBe(["b=2", "team=web"]);
        Code(await edge.ApiAsync(HttpMethod.Get, $"{Version}/tagging?Resource=arn:none")).ShouldBe("NoSuchResource");
        Code(await edge.ApiAsync(HttpMethod.Post, $"{Version}/tagging?Operation=Tag&Resource={resource}", Tags(("aws:x", "")))).ShouldBe("InvalidTagging");
        var many = Tags([.. Enumerable.Range(0, 50).Select(x => ($"{x}", ""))]);
        Code(await edge.ApiAsync(HttpMethod.Post, $"{Version}/tagging?Operation=Tag&Resource={resource}", many)).ShouldBe("InvalidTagging");
    }

    [Fact]
    public async Task Pages_of_distributions_hold_when_one_of_them_is_deleted()
    {
        var own = new EdgeFixture();
        await own.InitializeAsync();
        try
        {
            var ids = new List<string>();
            for (var i = 0; i < 4; i++)
            {
                own.Clock.Advance(TimeSpan.FromSeconds(1));
                ids.Add(await own.DistributionAsync(own.Config(EdgeFixture.Cached()) with { Enabled = false }));
            }

            var first = (await own.ApiAsync(HttpMethod.Get, $"{Version}/distribution?MaxItems=2")).Xml;
            var marker = first.Element(Namespace + "NextMarker")!.Value;
            var etag = (await own.ApiAsync(HttpMethod.Get, $"{Version}/distribution/{ids[1]}")).ETag;
            (await own.ApiAsync(HttpMethod.Delete, $"{Version}/distribution/{ids[1]}", ifMatch: etag)).Status.ShouldBe(204);

            Ids(first).ShouldBe(ids[..2]);
            Ids((await own.ApiAsync(HttpMethod.Get, $"{Version}/distribution?MaxItems=2&Marker={marker}")).Xml).ShouldBe(ids[2..]);
            Code(await own.ApiAsync(HttpMethod.Get, $"{Version}/distribution?Marker={ids[0]}")).ShouldBe("InvalidArgument");
            Code(await own.ApiAsync(HttpMethod.Get, $"{Version}/cache-policy?Marker={marker}")).ShouldBe("InvalidArgument");
            Code(await own.ApiAsync(HttpMethod.Get, $"{Version}/distribution?MaxItems=0")).ShouldBe("InvalidArgument");
        }
        finally
        {
            await own.DisposeAsync();
        }
    }

    [Fact]
    public async Task Of_two_changes_of_the_same_version_one_is_made()
    {
        var config = edge.Config(EdgeFixture.Cached());
        var id = await edge.DistributionAsync(config);
        for (var round = 0; round < 10; round++)
        {
            var etag = (await edge.ApiAsync(HttpMethod.Get, $"{Version}/distribution/{id}")).ETag;

            var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(x => edge.ApiAsync(
                HttpMethod.Put,
                $"{Version}/distribution/{id}/config",
                DistributionXml.Write(config with { Comment = $"{round} {x}" }),
                etag)));

            answers.Select(x => x.Status).Order().ShouldBe([200, 412, 412, 412]);
        }
    }

    private static XElement Tags(params (string Key, string Value)[] tags) => new(
        Namespace + "Tags",
        new XElement(Namespace + "Items", tags.Select(x => new XElement(
            Namespace + "Tag",
            new XElement(Namespace + "Key", x.Key),
            new XElement(Namespace + "Value", x.Value)))));

    private static XElement Config(string kind) => kind switch
    {
        "CachePolicy" => XElement.Parse($"""
            <CachePolicyConfig xmlns="{Namespace}">
              <Comment>mine</Comment><Name>{Guid.NewGuid()}</Name><DefaultTTL>60</DefaultTTL><MaxTTL>120</MaxTTL><MinTTL>0</MinTTL>
              <ParametersInCacheKeyAndForwardedToOrigin>
                <EnableAcceptEncodingGzip>true</EnableAcceptEncodingGzip>
                <HeadersConfig><HeaderBehavior>none</HeaderBehavior></HeadersConfig>
                <CookiesConfig><CookieBehavior>none</CookieBehavior></CookiesConfig>
                <QueryStringsConfig>
                  <QueryStringBehavior>whitelist</QueryStringBehavior>
                  <QueryStrings><Quantity>1</Quantity><Items><Name>lang</Name></Items></QueryStrings>
                </QueryStringsConfig>
              </ParametersInCacheKeyAndForwardedToOrigin>
            </CachePolicyConfig>
            """),
        "OriginRequestPolicy" => XElement.Parse($"""
            <OriginRequestPolicyConfig xmlns="{Namespace}">
              <Comment>mine</Comment><Name>{Guid.NewGuid()}</Name>
              <HeadersConfig><HeaderBehavior>allViewer</HeaderBehavior></HeadersConfig>
              <CookiesConfig><CookieBehavior>all</CookieBehavior></CookiesConfig>
              <QueryStringsConfig><QueryStringBehavior>all</QueryStringBehavior></QueryStringsConfig>
            </OriginRequestPolicyConfig>
            """),
        _ => XElement.Parse($"""
            <OriginAccessControlConfig xmlns="{Namespace}">
              <Name>{Guid.NewGuid()}</Name><Description>mine</Description><SigningProtocol>sigv4</SigningProtocol>
              <SigningBehavior>always</SigningBehavior><OriginAccessControlOriginType>s3</OriginAccessControlOriginType>
            </OriginAccessControlConfig>
            """),
    };

    private static string[] Ids(XElement list) => [.. list.Descendants(Namespace + "DistributionSummary").Select(x => x.Element(Namespace + "Id")!.Value)];

    private static string Code((int Status, XElement Xml, string? ETag) answer) => answer.Xml.Descendants(Namespace + "Code").Single().Value;
}
