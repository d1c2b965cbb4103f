using Storefront.Api.Hosting;

namespace Storefront.Api.Database;

internal static class ShopDatabase
{
    /// <summary>PostgreSQL when the settings name one, by URL before by its parts, else SQLite. Connects to nothing yet.</summary>
    /// <exception cref="ShopDatabaseException">What names it cannot be used.</exception>
    public static IShopDatabase Open(ShopSettings settings, TimeProvider time) => settings switch
    {
        { DatabaseUrl: { } url } => new PostgresShopDatabase(PostgresUrl.Parse(url), time),
        { DatabaseServer: { } server } => new PostgresShopDatabase(server.Parse(), time),
        _ => new SqliteShopDatabase(settings.DatabasePath, time),
    };
}
