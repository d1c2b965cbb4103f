using System.Net;
using System.Net.Sockets;
using Fairlead.LocalCloud.Protocol;
using Fairlead.LocalCloud.State;

namespace Fairlead.LocalCloud.Ecs;

/// <summary>
/// Runs containers as processes of this machine. Every container gets its own copy of the unpacked image; paths of the entry point and its
/// arguments that exist in the image are replaced by those of the copy; an executable that the image does not have (<c>dotnet</c>, <c>node</c>)
/// comes from this machine's PATH. The program sees this machine's file system: an absolute path that it opens by itself is not the image's.
/// <para>
/// Ports: the first container port is replaced by a free port of 127.0.0.1. The program learns it from <c>ASPNETCORE_URLS</c>, <c>PORT</c> and
/// <c>HOST</c>, whatever the image or the task definition say there; <c>ASPNETCORE_HTTP_PORTS</c>, which would listen on all interfaces, is
/// removed. Further ports come as <c>PORT_n</c>, with n the container port.
/// </para>
/// </summary>
internal sealed class HostProcessTaskRuntime(StateDirectory state, Account account, Listeners listeners, TaskRoles roles, TimeProvider clock)
{
    /// <summary>What a process gets from the local cloud's own environment: nothing that could be a secret of the user's.</summary>
    private static readonly string[] Inherited = [
        "PATH",
        "HOME",
        "TMPDIR",
        "TMP",
        "TEMP",
        "LANG",
        "DOTNET_ROOT",
        "SystemRoot",
        "USERPROFILE",
        "APPDATA",
        "LOCALAPPDATA"
    ];

    private static readonly string[] Listening = [
        "ASPNETCORE_HTTP_PORTS",
        "ASPNETCORE_HTTPS_PORTS",
        "DOTNET_HTTP_PORTS",
        "DOTNET_HTTPS_PORTS",
        "DOTNET_URLS",
        "URLS",
        "HTTP_PORTS",
        "HTTPS_PORTS"
    ];

    /// <exception cref="CannotStartContainerException">The program could not be started, and why.</exception>
    public async Task<IRunningContainer> StartAsync(ContainerLaunch launch, CancellationToken cancellationToken)
    {
        var folder = state.PathOf(TaskProcess.Folder, launch.TaskId, launch.Name);
        var root = Path.Combine(folder, "rootfs");
        try
        {
            await Task.Run(() => DirectoryCopy.Copy(launch.Image.Root, root, cancellationToken), cancellationToken);
            foreach (var mount in launch.Mounts)
            {
                Mount(root, mount);
            }

            var working = RootedPath.Resolve(root, launch.WorkingDirectory, followLast: true);
            Directory.CreateDirectory(working);
            var ports = FreePorts(launch.ContainerPorts);
            var environment = Environment(launch, folder, ports);
            var process = HostProcess.Start(
                folder,
                HostCommand.Executable(launch, root),
                [.. launch.Command.Skip(1).Select(x => HostCommand.Argument(root, x))],
                working,
                environment,
                ports,
                launch);
            if (launch.HealthCheck is { } check)
            {
                var asked = new HostCheck(process, check, launch, root, working, environment, clock);
                process.Watch(new HealthWatch(check.Interval, new HostHealthCheck(check, asked.AskAsync, clock).LookAsync, launch, clock, process.Exited));
            }

            return process;
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException or System.ComponentModel.Win32Exception or InvalidDataException)
        {
            DirectoryCopy.Delete(folder);
            throw new CannotStartContainerException(exception.Message, exception);
        }
        catch
        {
            DirectoryCopy.Delete(folder);
            throw;
        }
    }

    /// <summary>Ends the processes of an earlier local cloud on the same state, each within 5 s.</summary>
    /// <returns>How many.</returns>
    public int KillLeftovers(IReadOnlyList<ContainerRecord> containers, CancellationToken cancellationToken)
    {
        var killed = new HashSet<int>();
        var known = state.KnownAs;
        foreach (var container in containers)
        {
            cancellationToken.ThrowIfCancellationRequested();

            // It is the one that the state means, whatever it says of its folder: that may have been moved since. The state of a copy means the original's.
            if (container is { ProcessId: { } id, ProcessIdentity: { } identity }
                && ProcessIdentity.Of(id) == identity
                && (state.OwnsItsProcesses || (TaskProcess.StateFolderOf(id) is { } folder && known.Contains(folder))))
            {
                HostProcess.KillSession(id);
                killed.Add(id);
            }
        }

        // A process that was started in the last moment is not in the state yet.
        foreach (var id in TaskProcess.AllOf(known))
        {
            cancellationToken.ThrowIfCancellationRequested();
            HostProcess.KillSession(id);
            killed.Add(id);
        }

        if (state.IsInPlace)
        {
            DirectoryCopy.Delete(Path.Combine(state.Root, TaskProcess.Folder));
        }

        return killed.Count;
    }

    private void Mount(string root, ContainerMount mount)
    {
        state.CreateVolume(mount.Source);
        var path = RootedPath.Resolve(root, mount.Target, followLast: false);
        if (path == root)
        {
            throw new InvalidDataException("a volume cannot be mounted at the root");
        }

        DirectoryCopy.Delete(path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.CreateSymbolicLink(path, mount.Source);
    }

    private Dictionary<string, string> Environment(ContainerLaunch launch, string folder, Dictionary<int, int> ports)
    {
        var result = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in Inherited)
        {
            if (System.Environment.GetEnvironmentVariable(name) is { } value)
            {
                result[name] = value;
            }
        }

        // What Fargate gives a task, and where the services are that stand for AWS's. A task without a role has no credentials there; here, it would find
        // those in the home directory of whoever started the local cloud, which are for AWS itself.
        result["AWS_REGION"] = result["AWS_DEFAULT_REGION"] = account.Region;
        result["AWS_ENDPOINT_URL"] = listeners.Api.GetLeftPart(UriPartial.Authority);
        result["AWS_CONFIG_FILE"] = result["AWS_SHARED_CREDENTIALS_FILE"] = Path.Combine(folder, "no-credentials");
        result["AWS_EC2_METADATA_DISABLED"] = "true";
        foreach (var (name, value) in roles.EnvironmentOf(launch.TaskId, launch.TaskRole))
        {
            result[name] = value;
        }

        // The image's PATH leads into the image, where this machine's dotnet is not.
        foreach (var (name, value) in launch.Environment.Where(x => x.Key is not ("PATH" or "HOME" or "DOTNET_ROOT")))
        {
            result[name] = value;
        }

        if (ports.Count > 0)
        {
            foreach (var name in Listening)
            {
                result.Remove(name);
            }

            var first = ports[launch.ContainerPorts[0]];
            (result["ASPNETCORE_URLS"], result["PORT"], result["HOST"]) = ($"http://127.0.0.1:{first}", $"{first}", "127.0.0.1");
            foreach (var (container, host) in ports)
            {
                result[$"PORT_{container}"] = $"{host}";
            }
        }

        return result;
    }

    private static Dictionary<int, int> FreePorts(IReadOnlyList<int> containerPorts)
    {
        var listeners = containerPorts.Distinct().ToDictionary(x => x, _ => new TcpListener(IPAddress.Loopback, 0));
        try
        {
            foreach (var listener in listeners.Values)
            {
                listener.Start();
            }

            return listeners.ToDictionary(x => x.Key, x => ((IPEndPoint)x.Value.LocalEndpoint).Port);
        }
        finally
        {
            foreach (var listener in listeners.Values)
            {
                listener.Dispose();
            }
        }
    }
}
