using Storefront.Api.Database;
using Storefront.Api.Hosting;

namespace Storefront.Api.Products;

internal static class ProductEndpoints
{
    private const string Cacheable = "public, max-age=60";

    public static void MapProducts(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/products", ListAsync);
        app.MapGet("/api/products/{slug}", FindAsync);
    }

    private static async Task<IResult> ListAsync(IShopDatabase database, HttpResponse response, CancellationToken cancellation)
    {
        var products = await database.ListProductsAsync(cancellation);
        response.Headers.CacheControl = Cacheable;
        return Results.Ok(new ProductList(products, Shop.Currency));
    }

    private static async Task<IResult> FindAsync(string slug, IShopDatabase database, HttpResponse response, CancellationToken cancellation)
    {
        if (await database.FindProductAsync(slug, cancellation) is not { } product)
        {
            return Problem.NotFound("The shop has no such product.");
        }

        response.Headers.CacheControl = Cacheable;
        return Results.Ok(product);
    }
}
