using Fairlead.IntegrationTests.Deploy;
using Fairlead.IntegrationTests.Infrastructure;

namespace Fairlead.IntegrationTests.Stacks;

/// <summary>The whole deploy of a profile of AWS, on the emulator and with a registry that keeps images: everything but the service itself is real.</summary>
[Collection(DeployedCloneCollection.Name)]
[Trait("Category", "Integration")]
public sealed class DeployToEmulatorTests(DeployedClone clone)
{
    [ToolFact("terraform", "moto_server", "docker-registry")]
    public async Task A_deploy_that_nothing_serves_is_read_back_and_never_says_succeeded_alone()
    {
        await using var emulator = await AwsEmulator.StartAsync();
        using var registry = await EmptyRegistry.StartAsync();
        using var variables = clone.Add("emulator.tfvars", "deletion_protection = false\ndomain_name = \"cpm.example.com\"\n");

        var first = await DeployAsync();

        first.ExitCode.ShouldBe(0, first.Output);
        first.Output.ShouldContain("The smoke tests did not run.");
        first.Output.ShouldContain("Succeeded (not smoke-tested)");
        first.Output.ShouldContain($"an emulator at {emulator.Endpoint}, not AWS");
        first.StatusOf("SmokeTest").ShouldBe("Not", first.Output);
        await ShouldHaveBeenCalledAsync("s3", "ecr GetAuthorizationToken", "ecr DescribeRepositories", "ecs RegisterTaskDefinition", "ecs RunTask", "ecs UpdateService", "ecs DescribeServices");
        (await emulator.CallsAsync()).ShouldContain(x => x.Service == "cloudfront" && x.Action.Contains("invalidation", StringComparison.OrdinalIgnoreCase));
        using var http = new HttpClient();
        (await http.GetStringAsync(new Uri($"{registry.Url}/v2/_catalog"))).ShouldContain("cpm");
        (await File.ReadAllTextAsync(Path.Combine(clone.Root, ".nuke", "temp", "report.json"))).ShouldContain("\"remark\": \"not smoke-tested\"");

        var second = await DeployAsync();

        second.ExitCode.ShouldBe(0, second.Output);
        foreach (var target in new[] { "TerraformPlan", "TerraformApply", "PushEcr", "Migrate", "DeployService", "SyncS3", "Invalidate", "Deploy" })
        {
            second.StatusOf(target).ShouldBe("Unchanged", $"{target} in{Environment.NewLine}{second.Output}");
        }

        second.Output.ShouldContain("Unchanged (not smoke-tested)");

        var status = await clone.BuildAsync(TerraformSettings.For(emulator.Environment), "Status", "--profile", "cpm");

        status.ExitCode.ShouldBe(0, status.Output);
        status.Output.ShouldContain("Succeeded (not smoke-tested)");

        Task<BuildRun> DeployAsync() => clone.BuildAsync(
            TerraformSettings.For(emulator.Environment),
            "Deploy", "--profile", "cpm", "--create-state-bucket", "--registry-host", registry.Host, "--terraform-variable-files", "emulator.tfvars");

        async Task ShouldHaveBeenCalledAsync(params string[] expected)
        {
            var calls = (await emulator.CallsAsync()).SelectMany(x => new[] { x.Service, $"{x.Service} {x.Action}" }).ToHashSet();
            expected.Where(x => !calls.Contains(x)).ShouldBeEmpty();
        }
    }
}
