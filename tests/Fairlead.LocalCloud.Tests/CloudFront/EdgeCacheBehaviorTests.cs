using System.IO.Compression;
using Microsoft.AspNetCore.Http;

namespace Fairlead.LocalCloud.Tests.CloudFront;

public sealed class EdgeCacheBehaviorTests(EdgeFixture edge) : IClassFixture<EdgeFixture>
{
    [Fact]
    public async Task A_page_stays_cached_until_it_expires()
    {
        edge.Origin = Answer("one", ("Cache-Control", "max-age=60"));
        var id = await edge.DistributionAsync(EdgeFixture.Cached());
        (await edge.ViewAsync(id, "/page.html")).Cache.ShouldBe("Miss");

        edge.Origin = Answer("two", ("Cache-Control", "max-age=60"));
        edge.Clock.Advance(TimeSpan.FromSeconds(59));
        var hit = await edge.ViewAsync(id, "/page.html");
        (hit.Body, hit.Cache, hit.Headers["Age"]).ShouldBe(("one", "Hit", "59"));
        hit.Headers["Via"].ShouldContain("(CloudFront)");

        edge.Clock.Advance(TimeSpan.FromSeconds(1));
        (await edge.ViewAsync(id, "/page.html")).Body.ShouldBe("two");
    }

    [Fact]
    public async Task Shared_max_age_wins_over_max_age_and_the_default_is_a_day()
    {
        edge.Origin = Answer("x", ("Cache-Control", "max-age=1000, s-maxage=5"));
        var id = await edge.DistributionAsync(EdgeFixture.Cached());
        await edge.ViewAsync(id, "/shared.html");
        edge.Origin = Answer("x");
        await edge.ViewAsync(id, "/default.html");

        edge.Clock.Advance(TimeSpan.FromSeconds(5));
        (await edge.ViewAsync(id, "/shared.html")).Cache.ShouldBe("Miss");
        edge.Clock.Advance(TimeSpan.FromHours(23));
        (await edge.ViewAsync(id, "/default.html")).Cache.ShouldBe("Hit");
    }

    [Fact]
    public async Task No_cache_is_kept_for_the_minimum_of_the_policy_and_then_confirmed_with_the_origin()
    {
        edge.Origin = context => context.Request.Headers.IfNoneMatch == "\"v1\""
            ? Status(context, 304)
            : Answer("one", ("Cache-Control", "no-cache"), ("ETag", "\"v1\""))(context);
        var id = await edge.DistributionAsync(EdgeFixture.Cached());
        await edge.ViewAsync(id, "/index.html");
        (await edge.ViewAsync(id, "/index.html")).Cache.ShouldBe("Hit");

        edge.Clock.Advance(TimeSpan.FromSeconds(1));
        var confirmed = await edge.ViewAsync(id, "/index.html");
        (confirmed.Cache, confirmed.Body, confirmed.Status).ShouldBe(("RefreshHit", "one", 200));
        edge.Asked.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Query_strings_do_not_make_another_object_unless_the_behaviour_says_so()
    {
        edge.Origin = context => context.Response.WriteAsync(context.Request.QueryString.Value!);
        var id = await edge.DistributionAsync(EdgeFixture.Cached());
        await edge.ViewAsync(id, "/list?page=1");
        (await edge.ViewAsync(id, "/list?page=2")).Cache.ShouldBe("Hit");

        var keyed = await edge.DistributionAsync(EdgeFixture.Cached() with { CachePolicyId = null, ForwardedValues = new(true, [], "none", [], []) });
        await edge.ViewAsync(keyed, "/list?page=1");
        var other = await edge.ViewAsync(keyed, "/list?page=2");
        (other.Cache, other.Body).ShouldBe(("Miss", "?page=2"));
    }

    [Fact]
    public async Task Concurrent_requests_for_a_missing_object_ask_the_origin_once()
    {
        var gate = new TaskCompletionSource();
        var arrived = new TaskCompletionSource();
        edge.Origin = async context =>
        {
            arrived.TrySetResult();
            await gate.Task;
            await context.Response.WriteAsync("slow");
        };
        var id = await edge.DistributionAsync(EdgeFixture.Cached());
        var first = edge.ViewAsync(id, "/slow.html");
        await arrived.Task;
        Task<EdgeAnswer>[] others = [.. Enumerable.Range(0, 8).Select(_ => edge.ViewAsync(id, "/slow.html"))];
        gate.SetResult();

        (await Task.WhenAll([first, .. others])).ShouldAllBe(x => x.Body == "slow");
        edge.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Private_and_no_store_are_not_kept_where_the_minimum_is_zero()
    {
        edge.Origin = Answer("mine", ("Cache-Control", "private, max-age=60"));
        var id = await edge.DistributionAsync(EdgeFixture.Cached() with { CachePolicyId = null, ForwardedValues = new(false, [], "none", [], []) });
        await edge.ViewAsync(id, "/me");
        (await edge.ViewAsync(id, "/me")).Cache.ShouldBe("Miss");
    }

    [Fact]
    public async Task A_viewer_who_has_the_page_gets_304()
    {
        edge.Origin = Answer("page", ("ETag", "\"v1\""));
        var id = await edge.DistributionAsync(EdgeFixture.Cached());
        await edge.ViewAsync(id, "/page");
        var answer = await edge.ViewAsync(id, "/page", headers: ("If-None-Match", "W/\"v0\", \"v1\""));
        (answer.Status, answer.Bytes.Length, answer.Headers["ETag"]).ShouldBe((304, 0, "\"v1\""));
        (await edge.ViewAsync(id, "/page", headers: ("If-None-Match", "\"v0\""))).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("bytes=2-4", 206, "cde", "bytes 2-4/10")]
    [InlineData("bytes=7-", 206, "hij", "bytes 7-9/10")]
    [InlineData("bytes=-2", 206, "ij", "bytes 8-9/10")]
    [InlineData("bytes=10-", 416, "", "bytes */10")]
    public async Task A_range_is_cut_from_the_cached_object(string range, int status, string body, string contentRange)
    {
        edge.Origin = Answer("abcdefghij");
        var id = await edge.DistributionAsync(EdgeFixture.Cached());
        var answer = await edge.ViewAsync(id, "/file.bin", headers: ("Range", range));
        (answer.Status, answer.Body, answer.Headers["Content-Range"]).ShouldBe((status, body, contentRange));
        edge.Asked.ShouldBe(["GET /file.bin"]);
    }

    [Fact]
    public async Task Head_is_answered_from_the_object_that_get_has()
    {
        edge.Origin = Answer("abc");
        var id = await edge.DistributionAsync(EdgeFixture.Cached());
        await edge.ViewAsync(id, "/file");
        var head = await edge.ViewAsync(id, "/file", HttpMethod.Head);
        (head.Status, head.Headers["Content-Length"], head.Bytes.Length, head.Cache).ShouldBe((200, "3", 0, "Hit"));
    }

    [Theory]
    [InlineData("gzip, br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("deflate", null)]
    public async Task Text_is_compressed_the_way_the_viewer_takes_it(string accepts, string? encoding)
    {
        var text = new string('x', 5000);
        edge.Origin = Answer(text, ("ETag", "\"v1\""), ("Content-Type", "text/css"));
        var id = await edge.DistributionAsync(EdgeFixture.Cached());
        var answer = await edge.ViewAsync(id, "/site.css", headers: ("Accept-Encoding", accepts));
        answer.Headers.GetValueOrDefault("Content-Encoding").ShouldBe(encoding);
        using Stream plain = encoding switch
        {
            "br" => new BrotliStream(new MemoryStream(answer.Bytes), CompressionMode.Decompress),
            "gzip" => new GZipStream(new MemoryStream(answer.Bytes), CompressionMode.Decompress),
            _ => new MemoryStream(answer.Bytes),
        };
        (await new StreamReader(plain).ReadToEndAsync()).ShouldBe(text);
        answer.Headers["ETag"].ShouldBe(encoding is null ? "\"v1\"" : "W/\"v1\"");
    }

    [Fact]
    public async Task An_expired_page_stands_in_for_an_origin_that_fails()
    {
        edge.Origin = Answer("old", ("Cache-Control", "max-age=10"));
        var id = await edge.DistributionAsync(EdgeFixture.Cached());
        await edge.ViewAsync(id, "/page");
        edge.Clock.Advance(TimeSpan.FromSeconds(11));
        edge.Origin = context => Status(context, 503);
        var answer = await edge.ViewAsync(id, "/page");
        (answer.Status, answer.Body).ShouldBe((200, "old"));
    }

    internal static Func<HttpContext, Task> Answer(string body, params (string Name, string Value)[] headers) => context =>
    {
        foreach (var (name, value) in headers)
        {
            context.Response.Headers[name] = value;
        }

        context.Response.ContentLength = System.Text.Encoding.UTF8.GetByteCount(body);
        return context.Response.WriteAsync(body);
    };

    internal static Task Status(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
