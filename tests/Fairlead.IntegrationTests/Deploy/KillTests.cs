using System.Text.Json;

namespace Fairlead.IntegrationTests.Deploy;

/// <summary>A build that is killed in the middle of any target is repaired by running it again.</summary>
[Collection(KilledCloneCollection.Name)]
[Trait("Category", "Integration")]
public sealed class KillTests(KilledClone killed)
{
    private const int Killed = 128 + 9;

    private static readonly HttpClient Http = new();

    private readonly DeployedClone _clone = killed.Deployed;

    // A target before TerraformApply has its effects on this machine only: being killed inside is what can hurt. One after it has effects
    // elsewhere: being killed between it and the next matters as much.
    [Theory]
    [InlineData("Preflight", Changes.Site, false)]
    [InlineData("Restore", Changes.Service, false)]
    [InlineData("Compile", Changes.Service, false)]
    [InlineData("WebRestore", Changes.Site, false)]
    [InlineData("WebBuild", Changes.Site, false)]
    [InlineData("WebTest", Changes.Site, false)]
    [InlineData("Test", Changes.Service, false)]
    [InlineData("DockerImage", Changes.Service, false)]
    [InlineData("TerraformApply", Changes.Site, true)]
    [InlineData("PushEcr", Changes.Service, true)]
    [InlineData("Migrate", Changes.Service, true)]
    [InlineData("DeployService", Changes.Service, true)]
    [InlineData("SyncS3", Changes.Site, true)]
    [InlineData("Invalidate", Changes.Site, true)]
    [InlineData("SmokeTest", Changes.Site, true)]
    [InlineData("Deploy", Changes.Site, true)]
    public async Task A_build_killed_in_a_target_converges_when_it_is_run_again(string target, Changes changes, bool hasEffectsElsewhere)
    {
        string[] tests = target is "Test" or "WebTest" ? [] : ["--skip", "Test", "WebTest"];
        var before = await ServedReleaseAsync();

        // One of the two: to build the other as well takes seconds of each run and shows nothing more.
        using var page = changes == Changes.Site ? _clone.Change("samples/storefront/web/index.html", "<title>", $"<title>{target} ") : null;
        using var service = changes == Changes.Service
            ? _clone.Change(
                "samples/storefront/api/Program.cs",
                "using Storefront.Api.Hosting;",
                $"using Storefront.Api.Hosting;{Environment.NewLine}[assembly: System.Reflection.AssemblyMetadata(\"Word\", \"{target}\")]")
            : null;

        // What these two start from changes rarely, and without a change they are skipped.
        using var packages = target switch
        {
            "Restore" => _clone.Change("samples/storefront/api/Storefront.Api.csproj", "<PropertyGroup>", $"<!-- {target} --><PropertyGroup>"),
            "WebRestore" => _clone.Change("samples/storefront/web/package.json", "\"private\"", $"\"description\": \"{target}\", \"private\""),
            _ => null,
        };

        // The second of them goes on from where the first was killed, and gets through the target.
        foreach (var kill in hasEffectsElsewhere ? new[] { "KILL_INSIDE", "KILL_AT_END_OF" } : ["KILL_INSIDE"])
        {
            // Some targets are over in less than the delay; then the next one is hit, or the end of the build, which is as good.
            var end = await _clone.BuildAsync(new Dictionary<string, string?> { [kill] = target, ["KILL_AFTER_MILLISECONDS"] = "40" }, ["Deploy", .. tests]);
            end.ExitCode.ShouldBe(Killed, $"{kill}{Environment.NewLine}{end.Output}");
        }

        var run = await _clone.BuildAsync(["Deploy", .. tests]);
        run.ExitCode.ShouldBe(0, run.Output);
        await ShouldServeAsync(changes == Changes.Site ? $"<title>{target} " : "<title>", before);
    }

    public enum Changes
    {
        Site,
        Service,
    }

    /// <summary>Page and service are of one release, and it is another than before.</summary>
    private async Task ShouldServeAsync(string text, string before)
    {
        var release = await ServedReleaseAsync();
        release.ShouldNotBe(before);
        var page = await Http.GetStringAsync(_clone.PublicUrl);
        page.ShouldContain(text);
        page.ShouldContain($"content=\"{release}\"");
    }

    private async Task<string> ServedReleaseAsync()
    {
        using var health = JsonDocument.Parse(await Http.GetStringAsync(new Uri(_clone.PublicUrl, "/api/health")));
        return health.RootElement.GetProperty("release").GetString()!;
    }
}
