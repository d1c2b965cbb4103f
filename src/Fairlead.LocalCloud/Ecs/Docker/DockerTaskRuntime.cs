using System.Globalization;
using Docker.DotNet.Models;
using Fairlead.LocalCloud.Ecr;
using Fairlead.LocalCloud.Protocol;
using Fairlead.LocalCloud.State;

namespace Fairlead.LocalCloud.Ecs.Docker;

/// <summary>
/// Runs containers in the Docker Engine, which pulls them from the local registry. Ports are published on 127.0.0.1 only, under free ones.
/// Containers are on the engine's bridge network: what listens on this machine's loopback, the local cloud included, is not reachable from them.
/// </summary>
internal sealed class DockerTaskRuntime(StateDirectory state, DockerEngine engine, PulledImages pulled, EcrTokens tokens, Account account, TimeProvider clock)
{
    /// <summary>The local cloud whose container it is, by the id of its state directory: it stays with a directory that is moved, and a copy has another.</summary>
    public const string CloudLabel = "dev.fairlead.local-cloud";

    /// <summary>Where the state directory was, for whoever looks at the containers.</summary>
    public const string FolderLabel = "dev.fairlead.local-cloud.folder";

    public const string TaskLabel = "dev.fairlead.task";

    /// <summary>There once a container was made: before that, no start of the local cloud has to ask the engine what an earlier one left.</summary>
    private readonly string _mark = state.PathOf("ecs", "docker-was-used");

    private bool _used;

    /// <exception cref="CannotPullContainerException">The engine cannot get the image.</exception>
    /// <exception cref="CannotStartContainerException">The engine cannot start it, and why.</exception>
    public async Task<IRunningContainer> StartAsync(ContainerLaunch launch, CancellationToken cancellationToken)
    {
        await PullAsync(launch.Image, cancellationToken);
        string? id = null;
        try
        {
            foreach (var mount in launch.Mounts)
            {
                state.CreateVolume(mount.Source);
            }

            _used = true;
            await File.WriteAllBytesAsync(_mark, [], cancellationToken);
            id = await engine.CreateAsync(Container(launch), cancellationToken);
            await engine.StartAsync(id, cancellationToken);
            var started = await engine.InspectAsync(id, cancellationToken);
            return new DockerContainer(engine, id, Ports(started), launch, clock);
        }
        catch (Exception exception)
        {
            if (id is not null)
            {
                await engine.RemoveAsync(id, CancellationToken.None);
            }

            if (exception is DockerEngineException or IOException or UnauthorizedAccessException)
            {
                throw new CannotStartContainerException(exception.Message, exception);
            }

            throw;
        }
    }

    /// <summary>Removes the containers of an earlier local cloud on the same state.</summary>
    /// <returns>How many.</returns>
    public async Task<int> KillLeftoversAsync(CancellationToken cancellationToken)
    {
        if ((!_used && !File.Exists(_mark)) || await engine.WhyNotAsync(cancellationToken) is not null)
        {
            return 0;
        }

        // Containers of earlier versions name the directory by its path.
        var removed = 0;
        foreach (var name in new[] { state.Id }.Concat(state.KnownAs))
        {
            foreach (var id in await engine.ListAsync(CloudLabel, name, cancellationToken))
            {
                await engine.RemoveAsync(id, cancellationToken);
                removed++;
            }
        }

        return removed;
    }

    private async Task PullAsync(PreparedImage image, CancellationToken cancellationToken)
    {
        try
        {
            if (!await engine.HasImageAsync(image.Reference, cancellationToken))
            {
                await pulled.AddAsync(image.Reference, cancellationToken);
                await engine.PullAsync(
                    image.Reference[..image.Reference.IndexOf('@', StringComparison.Ordinal)],
                    image.Digest,
                    "AWS",
                    tokens.Create().Token,
                    cancellationToken);
            }
        }
        catch (Exception exception) when (exception is DockerEngineException or IOException)
        {
            throw new CannotPullContainerException($"{image.Reference}: {exception.Message}", exception);
        }
    }

    private CreateContainerParameters Container(ContainerLaunch launch)
    {
        var environment = new Dictionary<string, string>(launch.Environment, StringComparer.Ordinal);
        environment.TryAdd("AWS_REGION", account.Region);
        environment.TryAdd("AWS_DEFAULT_REGION", account.Region);
        var ports = launch.ContainerPorts.Distinct().Select(x => $"{x}/tcp").ToArray();
        return new CreateContainerParameters
        {
            Name = $"fairlead-{launch.TaskId}-{launch.Name}",
            Image = launch.Image.Reference,
            Entrypoint = [launch.Command[0]],
            Cmd = [.. launch.Command.Skip(1)],
            WorkingDir = launch.WorkingDirectory,
            Env = [.. environment.Select(x => $"{x.Key}={x.Value}")],
            Labels = new Dictionary<string, string> { [CloudLabel] = state.Id, [FolderLabel] = state.Root, [TaskLabel] = launch.TaskId },
            ExposedPorts = ports.ToDictionary(x => x, _ => default(EmptyStruct)),
            Healthcheck = launch.HealthCheck is { } check ? HealthCheck(check) : null,
            User = launch.User ?? "",
            HostConfig = new HostConfig
            {
                Init = launch.Init,
                PortBindings = ports.ToDictionary(x => x, IList<PortBinding> (_) => [new PortBinding { HostIP = "127.0.0.1", HostPort = "" }]),
                Mounts = [.. launch.Mounts.Select(x => new Mount { Type = "bind", Source = x.Source, Target = x.Target, ReadOnly = x.ReadOnly })],

                // The one driver whose log can be followed on every engine; the lines are kept in the log group, not here.
                LogConfig = new LogConfig { Type = "json-file", Config = new Dictionary<string, string> { ["max-size"] = "50m", ["max-file"] = "2" } },
            },
        };
    }

    /// <summary>The engine carries it out, as for ECS.</summary>
    private static HealthcheckConfig HealthCheck(ContainerHealthCheck check) => new()
    {
        Test = [.. check.Command],
        Interval = check.Interval,
        Timeout = check.Timeout,
        Retries = check.Retries,
        StartPeriod = check.StartPeriod,
    };

    /// <summary>From <c>"Ports": { "8080/tcp": [{ "HostIp": "127.0.0.1", "HostPort": "49153" }] }</c>; a container that has ended has none.</summary>
    private static Dictionary<int, int> Ports(ContainerInspectResponse container)
    {
        var result = new Dictionary<int, int>();
        foreach (var (port, bindings) in container.NetworkSettings?.Ports ?? new Dictionary<string, IList<PortBinding>>())
        {
            if (bindings is { Count: > 0 } && int.TryParse(bindings[0].HostPort, CultureInfo.InvariantCulture, out var host))
            {
                result[int.Parse(port.Split('/')[0], CultureInfo.InvariantCulture)] = host;
            }
        }

        return result;
    }
}
