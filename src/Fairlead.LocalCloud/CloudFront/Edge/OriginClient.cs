using System.Net;
using System.Net.Sockets;
using Fairlead.LocalCloud.Access.Signatures;
using Fairlead.LocalCloud.CloudFront.Configuration;
using Fairlead.LocalCloud.Protocol;
using Microsoft.Net.Http.Headers;

namespace Fairlead.LocalCloud.CloudFront.Edge;

/// <summary>
/// Speaks to origins, always in plain HTTP: everything is on this machine. A bucket is read from this cloud's own S3 with the key of the edge, and
/// written by nobody: who has no key of S3 gets none here. What it may read there S3 decides, as for CloudFront.
/// What goes along follows the table of https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html.
/// </summary>
internal sealed class OriginClient(Listeners listeners, RequestSigner signer) : IDisposable
{
    public const string Via = "1.1 localcloud.cloudfront.net (CloudFront)";

    private static readonly HashSet<string> NeverForwarded = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection", "Keep-Alive", "Proxy-Authenticate", "Proxy-Authorization", "Proxy-Connection", "TE", "Trailer", "Transfer-Encoding", "Upgrade",
        "Content-Length", "Expect", "Via", "X-Forwarded-For", "X-Amz-Cf-Id", "Cookie", "Host", "Accept-Encoding",
    };

    private static readonly HashSet<string> AlwaysForwarded = new(StringComparer.OrdinalIgnoreCase)
    {
        "Content-Type", "Content-Encoding", "Content-Language", "Content-MD5", "Date", "If-Match", "If-None-Match", "If-Modified-Since",
        "If-Unmodified-Since", "If-Range", "Range",
    };

    private static readonly string[] Conditional = ["If-Match", "If-None-Match", "If-Modified-Since", "If-Unmodified-Since", "If-Range", "Range"];

    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler
    {
        UseProxy = false,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseCookies = false,
        ActivityHeadersPropagator = null,
        ConnectTimeout = TimeSpan.FromSeconds(10),

        // A restarted service keeps its address: connections to the old one must not be picked long after it went.
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(5),
    });

    /// <summary>The request for a fetch into the cache: a GET for the whole object, without the viewer's
    /// conditions, reading nothing of the viewer's request later.</summary>
    public HttpRequestMessage ForCache(EdgeRequest request, IPAddress? viewer)
        => Build(request, HttpMethod.Get, viewer, header => !Conditional.Contains(header, StringComparer.OrdinalIgnoreCase));

    /// <summary>The viewer's own request, passed on with its body.</summary>
    public HttpRequestMessage ForViewer(EdgeRequest request, HttpContext context)
    {
        var message = Build(request, new HttpMethod(context.Request.Method), context.Connection.RemoteIpAddress, _ => true);
        var safe = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        if (!safe)
        {
            if (context.Request.ContentLength is { } length)
            {
                message.Content = new StreamContent(context.Request.Body);
                message.Content.Headers.ContentLength = length;
            }
            else if (context.Request.Headers.TransferEncoding.Count > 0)
            {
                message.Content = new StreamContent(context.Request.Body);
                message.Headers.TransferEncodingChunked = true;
            }

            if (request.Origin.Bucket is null && request.Headers.Authorization.Count > 0)
            {
                message.Headers.Remove(HeaderNames.Authorization);
                message.Headers.TryAddWithoutValidation(HeaderNames.Authorization, request.Headers.Authorization.ToString());
            }
        }

        CopyContentHeaders(request, message);
        return message;
    }

    /// <summary>Returns when the headers are there.</summary>
    /// <exception cref="OriginException">The origin cannot be reached, closes the connection or does not answer in time.</exception>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, EdgeRequest request, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(request.Origin.ReadTimeout);
        try
        {
            return await _http.SendAsync(message, timeout.Token);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new OriginException(timedOut: true, exception);
        }
        catch (HttpRequestException exception)
        {
            throw new OriginException(timedOut: exception.InnerException is SocketException { SocketErrorCode: SocketError.TimedOut }, exception);
        }
    }

    public void Dispose() => _http.Dispose();

    private HttpRequestMessage Build(EdgeRequest request, HttpMethod method, IPAddress? viewer, Func<string, bool> wanted)
    {
        var policy = request.Policy;
        var message = new HttpRequestMessage(method, Target(request)) { Version = HttpVersion.Version11 };
        foreach (var (name, values) in request.Headers)
        {
            if (!NeverForwarded.Contains(name) && !name.StartsWith(':') && wanted(name) && !(request.Origin.Bucket is not null && IsOfViewerAlone(name))
                && (AlwaysForwarded.Contains(name) || policy.Cache.Headers.Contains(name) || policy.OriginRequest.Headers.Contains(name)))
            {
                message.Headers.TryAddWithoutValidation(name, values.ToArray());
            }
        }

        // A bucket is addressed by its own name, whatever name the viewer used.
        if (request.Origin.Bucket is null && (policy.OriginRequest.Headers.Contains(HeaderNames.Host) || policy.Cache.Headers.Contains(HeaderNames.Host)))
        {
            message.Headers.Host = request.Headers.Host.ToString();
        }

        var cookies = EdgeRequest.CookieHeader(
            request.Headers.Cookie.ToString(),
            x => policy.Cache.Cookies.Contains(x) || policy.OriginRequest.Cookies.Contains(x));
        Add(HeaderNames.Cookie, cookies);
        Add(HeaderNames.AcceptEncoding, request.AcceptEncoding.Length > 0 || !policy.OriginRequest.Headers.Contains(HeaderNames.AcceptEncoding)
            ? request.AcceptEncoding
            : request.Headers.AcceptEncoding.ToString());
        if (!message.Headers.Contains(HeaderNames.UserAgent))
        {
            Add(HeaderNames.UserAgent, "Amazon CloudFront");
        }

        Add(HeaderNames.Via, Via);
        Add("X-Amz-Cf-Id", Guid.NewGuid().ToString("N"));
        var before = request.Headers["X-Forwarded-For"].ToString();
        Add("X-Forwarded-For", viewer is null ? before : before.Length == 0 ? viewer.ToString() : $"{before}, {viewer}");
        foreach (var (name, value) in request.Origin.CustomHeaders)
        {
            message.Headers.Remove(name);
            Add(name, value);
        }

        // A presigned URL of the viewer's speaks for itself.
        if (request.Origin.Bucket is not null && (method == HttpMethod.Get || method == HttpMethod.Head) && !request.IsPresigned)
        {
            signer.Sign(message, Signs(request) ? request.Distribution.Arn : null);
        }

        return message;

        void Add(string name, string value)
        {
            if (value.Length > 0)
            {
                message.Headers.TryAddWithoutValidation(name, value);
            }
        }
    }

    /// <summary>
    /// A viewer's Authorization goes to no bucket here, but takes the place of CloudFront's own where that does not override it. As on CloudFront only where it
    /// is in the cache key; else what one viewer is refused with it would be kept for all.
    /// </summary>
    private static bool Signs(EdgeRequest request) => request.Signing switch
    {
        OriginSigning.Always => true,
        OriginSigning.UnlessAuthorized => request.Headers.Authorization.Count == 0
            || !request.Policy.Cache.Headers.Names.Contains(HeaderNames.Authorization, StringComparer.OrdinalIgnoreCase),
        _ => false,
    };

    /// <summary>
    /// What a browser says of the page that asks, and who the viewer claims to be. The edge is open to all pages and users; S3 behind it is asked by
    /// the edge, and a credential scope of the viewer's would lead to another service on the same port.
    /// </summary>
    private static bool IsOfViewerAlone(string header)
        => header.Equals(HeaderNames.Origin, StringComparison.OrdinalIgnoreCase)
            || header.Equals(HeaderNames.Authorization, StringComparison.OrdinalIgnoreCase)
            || header.StartsWith("Sec-Fetch-", StringComparison.OrdinalIgnoreCase);

    private static void CopyContentHeaders(EdgeRequest request, HttpRequestMessage message)
    {
        if (message.Content is null)
        {
            return;
        }

        foreach (var name in new[] { HeaderNames.ContentType, HeaderNames.ContentEncoding, HeaderNames.ContentLanguage, HeaderNames.ContentMD5 })
        {
            if (request.Headers[name] is { Count: > 0 } values)
            {
                message.Content.Headers.TryAddWithoutValidation(name, values.ToArray());
            }
        }
    }

    private Uri Target(EdgeRequest request)
    {
        var origin = request.Origin;
        var address = origin.Bucket is { } bucket
            ? $"{listeners.Api.GetLeftPart(UriPartial.Authority)}/{bucket}"
            : $"http://{origin.DomainName}:{origin.HttpPort}";
        return new Uri(
            address + origin.OriginPath + request.Path + (request.Query.Length == 0 ? "" : "?" + request.Query),
            new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
    }
}

/// <summary>The origin did not answer.</summary>
internal sealed class OriginException(bool timedOut, Exception inner) : Exception(inner.Message, inner)
{
    public bool TimedOut { get; } = timedOut;
}
