using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Storefront.Api.Database;
using Storefront.Api.Hosting;

namespace Storefront.Api.Tests;

/// <summary>The API on a free port of the loopback, over a database of its own.</summary>
internal sealed class RunningShop : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TestDatabase _database;

    private RunningShop(WebApplication app, TestDatabase database, IShopDatabase data)
    {
        _app = app;
        _database = database;
        Data = data;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public HttpClient Client { get; }

    public IShopDatabase Data { get; }

    public static async Task<RunningShop> StartAsync(
        string kind = "sqlite",
        bool migrate = true,
        Func<ShopSettings, ShopSettings>? change = null,
        TimeProvider? time = null,
        IShopDatabase? instead = null)
    {
        var database = await TestDatabase.CreateAsync(kind);
        var settings = change?.Invoke(database.Settings) ?? database.Settings;
        var data = instead ?? ShopDatabase.Open(settings, TimeProvider.System);
        if (migrate)
        {
            await data.MigrateAsync(CancellationToken.None);
        }

        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = ShopApplication.Build(builder, settings, data, time ?? TimeProvider.System);
        await app.StartAsync();
        return new RunningShop(app, database, data);
    }

    public async Task<(HttpResponseMessage Response, JsonElement Body)> GetAsync(string path) => await ReadAsync(await Client.GetAsync(path));

    public async Task<(HttpResponseMessage Response, JsonElement Body)> PostAsync(string json, string? key = null, string type = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/orders") { Content = new StringContent(json, System.Text.Encoding.UTF8, type) };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return await ReadAsync(await Client.SendAsync(request));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        await Data.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static async Task<(HttpResponseMessage, JsonElement)> ReadAsync(HttpResponseMessage response)
    {
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return (response, document.RootElement.Clone());
    }
}
