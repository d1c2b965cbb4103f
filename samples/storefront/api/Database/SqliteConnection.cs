using SQLitePCL;

namespace Storefront.Api.Database;

/// <summary>A connection to one SQLite file: as much of SQLite as the shop needs. Not safe for two threads at once.</summary>
internal sealed class SqliteConnection : IDisposable
{
    private readonly sqlite3 _handle;

    static SqliteConnection() => Batteries_V2.Init();

    /// <param name="path">The database file.</param>
    /// <param name="create">Whether a file that is missing is created; else it is an error.</param>
    /// <param name="busyTimeout">How long a statement waits for another connection's lock.</param>
    /// <exception cref="SqliteException">The file is missing or is not a database.</exception>
    public SqliteConnection(string path, bool create, TimeSpan busyTimeout)
    {
        var flags = raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_NOMUTEX | (create ? raw.SQLITE_OPEN_CREATE : 0);
        var result = raw.sqlite3_open_v2(path, out _handle, flags, null);
        try
        {
            Check(result);
            Check(raw.sqlite3_busy_timeout(_handle, (int)busyTimeout.TotalMilliseconds));

            // FULL makes each commit survive a loss of power.
            Execute("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;");
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>
    /// Puts the file into WAL mode, where readers do not wait for a writer; it stays so. Does nothing while another connection is at work:
    /// the change does not wait for locks (https://www.sqlite.org/wal.html), and the file is sound in either mode.
    /// </summary>
    public void PreferWriteAheadLog()
    {
        var result = raw.sqlite3_exec(_handle, "PRAGMA journal_mode = WAL");
        if ((result & 0xFF) is not (raw.SQLITE_BUSY or raw.SQLITE_LOCKED))
        {
            Check(result);
        }
    }

    /// <summary>Runs statements that have no parameters and no results.</summary>
    public void Execute(string sql) => Check(raw.sqlite3_exec(_handle, sql));

    /// <summary>Runs one statement and returns how many rows it changed. Parameters are <c>?1</c>, <c>?2</c>, …</summary>
    public int Execute(string sql, params ReadOnlySpan<object?> parameters)
    {
        using var statement = Prepare(sql, parameters);
        Step(statement);
        return raw.sqlite3_changes(_handle);
    }

    /// <summary>Runs one query and reads each of its rows.</summary>
    public List<T> Query<T>(string sql, Func<SqliteRow, T> read, params ReadOnlySpan<object?> parameters)
    {
        using var statement = Prepare(sql, parameters);
        var rows = new List<T>();
        while (Step(statement))
        {
            rows.Add(read(new SqliteRow(statement)));
        }

        return rows;
    }

    /// <summary>Runs <paramref name="work"/> in a transaction that holds the write lock from its start, so that what it reads stays true.</summary>
    public T Write<T>(Func<T> work)
    {
        Execute("BEGIN IMMEDIATE");
        try
        {
            var result = work();
            Execute("COMMIT");
            return result;
        }
        catch
        {
            // Some errors end the transaction by themselves; then there is nothing to roll back.
            if (raw.sqlite3_get_autocommit(_handle) == 0)
            {
                raw.sqlite3_exec(_handle, "ROLLBACK");
            }

            throw;
        }
    }

    public void Dispose() => _handle?.Dispose();

    private sqlite3_stmt Prepare(string sql, ReadOnlySpan<object?> parameters)
    {
        Check(raw.sqlite3_prepare_v2(_handle, sql, out var statement));
        try
        {
            for (var i = 0; i < parameters.Length; i++)
            {
                Check(parameters[i] switch
                {
                    null => raw.sqlite3_bind_null(statement, i + 1),
                    string text => raw.sqlite3_bind_text(statement, i + 1, text),
                    int number => raw.sqlite3_bind_int64(statement, i + 1, number),
                    long number => raw.sqlite3_bind_int64(statement, i + 1, number),
                    var other => throw new ArgumentException($"SQLite has no binding for {other.GetType().Name}.", nameof(parameters)),
                });
            }

            return statement;
        }
        catch
        {
            statement.Dispose();
            throw;
        }
    }

    private bool Step(sqlite3_stmt statement)
    {
        var result = raw.sqlite3_step(statement);
        if (result is raw.SQLITE_ROW or raw.SQLITE_DONE)
        {
            return result == raw.SQLITE_ROW;
        }

        throw Error(result);
    }

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            throw Error(result);
        }
    }

    private SqliteException Error(int result) =>
        new(result & 0xFF, _handle is null ? raw.sqlite3_errstr(result).utf8_to_string() : raw.sqlite3_errmsg(_handle).utf8_to_string());
}

/// <summary>The row at which a query stands; valid only until the query goes on.</summary>
internal readonly struct SqliteRow(sqlite3_stmt statement)
{
    public string Text(int column) => raw.sqlite3_column_text(statement, column).utf8_to_string();

    public string? TextOrNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL ? null : Text(column);

    public long Integer(int column) => raw.sqlite3_column_int64(statement, column);
}

/// <summary>SQLite refused. <see cref="Code"/> is a primary result code (https://www.sqlite.org/rescode.html).</summary>
internal sealed class SqliteException(int code, string message) : Exception(message)
{
    public int Code => code;
}
