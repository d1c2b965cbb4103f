using System.Net;
using Microsoft.Net.Http.Headers;

namespace Fairlead.LocalCloud.CloudFront.Edge;

/// <summary>Gets whole responses from origins into the cache, and confirms expired ones.</summary>
internal sealed class OriginFetcher(OriginClient origins, EdgeCache cache, TimeProvider clock, ILogger<OriginFetcher> log)
{
    private static readonly HashSet<string> NotKept = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection", "Keep-Alive", "Proxy-Authenticate", "Proxy-Connection", "TE", "Trailer", "Transfer-Encoding", "Upgrade", "Via", "X-Cache", "Age",
    };

    /// <summary>The object from the cache when it is fresh, else from the origin.</summary>
    public async Task<FetchResult> GetAsync(EdgeRequest request, IPAddress? viewer, CancellationToken cancellationToken)
    {
        if (Fresh(request) is { } fresh)
        {
            return new FetchResult(fresh, "Hit");
        }

        // Built before the fetch is handed over: it may outlive the viewer's own request.
        var message = origins.ForCache(request, viewer);
        var (result, own) = await cache.FetchOnceAsync(request.Key, FetchUnlessKeptAsync, cancellationToken);
        if (own || result.Response is null)
        {
            return result;
        }

        // Somebody else's answer is good for this viewer only if it may be shared.
        return result.Response.Freshness.Lifetime > TimeSpan.Zero
            ? result with { Cache = "Hit" }
            : await FetchAsync(request, origins.ForCache(request, viewer));

        // Another viewer's fetch may have ended between the look into the cache and this one.
        Task<FetchResult> FetchUnlessKeptAsync() => Fresh(request) is { } kept ? Task.FromResult(new FetchResult(kept, "Hit")) : FetchAsync(request, message);
    }

    public StoredResponse? Fresh(EdgeRequest request) => cache.Find(request.Key) is { } entry && entry.IsFresh(clock.GetUtcNow()) ? entry : null;

    /// <summary>Reads a response whole, for keeping it or for showing a page in its place. Null when it is larger than the cache takes.</summary>
    /// <exception cref="OriginException">The origin stopped in the middle.</exception>
    public async Task<StoredResponse?> ReadAsync(EdgeRequest request, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentLength > EdgeCache.LargestObject)
        {
            return null;
        }

        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(request.Origin.ReadTimeout);
        try
        {
            using var body = new MemoryStream();
            await using var stream = await response.Content.ReadAsStreamAsync(timeout.Token);
            var buffer = new byte[64 * 1024];
            int read;
            while ((read = await stream.ReadAsync(buffer, timeout.Token)) > 0)
            {
                body.Write(buffer, 0, read);
                if (body.Length > EdgeCache.LargestObject)
                {
                    return null;
                }

                timeout.CancelAfter(request.Origin.ReadTimeout);
            }

            return Stored(request, (int)response.StatusCode, EndToEndHeaders(response), body.ToArray());
        }
        catch (Exception exception)
            when (exception is IOException or HttpRequestException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new OriginException(exception is OperationCanceledException, exception);
        }
    }

    public StoredResponse Unreachable(EdgeRequest request, OriginException exception)
    {
        log.LogWarning("{Origin} did not answer {Path}: {Reason}", request.Origin.DomainName, request.Path, exception.Message);
        var status = exception.TimedOut ? StatusCodes.Status504GatewayTimeout : StatusCodes.Status502BadGateway;
        var freshness = Freshness.OfError(status, request.CustomError(status), null);
        return exception.TimedOut ? EdgeError.TimedOut(clock.GetUtcNow(), freshness) : EdgeError.CannotConnect(clock.GetUtcNow(), freshness);
    }

    public static List<KeyValuePair<string, string>> EndToEndHeaders(HttpResponseMessage response)
    => [
        .. response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
            .Where(x => !NotKept.Contains(x.Key))
            .SelectMany(x => x.Value.Select(value => KeyValuePair.Create(x.Key, value))),
    ];

    private async Task<FetchResult> FetchAsync(EdgeRequest request, HttpRequestMessage message)
    {
        var removals = cache.Removals;
        var known = cache.Find(request.Key);
        var confirms = known is { IsError: false } && AddConditions(message, known);
        try
        {
            using var answer = await origins.SendAsync(message, request, CancellationToken.None);
            if (confirms && answer.StatusCode == HttpStatusCode.NotModified)
            {
                var confirmed = Confirmed(request, known!, answer);
                Keep(request, confirmed, removals);
                return new FetchResult(confirmed, "RefreshHit");
            }

            if ((int)answer.StatusCode >= 500 && known is { IsError: false, Freshness.MayServeStale: true })
            {
                return new FetchResult(known, "Hit");
            }

            var response = await ReadAsync(request, answer, CancellationToken.None);
            if (response is not null)
            {
                response = request.Behavior.Compress ? Compression.Apply(response, request.AcceptEncoding) : response;
                Keep(request, response, removals);
            }

            return new FetchResult(response, "Miss");
        }
        catch (OriginException) when (known is { IsError: false, Freshness.MayServeStale: true })
        {
            return new FetchResult(known, "Hit");
        }
        catch (OriginException exception)
        {
            var page = Unreachable(request, exception);
            Keep(request, page, removals);
            return new FetchResult(page, "Error");
        }
    }

    /// <summary>Keeps a response as long as its freshness says; an error kept for no time is not kept.</summary>
    public void Keep(EdgeRequest request, StoredResponse response, long removalsAtStart)
    {
        if (response.Freshness.Store)
        {
            cache.Store(request.Key, response, removalsAtStart);
        }
    }

    private static bool AddConditions(HttpRequestMessage message, StoredResponse known)
    {
        if (known.OriginETag is { } etag)
        {
            return message.Headers.TryAddWithoutValidation(HeaderNames.IfNoneMatch, etag);
        }

        return known.Header(HeaderNames.LastModified) is { } modified && message.Headers.TryAddWithoutValidation(HeaderNames.IfModifiedSince, modified);
    }

    /// <summary>The known response with the headers that the 304 carries; its body and what describes the body stay.</summary>
    private StoredResponse Confirmed(EdgeRequest request, StoredResponse known, HttpResponseMessage answer)
    {
        var updates = EndToEndHeaders(answer)
            .Where(x => x.Key.Equals(HeaderNames.CacheControl, StringComparison.OrdinalIgnoreCase)
                        || x.Key.Equals(HeaderNames.Expires, StringComparison.OrdinalIgnoreCase)
                        || x.Key.Equals(HeaderNames.Date, StringComparison.OrdinalIgnoreCase))
            .ToArray();
        List<KeyValuePair<string, string>> headers = [
            .. known.Headers.Where(x => !updates.Any(y => y.Key.Equals(x.Key, StringComparison.OrdinalIgnoreCase))),
            .. updates
        ];
        return Stored(request, known.Status, headers, known.Body) with { OriginETag = known.OriginETag };
    }

    private StoredResponse Stored(EdgeRequest request, int status, List<KeyValuePair<string, string>> headers, byte[] body)
    {
        var now = clock.GetUtcNow();
        var response = new StoredResponse
        {
            Status = status,
            Headers = headers,
            Body = body,
            Confirmed = now,
            Freshness = new Freshness(false, TimeSpan.Zero, false)
        };
        var cacheControl = string.Join(
            ',',
            headers.Where(x => x.Key.Equals(HeaderNames.CacheControl, StringComparison.OrdinalIgnoreCase)).Select(x => x.Value));
        return response with
        {
            OriginETag = response.Header(HeaderNames.ETag),
            Freshness = status >= 400
                ? Freshness.OfError(status, request.CustomError(status), cacheControl)
                : Freshness.OfContent(request.Policy.Cache, cacheControl, response.Header(HeaderNames.Expires), now),
        };
    }
}
