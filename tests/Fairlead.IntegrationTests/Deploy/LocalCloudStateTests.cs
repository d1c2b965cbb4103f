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

    [ToolFact("aws", "bash")]
    public async Task What_the_shell_evaluates_points_the_aws_CLI_at_it_and_nothing_else_is_on_standard_output()
    {
        await DeployAsync();

        using var run = BuildRun.Start(clone.Root, "bash", ["-c", "./build.sh LocalCloudEnvironment"]);
        var (lines, talk) = (run.StandardOutput.ReadToEndAsync(), run.StandardError.ReadToEndAsync());
        await run.WaitForExitAsync();

        (await lines).Trim().Split('\n').Select(x => x.Split(['=', ' '])[..2]).Select(x => string.Join(' ', x)).ShouldBe([
            "export AWS_ENDPOINT_URL", "export AWS_ACCESS_KEY_ID", "export AWS_SECRET_ACCESS_KEY", "export AWS_DEFAULT_REGION", "unset AWS_PROFILE"
        ]);
        (await talk).ShouldContain("LocalCloudEnvironment");
        (await talk).ShouldNotContain((await clone.FindLocalCloudAsync()).AccessKey!.SecretAccessKey);
        var listed = await BuildRun.ProcessAsync(clone.Root, "bash", ["-c", "eval \"$(./build.sh LocalCloudEnvironment --no-logo)\" && aws s3 ls"]);
        listed.ExitCode.ShouldBe(0, listed.Output);
        listed.Output.ShouldContain("storefront-ledger");
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
