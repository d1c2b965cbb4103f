using System.Net;
using System.Text.Json;

namespace Fairlead.IntegrationTests.Deploy;

/// <summary>What a stranger sees who clones the repository and types <c>./build.sh Deploy</c>.</summary>
[Collection(DeployedCloneCollection.Name)]
[Trait("Category", "Integration")]
public sealed class DeployTests(DeployedClone clone)
{
    private static readonly HttpClient Http = new();
    private static readonly string[] TargetsWithAnEffect = [
        "TerraformApply",
        "SyncAssets",
        "PushEcr",
        "Migrate",
        "DeployService",
        "SyncS3",
        "Invalidate",
        "SmokeTest",
        "Deploy"
    ];

    [Fact]
    public async Task The_first_deploy_prints_the_release_that_page_and_service_name()
    {
        var release = await ServedReleaseAsync();

        clone.FirstDeploy.ExitCode.ShouldBe(0);
        clone.FirstDeploy.Output.ShouldContain("not AWS");
        (await Http.GetStringAsync(clone.PublicUrl)).ShouldContain($"<meta name=\"release\" content=\"{release}\"");
    }

    [Fact]
    public async Task A_second_deploy_changes_nothing_and_says_so()
    {
        (await clone.BuildAsync("Deploy")).ExitCode.ShouldBe(0);
        var before = await ServedReleaseAsync();

        var run = await clone.BuildAsync("Deploy");

        run.ExitCode.ShouldBe(0, run.Output);
        foreach (var target in TargetsWithAnEffect)
        {
            run.StatusOf(target).ShouldBe("Unchanged", $"{target} in{Environment.NewLine}{run.Output}");
        }

        (await ServedReleaseAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task One_changed_word_in_the_web_app_is_on_the_page_and_only_what_changed_went_up()
    {
        using (clone.Change("samples/storefront/web/index.html", "<title>", "<title>Fresh "))
        {
            var run = await clone.BuildAsync("Deploy");

            run.ExitCode.ShouldBe(0, run.Output);
            run.StatusOf("PushEcr").ShouldBe("Unchanged", run.Output);
            run.Output.ShouldContain("0 assets uploaded");
            (await Http.GetStringAsync(clone.PublicUrl)).ShouldContain("<title>Fresh ");
        }
    }

    [Fact]
    public async Task An_API_that_crashes_at_start_is_rolled_back_and_the_shop_still_works()
    {
        (await clone.BuildAsync("Deploy")).ExitCode.ShouldBe(0);
        var before = await ServedReleaseAsync();

        BuildRun run;
        using (clone.Change(
            "samples/storefront/api/Program.cs",
            "var builder = ",
            "if (args.Length == 0) { Console.Error.WriteLine(\"the lamp is out of oil\"); return 17; }\nvar builder = "))
        {
            // The API's own tests would catch it before anything is deployed.
            run = await clone.BuildAsync("Deploy", "--skip", "Test", "WebTest");
        }

        run.ExitCode.ShouldNotBe(0);
        run.Output.ShouldContain("RolledBack");
        run.Output.ShouldContain("17");
        run.Output.ShouldContain("the lamp is out of oil");
        (await ServedReleaseAsync()).ShouldBe(before);
        (await Http.GetAsync(new Uri(clone.PublicUrl, "/api/products"))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<string> ServedReleaseAsync()
    {
        using var health = JsonDocument.Parse(await Http.GetStringAsync(new Uri(clone.PublicUrl, "/api/health")));
        return health.RootElement.GetProperty("release").GetString()!;
    }
}
