using Storefront.Api.Database;

namespace Storefront.Api.Tests;

public sealed class MigrationTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Migrating_twice_does_nothing_the_second_time(string kind)
    {
        await using var test = await TestDatabase.CreateAsync(kind);
        await using var database = test.Open();
        var first = new StringWriter();
        await MigrateCommand.RunAsync(database, first, CancellationToken.None);
        first.ToString()
            .ReplaceLineEndings("\n")
            .ShouldBe($"Applied 0001 schema.\nApplied 0002 first products.\nApplied 0003 order idempotency.\nThe {kind} database is at schema 3.\n"
                + "fairlead-schema: {\"before\":null,\"after\":\"3\",\"oldest\":\"1\"}\n");
        var second = new StringWriter();
        await MigrateCommand.RunAsync(database, second, CancellationToken.None);
        second.ToString().ReplaceLineEndings("\n").ShouldBe($"Nothing to do: the {kind} database is at schema 3 already.\n"
            + "fairlead-schema: {\"before\":\"3\",\"after\":\"3\",\"oldest\":\"1\"}\n");
    }

    [Fact]
    public void Migrations_only_add_unless_one_says_which_code_it_needs()
    {
        Migration[] migrations =
        [
            new(1, "one", "CREATE"), new(2, "two", "-- oldest: 2\nDROP"), new(3, "three", "CREATE -- oldest: 9"), new(4, "four", "-- oldest: no"),
        ];

        Migration.OldestCode(migrations, 1).ShouldBe(1);
        Migration.OldestCode(migrations, 3).ShouldBe(2);
        Should.Throw<FormatException>(() => Migration.OldestCode(migrations, 4));
    }

    /// <summary>After a way back the earlier release's code migrates a database that the later one left.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Of_a_schema_that_is_newer_than_the_release_nothing_is_said(string kind)
    {
        await using var test = await TestDatabase.CreateAsync(kind);
        await using var database = test.Open();
        await database.MigrateAsync(CancellationToken.None);
        await test.ExecuteAsync("INSERT INTO schema_version (version, name, applied_at) SELECT 4, 'later', applied_at FROM schema_version WHERE version = 3");
        var output = new StringWriter();

        await MigrateCommand.RunAsync(database, output, CancellationToken.None);

        output.ToString().ReplaceLineEndings("\n").ShouldBe($"Nothing to do: the {kind} database is at schema 4 already.\n");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Migrators_at_the_same_time_apply_each_migration_once(string kind)
    {
        await using var test = await TestDatabase.CreateAsync(kind);
        var applied = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            await using var database = test.Open();
            return await database.MigrateAsync(CancellationToken.None);
        })));
        applied.SelectMany(x => x).Select(x => x.Number).Order().ShouldBe([1, 2, 3]);
    }

    [Fact]
    public void Both_databases_have_the_same_migrations()
    {
        Migration.Load("sqlite").Select(x => x.ToString()).ShouldBe(Migration.Load("postgresql").Select(x => x.ToString()));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_told_in_words()
    {
        await using var test = await TestDatabase.CreateAsync("sqlite");
        Directory.CreateDirectory(test.Folder);
        await File.WriteAllTextAsync(Path.Combine(test.Folder, "data"), "a file where the folder should be");
        await using var database = test.Open();
        var error = await Should.ThrowAsync<ShopDatabaseException>(() => database.MigrateAsync(CancellationToken.None));
        error.Message.ShouldContain("DATABASE_PATH");
    }
}
