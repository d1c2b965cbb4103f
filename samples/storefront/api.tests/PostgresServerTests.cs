using Npgsql;
using Storefront.Api.Database;

namespace Storefront.Api.Tests;

public sealed class PostgresServerTests
{
    private static readonly PostgresServer Till = new("db.example.org", null, "till", "shop@keeper", "p:w/@;", null);

    [Fact]
    public void Every_part_is_taken_as_it_is()
    {
        var connection = (Till with { Port = "6543", SslMode = "verify-full" }).Parse();
        connection.Host.ShouldBe("db.example.org");
        connection.Port.ShouldBe(6543);
        connection.Database.ShouldBe("till");
        connection.Username.ShouldBe("shop@keeper");
        connection.Password.ShouldBe("p:w/@;");
        connection.SslMode.ShouldBe(SslMode.VerifyFull);
    }

    [Fact]
    public void The_port_the_password_and_the_mode_may_be_left_out()
    {
        var connection = (Till with { Password = null }).Parse();
        connection.Port.ShouldBe(5432);
        connection.Password.ShouldBeNull();
        connection.SslMode.ShouldBe(PostgresUrl.Parse("postgres://shop@h/till").SslMode);
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        Refusal(Till with { Host = null }).ShouldContain("DATABASE_HOST is not set");
        Refusal(Till with { Name = null }).ShouldContain("DATABASE_NAME is not set");
        Refusal(Till with { Name = null, User = null }).ShouldContain("DATABASE_NAME and DATABASE_USER are not set");
    }

    [Theory]
    [InlineData("secret")]
    [InlineData("0")]
    [InlineData("65536")]
    [InlineData("-1")]
    public void A_port_that_is_none_is_refused_without_repeating_it(string port)
    {
        Refusal(Till with { Port = port }).ShouldBe("DATABASE_PORT is not a port. Give a number from 1 to 65535, or leave it out for 5432.");
    }

    [Fact]
    public void An_unknown_mode_is_refused_without_repeating_it()
    {
        Refusal(Till with { SslMode = "secret" }).ShouldBe("PGSSLMODE is unknown. It is one of disable, allow, prefer, require, verify-ca, verify-full.");
    }

    private static string Refusal(PostgresServer server) => Should.Throw<ShopDatabaseException>(() => server.Parse()).Message;
}
