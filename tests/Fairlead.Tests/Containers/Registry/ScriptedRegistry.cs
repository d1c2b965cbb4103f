using System.Net;

namespace Fairlead.Tests.Containers.Registry;

/// <summary>A transport that answers from a script and keeps what it was asked.</summary>
internal sealed class ScriptedRegistry(Func<ScriptedRegistry, HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
{
    private readonly Lock _lock = new();

    public List<string> Requests { get; } = [];

    /// <summary>Tells that nobody waits any longer for the answer that the script is about to give.</summary>
    public CancellationToken Ended { get; private set; }

    /// <summary>How many requests there were with this method and end of path.</summary>
    public int Count(string method, string pathEnd)
        => Requests.Count(x => x.StartsWith(method, StringComparison.Ordinal) && x.Contains(pathEnd, StringComparison.Ordinal));

    public static HttpResponseMessage Status(HttpStatusCode status, string? json = null)
        => new(status) { Content = new StringContent(json ?? "", System.Text.Encoding.UTF8, "application/json") };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is not null)
        {
            await request.Content.CopyToAsync(Stream.Null, cancellationToken);
        }

        lock (_lock)
        {
            Requests.Add($"{request.Method} {request.RequestUri} {request.Headers.Authorization}".TrimEnd());
            Ended = cancellationToken;
            var response = answer(this, request);
            response.RequestMessage = request;
            return response;
        }
    }
}
