using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;
using Fairlead.Releases;

namespace Fairlead.IntegrationTests.Releases.OnLocalCloud;

/// <summary>Somebody who asks the public URL, by HTTP and nothing else.</summary>
internal sealed partial class Visitor(Uri url) : IDisposable
{
    // The second distribution of a cloud has a name below localhost, which not every resolver knows.
    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        UseProxy = false,
        ConnectCallback = async (context, cancellationToken) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        },
    });

    /// <summary>The page, with what it answered.</summary>
    public async Task<(HttpStatusCode Status, string Text)> AskAsync(string path)
    {
        using var answer = await _http.GetAsync(new Uri(url, path));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>The page and the release that it names.</summary>
    public async Task<(ReleaseId? Release, IReadOnlyList<string> Assets)> PageAsync(string path = "/")
    {
        var (_, text) = await AskAsync(path);
        return (Named(Stamp().Match(text).Groups[1].Value), [.. Asset().Matches(text).Select(x => x.Groups[1].Value)]);
    }

    /// <summary>The release that a service says it is.</summary>
    public async Task<ReleaseId?> ServiceAsync(string path = "/api/health")
    {
        var (status, text) = await AskAsync(path);
        if (status != HttpStatusCode.OK)
        {
            return null;
        }

        using var document = JsonDocument.Parse(text);
        return Named(document.RootElement.GetProperty("release").GetString());
    }

    /// <summary>Those of the assets that are not there.</summary>
    public async Task<IReadOnlyList<string>> MissingAsync(IReadOnlyList<string> assets)
    {
        var missing = new List<string>();
        foreach (var asset in assets)
        {
            if ((await AskAsync(asset)).Status != HttpStatusCode.OK)
            {
                missing.Add(asset);
            }
        }

        return missing;
    }

    public void Dispose() => _http.Dispose();

    private static ReleaseId? Named(string? text) => ReleaseId.TryParse(text, out var release) ? release : null;

    [GeneratedRegex("""<meta name="release" content="([^"]+)">""")]
    private static partial Regex Stamp();

    [GeneratedRegex("""(?:src|href)="(/assets/[^"]+)" """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Asset();
}
