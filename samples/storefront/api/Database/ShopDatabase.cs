using Storefront.Api.Hosting;

namespace Storefront.Api.Database;

internal static class ShopDatabase
{
    /// <summary>PostgreSQL when the settings have a URL, else SQLite. Connects to nothing yet.</summary>
    /// <exception cref="ShopDatabaseException">The URL cannot be used.</exception>
    public static IShopDatabase Open(ShopSettings settings, TimeProvider time) => settings.DatabaseUrl is { } url
        ? new PostgresShopDatabase(PostgresUrl.Parse(url), time)
        : new SqliteShopDatabase(settings.DatabasePath, time);
}
