using System.Diagnostics;
using System.Text.Json;

namespace Fairlead.IntegrationTests.Deploy;

/// <summary>The local cloud of a build: stopped, killed, and with a state that somebody damaged.</summary>
[Collection(DeployedCloneCollection.Name)]
[Trait("Category", "Integration")]
public sealed class LocalCloudStateTests(DeployedClone clone)
{
    private string State => Path.Combine(clone.Root, ".nuke", "temp", "local-cloud");

    [Fact]
    public async Task After_a_stop_nothing_serves_and_a_deploy_brings_the_same_release_back_at_the_same_URL()
    {
        await DeployAsync();
        (await clone.BuildAsync("StopLocalCloud")).Output.ShouldContain("The local cloud has stopped.");

        (await clone.BuildAsync("StopLocalCloud")).Output.ShouldContain("No local cloud runs.");
        var status = await clone.BuildAsync("Status");
        status.ExitCode.ShouldBe(2, status.Output);
        status.Output.ShouldContain("The local cloud of this clone is stopped, so nothing serves.");

        var run = await DeployAsync();
        run.StatusOf("DeployService").ShouldBe("Unchanged", run.Output);
        DeployedClone.UrlIn(run.Output).ShouldBe(clone.PublicUrl);
    }

    [Fact]
    public async Task A_killed_local_cloud_is_started_again_with_what_it_had()
    {
        await DeployAsync();
        using (var note = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(State, "endpoints.json"))))
        using (var process = Process.GetProcessById(note.RootElement.GetProperty("processId").GetInt32()))
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        var run = await DeployAsync();

        run.StatusOf("PushEcr").ShouldBe("Unchanged", run.Output);
        run.StatusOf("SyncS3").ShouldBe("Unchanged", run.Output);
    }

    [Theory]
    [InlineData("stacks.json")]
    [InlineData("ecs/ecs.json")]
    [InlineData("cloudfront.json")]
    [InlineData("ecr/repositories.json")]
    public async Task A_damaged_state_file_is_named_and_put_aside_and_the_next_deploy_works(string file)
    {
        await DeployAsync();
        await clone.BuildAsync("StopLocalCloud");
        var path = Path.Combine(State, file);
        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path))[..20]);

        var run = await clone.BuildAsync("TerraformApply", "--skip");

        BadInputTests.ShouldBeAClearFailure(run);
        run.Output.ShouldContain(path);
        run.Output.ShouldContain("Run again");
        await DeployAsync();
    }

    private async Task<BuildRun> DeployAsync()
    {
        var run = await clone.BuildAsync("Deploy", "--skip", "Test", "WebTest");
        run.ExitCode.ShouldBe(0, run.Output);
        return run;
    }
}
