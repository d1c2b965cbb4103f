using Fairlead.LocalCloud.CloudFront.Configuration;
using Fairlead.LocalCloud.CloudFront.Policies;
using Microsoft.AspNetCore.Http;

namespace Fairlead.LocalCloud.Tests.CloudFront;

public sealed class EdgeRoutingTests(EdgeFixture edge) : IClassFixture<EdgeFixture>
{
    private static readonly FunctionAssociation SinglePageApp = new("arn:aws:cloudfront::000000000000:function/single-page-app", "viewer-request");

    [Theory]
    [InlineData(ManagedPolicies.AllViewer)]
    [InlineData(ManagedPolicies.CorsS3Origin)]
    public async Task A_page_of_another_site_sees_what_is_in_a_bucket_behind_the_edge(string policy)
    {
        var bucket = $"site-{Guid.NewGuid():N}";
        using var http = edge.Signer.Client(edge.Endpoints.Api, "s3");
        (await http.PutAsync($"/{bucket}", null)).EnsureSuccessStatusCode();
        (await http.PutAsync($"/{bucket}/font.woff2", new StringContent("glyphs"))).EnsureSuccessStatusCode();
        var config = edge.Config(EdgeFixture.Uncached() with { OriginRequestPolicyId = policy });
        var origin = new Origin { Id = "origin", DomainName = $"{bucket}.s3.us-east-1.amazonaws.com", AccessControlId = await edge.AccessControlAsync() };
        var id = await edge.DistributionAsync(config with { Origins = [origin] });
        await edge.AllowReadsAsync(bucket, id);

        var answer = await edge.ViewAsync(
            id,
            "/font.woff2",
            headers: [("Origin", "http://localhost:5173"), ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "cors")]);

        answer.Status.ShouldBe(200, answer.Body);
        answer.Body.ShouldBe("glyphs");
    }

    [Fact]
    public async Task A_deep_link_of_the_application_is_the_application_and_a_wrong_path_of_the_api_is_404()
    {
        edge.Origin = context => context.Request.Path.Value switch
        {
            "/index.html" => context.Response.WriteAsync("the app"),
            _ => EdgeCacheBehaviorTests.Status(context, 404),
        };
        var config = edge.Config(EdgeFixture.Cached() with { FunctionAssociations = [SinglePageApp] }) with
        {
            DefaultRootObject = "index.html",
            CacheBehaviors = [EdgeFixture.Uncached() with { PathPattern = "/api/*" }],
        };
        var id = await edge.DistributionAsync(config);
        (await edge.ViewAsync(id, "/orders/deep-link")).Body.ShouldBe("the app");
        var root = await edge.ViewAsync(id, "/");
        (root.Body, root.Cache).ShouldBe(("the app", "Hit"));
        (await edge.ViewAsync(id, "/assets/missing.js")).Status.ShouldBe(404);
        (await edge.ViewAsync(id, "/api/nothing-here")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_custom_error_page_covers_the_api_as_well_as_on_aws()
    {
        edge.Origin = context => context.Request.Path == "/index.html" ? context.Response.WriteAsync("the app") : EdgeCacheBehaviorTests.Status(context, 404);
        var config = edge.Config(EdgeFixture.Cached()) with
        {
            CacheBehaviors = [EdgeFixture.Uncached() with { PathPattern = "/api/*" }],
            CustomErrorResponses = [new CustomErrorResponse { ErrorCode = 404, ResponsePagePath = "/index.html", ResponseCode = 200 }],
        };
        var id = await edge.DistributionAsync(config);
        foreach (var path in new[] { "/deep/link", "/api/nothing-here" })
        {
            var answer = await edge.ViewAsync(id, path);
            (answer.Status, answer.Body, answer.Cache).ShouldBe((200, "the app", "Error"));
        }
    }

    [Fact]
    public async Task Errors_are_remembered_ten_seconds_even_where_caching_is_disabled()
    {
        edge.Origin = context => EdgeCacheBehaviorTests.Status(context, 503);
        var id = await edge.DistributionAsync(EdgeFixture.Uncached());
        (await edge.ViewAsync(id, "/api/health")).Status.ShouldBe(503);
        edge.Origin = EdgeCacheBehaviorTests.Answer("fine");
        var remembered = await edge.ViewAsync(id, "/api/health");
        (remembered.Status, remembered.Cache).ShouldBe((503, "Error"));
        edge.Clock.Advance(TimeSpan.FromSeconds(10));
        (await edge.ViewAsync(id, "/api/health")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Errors_are_not_remembered_when_the_distribution_says_zero_seconds()
    {
        edge.Origin = context => EdgeCacheBehaviorTests.Status(context, 503);
        var id = await edge.DistributionAsync(EdgeFixture.Uncached(), new CustomErrorResponse { ErrorCode = 503, ErrorCachingMinTtl = TimeSpan.Zero });
        await edge.ViewAsync(id, "/api/health");
        edge.Origin = EdgeCacheBehaviorTests.Answer("fine");
        (await edge.ViewAsync(id, "/api/health")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_request_with_a_body_goes_through_with_cookies_query_and_the_address_of_the_viewer()
    {
        edge.Origin = async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var headers = context.Request.Headers;
            await context.Response.WriteAsync(
                $"{await reader.ReadToEndAsync()}|{headers.Cookie}|{context.Request.QueryString}|{headers["X-Forwarded-For"]}|{headers.Host}");
        };
        var id = await edge.DistributionAsync(EdgeFixture.Uncached());
        var answer = await edge.ViewAsync(id, "/api/orders?dry=1", HttpMethod.Post, "order", ("Cookie", "a=1; b=2"), ("X-Forwarded-For", "10.0.0.1"));
        answer.Body.ShouldBe($"order|a=1; b=2|?dry=1|10.0.0.1, 127.0.0.1|127.0.0.1:{edge.OriginPort}");
        await edge.ViewAsync(id, "/api/orders?dry=1", HttpMethod.Post, "order");
        edge.Asked.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_cached_behaviour_keeps_cookies_and_query_from_the_origin()
    {
        edge.Origin = context => context.Response.WriteAsync(
            $"[{context.Request.Headers.Cookie}{context.Request.QueryString}{context.Request.Headers.Authorization}]");
        var id = await edge.DistributionAsync(EdgeFixture.Cached());
        (await edge.ViewAsync(id, "/page?a=1", headers: [("Cookie", "session=1"), ("Authorization", "Bearer x")])).Body.ShouldBe("[]");
    }

    [Fact]
    public async Task A_method_that_the_behaviour_does_not_allow_never_reaches_the_origin()
    {
        var id = await edge.DistributionAsync(EdgeFixture.Cached());
        var answer = await edge.ViewAsync(id, "/", HttpMethod.Post, "x");
        answer.Status.ShouldBe(403);
        answer.Body.ShouldContain("not configured to allow the HTTP request method");
        edge.Asked.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_origin_that_is_down_is_502_in_the_words_of_cloudfront(bool cached)
    {
        var config = edge.Config(cached ? EdgeFixture.Cached() : EdgeFixture.Uncached()) with
        {
            Origins = [new Origin { Id = "origin", DomainName = "127.0.0.1", HttpPort = FreePort.Next() }],
        };
        var id = await edge.DistributionAsync(config);
        var answer = await edge.ViewAsync(id, "/");
        (answer.Status, answer.Cache).ShouldBe((502, "Error"));
        answer.Body.ShouldContain("CloudFront wasn't able to connect to the origin.");
    }

    [Fact]
    public async Task An_uncached_response_streams_while_the_origin_still_writes()
    {
        var gate = new TaskCompletionSource();
        edge.Origin = async context =>
        {
            await context.Response.WriteAsync("first");
            await context.Response.Body.FlushAsync();
            await gate.Task;
            await context.Response.WriteAsync("last");
        };
        var id = await edge.DistributionAsync(EdgeFixture.Uncached());
        using var http = new HttpMessageInvoker(new SocketsHttpHandler { UseProxy = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(edge.Endpoints.Edge, "/api/events"));
        request.Headers.Host = $"{id}.localhost:{edge.Endpoints.Edge.Port}";
        using var response = await http.SendAsync(request, CancellationToken.None);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        var first = new char[5];
        await reader.ReadBlockAsync(first);
        new string(first).ShouldBe("first");
        gate.SetResult();
        (await reader.ReadToEndAsync()).ShouldBe("last");
    }

    [Fact]
    public async Task A_host_that_names_no_distribution_is_refused()
    {
        var answer = await edge.ViewAsync("ENOSUCH", "/");
        (answer.Status, answer.Cache).ShouldBe((403, "Error"));
    }

    [Fact]
    public async Task A_path_cannot_climb_out_of_the_origin_path()
    {
        edge.Origin = context => context.Response.WriteAsync(context.Request.Path);
        var config = edge.Config(EdgeFixture.Cached());
        var id = await edge.DistributionAsync(config with { Origins = [config.Origins[0] with { OriginPath = "/inner" }] });
        (await edge.ViewAsync(id, "/%2e%2e/secret")).Body.ShouldBe("/inner/secret");
    }

    [Fact]
    public async Task An_object_of_a_bucket_comes_from_the_s3_of_this_cloud()
    {
        using var http = edge.Signer.Client(edge.Endpoints.Api, "s3");
        (await http.PutAsync(new Uri(edge.Endpoints.Api, "/site-bucket"), null)).EnsureSuccessStatusCode();
        (await http.PutAsync(new Uri(edge.Endpoints.Api, "/site-bucket/a%20b.txt"), new StringContent("from the bucket"))).EnsureSuccessStatusCode();
        var id = await edge.DistributionAsync(DistributionConfig.ForWebApplication(
            Guid.NewGuid().ToString(),
            "site-bucket",
            "us-east-1",
            "127.0.0.1",
            edge.OriginPort,
            controlId: await edge.AccessControlAsync()));
        await edge.AllowReadsAsync("site-bucket", id);
        (await edge.ViewAsync(id, "/a%20b.txt")).Body.ShouldBe("from the bucket");
        (await edge.ViewAsync(id, "/a%20b.txt")).Cache.ShouldBe("Hit");
    }

    [Fact]
    public async Task Who_reaches_a_bucket_through_the_edge_reaches_no_other_service()
    {
        using var http = edge.Signer.Client(edge.Endpoints.Api, "s3");
        var bucket = $"site-{Guid.NewGuid():N}";
        (await http.PutAsync($"/{bucket}", null)).EnsureSuccessStatusCode();
        var config = edge.Config(EdgeFixture.Uncached() with { OriginRequestPolicyId = ManagedPolicies.AllViewer });
        var id = await edge.DistributionAsync(config with { Origins = [new Origin { Id = "origin", DomainName = $"{bucket}.s3.us-east-1.amazonaws.com" }] });

        var answer = await edge.ViewAsync(
            id,
            "/anything",
            HttpMethod.Post,
            "{}",
            ("Authorization", "AWS4-HMAC-SHA256 Credential=AKID/20260101/us-east-1/ecs/aws4_request, SignedHeaders=host, Signature=0"),
            ("X-Amz-Target", "AmazonEC2ContainerServiceV20141113.ListClusters"));

        answer.Status.ShouldBe(400);
        answer.Body.ShouldContain("MissingAuthenticationToken");
    }
}
