using System.Xml.Linq;
using Fairlead.LocalCloud.CloudFront;
using Fairlead.LocalCloud.CloudFront.Configuration;
using Fairlead.LocalCloud.CloudFront.Edge;
using Microsoft.AspNetCore.Http;

namespace Fairlead.LocalCloud.Tests.CloudFront;

public sealed class InvalidationTests(EdgeFixture edge) : IClassFixture<EdgeFixture>
{
    [Fact]
    public async Task The_edge_serves_the_old_copy_until_the_invalidation_is_completed_and_never_after()
    {
        edge.Origin = EdgeCacheBehaviorTests.Answer("one");
        var id = await edge.DistributionAsync(EdgeFixture.Cached());
        await edge.ViewAsync(id, "/index.html");
        await edge.ViewAsync(id, "/other.html");
        edge.Origin = EdgeCacheBehaviorTests.Answer("two");

        var created = await edge.InvalidateAsync(id, "first", "/index.html");
        (created.Status, Value(created.Xml, "Status")).ShouldBe((201, "InProgress"));
        (await edge.ViewAsync(id, "/index.html")).Body.ShouldBe("one");

        edge.Clock.Advance(InvalidationStore.Duration);
        var read = await edge.ApiAsync(HttpMethod.Get, $"/2020-05-31/distribution/{id}/invalidation/{Value(created.Xml, "Id")}");
        Value(read.Xml, "Status").ShouldBe("Completed");
        (await edge.ViewAsync(id, "/index.html")).Body.ShouldBe("two");
        (await edge.ViewAsync(id, "/other.html")).Body.ShouldBe("one");
    }

    [Fact]
    public async Task An_answer_that_was_asked_for_before_the_invalidation_completed_is_not_kept()
    {
        var arrived = new TaskCompletionSource();
        var gate = new TaskCompletionSource();
        edge.Origin = async context =>
        {
            arrived.TrySetResult();
            await gate.Task;
            await context.Response.WriteAsync("old");
        };
        var id = await edge.DistributionAsync(EdgeFixture.Cached());
        var slow = edge.ViewAsync(id, "/index.html");
        await arrived.Task;
        await edge.InvalidateAsync(id, "while asking", "/*");
        edge.Clock.Advance(InvalidationStore.Duration);

        edge.Origin = EdgeCacheBehaviorTests.Answer("new");
        (await edge.ViewAsync(id, "/index.html")).Body.ShouldBe("new");
        gate.SetResult();
        (await slow).Body.ShouldBe("old");
        (await edge.ViewAsync(id, "/index.html")).Body.ShouldBe("new");
    }

    [Fact]
    public async Task The_same_caller_reference_gives_the_same_invalidation_and_refuses_other_paths()
    {
        var id = await edge.DistributionAsync(EdgeFixture.Cached());
        var first = await edge.InvalidateAsync(id, "release-1", "/a", "/b");
        Value((await edge.InvalidateAsync(id, "release-1", "/a", "/b")).Xml, "Id").ShouldBe(Value(first.Xml, "Id"));
        var other = await edge.InvalidateAsync(id, "release-1", "/c");
        other.Status.ShouldBe(400);
        other.Xml.Descendants(DistributionXml.Namespace + "Code").Single().Value.ShouldBe("InvalidArgument");

        var list = await edge.ApiAsync(HttpMethod.Get, $"/2020-05-31/distribution/{id}/invalidation");
        Value(list.Xml, "Quantity").ShouldBe("1");
    }

    [Fact]
    public async Task The_same_caller_reference_after_its_invalidation_is_completed_forgets_nothing()
    {
        var id = await edge.DistributionAsync(EdgeFixture.Cached());
        edge.Origin = EdgeCacheBehaviorTests.Answer("one");
        var first = await edge.InvalidateAsync(id, "release-1", "/index.html");
        edge.Clock.Advance(InvalidationStore.Duration);
        (await edge.ViewAsync(id, "/index.html")).Body.ShouldBe("one");
        edge.Origin = EdgeCacheBehaviorTests.Answer("two");

        var again = await edge.InvalidateAsync(id, "release-1", "/index.html");

        (Value(again.Xml, "Id"), Value(again.Xml, "Status"), Value(again.Xml, "CreateTime"))
            .ShouldBe((Value(first.Xml, "Id"), "Completed", Value(first.Xml, "CreateTime")));
        edge.Clock.Advance(InvalidationStore.Duration);
        (await edge.ViewAsync(id, "/index.html")).Body.ShouldBe("one");
        await edge.InvalidateAsync(id, "release-1 again", "/index.html");
        edge.Clock.Advance(InvalidationStore.Duration);
        (await edge.ViewAsync(id, "/index.html")).Body.ShouldBe("two");
    }

    [Fact]
    public async Task As_many_paths_as_cloudfront_takes_are_under_way_and_no_more_until_some_are_completed()
    {
        var id = await edge.DistributionAsync(EdgeFixture.Cached());
        string[] many = [.. Enumerable.Range(0, 2_999).Select(x => $"/{x}")];
        for (var i = 0; i < 15; i++)
        {
            (await edge.InvalidateAsync(id, $"wildcard {i}", "/*")).Status.ShouldBe(201);
        }

        (await edge.InvalidateAsync(id, "many", many)).Status.ShouldBe(201);

        Code(await edge.InvalidateAsync(id, "one wildcard more", "/a/*")).ShouldBe((400, "TooManyInvalidationsInProgress"));
        Code(await edge.InvalidateAsync(id, "two more", "/a", "/b")).ShouldBe((400, "TooManyInvalidationsInProgress"));
        (await edge.InvalidateAsync(id, "many", many)).Status.ShouldBe(201);
        (await edge.InvalidateAsync(id, "one more", "/a")).Status.ShouldBe(201);
        edge.Clock.Advance(InvalidationStore.Duration);
        (await edge.InvalidateAsync(id, "one wildcard more", "/a/*")).Status.ShouldBe(201);
        (await edge.InvalidateAsync(id, "two more", "/a", "/b")).Status.ShouldBe(201);
    }

    [Theory]
    [InlineData("/*", "/index.html", "", true)]
    [InlineData("/*", "/", "", true)]
    [InlineData("/a/*", "/a/b/c.js", "", true)]
    [InlineData("/a/*", "/ab", "", false)]
    [InlineData("/a*", "/ab", "", true)]
    [InlineData("/index.html", "/index.html", "", true)]
    [InlineData("index.html", "/index.html", "", true)]
    [InlineData("/Index.html", "/index.html", "", false)]
    [InlineData("/list", "/list", "page=1", false)]
    [InlineData("/list*", "/list", "page=1", true)]
    [InlineData("/list?page=1", "/list", "page=1", true)]
    [InlineData("/*.html", "/index.html", "", false)]
    public void A_path_means_what_cloudfront_means(string invalidation, string path, string query, bool matches)
        => InvalidationPath.Matches(invalidation, new CacheKey("E1", path, query, "")).ShouldBe(matches);

    private static (int Status, string Code) Code((int Status, XElement Xml, string? ETag) answer)
        => (answer.Status, answer.Xml.Descendants(DistributionXml.Namespace + "Code").Single().Value);

    private static string Value(XElement xml, string name) => xml.Element(DistributionXml.Namespace + name)!.Value;
}
