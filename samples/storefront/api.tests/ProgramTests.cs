using System.Diagnostics;
using System.Net;
using System.Runtime.InteropServices;
using Storefront.Api.Database;

namespace Storefront.Api.Tests;

/// <summary>The program as an operator starts it.</summary>
public sealed class ProgramTests
{
    [Fact]
    public async Task An_unknown_argument_prints_the_usage_and_exits_2()
    {
        await using var test = await TestDatabase.CreateAsync("sqlite");
        var (code, output, error) = await RunAsync(test, ["migrat"]);
        code.ShouldBe(2);
        output.ShouldBeEmpty();
        error.ShouldStartWith("Usage:");
    }

    [Fact]
    public async Task Migrating_an_unreachable_database_is_one_line_and_exits_1()
    {
        await using var test = await TestDatabase.CreateAsync("sqlite");
        var (code, output, error) = await RunAsync(test, ["migrate"], ("DATABASE_URL", "postgres://shopkeeper:hunter2@127.0.0.1:1/till"));
        code.ShouldBe(1);
        output.ShouldBeEmpty();
        error.Trim().ShouldBe("PostgreSQL does not answer: nothing listens at its host and port: check DATABASE_URL, or DATABASE_HOST and DATABASE_PORT.");
    }

    [Theory]
    [InlineData("migrate")]
    [InlineData]
    public async Task A_database_that_is_named_in_part_is_one_line_and_exits_1(params string[] arguments)
    {
        await using var test = await TestDatabase.CreateAsync("sqlite");
        var (code, output, error) = await RunAsync(
            test,
            arguments,
            ("DATABASE_HOST", "db.example.org"),
            ("DATABASE_NAME", "till"),
            ("DATABASE_PASSWORD", "hunter2"));
        code.ShouldBe(1);
        output.ShouldBeEmpty();
        error.Trim().ShouldBe("The database is named in part: DATABASE_USER is not set. Set DATABASE_HOST, DATABASE_NAME and DATABASE_USER, or "
            + "DATABASE_URL, or none of them for SQLite.");
    }

    [Theory]
    [OnPostgres]
    public async Task A_database_that_is_named_in_parts_is_migrated(string kind)
    {
        await using var test = await TestDatabase.CreateAsync(kind);
        var url = PostgresUrl.Parse(test.Settings.DatabaseUrl!);
        (string, string)[] variables =
        [
            ("DATABASE_HOST", url.Host!), ("DATABASE_PORT", $"{url.Port}"), (
                "DATABASE_NAME",
                url.Database!), ("DATABASE_USER", url.Username!), ("DATABASE_PASSWORD", url.Password ?? ""), ("PGSSLMODE", "disable"),
        ];

        var (code, output, error) = await RunAsync(test, ["migrate"], variables);

        code.ShouldBe(0, error);
        output.ShouldContain("The postgresql database is at schema 3.");
        (await test.Open().ReadSchemaAsync(default)).ShouldBe(3);
    }

    [UnixFact]
    public async Task A_migrated_shop_serves_and_stops_cleanly_when_asked()
    {
        await using var test = await TestDatabase.CreateAsync("sqlite");
        (await RunAsync(test, ["migrate"])).Code.ShouldBe(0);

        using var process = Start(test, [], ("RELEASE_ID", "r42"));
        try
        {
            const string marker = "Now listening on: ";
            string? line;
            do
            {
                line = await process.StandardOutput.ReadLineAsync();
                line.ShouldNotBeNull("the shop ended before it listened");
            }
            while (!line.Contains(marker));

            using var client = new HttpClient { BaseAddress = new Uri(line[(line.IndexOf(marker, StringComparison.Ordinal) + marker.Length)..]) };
            var health = await client.GetAsync("/api/health?secret=1");
            health.StatusCode.ShouldBe(HttpStatusCode.OK);
            (await health.Content.ReadAsStringAsync()).ShouldContain("\"release\":\"r42\"");

            Kill(process.Id, 15).ShouldBe(0);
            var rest = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            process.ExitCode.ShouldBe(0);
            rest.Split('\n').Count(x => x.Contains("GET /api/health 200")).ShouldBe(1);
            rest.ShouldNotContain("secret");
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(
        TestDatabase test,
        string[] arguments,
        params (string Name, string Value)[] variables)
    {
        using var process = Start(test, arguments, variables);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }

    private static Process Start(TestDatabase test, string[] arguments, params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Storefront.Api.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var name in new[] { "DATABASE_URL", "DATABASE_HOST", "DATABASE_PORT", "DATABASE_NAME", "DATABASE_USER", "DATABASE_PASSWORD", "PGSSLMODE" })
        {
            start.Environment.Remove(name);
        }

        start.Environment["DATABASE_PATH"] = test.Settings.DatabasePath;
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);

    private sealed class UnixFactAttribute : FactAttribute
    {
        public UnixFactAttribute() => Skip = OperatingSystem.IsWindows() ? "Needs a system with signals." : null!;
    }
}
