using System.Net;
using System.Net.Sockets;
using Fairlead.Http;

namespace Fairlead.Verification;

/// <summary>Connects to public URLs as a visitor does: without proxies, and to this machine for every name below <c>localhost</c>.</summary>
internal static class VisitorHandler
{
    /// <summary>The network; to be put below limits.</summary>
    public static SocketsHttpHandler Create(HttpLimits limits)
        => LimitedHttp.CreateTransport(limits, x => (x.UseProxy, x.ConnectCallback) = (false, ConnectAsync));

    /// <summary>A client that follows redirections.</summary>
    public static HttpClient CreateClient(HttpLimits limits) => LimitedHttp.CreateClient(Create(limits), limits);

    /// <summary>Names below localhost are loopback (RFC 6761), but not every resolver knows.</summary>
    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var endpoint = context.DnsEndPoint;
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await (endpoint.Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
                ? socket.ConnectAsync(IPAddress.Loopback, endpoint.Port, cancellationToken)
                : socket.ConnectAsync(endpoint, cancellationToken));
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
