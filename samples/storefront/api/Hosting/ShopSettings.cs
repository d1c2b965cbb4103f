using Storefront.Api.Database;

namespace Storefront.Api.Hosting;

/// <summary>What the environment says.</summary>
/// <param name="Release">The release that serves, from <c>RELEASE_ID</c>.</param>
/// <param name="Commit">The commit that it was built from, from <c>RELEASE_COMMIT</c>.</param>
/// <param name="DatabaseUrl">A <c>postgres://</c> URL from <c>DATABASE_URL</c>; null when it is not set. It holds a password: never shown.</param>
/// <param name="DatabaseServer">The same in parts, from <c>DATABASE_HOST</c> and its sisters; null when none of them is set. <c>DATABASE_URL</c> wins.</param>
/// <param name="DatabasePath">The full path of the SQLite file, from <c>DATABASE_PATH</c>.</param>
internal sealed record ShopSettings(string Release, string Commit, string? DatabaseUrl, PostgresServer? DatabaseServer, string DatabasePath)
{
    /// <summary>Reads the settings; an empty variable counts as one that is not set.</summary>
    public static ShopSettings From(IConfiguration configuration, string contentRoot)
    {
        var server = new PostgresServer(
            Value("DATABASE_HOST"),
            Value("DATABASE_PORT"),
            Value("DATABASE_NAME"),
            Value("DATABASE_USER"),
            Value("DATABASE_PASSWORD"),
            Value("PGSSLMODE"));
        return new ShopSettings(
            Value("RELEASE_ID") ?? "development",
            Value("RELEASE_COMMIT") ?? "unknown",
            Value("DATABASE_URL"),
            server is { Host: null, Port: null, Name: null, User: null, Password: null } ? null : server,
            Path.GetFullPath(Value("DATABASE_PATH") ?? Path.Combine("data", "storefront.db"), Path.GetFullPath(contentRoot)));

        string? Value(string name) => configuration[name] is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
    }

    public override string ToString() => $"release {Release}, {(DatabaseUrl is null && DatabaseServer is null ? "SQLite" : "PostgreSQL")}";
}
