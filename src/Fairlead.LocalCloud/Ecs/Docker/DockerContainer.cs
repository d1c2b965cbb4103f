namespace Fairlead.LocalCloud.Ecs.Docker;

/// <summary>A container that the Docker Engine runs.</summary>
internal sealed class DockerContainer : IRunningContainer
{
    /// <summary>What ECS reports of a container that was killed; also of one whose engine has gone.</summary>
    private const int Killed = 137;

    // The engine ends the log right after the container; one that does not must not hold up the task.
    private static readonly TimeSpan LogLimit = TimeSpan.FromSeconds(5);

    // The engine's stream of events tells what happens with the next event only (https://github.com/dotnet/Docker.DotNet/issues/663), and ends with the engine.
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(1);

    private readonly DockerEngine _engine;
    private readonly HealthWatch? _watch;

    public DockerContainer(DockerEngine engine, string id, IReadOnlyDictionary<int, int> ports, ContainerLaunch launch, TimeProvider clock)
    {
        (_engine, RuntimeId, Ports) = (engine, id, ports);
        Exited = WaitAsync(launch.Output);
        if (launch.HealthCheck is not null)
        {
            _watch = new HealthWatch(LookInterval, LookAsync, launch, clock, Exited);
        }
    }

    public string RuntimeId { get; }

    public int? ProcessId => null;

    public string Runtime => "docker";

    public string? RuntimeReason => null;

    public IReadOnlyDictionary<int, int> Ports { get; }

    public Task<int> Exited { get; }

    public async Task StopAsync(TimeSpan timeout)
    {
        try
        {
            await _engine.StopAsync(RuntimeId, timeout, CancellationToken.None);
        }
        catch (DockerEngineException exception) when (exception.Status is null)
        {
            // The engine has gone; so has what it ran.
        }

        await Exited;
    }

    public async ValueTask DisposeAsync()
    {
        if (_watch is not null)
        {
            await _watch.DisposeAsync();
        }

        await _engine.RemoveAsync(RuntimeId, CancellationToken.None);
    }

    private async Task<int> WaitAsync(Action<string> output)
    {
        var reading = ReadAsync(output);
        int code;
        try
        {
            code = await _engine.WaitAsync(RuntimeId, CancellationToken.None);
        }
        catch (DockerEngineException exception)
        {
            output($"The Docker Engine does not say how the container ended: {exception.Message}");
            code = Killed;
        }

        await Task.WhenAny(reading, Task.Delay(LogLimit));
        return code;
    }

    /// <summary>From <c>"State": { "Health": { "Status": "healthy" } }</c>; <c>starting</c> and <c>none</c> are not known yet.</summary>
    private async Task<string?> LookAsync(CancellationToken cancellationToken)
        => (await _engine.InspectAsync(RuntimeId, cancellationToken)).State?.Health?.Status switch
        {
            "healthy" => HealthStatus.Healthy,
            "unhealthy" => HealthStatus.Unhealthy,
            _ => HealthStatus.Unknown,
        };

    private async Task ReadAsync(Action<string> output)
    {
        try
        {
            await _engine.FollowAsync(RuntimeId, output, CancellationToken.None);
        }
        catch (DockerEngineException exception)
        {
            output($"The container's output cannot be read from the Docker Engine: {exception.Message}");
        }
    }
}
