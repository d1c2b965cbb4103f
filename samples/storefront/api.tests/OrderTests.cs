using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace Storefront.Api.Tests;

public sealed class OrderTests
{
    private const string Valid =
        """{"customer":{"name":"Ada","email":"ada@example.org"},"lines":[{"product":"enamel-mug","quantity":2},{"product":"brass-lantern","quantity":1}]}""";

    [Theory, OnSqlite, OnPostgres]
    public async Task An_order_reads_back_as_it_was_answered(string kind)
    {
        await using var shop = await RunningShop.StartAsync(kind, time: new FakeTimeProvider(new DateTimeOffset(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero)));
        var (response, body) = await shop.PostAsync(Valid);
        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        response.Headers.Location!.OriginalString.ShouldBe($"/api/orders/{Id(body)}");
        body.GetProperty("totalCents").GetInt64().ShouldBe(2 * 1450 + 8900);
        body.GetProperty("placedAt").GetDateTimeOffset().ShouldBe(new DateTimeOffset(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero));

        var (read, again) = await shop.GetAsync(response.Headers.Location.OriginalString);
        read.StatusCode.ShouldBe(HttpStatusCode.OK);
        read.Headers.CacheControl!.NoStore.ShouldBeTrue();
        again.ToString().ShouldBe(body.ToString());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_orders_without_a_key_are_two_orders(string kind)
    {
        await using var shop = await RunningShop.StartAsync(kind);
        Id((await shop.PostAsync(Valid)).Body).ShouldNotBe(Id((await shop.PostAsync(Valid)).Body));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_request_under_the_same_key_is_one_order(string kind)
    {
        await using var shop = await RunningShop.StartAsync(kind);
        var (first, placed) = await shop.PostAsync(Valid, key: "k1");
        first.Headers.Contains("Idempotency-Replayed").ShouldBeFalse();
        var (second, replayed) = await shop.PostAsync(Valid.Replace(":", " : "), key: "k1");
        second.StatusCode.ShouldBe(HttpStatusCode.Created);
        second.Headers.GetValues("Idempotency-Replayed").ShouldBe(["true"]);
        replayed.ToString().ShouldBe(placed.ToString());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_key_at_the_same_time_is_one_order(string kind)
    {
        await using var shop = await RunningShop.StartAsync(kind);
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => shop.PostAsync(Valid, key: "k1"))));
        answers.ShouldAllBe(x => x.Response.StatusCode == HttpStatusCode.Created);
        answers.Select(x => Id(x.Body)).Distinct().Count().ShouldBe(1);
        answers.Count(x => !x.Response.Headers.Contains("Idempotency-Replayed")).ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Another_request_under_a_used_key_is_refused_and_writes_nothing(string kind)
    {
        await using var shop = await RunningShop.StartAsync(kind);
        var (_, placed) = await shop.PostAsync(Valid, key: "k1");
        var (refused, problem) = await shop.PostAsync(Valid.Replace("Ada", "Grace"), key: "k1");
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        problem.ToString().ShouldNotContain(Id(placed));
        Id((await shop.PostAsync(Valid, key: "k1")).Body).ShouldBe(Id(placed));
    }

    [Fact]
    public async Task Every_bad_field_is_named_by_its_path()
    {
        await using var shop = await RunningShop.StartAsync();
        var (response, body) = await shop.PostAsync(
            """{"customer":{"name":" ","email":"nobody"},"lines":[{"product":"enamel-mug","quantity":0},null,{"product":"enamel-mug","quantity":100}]}""");
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        body.GetProperty("errors").EnumerateObject().Select(x => x.Name).ShouldBe(
            ["customer.name", "customer.email", "lines[0].quantity", "lines[1].product", "lines[1].quantity", "lines[2].product", "lines[2].quantity"],
                ignoreOrder: true);
    }

    [Fact]
    public async Task A_product_that_is_not_for_sale_is_named_by_its_line()
    {
        await using var shop = await RunningShop.StartAsync();
        var (response, body) = await shop.PostAsync(Valid.Replace("brass-lantern", "gold-anchor"));
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        body.GetProperty("errors").EnumerateObject().Single().Name.ShouldBe("lines[1].product");
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"customer":"Ada","lines":[]}""")]
    [InlineData("""{"customer":{"name":"Ada","email":"ada@example.org"},"lines":[{"product":"enamel-mug","quantity":1.5}]}""")]
    [InlineData("""{"customer":{"name":"Ada","email":"ada@example.org"},"lines":[{"product":"enamel-mug","quantity":99999999999}]}""")]
    public async Task A_body_that_is_no_order_is_a_bad_request(string json)
    {
        await using var shop = await RunningShop.StartAsync();
        var (response, body) = await shop.PostAsync(json);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        body.GetProperty("title").GetString().ShouldBe("Invalid request");
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused()
    {
        await using var shop = await RunningShop.StartAsync();
        var (response, _) = await shop.PostAsync($$$"""{"customer":{"name":"{{{new string('a', 40_000)}}}"}}""");
        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task A_body_that_is_not_JSON_is_an_unsupported_media_type()
    {
        await using var shop = await RunningShop.StartAsync();
        (await shop.PostAsync(Valid, type: "text/plain")).Response.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task A_key_that_is_too_long_is_refused()
    {
        await using var shop = await RunningShop.StartAsync();
        (await shop.PostAsync(Valid, key: new string('k', 201))).Response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await shop.PostAsync(Valid, key: new string('k', 200))).Response.StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    private static string Id(JsonElement order) => order.GetProperty("id").GetString()!;
}
