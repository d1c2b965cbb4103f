using System.Net.Sockets;
using Npgsql;
using NpgsqlTypes;
using Storefront.Api.Hosting;
using Storefront.Api.Orders;
using Storefront.Api.Products;

namespace Storefront.Api.Database;

/// <summary>The shop in a PostgreSQL database.</summary>
internal sealed class PostgresShopDatabase(NpgsqlConnectionStringBuilder connection, TimeProvider time) : IShopDatabase
{
    private const string ProductColumns = "slug, name, summary, description, price_cents";

    /// <summary>Any number that no other program takes on the same database: here the letters "shop".</summary>
    private const long MigrationLock = 0x73686F70;

    private readonly IReadOnlyList<Migration> _migrations = Migration.Load("postgresql");
    private readonly NpgsqlDataSource _source = new NpgsqlDataSourceBuilder(connection.ConnectionString).Build();

    public string Kind => "postgresql";

    public int LatestSchema => _migrations[^1].Number;

    public Task<int> ReadSchemaAsync(CancellationToken cancellation) => GuardAsync(async () =>
    {
        await using var opened = await _source.OpenConnectionAsync(cancellation);
        return await ReadSchemaAsync(opened, cancellation);
    });

    public Task<IReadOnlyList<Migration>> MigrateAsync(CancellationToken cancellation) => GuardAsync<IReadOnlyList<Migration>>(async () =>
    {
        await using var opened = await _source.OpenConnectionAsync(cancellation);
        await ExecuteAsync(opened, $"SET lock_timeout = '60s'; SELECT pg_advisory_lock({MigrationLock}); RESET lock_timeout", cancellation);
        try
        {
            await ExecuteAsync(
                opened,
                "CREATE TABLE IF NOT EXISTS schema_version (version integer NOT NULL PRIMARY KEY, name text NOT NULL, applied_at timestamptz NOT NULL)",
                cancellation);
            var schema = await ReadSchemaAsync(opened, cancellation);
            var pending = _migrations.Where(x => x.Number > schema).ToArray();
            foreach (var migration in pending)
            {
                await ApplyAsync(opened, migration, cancellation);
            }

            return pending;
        }
        finally
        {
            // A connection that broke has let go of the lock already.
            if (opened.State == System.Data.ConnectionState.Open)
            {
                await ExecuteAsync(opened, $"SELECT pg_advisory_unlock({MigrationLock})", CancellationToken.None);
            }
        }
    });

    public Task<IReadOnlyList<Product>> ListProductsAsync(CancellationToken cancellation) => GuardAsync<IReadOnlyList<Product>>(async () =>
    {
        await using var command = _source.CreateCommand($"SELECT {ProductColumns} FROM products ORDER BY position");
        return await ReadProductsAsync(command, cancellation);
    });

    public Task<Product?> FindProductAsync(string slug, CancellationToken cancellation) => GuardAsync(async () =>
    {
        if (slug.Contains('\0'))
        {
            return null; // PostgreSQL's text cannot hold it
        }

        await using var command = _source.CreateCommand($"SELECT {ProductColumns} FROM products WHERE slug = $1");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = slug });
        return (await ReadProductsAsync(command, cancellation)).SingleOrDefault();
    });

    public Task<Order?> FindOrderAsync(string id, CancellationToken cancellation) => GuardAsync(async () =>
    {
        if (id.Contains('\0'))
        {
            return null;
        }

        await using var opened = await _source.OpenConnectionAsync(cancellation);
        return await ReadOrderAsync(opened, id, cancellation);
    });

    public Task<Placement> PlaceOrderAsync(Order order, string? key, string? digest, CancellationToken cancellation) => GuardAsync(async () =>
    {
        await using var opened = await _source.OpenConnectionAsync(cancellation);
        await using var transaction = await opened.BeginTransactionAsync(cancellation);
        if (!await InsertAsync(opened, order, key, digest, cancellation))
        {
            var (id, earlierDigest) = await FindByKeyAsync(opened, key!, cancellation);
            return new Placement((await ReadOrderAsync(opened, id, cancellation))!, IsReplay: true, earlierDigest == digest);
        }

        await transaction.CommitAsync(cancellation);
        return new Placement(order, IsReplay: false, SameRequest: true);
    });

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private async Task ApplyAsync(NpgsqlConnection opened, Migration migration, CancellationToken cancellation)
    {
        await using var transaction = await opened.BeginTransactionAsync(cancellation);
        await ExecuteAsync(opened, migration.Sql, cancellation);
        await using var record = new NpgsqlCommand("INSERT INTO schema_version (version, name, applied_at) VALUES ($1, $2, $3)", opened);
        record.Parameters.Add(new NpgsqlParameter<int> { TypedValue = migration.Number });
        record.Parameters.Add(new NpgsqlParameter<string> { TypedValue = migration.Name });
        record.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = time.GetUtcNow() });
        await record.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static async Task ExecuteAsync(NpgsqlConnection opened, string sql, CancellationToken cancellation)
    {
        // A migration takes as long as it takes: a time limit would only make it start again.
        await using var command = new NpgsqlCommand(sql, opened) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task<int> ReadSchemaAsync(NpgsqlConnection opened, CancellationToken cancellation)
    {
        await using var exists = new NpgsqlCommand("SELECT to_regclass('schema_version') IS NOT NULL", opened);
        if (!(bool)(await exists.ExecuteScalarAsync(cancellation))!)
        {
            return 0;
        }

        await using var command = new NpgsqlCommand("SELECT COALESCE(MAX(version), 0) FROM schema_version", opened);
        return (int)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>False when another order has the key. A second request with the same key waits here until the first is committed or gone.</summary>
    private static async Task<bool> InsertAsync(NpgsqlConnection opened, Order order, string? key, string? digest, CancellationToken cancellation)
    {
        await using var insert = new NpgsqlCommand(
            "INSERT INTO orders (id, placed_at, customer_name, customer_email, total_cents, idempotency_key, request_digest) VALUES ($1, $2, $3, $4, $5, "
                + "$6, $7) ON CONFLICT (idempotency_key) DO NOTHING",
            opened);
        insert.Parameters.Add(new NpgsqlParameter<string> { TypedValue = order.Id });
        insert.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = order.PlacedAt });
        insert.Parameters.Add(new NpgsqlParameter<string> { TypedValue = order.Customer.Name });
        insert.Parameters.Add(new NpgsqlParameter<string> { TypedValue = order.Customer.Email });
        insert.Parameters.Add(new NpgsqlParameter<long> { TypedValue = order.TotalCents });
        insert.Parameters.Add(TextOrNull(key));
        insert.Parameters.Add(TextOrNull(digest));
        if (await insert.ExecuteNonQueryAsync(cancellation) == 0)
        {
            return false;
        }

        await using var lines = new NpgsqlBatch(opened);
        for (var i = 0; i < order.Lines.Count; i++)
        {
            var line = order.Lines[i];
            var command = new NpgsqlBatchCommand(
                "INSERT INTO order_lines (order_id, line, product, name, quantity, unit_price_cents) VALUES ($1, $2, $3, $4, $5, $6)");
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = order.Id });
            command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = i });
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = line.Product });
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = line.Name });
            command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = line.Quantity });
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = line.UnitPriceCents });
            lines.BatchCommands.Add(command);
        }

        await lines.ExecuteNonQueryAsync(cancellation);
        return true;
    }

    private static NpgsqlParameter TextOrNull(string? value) => new() { NpgsqlDbType = NpgsqlDbType.Text, Value = value ?? (object)DBNull.Value };

    private static async Task<(string Id, string? Digest)> FindByKeyAsync(NpgsqlConnection opened, string key, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("SELECT id, request_digest FROM orders WHERE idempotency_key = $1", opened);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = key });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return (reader.GetString(0), await reader.IsDBNullAsync(1, cancellation) ? null : reader.GetString(1));
    }

    private static async Task<Order?> ReadOrderAsync(NpgsqlConnection opened, string id, CancellationToken cancellation)
    {
        Order order;
        await using (var command = new NpgsqlCommand("SELECT placed_at, customer_name, customer_email, total_cents FROM orders WHERE id = $1", opened))
        {
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = id });
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            if (!await reader.ReadAsync(cancellation))
            {
                return null;
            }

            order = new Order(
                id,
                reader.GetFieldValue<DateTimeOffset>(0),
                new Customer(reader.GetString(1), reader.GetString(2)),
                [],
                reader.GetInt64(3),
                Shop.Currency);
        }

        await using var linesCommand = new NpgsqlCommand(
            "SELECT product, name, quantity, unit_price_cents FROM order_lines WHERE order_id = $1 ORDER BY line",
            opened);
        linesCommand.Parameters.Add(new NpgsqlParameter<string> { TypedValue = id });
        await using var lines = await linesCommand.ExecuteReaderAsync(cancellation);
        var read = new List<OrderLine>();
        while (await lines.ReadAsync(cancellation))
        {
            read.Add(new OrderLine(lines.GetString(0), lines.GetString(1), lines.GetInt32(2), lines.GetInt64(3)));
        }

        return order with { Lines = read };
    }

    private static async Task<List<Product>> ReadProductsAsync(NpgsqlCommand command, CancellationToken cancellation)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var products = new List<Product>();
        while (await reader.ReadAsync(cancellation))
        {
            products.Add(new Product(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetInt64(4)));
        }

        return products;
    }

    private static async Task<T> GuardAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (PostgresException e)
        {
            throw new ShopDatabaseException(Describe(e), e);
        }
        catch (Exception e)
            when (e is NpgsqlException or SocketException or TimeoutException or System.Security.Authentication.AuthenticationException or IOException)
        {
            throw new ShopDatabaseException(Describe(e), e);
        }
    }

    /// <summary>By SQLSTATE (https://www.postgresql.org/docs/current/errcodes-appendix.html): the server's own words may name users and hosts.</summary>
    private static string Describe(PostgresException e) => e.SqlState switch
    {
        "28000" or "28P01" => "PostgreSQL refused the user or the password: check DATABASE_URL, or DATABASE_USER and DATABASE_PASSWORD.",
        "3D000" => "PostgreSQL has no database of that name: check DATABASE_URL or DATABASE_NAME.",
        "42P01" or "42703" => "PostgreSQL lacks a table or a column that this release needs: run the migrate command.",
        "42501" => "PostgreSQL refused because the user lacks a right: grant it.",
        "53300" => "PostgreSQL has no connection to spare: raise its limit, or run fewer instances.",
        "55P03" => "Another migration holds the lock: wait until it is done.",
        "57P01" or "57P02" or "57P03" => "PostgreSQL is starting up or shutting down: try again in a moment.",
        _ => $"PostgreSQL refused a statement (SQLSTATE {e.SqlState}): its log has the reason.",
    };

    private static string Describe(Exception e)
    {
        for (var cause = e; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case SocketException { SocketErrorCode: SocketError.ConnectionRefused }:
                    return "PostgreSQL does not answer: nothing listens at its host and port: check DATABASE_URL, or DATABASE_HOST and DATABASE_PORT.";
                case SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain }:
                    return "PostgreSQL cannot be reached, because its host has no address: check DATABASE_URL or DATABASE_HOST.";
                case TimeoutException:
                    return "PostgreSQL did not answer in time: check the network and the load of the database.";
                case System.Security.Authentication.AuthenticationException:
                    return "PostgreSQL's certificate was not accepted: check sslmode and sslrootcert in DATABASE_URL, or PGSSLMODE and PGSSLROOTCERT.";
            }
        }

        return "The connection to PostgreSQL failed: check DATABASE_URL or DATABASE_HOST, and the state of the database.";
    }
}
