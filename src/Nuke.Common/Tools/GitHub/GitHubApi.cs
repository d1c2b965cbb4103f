using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Nuke.Common.Execution;
using Serilog;

namespace Nuke.Common.Tools.GitHub;

/// <summary>GitHub's REST API, version 2022-11-28: https://docs.github.com/rest. The server is that of GITHUB_API_URL, which runners set.</summary>
internal sealed class GitHubApi : IDisposable
{
    private const int Attempts = 3;

    // A run that waits longer than this is better started again when the limit is over.
    private static readonly TimeSpan s_longestWait = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(100);

    private readonly HttpClient _client;
    private readonly Uri _address;
    private readonly TimeProvider _time;

    /// <param name="token">null: only what everybody may read.</param>
    /// <param name="variables">The environment.</param>
    /// <param name="time">Waits; default is the system's.</param>
    public GitHubApi(string token, IReadOnlyDictionary<string, string> variables, TimeProvider time = null)
    {
        _time = time ?? TimeProvider.System;
        var url = variables.GetValueOrDefault("GITHUB_API_URL") is { Length: > 0 } given ? given : "https://api.github.com";
        _address = Uri.TryCreate($"{url.TrimEnd('/')}/", UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw new BuildException($"GITHUB_API_URL is '{url}', which is not a URL.", "Correct it, or remove it to use https://api.github.com.");
        _client = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.UserAgent.ParseAdd("nuke-build");
        _client.DefaultRequestHeaders.Accept.ParseAdd("application/vnd.github+json");
        _client.DefaultRequestHeaders.Add("X-GitHub-Api-Version", "2022-11-28");
        if (token is not null)
            _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public async Task<JsonElement> Get(string path, CancellationToken cancellationToken) =>
        (await Request(HttpMethod.Get, path, null, cancellationToken)).Body;

    /// <summary>null when there is no such thing, or the token may not see it.</summary>
    public async Task<JsonElement?> Find(string path, CancellationToken cancellationToken)
    {
        var answer = await Send(HttpMethod.Get, path, null, cancellationToken);
        return answer.Status == HttpStatusCode.NotFound ? null : answer.OrThrow().Body;
    }

    /// <summary>All elements, page by page: those of the answer, or of the property of the answer that has the list.</summary>
    public async IAsyncEnumerable<JsonElement> GetAll(
        string path, string property, [EnumeratorCancellation] CancellationToken cancellationToken, string filter = null)
    {
        for (var page = 1;; page++)
        {
            var answer = await Request(HttpMethod.Get, $"{path}?{(filter is null ? "" : $"{filter}&")}per_page=100&page={page}", null, cancellationToken);
            var elements = property is null ? answer.Body : answer.Body.GetProperty(property);
            foreach (var element in elements.EnumerateArray())
                yield return element;
            if (!answer.HasNextPage)
                yield break;
        }
    }

    public async Task<JsonElement> Post(string path, JsonObject body, CancellationToken cancellationToken) =>
        (await Request(HttpMethod.Post, path, body, cancellationToken)).Body;

    public Task<GitHubAnswer> TryPost(string path, JsonObject body, CancellationToken cancellationToken) =>
        Send(HttpMethod.Post, path, () => Json(body), cancellationToken);

    public async Task Patch(string path, JsonObject body, CancellationToken cancellationToken) =>
        await Request(HttpMethod.Patch, path, body, cancellationToken);

    public async Task Delete(string path, CancellationToken cancellationToken)
    {
        var answer = await Send(HttpMethod.Delete, path, null, cancellationToken);
        if (answer.Status != HttpStatusCode.NotFound)
            answer.OrThrow();
    }

    /// <summary>Sends a file. It is not sent again when the server breaks: what came of it has to be looked at first.</summary>
    public Task<GitHubAnswer> Upload(Uri url, string file, CancellationToken cancellationToken) =>
        Send(HttpMethod.Post, url.ToString(), () => Binary(file), cancellationToken);

    public void Dispose() => _client.Dispose();

    private async Task<GitHubAnswer> Request(HttpMethod method, string path, JsonObject body, CancellationToken cancellationToken) =>
        (await Send(method, path, body is null ? null : () => Json(body), cancellationToken)).OrThrow();

    private async Task<GitHubAnswer> Send(HttpMethod method, string path, Func<HttpContent> content, CancellationToken cancellationToken)
    {
        for (var attempt = 1;; attempt++)
        {
            var answer = await SendOnce(method, path, content, cancellationToken);
            var wait = answer.IsRateLimited
                ? answer.RetryAfter(_time.GetUtcNow())
                : answer.IsServerFault && method == HttpMethod.Get ? TimeSpan.FromSeconds(attempt) : (TimeSpan?)null;
            if (wait is null || wait > s_longestWait || attempt == Attempts)
                return answer;
            Log.Warning("{Problem} Trying again in {Seconds} s", answer.Problem, (int)Math.Ceiling(wait.Value.TotalSeconds));
            await Task.Delay(wait.Value, _time, cancellationToken);
        }
    }

    private async Task<GitHubAnswer> SendOnce(HttpMethod method, string path, Func<HttpContent> content, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, new Uri(_address, path)) { Content = content?.Invoke() };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (request.Content is not StreamContent)
            limit.CancelAfter(s_timeout);
        try
        {
            using var response = await _client.SendAsync(request, limit.Token);
            return new GitHubAnswer(request, response, await response.Content.ReadAsByteArrayAsync(limit.Token));
        }
        catch (HttpRequestException exception)
        {
            return new GitHubAnswer(request, exception.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new GitHubAnswer(request, $"no answer within {s_timeout.TotalSeconds:0} s");
        }
    }

    private static StringContent Json(JsonObject body) => new(body.ToJsonString(), Encoding.UTF8, "application/json");

    private static StreamContent Binary(string file) => new(File.OpenRead(file))
    {
        Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") },
    };
}
