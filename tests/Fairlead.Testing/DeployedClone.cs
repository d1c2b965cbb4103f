using System.Text.RegularExpressions;
using Fairlead.Infrastructure.LocalCloud;
using Fairlead.Reporting;
using Xunit;

namespace Fairlead.Testing;

/// <summary>
/// A copy of this repository in a folder of its own, deployed once to a local cloud of its own. Its solution is the application that is deployed,
/// as a user's would be, without Fairlead itself. Every test changes what it needs through <see cref="Change"/>, which puts it back.
/// </summary>
public sealed partial class DeployedClone : IAsyncLifetime
{
    private RepositoryCopy _copy = null!;

    public string Root => _copy.Root;

    /// <summary>What the first deploy is started with.</summary>
    public IReadOnlyList<string> FirstArguments { get; init; } = ["Deploy"];

    /// <summary>What the first deploy printed.</summary>
    public BuildRun FirstDeploy { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _copy = await RepositoryCopy.MakeAsync(compiled: true, solution: RepositoryCopy.Storefront);
        await ChoosePortsAsync();
        FirstDeploy = await BuildAsync([.. FirstArguments]);
        if (FirstDeploy.ExitCode != 0)
        {
            throw new InvalidOperationException($"The first deploy of the clone ended with {FirstDeploy.ExitCode}:{Environment.NewLine}{FirstDeploy.Output}");
        }
    }

    public async Task DisposeAsync()
    {
        await BuildAsync("StopLocalCloud");
        _copy.Dispose();
    }

    /// <summary>The public URL that the deploy printed.</summary>
    public Uri PublicUrl => UrlIn(FirstDeploy.Output);

    public static Uri UrlIn(string output)
        => PublicUrlLine().Match(output) is { Success: true } match
            ? new Uri(match.Value)
            : throw new InvalidOperationException($"No URL in:{Environment.NewLine}{output}");

    public Task<BuildRun> BuildAsync(params string[] arguments) => BuildRun.RunAsync(Root, arguments, environment: null);

    public Task<BuildRun> BuildAsync(IReadOnlyDictionary<string, string?> environment, params string[] arguments)
        => BuildRun.RunAsync(Root, arguments, environment);

    /// <summary>The local cloud that runs in the clone, with its key.</summary>
    public async Task<LocalCloudEndpoints> FindLocalCloudAsync()
        => await new LocalCloudProcess(
            new LocalCloudOptions { ProgramDirectory = Root, StateDirectory = Path.Combine(Root, ".nuke", "temp", "local-cloud") },
            SilentReporter.Instance).FindAsync(CancellationToken.None)
           ?? throw new InvalidOperationException("No local cloud runs in the clone.");

    /// <summary>Replaces text in a file until the result is disposed.</summary>
    public IDisposable Change(string relativePath, string before, string after)
    {
        var path = Path.Combine(Root, relativePath);
        var original = File.ReadAllText(path);
        if (!original.Contains(before, StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"'{before}' is not in {relativePath}.");
        }

        File.WriteAllText(path, original.Replace(before, after, StringComparison.Ordinal));
        return new Restore(() => File.WriteAllText(path, original));
    }

    /// <summary>Adds a file until the result is disposed.</summary>
    public IDisposable Add(string relativePath, string content)
    {
        var path = Path.Combine(Root, relativePath);
        File.WriteAllText(path, content);
        return new Restore(() => File.Delete(path));
    }

    /// <summary>
    /// The clone's local cloud gets ports that nobody else takes while it is stopped: not the default ones, which other tests use, and
    /// not those that the system hands out to clients.
    /// </summary>
    private async Task ChoosePortsAsync()
    {
        var free = FreePort.Lasting(3);
        var state = Directory.CreateDirectory(Path.Combine(Root, ".nuke", "temp", "local-cloud"));
        await File.WriteAllTextAsync(Path.Combine(state.FullName, "ports.json"), $$"""{ "Api": {{free[0]}}, "Registry": {{free[1]}}, "Edge": {{free[2]}} }""");
    }

    [GeneratedRegex(@"http://localhost:\d+")]
    private static partial Regex PublicUrlLine();

    private sealed class Restore(Action action) : IDisposable
    {
        public void Dispose() => action();
    }
}
