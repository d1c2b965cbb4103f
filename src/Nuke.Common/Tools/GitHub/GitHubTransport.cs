using Fairlead.Http;
using Octokit;
using Octokit.Internal;
using Serilog;

namespace Nuke.Common.Tools.GitHub;

/// <summary>
/// Sends Octokit's requests, again where that helps: questions when the server breaks, all when a rate limit ends soon. Octokit's own client does
/// neither, and keeps a copy of what it uploads in memory.
/// </summary>
internal sealed class GitHubTransport(TimeProvider time, CancellationToken cancellationToken)
    : HttpClientAdapter(() => LimitedHttp.CreateTransport()), IHttpClient
{
    private const int Attempts = 3;

    // A run that waits longer than this is better started again when the limit is over.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    // A page of a hundred releases with long notes has some megabytes. Assets, artifacts and logs are no JSON, and as large as they are.
    private const int LargestAnswer = 32 * 1024 * 1024;

    private readonly HttpClient _client = LimitedHttp.CreateClient(LimitedHttp.CreateTransport(), time: time);
    private TimeSpan _timeout = TimeSpan.FromSeconds(100);

    /// <exception cref="GitHubException">There was no answer.</exception>
    async Task<IResponse> IHttpClient.Send(IRequest request, CancellationToken requestCancellation, Func<object, object>? preprocessResponseBody)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (response, answer) = await SendOnce(request, preprocessResponseBody, requestCancellation);
            var wait = answer.IsRateLimited
                ? answer.RetryAfter(time.GetUtcNow())
                : answer.IsServerFault && request.Method == HttpMethod.Get ? TimeSpan.FromSeconds(attempt) : (TimeSpan?)null;
            if (wait is null || wait > LongestWait || attempt == Attempts)
            {
                return response ?? throw new GitHubException(answer);
            }

            Log.Warning("{Problem} Trying again in {Seconds} s", answer.Problem, (int)Math.Ceiling(wait.Value.TotalSeconds));
            await Task.Delay(wait.Value, time, cancellationToken);
        }
    }

    void IHttpClient.SetRequestTimeout(TimeSpan timeout) => _timeout = timeout;

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _client.Dispose();
        }

        base.Dispose(disposing);
    }

    private async Task<(IResponse? Response, GitHubAnswer Answer)> SendOnce(
        IRequest request, Func<object, object>? preprocess, CancellationToken requestCancellation)
    {
        var content = request.Body as Stream;
        if (content is { CanSeek: true })
        {
            content.Position = 0;
        }

        // It would close the stream, which is sent again.
        var message = BuildRequestMessage(request);
        var name = $"{message.Method} {message.RequestUri!.AbsolutePath}";
        message.WithLimits(new HttpLimits { Whole = content is null ? _timeout : null });
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, requestCancellation);
        try
        {
            using var answer = await _client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, ends.Token);
            await answer.Content.LoadIntoBufferAsync(IsJson(answer) ? LargestAnswer : int.MaxValue, ends.Token);
            answer.Headers.TryAddWithoutValidation(GitHubAnswer.RequestHeader, name);
            var response = await BuildResponse(answer, preprocess!);
            return (response, new GitHubAnswer(response));
        }
        catch (HttpRequestException exception) when (exception.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            return (null, new GitHubAnswer(name, "the answer is larger than any of GitHub's", isTransient: false));
        }
        catch (HttpRequestException exception)
        {
            return (null, new GitHubAnswer(name, exception.Message));
        }
    }

    private static bool IsJson(HttpResponseMessage answer)
        => answer.Content.Headers.ContentType?.MediaType is { } type
            && (type.Equals("application/json", StringComparison.OrdinalIgnoreCase) || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase));
}
