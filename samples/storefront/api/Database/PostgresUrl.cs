using Npgsql;

namespace Storefront.Api.Database;

/// <summary>Reads <c>postgres://user:password@host:port/database?sslmode=…</c>. No error repeats any part of the URL but the name of a parameter.</summary>
internal static class PostgresUrl
{
    private const string Shape = "Give it as postgres://user:password@host:5432/database?sslmode=require.";

    public static NpgsqlConnectionStringBuilder Parse(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("postgres" or "postgresql") || uri.Host.Length == 0)
        {
            throw new ShopDatabaseException($"DATABASE_URL is not the URL of a PostgreSQL database. {Shape}");
        }

        var database = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/'));
        var user = uri.UserInfo.Split(':', 2);
        if (database.Length == 0 || user[0].Length == 0)
        {
            throw new ShopDatabaseException($"DATABASE_URL names no {(database.Length == 0 ? "database" : "user")}. {Shape}");
        }

        var connection = PostgresConnection.To(
            uri.IdnHost.Trim('[', ']'),
            uri.Port > 0 ? uri.Port : PostgresConnection.DefaultPort,
            database,
            Uri.UnescapeDataString(user[0]),
            user.Length == 2 ? Uri.UnescapeDataString(user[1]) : null);
        foreach (var parameter in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            Apply(connection, parameter);
        }

        return connection;
    }

    private static void Apply(NpgsqlConnectionStringBuilder connection, string parameter)
    {
        var parts = parameter.Split('=', 2);
        var value = parts.Length == 2 ? Uri.UnescapeDataString(parts[1]) : "";
        switch (parts[0])
        {
            case "sslmode":
                connection.SslMode = PostgresConnection.SslModeOf(value)
                    ?? throw new ShopDatabaseException($"DATABASE_URL has an unknown sslmode. {PostgresConnection.SslModes}");
                break;
            case "sslrootcert":
                connection.RootCertificate = value;
                break;
            case "application_name":
                connection.ApplicationName = value;
                break;
            default:
                throw new ShopDatabaseException(
                    $"DATABASE_URL has a parameter that the shop does not know: '{parts[0]}'. It knows sslmode, sslrootcert and application_name.");
        }
    }
}
