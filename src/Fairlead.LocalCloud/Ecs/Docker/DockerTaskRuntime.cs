using System.Globalization;
using System.Text.Json.Nodes;
using Fairlead.LocalCloud.Ecr;
using Fairlead.LocalCloud.Protocol;
using Fairlead.LocalCloud.State;

namespace Fairlead.LocalCloud.Ecs.Docker;

/// <summary>
/// Runs containers in the Docker Engine, which pulls them from the local registry. Ports are published on 127.0.0.1 only, under free ones.
/// Containers are on the engine's bridge network: what listens on this machine's loopback, the local cloud included, is not reachable from them.
/// </summary>
internal sealed class DockerTaskRuntime(StateDirectory state, DockerEngine engine, PulledImages pulled, EcrTokens tokens, Account account)
{
    /// <summary>The local cloud whose container it is, by its state directory.</summary>
    public const string CloudLabel = "dev.fairlead.local-cloud";

    public const string TaskLabel = "dev.fairlead.task";

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
                Directory.CreateDirectory(mount.Source);
            }

            id = await engine.CreateAsync($"fairlead-{launch.TaskId}-{launch.Name}", Container(launch), cancellationToken);
            await engine.StartAsync(id, cancellationToken);
            var started = await engine.InspectAsync(id, cancellationToken);
            return new DockerContainer(engine, id, Ports(started), launch.Output);
        }
        catch (Exception exception)
        {
            if (id is not null)
            {
                await engine.RemoveAsync(id, CancellationToken.None);
            }

            if (exception is DockerEngineException or HttpRequestException or IOException or UnauthorizedAccessException)
            {
                throw new CannotStartContainerException(exception.Message, exception);
            }

            throw;
        }
    }

    /// <summary>Removes the containers of an earlier local cloud on the same state.</summary>
    public async Task KillLeftoversAsync(CancellationToken cancellationToken)
    {
        if (await engine.WhyNotAsync(cancellationToken) is not null)
        {
            return;
        }

        foreach (var id in await engine.ListAsync(CloudLabel, state.Root, cancellationToken))
        {
            await engine.RemoveAsync(id, cancellationToken);
        }
    }

    private async Task PullAsync(PreparedImage image, CancellationToken cancellationToken)
    {
        try
        {
            if (!await engine.HasImageAsync(image.Reference, cancellationToken))
            {
                await pulled.AddAsync(image.Reference, cancellationToken);
                await engine.PullAsync(image.Reference[..image.Reference.IndexOf('@', StringComparison.Ordinal)], image.Digest, "AWS", tokens.Create().Token, cancellationToken);
            }
        }
        catch (Exception exception) when (exception is DockerEngineException or HttpRequestException or IOException)
        {
            throw new CannotPullContainerException($"{image.Reference}: {exception.Message}", exception);
        }
    }

    private JsonObject Container(ContainerLaunch launch)
    {
        var environment = new Dictionary<string, string>(launch.Environment, StringComparer.Ordinal);
        environment.TryAdd("AWS_REGION", account.Region);
        environment.TryAdd("AWS_DEFAULT_REGION", account.Region);
        var ports = launch.ContainerPorts.Distinct().Select(x => $"{x}/tcp").ToArray();
        var container = new JsonObject
        {
            ["Image"] = launch.Image.Reference,
            ["Entrypoint"] = new JsonArray(launch.Command[0]),
            ["Cmd"] = new JsonArray([.. launch.Command.Skip(1).Select(x => (JsonNode)x)]),
            ["WorkingDir"] = launch.WorkingDirectory,
            ["Env"] = new JsonArray([.. environment.Select(x => (JsonNode)$"{x.Key}={x.Value}")]),
            ["Labels"] = new JsonObject { [CloudLabel] = state.Root, [TaskLabel] = launch.TaskId },
            ["ExposedPorts"] = new JsonObject(ports.Select(x => KeyValuePair.Create(x, (JsonNode?)new JsonObject()))),
            ["HostConfig"] = new JsonObject
            {
                ["Init"] = launch.Init,
                ["PortBindings"] = new JsonObject(ports.Select(x => KeyValuePair.Create(x, (JsonNode?)new JsonArray(new JsonObject { ["HostIp"] = "127.0.0.1", ["HostPort"] = "" })))),
                ["Mounts"] = new JsonArray([.. launch.Mounts.Select(x => new JsonObject { ["Type"] = "bind", ["Source"] = x.Source, ["Target"] = x.Target, ["ReadOnly"] = x.ReadOnly })]),

                // The one driver whose log can be followed on every engine; the lines are kept in the log group, not here.
                ["LogConfig"] = new JsonObject { ["Type"] = "json-file", ["Config"] = new JsonObject { ["max-size"] = "50m", ["max-file"] = "2" } },
            },
        };
        if (launch.User is not null)
        {
            container["User"] = launch.User;
        }

        return container;
    }

    /// <summary>From <c>"Ports": { "8080/tcp": [{ "HostIp": "127.0.0.1", "HostPort": "49153" }] }</c>; a container that has ended has none.</summary>
    private static Dictionary<int, int> Ports(JsonNode container)
    {
        var result = new Dictionary<int, int>();
        foreach (var (port, bindings) in container["NetworkSettings"]?["Ports"] as JsonObject ?? [])
        {
            if (bindings is JsonArray { Count: > 0 } list && int.TryParse((string?)list[0]!["HostPort"], CultureInfo.InvariantCulture, out var host))
            {
                result[int.Parse(port.Split('/')[0], CultureInfo.InvariantCulture)] = host;
            }
        }

        return result;
    }
}
