using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using Storefront.Api.Database;
using Storefront.Api.Hosting;

namespace Storefront.Api.Tests;

/// <summary>An empty database that no other test uses, gone when disposed.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    public const string Variable = "STOREFRONT_TEST_POSTGRES";

    private readonly string _name = "shop_" + Guid.NewGuid().ToString("N");

    private TestDatabase(string kind)
    {
        Folder = Path.Combine(Path.GetTempPath(), _name);
        Settings = new ShopSettings("r1", "c0ffee", kind == "sqlite" ? null : UrlOf(_name), null, Path.Combine(Folder, "data", "shop.db"));
    }

    public static string? PostgresServer => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } url ? url : null;

    public ShopSettings Settings { get; }

    public string Folder { get; }

    public static async Task<TestDatabase> CreateAsync(string kind)
    {
        var database = new TestDatabase(kind);
        if (database.Settings.DatabaseUrl is not null)
        {
            await OnServerAsync($"CREATE DATABASE {database._name}");
        }

        return database;
    }

    public IShopDatabase Open() => ShopDatabase.Open(Settings, TimeProvider.System);

    public async ValueTask DisposeAsync()
    {
        if (Settings.DatabaseUrl is not null)
        {
            await OnServerAsync($"DROP DATABASE {_name} WITH (FORCE)");
        }

        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    /// <summary>Changes the database past the shop.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using DbConnection connection = Settings.DatabaseUrl is { } url
            ? new NpgsqlConnection(PostgresUrl.Parse(url).ConnectionString)
            : new SqliteConnection($"Data Source={Settings.DatabasePath};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static string UrlOf(string name) => new UriBuilder(PostgresServer!) { Path = name }.Uri.AbsoluteUri;

    private static async Task OnServerAsync(string sql)
    {
        var connection = PostgresUrl.Parse(PostgresServer!);
        connection.Pooling = false;
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
