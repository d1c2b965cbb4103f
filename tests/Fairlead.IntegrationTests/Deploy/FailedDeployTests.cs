using System.Net;
using System.Text.Json;
using Fairlead.Aws;
using Fairlead.Releases;

namespace Fairlead.IntegrationTests.Deploy;

/// <summary>A release that does not come up leaves the earlier one serving, says why, and is recorded as failed.</summary>
[Collection(DeployedCloneCollection.Name)]
[Trait("Category", "Integration")]
public sealed class FailedDeployTests(DeployedClone clone)
{
    private static readonly HttpClient Http = new();

    [Fact]
    public async Task An_API_that_answers_500_on_health_is_rolled_back_and_the_shop_still_works()
    {
        var before = await DeployAsync();

        BuildRun run;
        using (clone.Change(
            "samples/storefront/api/Health/HealthEndpoint.cs",
            "var ready = health.Reason is null;",
            "var ready = health.Reason is null; if (ready) { throw new InvalidOperationException(\"the cellar is flooded\"); }"))
        {
            run = await clone.BuildAsync("Deploy", "--skip", "Test", "WebTest");
        }

        run.ExitCode.ShouldNotBe(0, run.Output);
        run.StatusOf("DeployService").ShouldBe("RolledBack", run.Output);
        run.ErrorsAndWarnings.ShouldContain("500");
        run.ErrorsAndWarnings.ShouldContain("the cellar is flooded");
        await ShouldServeAsync(before);
    }

    [Fact]
    public async Task A_migration_that_fails_touches_neither_service_nor_site()
    {
        var before = await DeployAsync();

        BuildRun run;
        using (clone.Change(
            "samples/storefront/api/Program.cs",
            "var builder = ",
            "if (args.Length > 0) { Console.Error.WriteLine(\"no such table: lamps\"); return 9; }\nvar builder = "))
        using (clone.Change("samples/storefront/web/index.html", "<title>", "<title>Never "))
        {
            run = await clone.BuildAsync("Deploy", "--skip", "Test", "WebTest");
        }

        BadInputTests.ShouldBeAClearFailure(run);
        run.StatusOf("Migrate").ShouldBe("Failed", run.Output);
        run.StatusOf("DeployService").ShouldBe("NotRun", run.Output);
        run.StatusOf("SyncS3").ShouldBe("NotRun", run.Output);
        run.ErrorsAndWarnings.ShouldContain("no such table: lamps");
        run.ErrorsAndWarnings.ShouldContain("exit code 9");
        (await Http.GetStringAsync(clone.PublicUrl)).ShouldNotContain("<title>Never ");
        await ShouldServeAsync(before);
    }

    [Fact]
    public async Task A_smoke_check_that_fails_brings_service_and_site_back_together_and_the_next_try_is_a_new_release()
    {
        var before = await DeployAsync();

        using (clone.Change("samples/storefront/api/Products/ProductEndpoints.cs", "app.MapGet(\"/api/products\", ", "app.MapGet(\"/api/goods\", "))
        using (clone.Change("samples/storefront/web/index.html", "<title>", "<title>Goods "))
        {
            var first = await clone.BuildAsync("Deploy", "--skip", "Test", "WebTest");

            BadInputTests.ShouldBeAClearFailure(first);
            first.StatusOf("SyncS3").ShouldBe("Succeeded", first.Output);
            first.StatusOf("SmokeTest").ShouldBe("RolledBack", first.Output);
            first.ErrorsAndWarnings.ShouldContain("/api/products");
            (await Http.GetStringAsync(clone.PublicUrl)).ShouldNotContain("<title>Goods ");
            await ShouldServeAsync(before);
            var failed = await LastRecordedAsync();
            failed.Outcome.ShouldBe(OutcomeKind.RolledBack);
            failed.Verified.ShouldBeFalse();
            failed.Release.ToString().ShouldNotBe(before);

            var second = await clone.BuildAsync("Deploy", "--skip", "Test", "WebTest");

            second.StatusOf("SmokeTest").ShouldBe("RolledBack", second.Output);
            second.Output.ShouldNotContain("Going on with release");
            (await LastRecordedAsync()).Release.ShouldNotBe(failed.Release);
            await ShouldServeAsync(before);
        }

        (await DeployAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task With_on_failure_stop_nothing_is_rolled_back_and_the_next_deploy_puts_it_right()
    {
        var before = await DeployAsync();

        using (clone.Change("samples/storefront/api/Products/ProductEndpoints.cs", "app.MapGet(\"/api/products\", ", "app.MapGet(\"/api/wares\", "))
        using (clone.Change("samples/storefront/web/index.html", "<title>", "<title>Stopped "))
        {
            var run = await clone.BuildAsync("Deploy", "--skip", "Test", "WebTest", "--on-failure", "stop");

            BadInputTests.ShouldBeAClearFailure(run);
            run.StatusOf("SmokeTest").ShouldBe("Failed", run.Output);
            run.ErrorsAndWarnings.ShouldContain("Nothing was rolled back");
            (await Http.GetStringAsync(clone.PublicUrl)).ShouldContain("<title>Stopped ");
        }

        (await DeployAsync()).ShouldBe(before);
        (await Http.GetStringAsync(clone.PublicUrl)).ShouldNotContain("<title>Stopped ");
    }

    /// <summary>The release that serves after a deploy of the clone as it is.</summary>
    private async Task<string> DeployAsync()
    {
        var run = await clone.BuildAsync("Deploy", "--skip", "Test", "WebTest");
        run.ExitCode.ShouldBe(0, run.Output);
        return await ServedReleaseAsync();
    }

    private async Task ShouldServeAsync(string release)
    {
        (await ServedReleaseAsync()).ShouldBe(release);
        (await Http.GetStringAsync(clone.PublicUrl)).ShouldContain($"content=\"{release}\"");
        (await Http.GetAsync(new Uri(clone.PublicUrl, "/api/products"))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<string> ServedReleaseAsync()
    {
        using var health = JsonDocument.Parse(await Http.GetStringAsync(new Uri(clone.PublicUrl, "/api/health")));
        return health.RootElement.GetProperty("release").GetString()!;
    }

    private async Task<ReleaseManifest> LastRecordedAsync()
    {
        var endpoints = await clone.FindLocalCloudAsync();
        var aws = new AwsClients(new AwsOptions
        {
            Region = "us-east-1",
            EndpointUrl = endpoints.Api,
            Credentials = endpoints.CreateCredentials()
        });
        var ledger = new Ledger(aws.S3, "storefront-ledger", "fairlead");
        return (await ledger.ReadAsync((await ledger.ListAsync(CancellationToken.None))[0], CancellationToken.None))!;
    }
}
