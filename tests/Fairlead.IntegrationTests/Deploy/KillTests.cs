using System.Text.Json;

namespace Fairlead.IntegrationTests.Deploy;

/// <summary>A build that is killed in the middle of any target is repaired by running it again.</summary>
[Collection(KilledCloneCollection.Name)]
[Trait("Category", "Integration")]
public sealed class KillTests(DeployedClone clone)
{
    private const int Killed = 128 + 9;

    private static readonly HttpClient Http = new();

    /// <summary>
    /// NUKE calls OnTargetRunning when a target starts and OnTargetSucceeded when it has ended: the clone's build kills itself a moment
    /// after the one or in the other. A build that is over before the moment has come kills itself at its end.
    /// </summary>
    private const string KillSwitch = """
        partial class Build
        {
            static bool armed;

            protected override void OnTargetRunning(string target)
            {
                if (target == System.Environment.GetEnvironmentVariable("KILL_INSIDE"))
                {
                    armed = true;
                    var delay = int.Parse(System.Environment.GetEnvironmentVariable("KILL_AFTER_MILLISECONDS")!);
                    _ = new System.Threading.Timer(_ => System.Diagnostics.Process.GetCurrentProcess().Kill(), null, delay, -1);
                }
            }

            protected override void OnTargetSucceeded(string target)
            {
                if (target == System.Environment.GetEnvironmentVariable("KILL_AT_END_OF"))
                {
                    System.Diagnostics.Process.GetCurrentProcess().Kill();
                }
            }

            protected override void OnBuildFinished()
            {
                if (armed)
                {
                    System.Diagnostics.Process.GetCurrentProcess().Kill();
                }
            }
        }
        """;

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
        using var killSwitch = clone.Add("build/Build.Kill.cs", KillSwitch);
        string[] tests = target is "Test" or "WebTest" ? [] : ["--skip", "Test", "WebTest"];
        foreach (var kill in hasEffectsElsewhere ? new[] { "KILL_INSIDE", "KILL_AT_END_OF" } : ["KILL_INSIDE"])
        {
            var word = $"{target}{kill}".Replace("_", "", StringComparison.Ordinal);
            var before = await ServedReleaseAsync();

            // One of the two: to build the other as well takes seconds of each run and shows nothing more.
            using var page = changes == Changes.Site ? clone.Change("samples/storefront/web/index.html", "<title>", $"<title>{word} ") : null;
            using var service = changes == Changes.Service
                ? clone.Change(
                    "samples/storefront/api/Program.cs",
                    "using Storefront.Api.Hosting;",
                    $"using Storefront.Api.Hosting;{Environment.NewLine}[assembly: System.Reflection.AssemblyMetadata(\"Word\", \"{word}\")]")
                : null;

            // What these two start from changes rarely, and without a change they are skipped.
            using var packages = target switch
            {
                "Restore" => clone.Change("samples/storefront/api/Storefront.Api.csproj", "<PropertyGroup>", $"<!-- {word} --><PropertyGroup>"),
                "WebRestore" => clone.Change("samples/storefront/web/package.json", "\"private\"", $"\"description\": \"{word}\", \"private\""),
                _ => null,
            };

            // Some targets are over in less than the delay; then the next one is hit, or the end of the build, which is as good.
            var killed = await clone.BuildAsync(new Dictionary<string, string?> { [kill] = target, ["KILL_AFTER_MILLISECONDS"] = "40" }, ["Deploy", .. tests]);
            killed.ExitCode.ShouldBe(Killed, killed.Output);

            var run = await clone.BuildAsync(["Deploy", .. tests]);
            run.ExitCode.ShouldBe(0, $"{kill} {target}{Environment.NewLine}{run.Output}");
            await ShouldServeAsync(changes == Changes.Site ? $"<title>{word} " : "<title>", before);
        }
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
        var page = await Http.GetStringAsync(clone.PublicUrl);
        page.ShouldContain(text);
        page.ShouldContain($"content=\"{release}\"");
    }

    private async Task<string> ServedReleaseAsync()
    {
        using var health = JsonDocument.Parse(await Http.GetStringAsync(new Uri(clone.PublicUrl, "/api/health")));
        return health.RootElement.GetProperty("release").GetString()!;
    }
}
