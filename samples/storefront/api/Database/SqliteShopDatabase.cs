using System.Collections.Concurrent;
using System.Globalization;
using SQLitePCL;
using Storefront.Api.Hosting;
using Storefront.Api.Orders;
using Storefront.Api.Products;

namespace Storefront.Api.Database;

/// <summary>The shop in one SQLite file. Calls run to their end on the caller's thread: SQLite has no asynchronous interface.</summary>
internal sealed class SqliteShopDatabase(string path, TimeProvider time) : IShopDatabase
{
    private const string ProductColumns = "slug, name, summary, description, price_cents";
    private static readonly TimeSpan RequestPatience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan MigrationPatience = TimeSpan.FromSeconds(60);

    private readonly IReadOnlyList<Migration> _migrations = Migration.Load("sqlite");
    private readonly ConcurrentBag<SqliteConnection> _idle = [];

    /// <summary>Writers of this process wait here without a thread; in SQLite they would wait asleep on one each.</summary>
    private readonly SemaphoreSlim _writer = new(1);

    public string Kind => "sqlite";

    public int LatestSchema => _migrations[^1].Number;

    public Task<int> ReadSchemaAsync(CancellationToken cancellation) =>
        File.Exists(path) ? Run(ReadSchema, cancellation) : Task.FromResult(0);

    public Task<IReadOnlyList<Migration>> MigrateAsync(CancellationToken cancellation) => Guard<IReadOnlyList<Migration>>(() =>
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var connection = new SqliteConnection(path, create: true, MigrationPatience);
        var applied = new List<Migration>();
        while (connection.Write(() => ApplyNext(connection)) is { } migration)
        {
            applied.Add(migration);
            cancellation.ThrowIfCancellationRequested();
        }

        connection.PreferWriteAheadLog();
        return applied;
    }, cancellation);

    public Task<IReadOnlyList<Product>> ListProductsAsync(CancellationToken cancellation) => Run<IReadOnlyList<Product>>(
        x => x.Query($"SELECT {ProductColumns} FROM products ORDER BY position", ReadProduct), cancellation);

    public Task<Product?> FindProductAsync(string slug, CancellationToken cancellation) => Run(
        x => x.Query($"SELECT {ProductColumns} FROM products WHERE slug = ?1", ReadProduct, slug).SingleOrDefault(), cancellation);

    public Task<Order?> FindOrderAsync(string id, CancellationToken cancellation) => Run(x => ReadOrder(x, id), cancellation);

    public async Task<Placement> PlaceOrderAsync(Order order, string? key, string? digest, CancellationToken cancellation)
    {
        await _writer.WaitAsync(cancellation);
        try
        {
            return await Run(connection => connection.Write(() => Place(connection, order, key, digest)), cancellation);
        }
        finally
        {
            _writer.Release();
        }
    }

    public ValueTask DisposeAsync()
    {
        while (_idle.TryTake(out var connection))
        {
            connection.Dispose();
        }

        _writer.Dispose();
        return ValueTask.CompletedTask;
    }

    private static Placement Place(SqliteConnection connection, Order order, string? key, string? digest)
    {
        if (key is not null
            && connection.Query("SELECT id, request_digest FROM orders WHERE idempotency_key = ?1", x => (Id: x.Text(0), Digest: x.TextOrNull(1)), key) is [var earlier])
        {
            return new Placement(ReadOrder(connection, earlier.Id)!, IsReplay: true, earlier.Digest == digest);
        }

        connection.Execute(
            "INSERT INTO orders (id, placed_at, customer_name, customer_email, total_cents, idempotency_key, request_digest) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            order.Id, order.PlacedAt.ToString("O", CultureInfo.InvariantCulture), order.Customer.Name, order.Customer.Email, order.TotalCents, key, digest);
        for (var i = 0; i < order.Lines.Count; i++)
        {
            var line = order.Lines[i];
            connection.Execute(
                "INSERT INTO order_lines (order_id, line, product, name, quantity, unit_price_cents) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                order.Id, i, line.Product, line.Name, line.Quantity, line.UnitPriceCents);
        }

        return new Placement(order, IsReplay: false, SameRequest: true);
    }

    private Migration? ApplyNext(SqliteConnection connection)
    {
        connection.Execute("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, applied_at TEXT NOT NULL)");
        var schema = ReadSchema(connection);
        var next = _migrations.FirstOrDefault(x => x.Number > schema);
        if (next is not null)
        {
            connection.Execute(next.Sql);
            connection.Execute("INSERT INTO schema_version (version, name, applied_at) VALUES (?1, ?2, ?3)",
                next.Number, next.Name, time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture));
        }

        return next;
    }

    private static int ReadSchema(SqliteConnection connection) =>
        connection.Query("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'schema_version'", x => x.Integer(0)).Count == 0
            ? 0
            : (int)connection.Query("SELECT COALESCE(MAX(version), 0) FROM schema_version", x => x.Integer(0))[0];

    private static Order? ReadOrder(SqliteConnection connection, string id)
    {
        var orders = connection.Query(
            "SELECT placed_at, customer_name, customer_email, total_cents FROM orders WHERE id = ?1",
            x => new Order(id, DateTimeOffset.Parse(x.Text(0), CultureInfo.InvariantCulture), new Customer(x.Text(1), x.Text(2)), [], x.Integer(3), Shop.Currency),
            id);
        return orders is not [var order]
            ? null
            : order with
            {
                Lines = connection.Query(
                    "SELECT product, name, quantity, unit_price_cents FROM order_lines WHERE order_id = ?1 ORDER BY line",
                    x => new OrderLine(x.Text(0), x.Text(1), (int)x.Integer(2), x.Integer(3)),
                    id),
            };
    }

    private static Product ReadProduct(SqliteRow row) => new(row.Text(0), row.Text(1), row.Text(2), row.Text(3), row.Integer(4));

    private Task<T> Run<T>(Func<SqliteConnection, T> work, CancellationToken cancellation) => Guard(() =>
    {
        var connection = _idle.TryTake(out var idle) ? idle : new SqliteConnection(path, create: false, RequestPatience);
        try
        {
            var result = work(connection);
            _idle.Add(connection);
            return result;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }, cancellation);

    private Task<T> Guard<T>(Func<T> work, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellation);
        }

        try
        {
            return Task.FromResult(work());
        }
        catch (OperationCanceledException)
        {
            return Task.FromCanceled<T>(cancellation);
        }
        catch (SqliteException e)
        {
            return Task.FromException<T>(new ShopDatabaseException(Describe(e), e));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Task.FromException<T>(new ShopDatabaseException("The folder of the SQLite file cannot be created: check DATABASE_PATH and its permissions.", e));
        }
    }

    private string Describe(SqliteException e) => e.Code switch
    {
        raw.SQLITE_CANTOPEN when !File.Exists(path) => "The SQLite file does not exist: run the migrate command, or check DATABASE_PATH.",
        raw.SQLITE_CANTOPEN or raw.SQLITE_PERM or raw.SQLITE_AUTH => "The SQLite file cannot be opened: check DATABASE_PATH and its permissions.",
        raw.SQLITE_READONLY => "The SQLite file cannot be written: check its permissions and those of its folder.",
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => "The SQLite file is locked by another process: wait until it is done, or stop it.",
        raw.SQLITE_FULL => "The disk of the SQLite file is full: make room on it.",
        raw.SQLITE_NOTADB or raw.SQLITE_CORRUPT => "The SQLite file is not a sound database: restore it, or let DATABASE_PATH name another.",
        _ => $"SQLite refused a statement ({e.Message}): check that the migrate command has run.",
    };
}
