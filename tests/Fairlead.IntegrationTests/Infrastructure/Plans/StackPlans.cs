using Fairlead.Infrastructure.Terraform;
using Fairlead.IntegrationTests.Infrastructure.Terraform;

namespace Fairlead.IntegrationTests.Infrastructure.Plans;

/// <summary>The plans of the five stacks on an emulator, as <c>terraform show -json</c> tells them; each is made once, when it is first asked for.</summary>
public sealed class StackPlans : IAsyncDisposable, IAsyncLifetime
{
    /// <summary>The bucket that the roles for CI are given.</summary>
    public const string StateBucket = "owner-terraform-state";

    private static readonly string[] NeedDomain = ["apprunner", "quizflow", "cpm"];

    private readonly Dictionary<string, Task<string>> _plans = [];
    private AwsEmulator? _emulator;

    public static string Infrastructure { get; } = Path.Combine(Repository.Root, "infra");

    public Task InitializeAsync() => Task.CompletedTask;

    // Tests of a class run one after another.
    public Task<string> JsonAsync(string stack) => _plans.TryGetValue(stack, out var plan) ? plan : _plans[stack] = PlanAsync(stack);

    public async Task<AwsEmulator> EmulatorAsync() => _emulator ??= await AwsEmulator.StartAsync();

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    public ValueTask DisposeAsync() => _emulator?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task<string> PlanAsync(string stack)
    {
        using var workspace = new TerraformWorkspace((await EmulatorAsync()).Environment);

        // With the roles for CI, which are what may do most; without the zones of example.tfvars, which no emulator knows.
        var variables = new Dictionary<string, string> { ["github_repository"] = "owner/name", ["state_bucket"] = StateBucket };
        if (NeedDomain.Contains(stack))
        {
            variables["domain_name"] = "example.com";
        }

        Copy(Infrastructure, Path.Combine(workspace.Folder, "infra"));
        var directory = Path.Combine(workspace.Folder, "infra", "stacks", stack);
        await File.WriteAllTextAsync(Path.Combine(directory, "backend_override.tf"), "terraform {\n  backend \"local\" {}\n}\n");
        var runner = await workspace.RunnerAsync(x => x with { Directory = directory, Variables = variables });
        await runner.InitAsync(CancellationToken.None);
        await runner.PlanAsync(new PlanRequest { File = workspace.PlanFile }, CancellationToken.None);
        return await runner.ShowPlanJsonAsync(workspace.PlanFile, CancellationToken.None);
    }

    private static void Copy(string source, string target)
    {
        foreach (var file in Directory
            .EnumerateFiles(source, "*", SearchOption.AllDirectories)
            .Where(x => !Path.GetRelativePath(source, x).Split('/', '\\').Contains(".terraform")))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
