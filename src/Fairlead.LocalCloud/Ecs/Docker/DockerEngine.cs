using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Docker.DotNet;
using Docker.DotNet.Models;

namespace Fairlead.LocalCloud.Ecs.Docker;

/// <summary>
/// The Docker Engine behind its unix socket, as the tasks need it. The client asks for no version of the API, so each engine answers in its own
/// newest one. Nothing of the client is loaded before there is a socket to speak to.
/// </summary>
internal sealed class DockerEngine : IDisposable
{
    private const string DefaultHost = "unix:///var/run/docker.sock";

    private static readonly TimeSpan PingLimit = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private readonly string? _socket;
    private IDockerClient? _client;

    /// <param name="host">What <c>DOCKER_HOST</c> says; null or empty for the default. Only <c>unix://</c> is understood.</param>
    public DockerEngine(string? host)
    {
        Host = string.IsNullOrEmpty(host) ? DefaultHost : host;
        _socket = Host.StartsWith("unix://", StringComparison.Ordinal) ? Host["unix://".Length..] : null;
    }

    public string Host { get; }

    /// <summary>Why no engine can be used; null when one answers.</summary>
    public async Task<string?> WhyNotAsync(CancellationToken cancellationToken)
    {
        if (_socket is null)
        {
            return $"DOCKER_HOST is {Host}, and only unix:// is understood";
        }

        if (!File.Exists(_socket))
        {
            return $"no Docker Engine answers at {Host}";
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(PingLimit);
        try
        {
            await CallAsync(x => x.System.PingAsync(limit.Token));
            return null;
        }
        catch (DockerEngineException exception) when (exception.Status is { } status)
        {
            return $"the Docker Engine at {Host} answers {(int)status}";
        }
        catch (Exception exception)
            when (exception is DockerEngineException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return $"no Docker Engine answers at {Host}";
        }
    }

    public async Task<bool> HasImageAsync(string reference, CancellationToken cancellationToken)
    {
        try
        {
            await CallAsync(x => x.Images.InspectImageAsync(reference, cancellationToken));
            return true;
        }
        catch (DockerEngineException exception) when (exception.Status == HttpStatusCode.NotFound)
        {
            return false;
        }
    }

    /// <param name="repository">Registry and name.</param>
    /// <param name="digest">Digest of the manifest.</param>
    /// <param name="user">User and password of the registry.</param>
    /// <param name="password">Goes in a header, never in a command line.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="DockerEngineException">The engine could not get it.</exception>
    public async Task PullAsync(string repository, string digest, string user, string password, CancellationToken cancellationToken)
    {
        var credentials = new AuthConfig { Username = user, Password = password, ServerAddress = repository.Split('/')[0] };
        var progress = new PullProgress();
        await CallAsync(x => x.Images.CreateImageAsync(
            new ImagesCreateParameters { FromImage = repository, Tag = digest },
            credentials,
            progress,
            cancellationToken));

        // The status is 200 before the pull has begun; a failure is a message of the progress.
        if (progress.Error is { } error)
        {
            throw new DockerEngineException(error);
        }
    }

    /// <summary>Takes an image's reference away, and the image with its last one.</summary>
    /// <returns>False when a container uses it.</returns>
    public async Task<bool> RemoveImageAsync(string reference, CancellationToken cancellationToken)
    {
        try
        {
            await CallAsync(x => x.Images.DeleteImageAsync(reference, new ImageDeleteParameters(), cancellationToken));
            return true;
        }
        catch (DockerEngineException exception) when (exception.Status is HttpStatusCode.NotFound or HttpStatusCode.Conflict)
        {
            return exception.Status == HttpStatusCode.NotFound;
        }
    }

    /// <returns>The id of the new container.</returns>
    /// <exception cref="DockerEngineException">The engine refuses.</exception>
    public async Task<string> CreateAsync(CreateContainerParameters container, CancellationToken cancellationToken)
        => (await CallAsync(x => x.Containers.CreateContainerAsync(container, cancellationToken))).ID;

    /// <exception cref="DockerEngineException">The program could not be started.</exception>
    public Task StartAsync(string id, CancellationToken cancellationToken)
        => CallAsync(x => x.Containers.StartContainerAsync(id, new ContainerStartParameters(), cancellationToken));

    public Task<ContainerInspectResponse> InspectAsync(string id, CancellationToken cancellationToken)
        => CallAsync(x => x.Containers.InspectContainerAsync(id, cancellationToken));

    /// <summary>The exit code, when the container does not run any more.</summary>
    public async Task<int> WaitAsync(string id, CancellationToken cancellationToken)
        => (int)(await CallAsync(x => x.Containers.WaitContainerAsync(id, cancellationToken))).StatusCode;

    /// <summary>Reads the output from the beginning, to the end of the container.</summary>
    public Task FollowAsync(string id, Action<string> output, CancellationToken cancellationToken) => CallAsync(async client =>
    {
        using var stream = await client.Containers.GetContainerLogsAsync(
            id,
            new ContainerLogsParameters { Follow = true, ShowStdout = true, ShowStderr = true },
            cancellationToken);
        var (standard, error) = (new OutputLines(output), new OutputLines(output));
        var buffer = new byte[16 * 1024];
        try
        {
            while (await stream.ReadOutputAsync(buffer, 0, buffer.Length, cancellationToken) is { EOF: false } read)
            {
                (read.Target == MultiplexedStream.TargetStream.StandardError ? error : standard).Add(buffer.AsSpan(0, read.Count));
            }

            return true;
        }
        finally
        {
            standard.Complete();
            error.Complete();
        }
    });

    /// <summary>The stop signal of the image, SIGTERM unless it says another, and SIGKILL after the timeout. A container that has ended is fine.</summary>
    public async Task StopAsync(string id, TimeSpan timeout, CancellationToken cancellationToken)
    {
        try
        {
            await CallAsync(x => x.Containers.StopContainerAsync(
                id,
                new ContainerStopParameters { WaitBeforeKillSeconds = (uint)Math.Ceiling(timeout.TotalSeconds) },
                cancellationToken));
        }
        catch (DockerEngineException exception) when (exception.Status == HttpStatusCode.NotFound)
        {
            // It has gone already.
        }
    }

    /// <summary>Kills and removes. A container that is gone already is fine.</summary>
    public async Task RemoveAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            await CallAsync(x => x.Containers.RemoveContainerAsync(
                id,
                new ContainerRemoveParameters { Force = true, RemoveVolumes = true },
                cancellationToken));
        }
        catch (DockerEngineException exception) when (exception.Status is HttpStatusCode.NotFound or HttpStatusCode.Conflict)
        {
            // 409: the removal is under way already.
        }
    }

    /// <summary>Ids of all containers, running or not, that carry a label.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(string label, string value, CancellationToken cancellationToken)
    {
        var filters = new Dictionary<string, IDictionary<string, bool>> { ["label"] = new Dictionary<string, bool> { [$"{label}={value}"] = true } };
        return [.. (await CallAsync(x => x.Containers.ListContainersAsync(
            new ContainersListParameters { All = true, Filters = filters },
            cancellationToken))).Select(x => x.ID)];
    }

    public void Dispose() => _client?.Dispose();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private IDockerClient Client()
    {
        lock (_lock)
        {
            // Waiting for a container and following its log take as long as the container lives.
            return _client ??= new DockerClientBuilder().WithEndpoint(new Uri(Host)).WithTimeout(Timeout.InfiniteTimeSpan).Build();
        }
    }

    private Task CallAsync(Func<IDockerClient, Task> call) => CallAsync(async client =>
    {
        await call(client);
        return true;
    });

    /// <exception cref="DockerEngineException">The engine refuses, or does not answer any more.</exception>
    private async Task<T> CallAsync<T>(Func<IDockerClient, Task<T>> call)
    {
        try
        {
            return await call(Client());
        }
        catch (DockerApiException exception)
        {
            throw new DockerEngineException(MessageOf(exception), exception.StatusCode);
        }
        catch (Exception exception) when (exception is HttpRequestException or SocketException or IOException or TimeoutException or JsonException)
        {
            throw new DockerEngineException(exception.Message);
        }
    }

    /// <summary>From <c>{"message":"No such container: c1"}</c>.</summary>
    private static string MessageOf(DockerApiException exception)
    {
        try
        {
            if ((string?)JsonNode.Parse(exception.ResponseBody ?? "")?["message"] is { Length: > 0 } message)
            {
                return message;
            }
        }
        catch (Exception cause) when (cause is JsonException or InvalidOperationException)
        {
            // Not the engine's own words; its status has to do.
        }

        return $"the engine answers {(int)exception.StatusCode}";
    }

    /// <summary>Keeps the error of a pull. Called in order, unlike <see cref="Progress{T}"/>.</summary>
    private sealed class PullProgress : IProgress<JSONMessage>
    {
        public string? Error { get; private set; }

        public void Report(JSONMessage value) => Error ??= value.Error?.Message;
    }
}
