using Storefront.Api.Orders;
using Storefront.Api.Products;

namespace Storefront.Api.Database;

/// <summary>The shop's data. Every member throws <see cref="ShopDatabaseException"/> when the database cannot be used.</summary>
internal interface IShopDatabase : IAsyncDisposable
{
    /// <summary><c>sqlite</c> or <c>postgresql</c>.</summary>
    string Kind { get; }

    /// <summary>The number of the last migration that this release knows.</summary>
    int LatestSchema { get; }

    /// <summary>The number of the last migration in the database; 0 when it has none, or does not exist yet. Changes nothing.</summary>
    Task<int> ReadSchemaAsync(CancellationToken cancellation);

    /// <summary>
    /// Applies what is pending, each migration in a transaction of its own, and returns what was applied.
    /// Idempotent; a second migrator waits for the first and then finds nothing to do.
    /// </summary>
    Task<IReadOnlyList<Migration>> MigrateAsync(CancellationToken cancellation);

    Task<IReadOnlyList<Product>> ListProductsAsync(CancellationToken cancellation);

    Task<Product?> FindProductAsync(string slug, CancellationToken cancellation);

    /// <summary>Writes the order whole or not at all. When <paramref name="key"/> was used before, writes nothing and returns the earlier order.</summary>
    Task<Placement> PlaceOrderAsync(Order order, string? key, string? digest, CancellationToken cancellation);

    Task<Order?> FindOrderAsync(string id, CancellationToken cancellation);
}
