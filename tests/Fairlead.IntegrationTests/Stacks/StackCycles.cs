using Fairlead.IntegrationTests.Deploy;

namespace Fairlead.IntegrationTests.Stacks;

/// <summary>The lives of all reference stacks, side by side: most of their time is the provider's own waiting.</summary>
public sealed class StackCycles : IAsyncLifetime
{
    private readonly Dictionary<string, Task<StackCycle>> _cycles = [];
    private RepositoryCopy? _copy;

    public async Task InitializeAsync()
    {
        if (new ToolFactAttribute("terraform", "moto_server").Skip is not null)
        {
            return;
        }

        _copy = await RepositoryCopy.MakeAsync();

        // Compiles the build once, so that the five do not wait for one another.
        var help = await _copy.BuildAsync(new Dictionary<string, string?>(), "--help");
        if (help.ExitCode != 0)
        {
            throw new InvalidOperationException(help.Output);
        }

        foreach (var stack in ReferenceStacks.All)
        {
            _cycles[stack.Name] = StackCycle.RunAsync(stack, _copy);
        }
    }

    internal Task<StackCycle> OfAsync(string stack) => _cycles[stack];

    public async Task DisposeAsync()
    {
        // A test that failed early must not take the directory away from the others.
        await Task.WhenAll(_cycles.Values.Select(x => x.ContinueWith(_ => { }, TaskScheduler.Default)));
        _copy?.Dispose();
    }
}
