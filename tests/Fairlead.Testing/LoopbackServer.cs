using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Fairlead.Testing;

/// <summary>An HTTP/1.1 server on a free loopback port that records requests and answers what a function says.</summary>
public sealed class LoopbackServer : IAsyncDisposable, IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<RecordedRequest, ScriptedResponse> _answer;
    private readonly Task _accepting;

    /// <param name="answer">The answer to a request. Requests of several connections are answered at the same time.</param>
    public LoopbackServer(Func<RecordedRequest, ScriptedResponse> answer)
    {
        _answer = answer;
        _listener.Start();
        Url = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
        _accepting = AcceptAsync();
    }

    public Uri Url { get; }

    /// <summary>The requests so far, in the order in which they were read.</summary>
    public ConcurrentQueue<RecordedRequest> Requests { get; } = new();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();

        // In this order: accepting on a listener that was stopped a moment before is an error of its own.
        await _accepting;
        _listener.Stop();
        _stop.Dispose();
    }

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }

        await Task.WhenAll(connections);
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var _ = client;
        var stream = new BufferedStream(client.GetStream());
        try
        {
            while (await ReadAsync(stream) is { } request)
            {
                Requests.Enqueue(request);
                var response = _answer(request);
                if (ReferenceEquals(response, ScriptedResponse.Cut))
                {
                    return;
                }

                if (ReferenceEquals(response, ScriptedResponse.Never))
                {
                    await Task.Delay(Timeout.Infinite, _stop.Token);
                }

                var head = new StringBuilder();
                head.Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {response.Status} X\r\nContent-Length: {response.Content.Length}\r\n");
                foreach (var (name, value) in response.Headers)
                {
                    head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
                }

                await stream.WriteAsync(Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()), _stop.Token);
                if (request.Method != "HEAD")
                {
                    await stream.WriteAsync(response.Content, _stop.Token);
                }

                await stream.FlushAsync(_stop.Token);
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or SocketException)
        {
        }
    }

    private async Task<RecordedRequest?> ReadAsync(Stream stream)
    {
        if (await ReadLineAsync(stream) is not { Length: > 0 } line)
        {
            return null;
        }

        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await ReadLineAsync(stream) is { Length: > 0 } header)
        {
            headers[header.Split(':', 2)[0]] = header.Split(':', 2)[1].Trim();
        }

        if (headers.ContainsKey("Expect"))
        {
            await stream.WriteAsync("HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray(), _stop.Token);
            await stream.FlushAsync(_stop.Token);
        }

        var content = headers.ContainsKey("Transfer-Encoding")
            ? await ReadChunksAsync(stream)
            : await ReadExactlyAsync(stream, headers.TryGetValue("Content-Length", out var length) ? int.Parse(length, CultureInfo.InvariantCulture) : 0);
        var first = line.Split(' ');
        return new RecordedRequest(first[0], first[1], headers, content);
    }

    // SIZE\r\nBYTES\r\n… 0\r\n\r\n: RFC 9112, 7.1; sizes are hexadecimal.
    private async Task<byte[]> ReadChunksAsync(Stream stream)
    {
        var content = new List<byte>();
        while (await ReadLineAsync(stream) is { } size && Size(size) is > 0 and var count)
        {
            content.AddRange(await ReadExactlyAsync(stream, count));
            await ReadLineAsync(stream);
        }

        await ReadLineAsync(stream);
        return [.. content];

        static int Size(string line) => int.Parse(line.Split(';')[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    }

    private async Task<byte[]> ReadExactlyAsync(Stream stream, int count)
    {
        var content = new byte[count];
        await stream.ReadExactlyAsync(content, _stop.Token);
        return content;
    }

    private async Task<string?> ReadLineAsync(Stream stream)
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (await stream.ReadAsync(one, _stop.Token) == 1)
        {
            if (one[0] == '\n')
            {
                return Encoding.ASCII.GetString([.. line]).TrimEnd('\r');
            }

            line.Add(one[0]);
        }

        return null;
    }
}
