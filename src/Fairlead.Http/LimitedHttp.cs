namespace Fairlead.Http;

/// <summary>Makes the HTTP clients: the only place that does, which a test of the compiled assemblies asserts.</summary>
public static class LimitedHttp
{
    private static readonly HttpRequestOptionsKey<HttpLimits> LimitsKey = new("Fairlead.Http.Limits");

    /// <summary>A client for this machine's network.</summary>
    /// <param name="limits">Of each of its requests that has none of its own (<see cref="WithLimits"/>); the default when null.</param>
    /// <param name="configure">Changes the transport: its proxy, for example.</param>
    /// <param name="around">What stands above the limits, and does not count for them; nothing when null.</param>
    public static HttpClient CreateClient(
        HttpLimits? limits = null, Action<SocketsHttpHandler>? configure = null, Func<HttpMessageHandler, HttpMessageHandler>? around = null)
    {
        HttpMessageHandler limited = new LimitedHandler(CreateTransport(limits, configure), limits);
        return new(around?.Invoke(limited) ?? limited) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>A client over a transport.</summary>
    /// <param name="transport">What sends. Disposed with the client.</param>
    /// <param name="limits">Of each of its requests that has none of its own; the default when null.</param>
    /// <param name="time">The clock of the limits.</param>
    /// <remarks>It has no total limit: a large transfer takes its time.</remarks>
    public static HttpClient CreateClient(HttpMessageHandler transport, HttpLimits? limits = null, TimeProvider? time = null)
        => new(new LimitedHandler(transport, limits, time)) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>This machine's network, without limits but those on connections and redirections: to be put below a <see cref="LimitedHandler"/>.</summary>
    /// <remarks>
    /// A redirection never leads from https to http, and takes no Authorization along
    /// (https://learn.microsoft.com/dotnet/api/system.net.http.socketshttphandler.allowautoredirect).
    /// </remarks>
    public static SocketsHttpHandler CreateTransport(HttpLimits? limits = null, Action<SocketsHttpHandler>? configure = null)
    {
        limits ??= HttpLimits.Default;
        var transport = new SocketsHttpHandler { ConnectTimeout = limits.Connect, AllowAutoRedirect = limits.Redirections > 0 };
        if (limits.Redirections > 0)
        {
            transport.MaxAutomaticRedirections = limits.Redirections;
        }

        configure?.Invoke(transport);
        return transport;
    }

    /// <summary>Gives one request limits of its own.</summary>
    public static HttpRequestMessage WithLimits(this HttpRequestMessage request, HttpLimits limits)
    {
        request.Options.Set(LimitsKey, limits);
        return request;
    }

    internal static HttpLimits? LimitsOf(HttpRequestMessage request) => request.Options.TryGetValue(LimitsKey, out var limits) ? limits : null;
}
