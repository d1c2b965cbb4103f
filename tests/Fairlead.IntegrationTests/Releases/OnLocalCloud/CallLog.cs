using System.Collections.Concurrent;
using System.Web;

namespace Fairlead.IntegrationTests.Releases.OnLocalCloud;

/// <summary>Every request that the clients of a run sent to AWS, in order. Counts on its own what writes, without the rules that the run itself goes by.</summary>
internal sealed class CallLog
{
    private readonly ConcurrentQueue<(string Call, bool IsWrite)> _calls = new();

    public IReadOnlyList<string> Calls => [.. _calls.Select(x => x.Call)];

    public IReadOnlyList<string> Writes => [.. _calls.Where(x => x.IsWrite).Select(x => x.Call)];

    /// <summary>What stands between a client and the network.</summary>
    public HttpMessageHandler Listen(HttpMessageHandler network) => new Handler(this, network);

    public void Clear() => _calls.Clear();

    private async Task AddAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var operation = request.Headers.TryGetValues("X-Amz-Target", out var targets) ? targets.First().Split('.')[^1]
            : request.Content is { Headers.ContentType.MediaType: "application/x-www-form-urlencoded" } form
                ? HttpUtility.ParseQueryString(await form.ReadAsStringAsync(cancellationToken))["Action"]
            : null;
        var isWrite = operation is null
            ? request.Method != HttpMethod.Get && request.Method != HttpMethod.Head
            : !new[] { "Get", "List", "Describe", "BatchGet" }.Any(x => operation.StartsWith(x, StringComparison.Ordinal));
        _calls.Enqueue((operation ?? $"{request.Method} {request.RequestUri!.PathAndQuery}", isWrite));
    }

    private sealed class Handler(CallLog log, HttpMessageHandler network) : DelegatingHandler(network)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await log.AddAsync(request, cancellationToken);
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
