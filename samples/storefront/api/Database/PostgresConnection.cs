using Npgsql;

namespace Storefront.Api.Database;

/// <summary>What all connections to PostgreSQL have in common, however the environment names the database.</summary>
internal static class PostgresConnection
{
    public const int DefaultPort = 5432;

    /// <summary>For errors.</summary>
    public const string SslModes = "It is one of disable, allow, prefer, require, verify-ca, verify-full.";

    private const int ConnectSeconds = 5;
    private const int CommandSeconds = 15;

    public static NpgsqlConnectionStringBuilder To(string host, int port, string database, string user, string? password) => new()
    {
        Host = host,
        Port = port,
        Database = database,
        Username = user,
        Password = password,
        Timeout = ConnectSeconds,
        CommandTimeout = CommandSeconds,
        ApplicationName = "storefront",
        GssEncryptionMode = GssEncryptionMode.Disable,
    };

    /// <summary>By libpq's name of it; null when it has none of that name.</summary>
    public static SslMode? SslModeOf(string name) => name switch
    {
        "disable" => SslMode.Disable,
        "allow" => SslMode.Allow,
        "prefer" => SslMode.Prefer,
        "require" => SslMode.Require,
        "verify-ca" => SslMode.VerifyCA,
        "verify-full" => SslMode.VerifyFull,
        _ => null,
    };
}
