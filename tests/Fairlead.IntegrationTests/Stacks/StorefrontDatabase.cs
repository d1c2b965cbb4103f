namespace Fairlead.IntegrationTests.Stacks;

/// <summary>An empty PostgreSQL database that no other test uses, gone when disposed. Needs what <see cref="PostgresFactAttribute" /> asks for.</summary>
internal sealed class StorefrontDatabase : IAsyncDisposable
{
    private static readonly Uri Server = PostgresFactAttribute.Server!;

    private StorefrontDatabase()
    {
    }

    public string Name { get; } = $"instance_{Guid.NewGuid():n}";

    public string Host => Server.Host;

    public string Port => Server.Port > 0 ? $"{Server.Port}" : "5432";

    public string User => Uri.UnescapeDataString(Server.UserInfo.Split(':')[0]);

    public string Password => Uri.UnescapeDataString(Server.UserInfo.Split(':', 2) is [_, var password] ? password : "");

    public static async Task<StorefrontDatabase> CreateAsync()
    {
        var database = new StorefrontDatabase();
        await OnServerAsync($"CREATE DATABASE {database.Name}");
        return database;
    }

    public async ValueTask DisposeAsync() => await OnServerAsync($"DROP DATABASE {Name} WITH (FORCE)");

    private static Task OnServerAsync(string sql) => CommandLine.SucceedAsync("psql", [Server.AbsoluteUri, "--no-psqlrc", "--quiet", "--command", sql]);
}
