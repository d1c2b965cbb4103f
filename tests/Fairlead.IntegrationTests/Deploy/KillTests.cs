using System.Text.Json;

namespace Fairlead.IntegrationTests.Deploy;

/// <summary>A build that is killed in the middle of any target is repaired by running it again.</summary>
[Collection(DeployedCloneCollection.Name)]
[Trait("Category", "Integration")]
public sealed class KillTests(DeployedClone clone)
{
    private const int Killed = 128 + 9;

    /// <summary>
    /// NUKE calls OnTargetRunning when a target starts and OnTargetSucceeded when it has ended: the clone's build kills itself there,
    /// or a moment after the start.
    /// </summary>
    private const string KillSwitch = """
        partial class Build
        {
            protected override void OnTargetRunning(string target)
            {
                if (target == System.Environment.GetEnvironmentVariable("KILL_AT_START_OF"))
                {
                    System.Diagnostics.Process.GetCurrentProcess().Kill();
                }

                if (target == System.Environment.GetEnvironmentVariable("KILL_INSIDE"))
                {
                    var delay = int.Parse(System.Environment.GetEnvironmentVariable("KILL_AFTER_MILLISECONDS"));
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
        }
        """;

    [Theory]
    [InlineData("Restore")]
    [InlineData("Compile")]
    [InlineData("Test")]
    [InlineData("WebBuild")]
    [InlineData("DockerImage")]
    [InlineData("Preflight")]
    [InlineData("TerraformApply")]
    [InlineData("PushEcr")]
    [InlineData("Migrate")]
    [InlineData("DeployService")]
    [InlineData("SyncS3")]
    [InlineData("Invalidate")]
    [InlineData("SmokeTest")]
    [InlineData("Deploy")]
    public async Task A_build_killed_in_a_target_converges_when_it_is_run_again(string target)
    {
        using var killSwitch = clone.Add("build/Build.Kill.cs", KillSwitch);
        foreach (var kill in new[] { "KILL_AT_START_OF", "KILL_INSIDE", "KILL_AT_END_OF" })
        {
            var word = $"{target}{kill}".Replace("_", "", StringComparison.Ordinal);
            using var page = clone.Change("samples/storefront/web/index.html", "<title>", $"<title>{word} ");
            using var service = clone.Change("samples/storefront/api/Program.cs", "var builder = ", $"Console.WriteLine(\"{word}\");{Environment.NewLine}var builder = ");

            var killed = await clone.BuildAsync(new Dictionary<string, string?> { [kill] = target, ["KILL_AFTER_MILLISECONDS"] = "150" }, "Deploy");
            if (kill != "KILL_INSIDE")
            {
                killed.ExitCode.ShouldBe(Killed, killed.Output);
            }

            var run = await clone.BuildAsync("Deploy");
            run.ExitCode.ShouldBe(0, $"{kill} {target}{Environment.NewLine}{run.Output}");
            await ShouldServeAsync(word);
        }
    }

    private async Task ShouldServeAsync(string word)
    {
        using var http = new HttpClient();
        var page = await http.GetStringAsync(clone.PublicUrl);
        page.ShouldContain($"<title>{word} ");
        using var health = JsonDocument.Parse(await http.GetStringAsync(new Uri(clone.PublicUrl, "/api/health")));
        page.ShouldContain($"content=\"{health.RootElement.GetProperty("release").GetString()}\"");
    }
}
