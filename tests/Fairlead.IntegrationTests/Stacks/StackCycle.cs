using System.Text.RegularExpressions;
using Fairlead.IntegrationTests.Infrastructure;

namespace Fairlead.IntegrationTests.Stacks;

/// <summary>
/// The whole life of a stack on an emulator of its own, through the build: made, deployed to, deployed to again, changed in place, read,
/// destroyed. Images go to a registry of its own, because the emulator keeps none.
/// </summary>
internal sealed partial class StackCycle
{
    // What the emulator's account is called, and so the state's bucket.
    private const string StateBucket = "terraform-state-123456789012";

    // Runs that make nothing and destroy nothing only compute, and all stacks at once would leave the other tests no processor.
    private static readonly SemaphoreSlim Computing = new(2);

    private StackCycle()
    {
    }

    public required StackCase Case { get; init; }

    /// <summary>TerraformApply from nothing.</summary>
    public required BuildRun Made { get; init; }

    /// <summary>Deploy, which plans the stack a second time.</summary>
    public required BuildRun Deployed { get; init; }

    /// <summary>What that deploy asked of AWS: services (<c>s3</c>), and services with what they were asked (<c>ecs UpdateService</c>).</summary>
    public required IReadOnlySet<string> DeployCalls { get; init; }

    /// <summary>The repositories of the registry that has the images.</summary>
    public required string Repositories { get; init; }

    /// <summary>Deploy again, with nothing changed.</summary>
    public required BuildRun Redeployed { get; init; }

    /// <summary>Status after it.</summary>
    public required BuildRun Status { get; init; }

    /// <summary>Status after somebody applied a change, and before a deploy has seen it.</summary>
    public required BuildRun StatusOfChanged { get; init; }

    /// <summary>TerraformApply after one variable was changed.</summary>
    public required BuildRun Changed { get; init; }

    /// <summary>TerraformDestroy without a word about data, where the case asks for it.</summary>
    public required BuildRun? Refused { get; init; }

    /// <summary>TerraformDestroy with every address named that the refusal names; else with all.</summary>
    public required BuildRun Destroyed { get; init; }

    /// <summary>The state after the first apply, after the change, and at the end.</summary>
    public required (StackState Made, StackState Changed, StackState Destroyed) States { get; init; }

    /// <param name="stack">The stack.</param>
    /// <param name="copy">Where the build is.</param>
    /// <param name="artifacts">Ends when image, site and archives are there, so that the deploys of several stacks do not make them at the same time.</param>
    /// <exception cref="InvalidOperationException">A step without which the next ones say nothing did not work.</exception>
    public static async Task<StackCycle> RunAsync(StackCase stack, RepositoryCopy copy, Task artifacts)
    {
        await using var emulator = await AwsEmulator.StartAsync();
        using var registry = await EmptyRegistry.StartAsync();
        using var http = new HttpClient();
        var environment = TerraformSettings.For(emulator.Environment);
        var variables = Path.Combine(copy.Root, ".nuke", "temp", $"{stack.Name}-test.tfvars");
        Directory.CreateDirectory(Path.GetDirectoryName(variables)!);
        await File.WriteAllTextAsync(variables, stack.Variables);

        var made = await BuildAsync("TerraformApply", "--create-state-bucket");
        var stateMade = await StateAsync(made);

        await artifacts;
        if (stateMade.Output("release_bucket") is { } releases)
        {
            // What the instances write themselves; nobody runs deploy-release here.
            await emulator.SetSsmAsync(marker: $"s3://{releases}/{stateMade.Output("release_prefix")}/current");
        }

        await emulator.ForgetCallsAsync();
        var deployed = await DeployAsync();
        var calls = (await emulator.CallsAsync()).SelectMany(x => new[] { x.Service, $"{x.Service} {x.Action}" }).ToHashSet();
        var redeployed = await DeployAsync();
        var status = await ComputeAsync("Status");

        await File.WriteAllTextAsync(variables, $"{stack.Variables}\n{stack.Change}\n");
        var changed = await BuildAsync("TerraformApply");
        var stateChanged = await StateAsync(changed);
        var statusOfChanged = await ComputeAsync("Status");
        var refused = stack.IsRefused ? await ComputeAsync("TerraformDestroy") : null;
        var destroyed = await BuildAsync(["TerraformDestroy", "--allow-destroy", .. refused is null ? stateChanged.Addresses : Allowances(refused.Output)]);
        return new StackCycle
        {
            Case = stack,
            Made = made,
            Deployed = deployed,
            DeployCalls = calls,
            Repositories = await http.GetStringAsync(new Uri($"{registry.Url}/v2/_catalog")),
            Redeployed = redeployed,
            Status = status,
            Changed = changed,
            StatusOfChanged = statusOfChanged,
            Refused = refused,
            Destroyed = destroyed,
            States = (stateMade, stateChanged, await StateAsync(destroyed)),
        };

        // Without the tests of the code, which run beside these.
        Task<BuildRun> DeployAsync() => ComputeAsync("Deploy", "--skip", "Test", "WebTest", "--registry-host", registry.Host);

        async Task<BuildRun> ComputeAsync(params string[] arguments)
        {
            await Computing.WaitAsync();
            try
            {
                return await BuildAsync(arguments);
            }
            finally
            {
                Computing.Release();
            }
        }

        Task<BuildRun> BuildAsync(params string[] arguments)
            => copy.BuildAsync(environment, [.. arguments, "--profile", stack.Name, "--terraform-variable-files", variables, "--no-logo"]);

        async Task<StackState> StateAsync(BuildRun run)
            => run.ExitCode == 0
                ? await StackState.ReadAsync(emulator.Endpoint, StateBucket, $"{stack.Name}/terraform.tfstate")
                : throw new InvalidOperationException($"{stack.Name}:{Environment.NewLine}{run.Output}");
    }

    /// <summary>The addresses that a refusal offers to allow, as a shell would read them.</summary>
    private static IEnumerable<string> Allowances(string output)
        => Allowance().Matches(output).Select(x => x.Groups["quoted"].Success ? x.Groups["quoted"].Value : x.Groups["plain"].Value).Distinct();

    [GeneratedRegex(@"To allow it: --allow-destroy (?:'(?<quoted>[^']+)'|(?<plain>[^\s']+))")]
    private static partial Regex Allowance();
}
