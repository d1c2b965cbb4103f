using Microsoft.Extensions.Configuration;
using Storefront.Api.Database;
using Storefront.Api.Hosting;

namespace Storefront.Api.Tests;

public sealed class ShopSettingsTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetTempPath(), "root"));

    [Fact]
    public void Nothing_set_is_development_on_a_file_in_the_content_root()
    {
        From().ShouldBe(new ShopSettings("development", "unknown", null, null, Path.Combine(Root, "data", "storefront.db")));
    }

    [Fact]
    public void An_empty_variable_counts_as_not_set()
    {
        From(
            ("RELEASE_ID", ""),
            ("RELEASE_COMMIT", " "),
            ("DATABASE_URL", ""),
            ("DATABASE_PATH", ""),
            ("DATABASE_HOST", ""),
            ("DATABASE_PASSWORD", " ")).ShouldBe(From());
    }

    [Fact]
    public void The_environment_is_taken()
    {
        From(("RELEASE_ID", "r7"), ("RELEASE_COMMIT", "abc"), ("DATABASE_URL", "postgres://u:secret@h/d"), ("DATABASE_PATH", "x/shop.db"))
            .ShouldBe(new ShopSettings("r7", "abc", "postgres://u:secret@h/d", null, Path.Combine(Root, "x", "shop.db")));
    }

    [Fact]
    public void The_database_may_be_named_in_parts()
    {
        From(
            ("DATABASE_HOST", "h"),
            ("DATABASE_PORT", "6543"),
            ("DATABASE_NAME", "d"),
            ("DATABASE_USER", "u"),
            ("DATABASE_PASSWORD", "secret"),
            ("PGSSLMODE", "verify-full")).DatabaseServer
            .ShouldBe(new PostgresServer("h", "6543", "d", "u", "secret", "verify-full"));
    }

    [Fact]
    public void PGSSLMODE_alone_names_no_database()
    {
        From(("PGSSLMODE", "require")).ShouldBe(From());
    }

    [Fact]
    public void Settings_in_a_log_do_not_show_the_password()
    {
        From(("DATABASE_URL", "postgres://u:secret@h/d")).ToString().ShouldNotContain("secret");
        From(("DATABASE_HOST", "h"), ("DATABASE_PASSWORD", "secret")).ToString().ShouldNotContain("secret");
        From(("DATABASE_PASSWORD", "secret")).DatabaseServer.ShouldNotBeNull().ToString().ShouldNotContain("secret");
    }

    private static ShopSettings From(params (string Name, string Value)[] variables) => ShopSettings.From(
        new ConfigurationBuilder().AddInMemoryCollection(variables.ToDictionary(x => x.Name, x => (string?)x.Value)).Build(), Root);
}
