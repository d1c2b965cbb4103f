using System.Net;

namespace Storefront.Api.Tests;

public sealed class ProductTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_catalogue_has_the_eight_first_products_in_order(string kind)
    {
        await using var shop = await RunningShop.StartAsync(kind);
        var (response, body) = await shop.GetAsync("/api/products");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        body.GetProperty("currency").GetString().ShouldBe("EUR");
        body.GetProperty("products").EnumerateArray().Select(x => x.GetProperty("slug").GetString()).ShouldBe(
            ["enamel-mug", "brass-lantern", "manila-rope", "canvas-bag", "deck-compass", "watch-cap", "signal-flags", "splicing-knife"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_product_is_found_by_its_slug(string kind)
    {
        await using var shop = await RunningShop.StartAsync(kind);
        var (response, body) = await shop.GetAsync("/api/products/brass-lantern");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        body.GetProperty("name").GetString().ShouldBe("Brass lantern");
        body.GetProperty("priceCents").GetInt64().ShouldBe(8900);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_the_shop_does_not_have_is_a_problem_that_no_cache_keeps(string kind)
    {
        await using var shop = await RunningShop.StartAsync(kind);
        foreach (var path in new[]
        {
            "/api/products/gold-anchor",
            "/api/products/a%27%20OR%201=1",
            "/api/orders/none",
            "/api/nope",
            "/api/nope.json",
            "/api",
            "/"
        })
        {
            var (response, body) = await shop.GetAsync(path);
            response.StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
            response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json", path);
            response.Headers.CacheControl!.NoStore.ShouldBeTrue(path);
            body.GetProperty("status").GetInt32().ShouldBe(404);
        }
    }

    [Fact]
    public async Task A_wrong_method_is_a_problem_that_names_the_right_ones()
    {
        await using var shop = await RunningShop.StartAsync();
        var response = await shop.Client.DeleteAsync("/api/products");
        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        response.Content.Headers.Allow.ShouldBe(["GET"]);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }
}
