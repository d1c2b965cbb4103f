using System.Globalization;
using Microsoft.Data.Sqlite;
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
    private readonly string _connectionString = ConnectionString(path, SqliteOpenMode.ReadWrite, RequestPatience);

    /// <summary>Writers of this process wait here without a thread; in SQLite they would wait asleep on one each.</summary>
    private readonly SemaphoreSlim _writer = new(1);

    public string Kind => "sqlite";

    public int LatestSchema => _migrations[^1].Number;

    public Task<int> ReadSchemaAsync(CancellationToken cancellation)
        => File.Exists(path) ? Run(ReadSchema, cancellation) : Task.FromResult(0);

    public Task<IReadOnlyList<Migration>> MigrateAsync(CancellationToken cancellation) => Guard<IReadOnlyList<Migration>>(() =>
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var connection = new SqliteConnection(ConnectionString(path, SqliteOpenMode.ReadWriteCreate, MigrationPatience));
        connection.Open();
        var applied = new List<Migration>();
        while (Write(connection, () => ApplyNext(connection)) is { } migration)
        {
            applied.Add(migration);
            cancellation.ThrowIfCancellationRequested();
        }

        PreferWriteAheadLog(connection);
        return applied;
    }, cancellation);

    public Task<IReadOnlyList<Product>> ListProductsAsync(CancellationToken cancellation) => Run<IReadOnlyList<Product>>(
        x => Query(x, $"SELECT {ProductColumns} FROM products ORDER BY position", ReadProduct), cancellation);

    public Task<Product?> FindProductAsync(string slug, CancellationToken cancellation) => Run(
        x => Query(x, $"SELECT {ProductColumns} FROM products WHERE slug = $slug", ReadProduct, ("$slug", slug)).SingleOrDefault(), cancellation);

    public Task<Order?> FindOrderAsync(string id, CancellationToken cancellation) => Run(x => ReadOrder(x, id), cancellation);

    public async Task<Placement> PlaceOrderAsync(Order order, string? key, string? digest, CancellationToken cancellation)
    {
        await _writer.WaitAsync(cancellation);
        try
        {
            return await Run(connection => Write(connection, () => Place(connection, order, key, digest)), cancellation);
        }
        finally
        {
            _writer.Release();
        }
    }

    public ValueTask DisposeAsync()
    {
        using (var connection = new SqliteConnection(_connectionString))
        {
            SqliteConnection.ClearPool(connection);
        }

        _writer.Dispose();
        return ValueTask.CompletedTask;
    }

    private static Placement Place(SqliteConnection connection, Order order, string? key, string? digest)
    {
        if (key is not null
            && Query(
                connection,
                "SELECT id, request_digest FROM orders WHERE idempotency_key = $key",
                x => (Id: x.GetString(0), Digest: x.IsDBNull(1) ? null : x.GetString(1)),
                ("$key", key)) is [var earlier])
        {
            return new Placement(ReadOrder(connection, earlier.Id)!, IsReplay: true, earlier.Digest == digest);
        }

        Execute(
            connection,
            "INSERT INTO orders (id, placed_at, customer_name, customer_email, total_cents, idempotency_key, request_digest) VALUES ($id, $placedAt, "
                + "$name, $email, $total, $key, $digest)",
            ("$id", order.Id),
            ("$placedAt", Timestamp(order.PlacedAt)),
            ("$name", order.Customer.Name),
            ("$email", order.Customer.Email),
            ("$total", order.TotalCents),
            ("$key", key),
            ("$digest", digest));
        for (var i = 0; i < order.Lines.Count; i++)
        {
            var line = order.Lines[i];
            Execute(
                connection,
                "INSERT INTO order_lines (order_id, line, product, name, quantity, unit_price_cents) VALUES ($order, $line, $product, $name, "
                    + "$quantity, $price)",
                ("$order", order.Id),
                ("$line", i),
                ("$product", line.Product),
                ("$name", line.Name),
                ("$quantity", line.Quantity),
                ("$price", line.UnitPriceCents));
        }

        return new Placement(order, IsReplay: false, SameRequest: true);
    }

    private Migration? ApplyNext(SqliteConnection connection)
    {
        Execute(connection, "CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, applied_at TEXT NOT NULL)");
        var schema = ReadSchema(connection);
        var next = _migrations.FirstOrDefault(x => x.Number > schema);
        if (next is not null)
        {
            Execute(connection, next.Sql);
            Execute(
                connection,
                "INSERT INTO schema_version (version, name, applied_at) VALUES ($version, $name, $appliedAt)",
                ("$version", next.Number),
                ("$name", next.Name),
                ("$appliedAt", Timestamp(time.GetUtcNow())));
        }

        return next;
    }

    private static int ReadSchema(SqliteConnection connection)
        => Query(connection, "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'schema_version'", x => x.GetInt32(0)).Count == 0
            ? 0
            : Query(connection, "SELECT COALESCE(MAX(version), 0) FROM schema_version", x => x.GetInt32(0))[0];

    private static Order? ReadOrder(SqliteConnection connection, string id)
    {
        var orders = Query(
            connection,
            "SELECT placed_at, customer_name, customer_email, total_cents FROM orders WHERE id = $id",
            x => new Order(
                id,
                DateTimeOffset.Parse(x.GetString(0), CultureInfo.InvariantCulture),
                new Customer(x.GetString(1), x.GetString(2)),
                [],
                x.GetInt64(3),
                Shop.Currency),
            ("$id", id));
        return orders is not [var order]
            ? null
            : order with
            {
                Lines = Query(
                    connection,
                    "SELECT product, name, quantity, unit_price_cents FROM order_lines WHERE order_id = $id ORDER BY line",
                    x => new OrderLine(x.GetString(0), x.GetString(1), x.GetInt32(2), x.GetInt64(3)),
                    ("$id", id)),
            };
    }

    private static Product ReadProduct(SqliteDataReader row) => new(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetInt64(4));

    private static string Timestamp(DateTimeOffset time) => time.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>A statement waits as long as <paramref name="patience"/> for another connection's lock.</summary>
    private static string ConnectionString(string path, SqliteOpenMode mode, TimeSpan patience)
        => new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, ForeignKeys = true, DefaultTimeout = (int)patience.TotalSeconds }.ToString();

    /// <summary>
    /// Puts the file into WAL mode, where readers do not wait for a writer; it stays so. Left alone while
    /// another connection is at work: the file is sound in either mode
    /// (https://www.sqlite.org/wal.html).
    /// </summary>
    private static void PreferWriteAheadLog(SqliteConnection connection)
    {
        using var command = Command(connection, "PRAGMA journal_mode = WAL", []);
        command.CommandTimeout = 1;
        try
        {
            command.ExecuteNonQuery();
        }
        catch (SqliteException e) when (e.SqliteErrorCode is raw.SQLITE_BUSY or raw.SQLITE_LOCKED)
        {
            // The next migration tries again.
        }
    }

    /// <summary>Runs <paramref name="work"/> in a transaction that holds the write lock from its start, so that what it reads stays true.</summary>
    private static T Write<T>(SqliteConnection connection, Func<T> work)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        var result = work();
        transaction.Commit();
        return result;
    }

    private static void Execute(SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = Command(connection, sql, parameters);
        command.ExecuteNonQuery();
    }

    private static List<T> Query<T>(
        SqliteConnection connection,
        string sql,
        Func<SqliteDataReader, T> read,
        params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = Command(connection, sql, parameters);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }

    private Task<T> Run<T>(Func<SqliteConnection, T> work, CancellationToken cancellation) => Guard(() =>
    {
        using var connection = new SqliteConnection(_connectionString);
        connection.Open();
        return work(connection);
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
            return Task.FromException<T>(new ShopDatabaseException(
                "The folder of the SQLite file cannot be created: check DATABASE_PATH and its permissions.",
                e));
        }
    }

    /// <summary>SQLite's own words: <c>SQLite Error 1: 'no such table: products'.</c></summary>
    private static string Text(SqliteException e) => e.Message.Split('\'', 2) is [_, var words] ? words.TrimEnd('.', '\'') : e.Message;

    private string Describe(SqliteException e) => e.SqliteErrorCode switch
    {
        raw.SQLITE_CANTOPEN when !File.Exists(path) => "The SQLite file does not exist: run the migrate command, or check DATABASE_PATH.",
        raw.SQLITE_CANTOPEN or raw.SQLITE_PERM or raw.SQLITE_AUTH => "The SQLite file cannot be opened: check DATABASE_PATH and its permissions.",
        raw.SQLITE_READONLY => "The SQLite file cannot be written: check its permissions and those of its folder.",
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => "The SQLite file is locked by another process: wait until it is done, or stop it.",
        raw.SQLITE_FULL => "The disk of the SQLite file is full: make room on it.",
        raw.SQLITE_NOTADB or raw.SQLITE_CORRUPT => "The SQLite file is not a sound database: restore it, or let DATABASE_PATH name another.",
        _ => $"SQLite refused a statement ({Text(e)}): check that the migrate command has run.",
    };
}
