using Npgsql;
using Storefront.Api.Database;

namespace Storefront.Api.Tests;

public sealed class PostgresUrlTests
{
    [Fact]
    public void Every_part_of_the_URL_is_taken_and_unescaped()
    {
        var connection = PostgresUrl.Parse("postgresql://shop%40keeper:p%3Aw%2F%40%3B@db.example.org:6543/till?sslmode=verify-full&application_name=a%20b");
        connection.Host.ShouldBe("db.example.org");
        connection.Port.ShouldBe(6543);
        connection.Database.ShouldBe("till");
        connection.Username.ShouldBe("shop@keeper");
        connection.Password.ShouldBe("p:w/@;");
        connection.SslMode.ShouldBe(SslMode.VerifyFull);
        connection.ApplicationName.ShouldBe("a b");
    }

    [Fact]
    public void The_port_and_the_password_may_be_left_out()
    {
        var connection = PostgresUrl.Parse("postgres://shop@[::1]/till");
        connection.Host.ShouldBe("::1");
        connection.Port.ShouldBe(5432);
        connection.Password.ShouldBeNull();
    }

    [Theory]
    [InlineData("secret")]
    [InlineData("mysql://u:secret@h/d")]
    [InlineData("postgres://u:secret@h")]
    [InlineData("postgres://:secret@h/d")]
    [InlineData("postgres://u:secret@h/d?sslmode=secret")]
    [InlineData("postgres://u:secret@h/d?options=secret")]
    [InlineData("postgres://u:secret@h:port/d")]
    public void What_cannot_be_used_is_refused_without_repeating_it(string url)
    {
        var error = Should.Throw<ShopDatabaseException>(() => PostgresUrl.Parse(url));
        error.Message.ShouldContain("DATABASE_URL");
        error.Message.ShouldNotContain("secret");
    }
}
