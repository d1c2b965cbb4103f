using System.Xml.Linq;
using Fairlead.LocalCloud.CloudFront;
using Fairlead.LocalCloud.CloudFront.Policies;
using Fairlead.LocalCloud.Protocol;
using Fairlead.LocalCloud.Stacks;
using Fairlead.Testing.Fuzzing;
using Microsoft.AspNetCore.Http;

namespace Fairlead.LocalCloud.Tests.Fuzz;

/// <summary>CloudFront's API and its edge, and the control surface's stacks.</summary>
internal static class EdgeTargets
{
    private const string Namespace = "xmlns=\"http://cloudfront.amazonaws.com/doc/2020-05-31/\"";

    private const string CachePolicy = $"""
        <CachePolicyConfig {Namespace}><Comment>c</Comment><Name>mine</Name><DefaultTTL>60</DefaultTTL><MaxTTL>600</MaxTTL><MinTTL>1</MinTTL>
        <ParametersInCacheKeyAndForwardedToOrigin><EnableAcceptEncodingGzip>true</EnableAcceptEncodingGzip>
        <HeadersConfig><HeaderBehavior>whitelist</HeaderBehavior><Headers><Quantity>1</Quantity><Items><Name>Origin</Name></Items></Headers></HeadersConfig>
        <CookiesConfig><CookieBehavior>allExcept</CookieBehavior><Cookies><Quantity>1</Quantity><Items><Name>a</Name></Items></Cookies></CookiesConfig>
        <QueryStringsConfig><QueryStringBehavior>all</QueryStringBehavior></QueryStringsConfig></ParametersInCacheKeyAndForwardedToOrigin></CachePolicyConfig>
        """;

    private const string OriginRequestPolicy = $"""
        <OriginRequestPolicyConfig {Namespace}><Comment>c</Comment><Name>mine</Name>
        <HeadersConfig><HeaderBehavior>allExcept</HeaderBehavior><Headers><Quantity>1</Quantity><Items><Name>Host</Name></Items></Headers></HeadersConfig>
        <CookiesConfig><CookieBehavior>none</CookieBehavior></CookiesConfig>
        <QueryStringsConfig><QueryStringBehavior>all</QueryStringBehavior></QueryStringsConfig>
        </OriginRequestPolicyConfig>
        """;

    public static IReadOnlyList<FuzzTarget> Of(FuzzCloud cloud)
    => [
        FuzzTarget.Text(
            "Edge",
            x => cloud.Edge(x.Split('\n')[0], $"/{CloudTarget.Escaped(x)}"),
            "shop.localhost:4602\n/index.html?a=b",
            "localhost\n/",
            "[::1]:80\n/a") with { MemoryPerByte = 4096 },
        CloudTarget.Utf8("CloudFront cache policy", x => cloud.Configure("cache-policy", x), CachePolicy),
        CloudTarget.Utf8("CloudFront origin request policy", x => cloud.Configure("origin-request-policy", x), OriginRequestPolicy),
        FuzzTarget.Utf8("CachePolicy there and back", Again("CachePolicyConfig", x => PolicyXml.Write("mine", PolicyXml.ParseCachePolicy(x))), CachePolicy)
            .RefusesWith<AwsServiceException>() with { MemoryPerByte = 1024 },
        FuzzTarget.Utf8(
            "OriginRequestPolicy there and back",
            Again("OriginRequestPolicyConfig", x => PolicyXml.Write("mine", PolicyXml.ParseOriginRequestPolicy(x))),
            OriginRequestPolicy)
            .RefusesWith<AwsServiceException>() with { MemoryPerByte = 1024 },
        CloudTarget.Utf8(
            "CloudFront tags",
            x => cloud.Rest("cloudfront", "POST", $"/2020-05-31/tagging?Operation=Tag&Resource={Arn(cloud)}", x),
            $"<Tags {Namespace}><Items><Tag><Key>a</Key><Value>b</Value></Tag></Items></Tags>"),
        CloudTarget.Utf8(
            "CloudFront untagging",
            x => cloud.Rest("cloudfront", "POST", $"/2020-05-31/tagging?Operation=Untag&Resource={Arn(cloud)}", x),
            $"<TagKeys {Namespace}><Items><Key>none</Key></Items></TagKeys>"),
        CloudTarget.Utf8(
            "CloudFront update",
            x => cloud.Rest("cloudfront", "PUT", $"/2020-05-31/distribution/{cloud.Distribution}/config", x),
            ParserTargets.DistributionSeed) with { RefusesAll = true },
        CloudTarget.Text(
            "CloudFront's addresses",
            x => cloud.Rest("cloudfront", "GET", $"/2020-05-31/{CloudTarget.Escaped(x)}", []),
            "distribution?MaxItems=3",
            "cache-policy?Type=managed&MaxItems=1",
            "origin-request-policy/216adef6-5c7f-47e4-b989-5492eafa07d3/config"),
        CloudTarget.Text(
            "CloudFront's addresses of nothing",
            x => cloud.Rest("cloudfront", "GET", $"/2020-05-31/{CloudTarget.Escaped(x)}", []),
            "distribution/E1/invalidation/I1",
            "tagging?Resource=arn:aws:cloudfront::000000000000:distribution/E1",
            "tagging?Resource=%01",
            "distribution?Marker=a") with { RefusesAll = true },
        CloudTarget.Utf8(
            "Plan of a stack",
            x => cloud.Control("stacks", "POST", "/_fairlead/stacks/shop", x),
            """{"name":"shop","containerPort":8080,"healthCheckPath":"/api/health","environment":{"A":"b"},"secrets":{"S":"/shop/url"},"volumes":{"d":"/d"}}""",
            """
            {"name":"shop","services":[{"name":"api","containerPort":80,"pathPattern":"/api/*","healthCheckPath":"/api/health","environment":{}},
             {"name":"worker","containerPort":81}],"sites":[{"name":"web"},{"name":"docs"}]}
            """),

        // There is no such stack before it is made, and making is what would fill the state.
        CloudTarget.Utf8(
            "Stack of another name",
            x => cloud.Control("stacks", "PUT", "/_fairlead/stacks/another", x),
            """{"name":"shop","services":[{"name":"api"}],"sites":[]}""") with { RefusesAll = true },
        FuzzTarget.Text(
            "Stack's names",
            x =>
            {
                var parts = x.Split('\n');
                var stack = new StackSpecification { Name = parts[0], Services = [new StackServicePart { Name = parts[^1], HealthCheckPath = "/" }] };
                stack.Validate();
                stack.NameOf(stack.ServiceParts()[0]).Length.ShouldBeInRange(3, 63);
            },
            "shop\napi",
            "a-b\nworker").RefusesWith<AwsServiceException>(),
    ];

    private static string Arn(FuzzCloud cloud) => $"arn:aws:cloudfront::000000000000:distribution/{cloud.Distribution}";

    /// <summary>What is read is written as what is read the same.</summary>
    private static Action<byte[]> Again(string root, Func<XElement, XElement> write) => xml =>
    {
        var context = new DefaultHttpContext();
        context.Request.Body = new MemoryStream(xml);
        var written = write(CloudFrontXml.ReadAsync(context, root).GetAwaiter().GetResult());
        write(XElement.Parse(written.ToString())).ToString().ShouldBe(written.ToString());
    };
}
