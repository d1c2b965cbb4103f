using System.Net;
using Microsoft.Extensions.Time.Testing;
using Storefront.Api.Database;
using Storefront.Api.Health;
using Storefront.Api.Orders;
using Storefront.Api.Products;

namespace Storefront.Api.Tests;

public sealed class HealthTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_migrated_database_is_ready_and_the_release_is_named(string kind)
    {
        await using var shop = await RunningShop.StartAsync(kind);
        var (response, body) = await shop.GetAsync("/api/health");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        body
            .ToString()
            .ShouldBe($$$"""{"status":"ok","release":"r1","commit":"c0ffee","database":{"kind":"{{{kind}}}","state":"ready","schema":3,"latest":3}}""");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Pending_migrations_make_the_service_unavailable_and_the_start_does_not_run_them(string kind)
    {
        await using var shop = await RunningShop.StartAsync(kind, migrate: false);
        var (response, body) = await shop.GetAsync("/api/health");
        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        body.GetProperty("status").GetString().ShouldBe("unavailable");
        body.GetProperty("database").GetProperty("state").GetString().ShouldBe("pending migrations");
        body.GetProperty("database").GetProperty("schema").GetInt32().ShouldBe(0);
        body.GetProperty("database").GetProperty("reason").GetString()!.ShouldContain("migrate");
        (await shop.Data.ReadSchemaAsync(CancellationToken.None)).ShouldBe(0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_service_that_was_started_first_is_ready_once_the_database_is_migrated(string kind)
    {
        await using var shop = await RunningShop.StartAsync(kind, migrate: false);
        (await shop.GetAsync("/api/health")).Response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        await shop.Data.MigrateAsync(CancellationToken.None);
        (await shop.GetAsync("/api/health")).Response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_unreachable_server_is_told_in_words_without_the_connection_string()
    {
        // Port 1 of the loopback: reserved, and nothing listens there.
        await using var shop = await RunningShop.StartAsync(
            migrate: false,
            change: x => x with { DatabaseUrl = "postgres://shopkeeper:hunter2@127.0.0.1:1/till" });
        var (response, body) = await shop.GetAsync("/api/health");
        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        var database = body.GetProperty("database");
        database.GetProperty("state").GetString().ShouldBe("unreachable");
        database.GetProperty("schema").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        database.GetProperty("reason").GetString()!.ShouldContain("nothing listens");
        body.ToString().ShouldNotContain("hunter2");
        body.ToString().ShouldNotContain("shopkeeper");
        body.ToString().ShouldNotContain("till");
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_unreachable()
    {
        await using var shop = await RunningShop.StartAsync(migrate: false, change: x =>
        {
            Directory.CreateDirectory(Path.GetDirectoryName(x.DatabasePath)!);
            File.WriteAllText(x.DatabasePath, new string('x', 8192));
            return x;
        });
        var (response, body) = await shop.GetAsync("/api/health");
        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        body.GetProperty("database").GetProperty("reason").GetString()!.ShouldContain("not a sound database");
    }

    [Fact]
    public async Task Requests_against_a_database_that_fails_are_503_problems()
    {
        await using var shop = await RunningShop.StartAsync(migrate: false);
        var (response, body) = await shop.GetAsync("/api/products");
        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        body.GetProperty("title").GetString().ShouldBe("The shop is not available");
    }

    [Fact]
    public async Task A_database_that_hangs_is_unreachable_before_the_load_balancer_gives_up()
    {
        var time = new FakeTimeProvider();
        var database = new HangingDatabase(() => time.Advance(HealthEndpoint.Patience));
        await using var shop = await RunningShop.StartAsync(migrate: false, time: time, instead: database);
        var (response, body) = await shop.GetAsync("/api/health");
        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        body.GetProperty("database").GetProperty("state").GetString().ShouldBe("unreachable");
        body.GetProperty("database").GetProperty("reason").GetString().ShouldBe("The database did not answer within 4 seconds.");
    }

    private sealed class HangingDatabase(Action asked) : IShopDatabase
    {
        public string Kind => "postgresql";

        public int LatestSchema => 3;

        /// <summary>Not even a cancellation ends it, as with a driver that asks the server first.</summary>
        public Task<int> ReadSchemaAsync(CancellationToken cancellation)
        {
            asked();
            return new TaskCompletionSource<int>().Task;
        }

        public Task<IReadOnlyList<Migration>> MigrateAsync(CancellationToken cancellation) => throw new NotSupportedException();

        public Task<IReadOnlyList<Product>> ListProductsAsync(CancellationToken cancellation) => throw new NotSupportedException();

        public Task<Product?> FindProductAsync(string slug, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<Placement> PlaceOrderAsync(Order order, string? key, string? digest, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<Order?> FindOrderAsync(string id, CancellationToken cancellation) => throw new NotSupportedException();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
