using System.Text.Json;
using Fairlead.IntegrationTests.Infrastructure;

namespace Fairlead.IntegrationTests.Stacks;

/// <summary>The storefront, as PackService packs it, on the instances of flora and of ecommerce:
/// fetched, migrated, started and asked, with a real database.</summary>
[Collection(StackCyclesCollection.Name)]
[Trait("Category", "Integration")]
public sealed class StorefrontOnInstancesTests(StackCycles cycles, AwsEmulator emulator) : IClassFixture<AwsEmulator>
{
    [PostgresFact("terraform", "moto_server", "docker-registry", "aws", "node", "jq", "curl", "flock", "setpriv")]
    public async Task Flora_runs_it()
    {
        await using var database = await StorefrontDatabase.CreateAsync();
        using var instance = await FloraInstance.MakeAsync(emulator);
        var variables = StorefrontVariables.Of("flora");
        instance.Configure(
            ("ENTRY_SCRIPT", variables["entry_script"]), ("MIGRATE_COMMAND", variables["migrate_command"]), ("HEALTH_SECONDS", "60"),
            ("DATABASE_HOST", database.Host),
                ("DATABASE_PORT", database.Port),
                ("DATABASE_NAME", database.Name),
                ("DATABASE_URL_PARAMETERS", "sslmode=disable"));
        await instance.SetParameterAsync("ASPNETCORE_HTTP_PORTS", $"{instance.Port}");
        await instance.SetParameterAsync("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", variables["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"]);
        await instance.SetDatabasePasswordAsync(database.Password, database.User);
        var archive = await cycles.ArchiveAsync();
        await instance.PublishArchiveAsync("shop-1", archive);
        await instance.PublishArchiveAsync("shop-2", archive);

        await DeployAsync("shop-1");
        await DeployAsync("shop-2");

        async Task DeployAsync(string release)
        {
            var (code, _, error) = await instance.DeployAsync(release);

            code.ShouldBe(0, error);
            ShouldBeWell((await instance.ServedAsync()).ShouldNotBeNull(), release);
        }
    }

    [PostgresFact("terraform", "moto_server", "docker-registry", "bash", "tar", "flock", "jq", "curl", "hostname")]
    public async Task Ecommerce_runs_it()
    {
        await using var database = await StorefrontDatabase.CreateAsync();
        using var instance = new InstanceSandbox();
        var variables = StorefrontVariables.Of("ecommerce");
        instance.RunServices("/api/health", migrate: variables["migrate"], start: variables["start"]);
        instance.SetEnvironment(
            ("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", variables["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"]),
            ("DATABASE_HOST", database.Host), ("DATABASE_PORT", database.Port), ("DATABASE_NAME", database.Name), ("PGSSLMODE", "disable"));
        instance.Write(
            $"cloud/{InstanceSandbox.Secret}",
            JsonSerializer.Serialize(new { username = database.User, password = database.Password is "" ? "none" : database.Password }));
        instance.Write("configuration/secrets.list", $"DATABASE_USER {InstanceSandbox.Secret}:username\nDATABASE_PASSWORD {InstanceSandbox.Secret}:password\n");
        var archive = await cycles.ArchiveAsync();
        instance.PublishArchive("shop-1", archive);
        instance.PublishArchive("shop-2", archive);

        await DeployAsync("shop-1");
        await DeployAsync("shop-2");

        async Task DeployAsync(string release)
        {
            var (code, _, error) = await instance.RunAsync("deploy-release.sh", release);

            code.ShouldBe(0, error);
            using var http = new HttpClient();
            ShouldBeWell(JsonDocument.Parse(await http.GetStringAsync(instance.HealthAddress)).RootElement, release);
        }
    }

    private static void ShouldBeWell(JsonElement health, string release)
    {
        health.GetProperty("status").GetString().ShouldBe("ok");
        health.GetProperty("release").GetString().ShouldBe(release);
        health.GetProperty("database").GetProperty("kind").GetString().ShouldBe("postgresql");
        health.GetProperty("database").GetProperty("state").GetString().ShouldBe("ready");
    }
}
