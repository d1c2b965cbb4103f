using Fairlead.LocalCloud.Access;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.CloudFront.Edge;

/// <summary>
/// The edge: what viewers connect to. Hosts are <c>ID.localhost</c>, <c>ID.cloudfront.localhost</c> and a distribution's aliases; <c>localhost</c>,
/// <c>127.0.0.1</c> and <c>[::1]</c> are the oldest enabled distribution, and any other name is nobody's, as on CloudFront. Pages of every origin
/// may ask, as there. Plain HTTP only, so a viewer protocol policy has no effect.
/// </summary>
internal sealed class EdgeEndpoint(
    DistributionStore distributions,
    InvalidationStore invalidations,
    EdgeCache cache,
    OriginFetcher fetcher,
    OriginClient origins,
    TimeProvider clock) : IEdgeEndpoint
{
    public async Task HandleAsync(HttpContext context)
    {
        invalidations.ApplyCompleted(x => cache.RemoveWhere(key => key.DistributionId == x.DistributionId
            && x.Paths.Any(path => InvalidationPath.Matches(path, key))));
        if (!ForeignRequest.NamesOwnPort(context.Request) || Distribution(context.Request.Host.Host) is not { } distribution)
        {
            await ViewerResponse.WriteAsync(context, EdgeError.Refused(EdgeError.NoDistribution, clock.GetUtcNow()), "Error", null);
            return;
        }

        var request = EdgeRequest.Of(distribution, context.Request);
        if (!request.Behavior.AllowedMethods.Contains(context.Request.Method, StringComparer.Ordinal))
        {
            await ViewerResponse.WriteAsync(context, EdgeError.Refused(EdgeError.MethodNotAllowed, clock.GetUtcNow()), "Error", null);
            return;
        }

        var reads = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        if (reads && fetcher.Fresh(request) is { } fresh)
        {
            await WriteAsync(context, request, fresh, "Hit");
        }
        else if (reads && request.Policy.Cache.Caches)
        {
            var result = await fetcher.GetAsync(request, context.Connection.RemoteIpAddress, context.RequestAborted);
            await (result.Response is { } response ? WriteAsync(context, request, response, result.Cache) : PassAsync(context, request));
        }
        else
        {
            await PassAsync(context, request);
        }
    }

    private EdgeDistribution? Distribution(string host)
    {
        var active = distributions.Active;
        var label = host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase) ? host.Split('.')[0] : null;
        return active.FirstOrDefault(x => x.Id.Equals(label, StringComparison.OrdinalIgnoreCase)
            || x.Config.Aliases.Contains(host, StringComparer.OrdinalIgnoreCase))
               ?? (ForeignRequest.IsLoopbackName(host) ? active.FirstOrDefault() : null);
    }

    /// <summary>Writes the response, or the page that the distribution has for its status.</summary>
    private async Task WriteAsync(HttpContext context, EdgeRequest request, StoredResponse response, string cacheResult)
    {
        if (response.IsError && request.CustomError(response.Status) is { ResponsePagePath: { } path } custom)
        {
            var page = await fetcher.GetAsync(request.ForErrorPage(path), context.Connection.RemoteIpAddress, context.RequestAborted);
            if (page.Response is { Status: StatusCodes.Status200OK } shown)
            {
                // Conditions are about the object asked for, not about the page in its place.
                context.Request.Headers.IfNoneMatch = default;
                context.Request.Headers.IfModifiedSince = default;
                await ViewerResponse.WriteAsync(context, shown with { Status = custom.ResponseCode ?? response.Status }, "Error", null);
                return;
            }
        }

        await ViewerResponse.WriteAsync(context, response, cacheResult, cacheResult == "Hit" ? clock.GetUtcNow() - response.Confirmed : null);
    }

    /// <summary>Passes request and response through as they come, without keeping anything but errors.</summary>
    private async Task PassAsync(HttpContext context, EdgeRequest request)
    {
        var removals = cache.Removals;
        var keepsErrors = HttpMethods.IsGet(context.Request.Method);
        StoredResponse? error = null;
        HttpResponseMessage? answer = null;
        try
        {
            answer = await origins.SendAsync(origins.ForViewer(request, context), request, context.RequestAborted);
            if ((int)answer.StatusCode >= 400 && !HttpMethods.IsHead(context.Request.Method))
            {
                error = await fetcher.ReadAsync(request, answer, context.RequestAborted);
            }
        }
        catch (OriginException exception)
        {
            error = fetcher.Unreachable(request, exception);
        }

        using (answer)
        {
            if (error is not null)
            {
                if (keepsErrors)
                {
                    fetcher.Keep(request, error, removals);
                }

                await WriteAsync(context, request, error, "Error");
            }
            else
            {
                await StreamAsync(context, request, answer!);
            }
        }
    }

    private static async Task StreamAsync(HttpContext context, EdgeRequest request, HttpResponseMessage answer)
    {
        context.Response.StatusCode = (int)answer.StatusCode;
        ViewerResponse.CopyHeaders(context.Response, OriginFetcher.EndToEndHeaders(answer));
        ViewerResponse.AddEdgeHeaders(context.Response, (int)answer.StatusCode >= 400 ? "Error" : "Miss");
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        try
        {
            await using var body = await answer.Content.ReadAsStreamAsync(timeout.Token);
            var buffer = new byte[64 * 1024];
            while (true)
            {
                timeout.CancelAfter(request.Origin.ReadTimeout);
                var read = await body.ReadAsync(buffer, timeout.Token);
                if (read == 0)
                {
                    return;
                }

                await context.Response.Body.WriteAsync(buffer.AsMemory(0, read), timeout.Token);
                await context.Response.Body.FlushAsync(timeout.Token);
            }
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException or OperationCanceledException)
        {
            // The status is out already: only a broken connection tells the viewer that the rest is missing.
            context.Abort();
        }
    }
}
