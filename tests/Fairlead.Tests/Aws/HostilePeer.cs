using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Fairlead.Tests.Aws;

/// <summary>A server that takes every connection and request, and answers in its own way: not at all, not to the end, or without one.</summary>
internal sealed class HostilePeer : IAsyncDisposable
{
    private const string Head = "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n";
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly string _answer;
    private readonly string _forever;
    private readonly Task _accepting;

    private HostilePeer(string answer, string forever)
    {
        (_answer, _forever) = (answer, forever);
        _listener.Start();
        Url = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
        _accepting = AcceptAsync();
    }

    public Uri Url { get; }

    public static HostilePeer Of(HostileAnswer answer) => answer switch
    {
        HostileAnswer.Nothing => new HostilePeer("", forever: ""),
        HostileAnswer.HalfAHead => new HostilePeer($"{Head}X-Half", forever: ""),
        HostileAnswer.EndlessHead => new HostilePeer(Head, $"X-More: {new string('x', 1000)}\r\n"),
        HostileAnswer.HalfABody => new HostilePeer($"{Head}Content-Length: 1000000\r\n\r\n{new string(' ', 2000)}", forever: ""),
        _ => new HostilePeer($"{Head}Transfer-Encoding: chunked\r\n\r\n", $"4000\r\n{new string(' ', 0x4000)}\r\n"),
    };

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _accepting;
        _listener.Stop();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
            }
        }
        catch (OperationCanceledException)
        {
        }

        await Task.WhenAll(connections);
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var _ = client;
        try
        {
            var stream = client.GetStream();

            // Once something of the request is here, all of it is taken, whatever is answered meanwhile.
            await stream.ReadExactlyAsync(new byte[1], _end.Token);
            await Task.WhenAll(stream.CopyToAsync(Stream.Null, _end.Token), AnswerAsync(stream));
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or EndOfStreamException)
        {
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(_answer), _end.Token);
        var forever = Encoding.ASCII.GetBytes(_forever);
        while (forever.Length > 0)
        {
            await stream.WriteAsync(forever, _end.Token);
        }
    }
}
