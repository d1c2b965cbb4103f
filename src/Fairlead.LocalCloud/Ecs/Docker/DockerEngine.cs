using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Fairlead.LocalCloud.Ecs.Docker;

/// <summary>
/// The Docker Engine's HTTP API over its unix socket (https://docs.docker.com/reference/api/engine/). Paths carry no version: the engine then
/// takes its own newest one, and every member used here has been in all of them since 1.24.
/// </summary>
internal sealed class DockerEngine : IDisposable
{
    private const string DefaultHost = "unix:///var/run/docker.sock";

    private static readonly TimeSpan _pingLimit = TimeSpan.FromSeconds(2);

    private readonly HttpClient _client;
    private readonly string? _socket;

    /// <param name="host">What <c>DOCKER_HOST</c> says; null or empty for the default. Only <c>unix://</c> is understood.</param>
    public DockerEngine(string? host)
    {
        Host = string.IsNullOrEmpty(host) ? DefaultHost : host;
        _socket = Host.StartsWith("unix://", StringComparison.Ordinal) ? Host["unix://".Length..] : null;

        // A connection of its own for each request: one that is kept may be closed by the engine just as the next request is sent on it,
        // and connecting to a unix socket costs nothing.
        _client = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false, ConnectCallback = ConnectAsync, PooledConnectionLifetime = TimeSpan.Zero })
        {
            BaseAddress = new Uri("http://docker"),

            // Waiting for a container and following its log take as long as the container lives.
            Timeout = Timeout.InfiniteTimeSpan,
        };
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
        limit.CancelAfter(_pingLimit);
        try
        {
            using var response = await SendAsync(HttpMethod.Get, "/_ping", null, limit.Token);
            return response.IsSuccessStatusCode ? null : $"the Docker Engine at {Host} answers {(int)response.StatusCode}";
        }
        catch (Exception exception) when (exception is HttpRequestException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return $"no Docker Engine answers at {Host}";
        }
    }

    public async Task<bool> HasImageAsync(string reference, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(HttpMethod.Get, $"/images/{reference}/json", null, cancellationToken);
        return response.StatusCode != HttpStatusCode.NotFound && await SucceededAsync(response, cancellationToken);
    }

    /// <param name="repository">Registry and name.</param>
    /// <param name="digest">Digest of the manifest.</param>
    /// <param name="user">User and password of the registry.</param>
    /// <param name="password">Goes in a header, never in a command line.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="DockerEngineException">The engine could not get it.</exception>
    public async Task PullAsync(string repository, string digest, string user, string password, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/images/create?fromImage={Uri.EscapeDataString(repository)}&tag={Uri.EscapeDataString(digest)}");
        var credentials = new JsonObject { ["username"] = user, ["password"] = password, ["serveraddress"] = repository.Split('/')[0] };
        request.Headers.TryAddWithoutValidation("X-Registry-Auth", Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials.ToJsonString())).Replace('+', '-').Replace('/', '_'));
        using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        await SucceededAsync(response, cancellationToken);

        // The status is 200 before the pull has begun; a failure is a line of the progress: {"errorDetail":{"message":"…"},"error":"…"}
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken));
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.Length > 0 && (string?)JsonNode.Parse(line)?["error"] is { } error)
            {
                throw new DockerEngineException(error);
            }
        }
    }

    /// <summary>Takes an image's reference away, and the image with its last one.</summary>
    /// <returns>False when a container uses it.</returns>
    public async Task<bool> RemoveImageAsync(string reference, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(HttpMethod.Delete, $"/images/{reference}", null, cancellationToken);
        return response.StatusCode switch
        {
            HttpStatusCode.NotFound => true,
            HttpStatusCode.Conflict => false,
            _ => await SucceededAsync(response, cancellationToken),
        };
    }

    /// <returns>The id of the new container.</returns>
    /// <exception cref="DockerEngineException">The engine refuses.</exception>
    public async Task<string> CreateAsync(string name, JsonObject container, CancellationToken cancellationToken)
        => (string)(await JsonAsync(HttpMethod.Post, $"/containers/create?name={Uri.EscapeDataString(name)}", container, cancellationToken))!["Id"]!;

    /// <exception cref="DockerEngineException">The program could not be started.</exception>
    public async Task StartAsync(string id, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(HttpMethod.Post, $"/containers/{id}/start", null, cancellationToken);
        await SucceededAsync(response, cancellationToken);
    }

    public async Task<JsonNode> InspectAsync(string id, CancellationToken cancellationToken)
        => (await JsonAsync(HttpMethod.Get, $"/containers/{id}/json", null, cancellationToken))!;

    /// <summary>The exit code, when the container does not run any more.</summary>
    public async Task<int> WaitAsync(string id, CancellationToken cancellationToken)
        => (int)(await JsonAsync(HttpMethod.Post, $"/containers/{id}/wait", null, cancellationToken))!["StatusCode"]!;

    /// <summary>The multiplexed output from the beginning, to the end of the container.</summary>
    public async Task<Stream> FollowAsync(string id, CancellationToken cancellationToken)
    {
        var response = await SendAsync(HttpMethod.Get, $"/containers/{id}/logs?follow=1&stdout=1&stderr=1", null, cancellationToken);
        await SucceededAsync(response, cancellationToken);
        return await response.Content.ReadAsStreamAsync(cancellationToken);
    }

    /// <summary>The stop signal of the image, SIGTERM unless it says another, and SIGKILL after the timeout. A container that has ended is fine.</summary>
    public async Task StopAsync(string id, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(HttpMethod.Post, $"/containers/{id}/stop?t={(int)Math.Ceiling(timeout.TotalSeconds)}", null, cancellationToken);
        if (response.StatusCode is not (HttpStatusCode.NotModified or HttpStatusCode.NotFound))
        {
            await SucceededAsync(response, cancellationToken);
        }
    }

    /// <summary>Kills and removes. A container that is gone already is fine.</summary>
    public async Task RemoveAsync(string id, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(HttpMethod.Delete, $"/containers/{id}?force=1&v=1", null, cancellationToken);

        // 409: the removal is under way already.
        if (response.StatusCode is not (HttpStatusCode.NotFound or HttpStatusCode.Conflict))
        {
            await SucceededAsync(response, cancellationToken);
        }
    }

    /// <summary>Ids of all containers, running or not, that carry a label.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(string label, string value, CancellationToken cancellationToken)
    {
        var filters = new JsonObject { ["label"] = new JsonArray($"{label}={value}") };
        var found = await JsonAsync(HttpMethod.Get, $"/containers/json?all=1&filters={Uri.EscapeDataString(filters.ToJsonString())}", null, cancellationToken);
        return [.. found!.AsArray().Select(x => (string)x!["Id"]!)];
    }

    public void Dispose() => _client.Dispose();

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(_socket!), cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task<JsonNode?> JsonAsync(HttpMethod method, string path, JsonNode? body, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(method, path, body, cancellationToken);
        await SucceededAsync(response, cancellationToken);
        return JsonNode.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
    }

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, JsonNode? body, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        }

        return _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    private static async Task<bool> SucceededAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.IsSuccessStatusCode)
        {
            return true;
        }

        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        string? message = null;
        try
        {
            message = (string?)JsonNode.Parse(text)?["message"];
        }
        catch (JsonException)
        {
        }

        throw new DockerEngineException(message ?? $"the engine answers {(int)response.StatusCode}");
    }
}
