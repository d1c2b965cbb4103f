using System.Globalization;
using Npgsql;

namespace Storefront.Api.Database;

/// <summary>The database by <c>DATABASE_HOST</c> and its sisters, for platforms that keep user and
/// password apart from the address. No error repeats a value.</summary>
/// <param name="SslMode">From <c>PGSSLMODE</c>, which Npgsql does not read; <c>PGSSLROOTCERT</c> it reads by itself.</param>
internal sealed record PostgresServer(string? Host, string? Port, string? Name, string? User, string? Password, string? SslMode)
{
    /// <exception cref="ShopDatabaseException">A part is missing or cannot be used.</exception>
    public NpgsqlConnectionStringBuilder Parse()
    {
        var missing = new[] { ("DATABASE_HOST", Host), ("DATABASE_NAME", Name), ("DATABASE_USER", User) }
            .Where(x => x.Item2 is null)
            .Select(x => x.Item1)
            .ToArray();
        if (missing.Length > 0)
        {
            throw new ShopDatabaseException($"The database is named in part: {string.Join(" and ", missing)} {(missing.Length == 1 ? "is" : "are")} not "
                + $"set. Set DATABASE_HOST, DATABASE_NAME and DATABASE_USER, or DATABASE_URL, or none of them for SQLite.");
        }

        var port = PostgresConnection.DefaultPort;
        if (Port is not null && (!int.TryParse(Port, NumberStyles.None, CultureInfo.InvariantCulture, out port) || port is < 1 or > 65535))
        {
            throw new ShopDatabaseException("DATABASE_PORT is not a port. Give a number from 1 to 65535, or leave it out for 5432.");
        }

        var connection = PostgresConnection.To(Host!, port, Name!, User!, Password);
        if (SslMode is not null)
        {
            connection.SslMode = PostgresConnection.SslModeOf(SslMode)
                ?? throw new ShopDatabaseException($"PGSSLMODE is unknown. {PostgresConnection.SslModes}");
        }

        return connection;
    }

    /// <summary>Without the password, and without names.</summary>
    public override string ToString() => "PostgreSQL";
}
