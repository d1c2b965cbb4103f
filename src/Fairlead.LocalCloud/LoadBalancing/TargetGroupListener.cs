using System.Net;
using System.Net.Sockets;
using Fairlead.LocalCloud.Access;
using Microsoft.AspNetCore.Http.Features;

namespace Fairlead.LocalCloud.LoadBalancing;

/// <summary>
/// The reverse proxy in front of one target group: HTTP/1.1, bodies streamed both ways. Pages of every origin may ask, as with a load balancer
/// on the internet; a name that somebody else's name server leads here may not (DNS rebinding).
/// </summary>
internal sealed class TargetGroupListener : IAsyncDisposable
{
    // https://www.rfc-editor.org/rfc/rfc9110#section-7.6.1; Upgrade is not forwarded, so no web sockets.
    private static readonly HashSet<string> HopByHop = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection", "Keep-Alive", "Proxy-Authenticate", "Proxy-Authorization", "Proxy-Connection", "TE", "Trailer", "Transfer-Encoding", "Upgrade",
    };

    private readonly WebApplication _application;
    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = TimeSpan.FromSeconds(10),
    });

    private TargetGroupListener(WebApplication application) => _application = application;

    public int Port { get; private set; }

    /// <summary>Listens on the group's port, or on a free one when that is taken or 0.</summary>
    /// <param name="group">Where requests go.</param>
    /// <param name="serves">Whether the edge serves a name: it may pass its viewers' Host on.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<TargetGroupListener> StartAsync(TargetGroup group, Func<string, bool> serves, CancellationToken cancellationToken)
    {
        try
        {
            return await StartAsync(group, serves, FreePort(group.Port), cancellationToken);
        }
        catch (IOException)
        {
            return await StartAsync(group, serves, FreePort(0), cancellationToken);
        }
    }

    private static async Task<TargetGroupListener> StartAsync(TargetGroup group, Func<string, bool> serves, int port, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MinRequestBodyDataRate = null;
            foreach (var address in Loopback.Addresses)
            {
                kestrel.Listen(address, port);
            }
        });
        var application = builder.Build();
        var listener = new TargetGroupListener(application) { Port = port };
        application.Run(context => listener.ForwardAsync(context, group, serves));
        try
        {
            await application.StartAsync(cancellationToken);
            return listener;
        }
        catch
        {
            await listener.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _application.StopAsync(limit.Token);
        await _application.DisposeAsync();
        _client.Dispose();
    }

    private async Task ForwardAsync(HttpContext context, TargetGroup group, Func<string, bool> serves)
    {
        var host = context.Request.Host.Host;
        if (!ForeignRequest.IsLoopbackName(host) && !ForeignRequest.IsBelowLocalhost(host) && !serves(host))
        {
            await WriteAsync(
                context,
                StatusCodes.Status403Forbidden,
                $"403 Forbidden: '{host}' is not a name of this load balancer. Use http://127.0.0.1:{Port} or the site's own address.");
            return;
        }

        var target = group.Enter();
        if (target is null)
        {
            await WriteAsync(context, StatusCodes.Status503ServiceUnavailable, "503 Service Temporarily Unavailable");
            return;
        }

        try
        {
            using var request = Request(context.Request, target);
            using var response = await _client.SendAsync(request, context.RequestAborted);
            await CopyAsync(response, context);
        }
        catch (HttpRequestException) when (!context.Response.HasStarted)
        {
            await WriteAsync(context, StatusCodes.Status502BadGateway, "502 Bad Gateway");
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException)
        {
            // The head is out: all that can be said is that the answer ends here.
            context.Abort();
        }
        finally
        {
            target.Leave();
        }
    }

    private static HttpRequestMessage Request(HttpRequest from, Target target)
    {
        var path = from.HttpContext.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var request = new HttpRequestMessage(new HttpMethod(from.Method), new Uri($"http://127.0.0.1:{target.Port}{(path.StartsWith('/') ? path : "/")}"))
        {
            Version = HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        var hasBody = from.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == true;
        if (hasBody)
        {
            request.Content = new StreamContent(from.Body);
        }

        var named = from.Headers.Connection.SelectMany(x => (x ?? "").Split(',', StringSplitOptions.TrimEntries)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in from.Headers.Where(x => !HopByHop.Contains(x.Key)
            && !named.Contains(x.Key)
            && !x.Key.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase)))
        {
            if (!request.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
            }
        }

        // The edge in front has set these already; a load balancer appends the address and keeps the rest.
        var client = from.HttpContext.Connection.RemoteIpAddress?.ToString() ?? "127.0.0.1";
        var forwarded = from.Headers["X-Forwarded-For"].ToString();
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", forwarded.Length > 0 ? $"{forwarded}, {client}" : client);
        request.Headers.TryAddWithoutValidation("X-Forwarded-Proto", from.Headers["X-Forwarded-Proto"].ToString() is { Length: > 0 } scheme ? scheme : "http");
        request.Headers.TryAddWithoutValidation(
            "X-Forwarded-Host",
            from.Headers["X-Forwarded-Host"].ToString() is { Length: > 0 } host ? host : from.Host.Value);
        request.Headers.TryAddWithoutValidation(
            "X-Forwarded-Port",
            from.Headers["X-Forwarded-Port"].ToString() is { Length: > 0 } port ? port : $"{from.HttpContext.Connection.LocalPort}");
        return request;
    }

    private static async Task CopyAsync(HttpResponseMessage from, HttpContext context)
    {
        var response = context.Response;
        response.StatusCode = (int)from.StatusCode;
        var named = from.Headers.Connection.ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in from.Headers.NonValidated
            .Concat(from.Content.Headers.NonValidated)
            .Where(x => !HopByHop.Contains(x.Key) && !named.Contains(x.Key)))
        {
            response.Headers[name] = values.ToArray();
        }

        await response.StartAsync(context.RequestAborted);
        await using var body = await from.Content.ReadAsStreamAsync(context.RequestAborted);
        var buffer = new byte[16_384];
        for (int read; (read = await body.ReadAsync(buffer, context.RequestAborted)) > 0;)
        {
            await response.Body.WriteAsync(buffer.AsMemory(0, read), context.RequestAborted);
            await response.Body.FlushAsync(context.RequestAborted);
        }
    }

    private static Task WriteAsync(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(text + "\n", context.RequestAborted);
    }

    private static int FreePort(int wanted)
    {
        try
        {
            return Probe(wanted);
        }
        catch (SocketException) when (wanted != 0)
        {
            return Probe(0);
        }

        static int Probe(int port)
        {
            using var held = Loopback.Hold(port);
            return held.Port;
        }
    }
}
