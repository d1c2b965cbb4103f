using System.Collections.Concurrent;
using Fairlead.LocalCloud.Ecs;

namespace Fairlead.LocalCloud.Tests.Ecs;

/// <summary>Containers that run until the test or the scheduler ends them. What an image does is decided by its name.</summary>
internal sealed class FakeTaskRuntime : ITaskRuntime
{
    private int _port = 20_000;

    public ConcurrentDictionary<string, FakeContainer> Containers { get; } = new();

    /// <summary>The names of the containers that were stopped, in order.</summary>
    public ConcurrentQueue<string> Stopped { get; } = new();

    public int MostAtOnce { get; private set; }

    public Task<PreparedImage> PrepareAsync(string image, CancellationToken cancellationToken) => image.Contains("missing", StringComparison.Ordinal)
        ? throw new CannotPullContainerException($"{image}: not found")
        : Task.FromResult(new PreparedImage(
            image,
            "sha256:" + new string('0', 64),
            "/nowhere",
            new ImageConfig(["/app"], [], new Dictionary<string, string>(), "/")));

    public Task<IRunningContainer> StartAsync(ContainerLaunch launch, CancellationToken cancellationToken)
    {
        lock (this)
        {
            var ports = launch.ContainerPorts.ToDictionary(x => x, _ => ++_port);
            var container = new FakeContainer(launch, ports, Stopped);
            Containers[$"{launch.TaskId}/{launch.Name}"] = container;
            MostAtOnce = Math.Max(MostAtOnce, Containers.Values.Count(x => !x.Exited.IsCompleted));
            if (launch.Image.Reference.Contains("crashing", StringComparison.Ordinal))
            {
                launch.Output("cannot start: no configuration");
                container.Exit(3);
            }

            return Task.FromResult<IRunningContainer>(container);
        }
    }

    public Task<int> KillLeftoversAsync(IReadOnlyList<ContainerRecord> containers, CancellationToken cancellationToken) => Task.FromResult(0);

    /// <summary>The last container of a name; null when none was started.</summary>
    public FakeContainer? ByName(string name) => Containers.Values.LastOrDefault(x => x.Launch.Name == name && !x.Exited.IsCompleted)
        ?? Containers.Values.FirstOrDefault(x => x.Launch.Name == name);

    public FakeContainer? ByPort(int port) => Containers.Values.FirstOrDefault(x => x.Ports.Values.Contains(port));
}

internal sealed class FakeContainer(ContainerLaunch launch, IReadOnlyDictionary<int, int> ports, ConcurrentQueue<string> stopped) : IRunningContainer
{
    private readonly TaskCompletionSource<int> _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ContainerLaunch Launch => launch;

    public string RuntimeId => launch.TaskId;

    public string Runtime => "host-process";

    public string? RuntimeReason => "the test says so";

    public int? ProcessId => null;

    public IReadOnlyDictionary<int, int> Ports => ports;

    public Task<int> Exited => _exited.Task;

    public void Exit(int code) => _exited.TrySetResult(code);

    public Task StopAsync(TimeSpan timeout)
    {
        stopped.Enqueue(launch.Name);
        _exited.TrySetResult(143);
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
