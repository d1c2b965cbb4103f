using System.Runtime.InteropServices;

namespace Fairlead.IntegrationTests.Stacks;

/// <summary>The lives of the reference stacks whose cycle is due, side by side: most of their time is the provider's own waiting.</summary>
public sealed class StackCycles : IAsyncLifetime
{
    private static readonly Dictionary<string, string?> NoVariables = [];

    private readonly Dictionary<string, Task<StackCycle>> _cycles = [];
    private RepositoryCopy? _copy;
    private Task _artifacts = Task.CompletedTask;

    private static string Runtime => $"linux-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}";

    public async Task InitializeAsync()
    {
        if (new ToolFactAttribute("terraform", "moto_server", "docker-registry").Skip is not null)
        {
            return;
        }

        _copy = await RepositoryCopy.MakeAsync(compiled: true, solution: RepositoryCopy.Storefront);

        // Compiles the build once, so that the five do not wait for one another.
        await SucceedAsync("--help");
        var due = ReferenceStacks.All.Where(x => StackRecord.OfThisRepository.IsDue(x.Name)).ToList();
        _artifacts = due.Count > 0 ? MakeArtifactsAsync() : SucceedAsync("PackService", "--service-runtime", Runtime);
        foreach (var stack in due)
        {
            _cycles[stack.Name] = StackCycle.RunAsync(stack, _copy, _artifacts);
        }
    }

    internal Task<StackCycle> OfAsync(string stack) => _cycles[stack];

    /// <summary>The storefront's archive for instances like this machine, as PackService made it.</summary>
    public async Task<string> ArchiveAsync()
    {
        await _artifacts;
        return _copy!.PathOf($"artifacts/service-{Runtime}.tar.gz");
    }

    public async Task DisposeAsync()
    {
        // A test that failed early must not take the directory away from the others.
        await Task.WhenAll(_cycles.Values.Append(_artifacts).Select(x => x.ContinueWith(_ => { }, TaskScheduler.Default)));
        _copy?.Dispose();
    }

    private async Task MakeArtifactsAsync()
    {
        await SucceedAsync("DockerImage", "WebBuild");
        await SucceedAsync("PackService", "--service-runtime", "linux-arm64");
        await SucceedAsync("PackService", "--service-runtime", "linux-x64");
    }

    private async Task SucceedAsync(params string[] arguments)
    {
        var run = await _copy!.BuildAsync(NoVariables, arguments);
        if (run.ExitCode != 0)
        {
            throw new InvalidOperationException(run.Output);
        }
    }
}

[CollectionDefinition(Name)]
public sealed class StackCyclesCollection : ICollectionFixture<StackCycles>
{
    public const string Name = "Stack cycles";
}
