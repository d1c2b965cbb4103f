using System.Text.RegularExpressions;
using Fairlead.IntegrationTests.Deploy;
using Fairlead.IntegrationTests.Infrastructure;

namespace Fairlead.IntegrationTests.Stacks;

/// <summary>The whole life of a stack on an emulator of its own, through the build: made, planned again, changed in place, read, destroyed.</summary>
internal sealed partial class StackCycle
{
    // What the emulator's account is called, and so the state's bucket.
    private const string StateBucket = "terraform-state-123456789012";

    private StackCycle()
    {
    }

    public required StackCase Case { get; init; }

    /// <summary>TerraformApply from nothing.</summary>
    public required BuildRun Made { get; init; }

    /// <summary>TerraformApply again, with nothing changed.</summary>
    public required BuildRun Again { get; init; }

    /// <summary>TerraformApply after one variable was changed.</summary>
    public required BuildRun Changed { get; init; }

    /// <summary>TerraformDestroy without a word about data.</summary>
    public required BuildRun Refused { get; init; }

    /// <summary>TerraformDestroy with every address named that the refusal names.</summary>
    public required BuildRun Destroyed { get; init; }

    /// <summary>The state after the first apply, after the change, and at the end.</summary>
    public required (StackState Made, StackState Changed, StackState Destroyed) States { get; init; }

    /// <exception cref="InvalidOperationException">A step without which the next ones say nothing did not work.</exception>
    public static async Task<StackCycle> RunAsync(StackCase stack, RepositoryCopy copy)
    {
        await using var emulator = await AwsEmulator.StartAsync();
        var environment = TerraformSettings.For(emulator.Environment);
        var variables = Path.Combine(copy.Root, ".nuke", "temp", $"{stack.Name}-test.tfvars");
        Directory.CreateDirectory(Path.GetDirectoryName(variables)!);
        await File.WriteAllTextAsync(variables, stack.Variables);

        var made = await BuildAsync("TerraformApply", "--create-state-bucket");
        var stateMade = await StateAsync(made);
        var again = await BuildAsync("TerraformApply");
        await File.WriteAllTextAsync(variables, $"{stack.Variables}\n{stack.Change}\n");
        var changed = await BuildAsync("TerraformApply");
        var stateChanged = await StateAsync(changed);
        var refused = await BuildAsync("TerraformDestroy");
        var destroyed = await BuildAsync(["TerraformDestroy", "--allow-destroy", .. Allowances(refused.Output)]);
        return new StackCycle
        {
            Case = stack,
            Made = made,
            Again = again,
            Changed = changed,
            Refused = refused,
            Destroyed = destroyed,
            States = (stateMade, stateChanged, await StateAsync(destroyed)),
        };

        Task<BuildRun> BuildAsync(params string[] arguments)
            => copy.BuildAsync(environment, [.. arguments, "--profile", stack.Name, "--terraform-variable-files", variables, "--no-logo"]);

        async Task<StackState> StateAsync(BuildRun run)
            => run.ExitCode == 0
                ? await StackState.ReadAsync(emulator.Endpoint, StateBucket, $"{stack.Name}/terraform.tfstate")
                : throw new InvalidOperationException($"{stack.Name}:{Environment.NewLine}{run.Output}");
    }

    /// <summary>The addresses that a refusal offers to allow, as a shell would read them.</summary>
    private static IEnumerable<string> Allowances(string output) => Allowance().Matches(output).Select(x => x.Groups["quoted"].Success ? x.Groups["quoted"].Value : x.Groups["plain"].Value).Distinct();

    [GeneratedRegex(@"To allow it: --allow-destroy (?:'(?<quoted>[^']+)'|(?<plain>[^\s']+))")]
    private static partial Regex Allowance();
}
