using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Fairlead.LocalCloud.Tests.Ecs;

/// <summary>The Docker Engine's side of its socket: says what the test has put down, and keeps what it was asked.</summary>
internal sealed class FakeDockerEngine : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly string _socket;

    private FakeDockerEngine(WebApplication application, string socket)
    {
        (_application, _socket) = (application, socket);
        application.Run(AnswerAsync);
    }

    public string Host => $"unix://{_socket}";

    /// <summary>METHOD and path with query, in order.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>The body of the last container that was created.</summary>
    public JsonNode? Created { get; private set; }

    /// <summary>Answers other than the usual ones, by METHOD and path without query.</summary>
    public ConcurrentDictionary<string, (int Status, string Body)> Answers { get; } = new();

    /// <summary>Until it completes, containers run.</summary>
    public Task Ended { get; set; } = Task.CompletedTask;

    /// <summary>What the log of every container holds, in the pieces in which it is sent.</summary>
    public IReadOnlyList<byte[]> Log { get; set; } = [];

    public static async Task<FakeDockerEngine> StartAsync(string folder)
    {
        var socket = Path.Combine(folder, "docker.sock");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(x => x.ListenUnixSocket(socket));
        var engine = new FakeDockerEngine(builder.Build(), socket);
        await engine._application.StartAsync();
        return engine;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        var key = $"{request.Method} {request.Path}";
        Requests.Enqueue(key + request.QueryString);
        if (request.Path == "/containers/create")
        {
            Created = await JsonNode.ParseAsync(request.Body);
        }

        if (request.Path == "/containers/c1/logs")
        {
            foreach (var piece in Log)
            {
                await context.Response.Body.WriteAsync(piece);
                await context.Response.Body.FlushAsync();
            }

            return;
        }

        if (request.Path == "/containers/c1/wait")
        {
            await Ended;
        }

        var (status, body) = Answers.TryGetValue(key, out var set) ? set : Usual(key);
        context.Response.StatusCode = status;
        await context.Response.WriteAsync(body);
    }

    private static (int Status, string Body) Usual(string request) => request switch
    {
        "GET /_ping" => (200, "OK"),
        "POST /images/create" => (200, """{"status":"Pulling"}""" + "\n" + """{"status":"Done"}""" + "\n"),
        "POST /containers/create" => (201, """{"Id":"c1"}"""),
        "POST /containers/c1/start" => (204, ""),
        "GET /containers/c1/json" => (
            200,
            """{"Id":"c1","Config":{"Tty":false},"NetworkSettings":{"Ports":{"8080/tcp":[{"HostIp":"127.0.0.1","HostPort":"49153"}],"9090/tcp":null}}}"""),
        "POST /containers/c1/wait" => (200, """{"StatusCode":3}"""),
        "GET /containers/json" => (200, """[{"Id":"c1"},{"Id":"c2"}]"""),
        _ when request.StartsWith("DELETE /images/", StringComparison.Ordinal) => (200, """[{"Deleted":"sha256:1"}]"""),
        _ when request.StartsWith("DELETE /", StringComparison.Ordinal) => (204, ""),
        _ => (404, """{"message":"no such thing"}"""),
    };
}
