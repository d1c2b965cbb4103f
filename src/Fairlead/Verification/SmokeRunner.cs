using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Fairlead.Http;
using Fairlead.Reporting;
using Fairlead.Secrets;

namespace Fairlead.Verification;

/// <summary>Runs smoke checks one after the other, as a visitor would: through the public URL, without proxies.</summary>
public sealed class SmokeRunner : IDisposable
{
    private const int MaxRedirects = 5;
    private const int ShownBody = 200;

    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(2);

    // A page that is meant for a person. A refusal is a page too.
    private const int LargestPage = 16 * 1024 * 1024;

    // The byte behind it tells that there is more.
    private static readonly HttpLimits Limits = new() { LargestBody = LargestPage + 1, LargestError = LargestPage + 1, IsBodyCut = true, Redirections = 0 };

    private readonly HttpClient _http;
    private readonly IReporter _reporter;
    private readonly TimeProvider _clock;

    public SmokeRunner(IReporter reporter, TimeProvider clock)
        : this(reporter, clock, Handler())
    {
    }

    /// <param name="reporter">Gets a line per failure.</param>
    /// <param name="clock">The clock of durations, retries and time-outs.</param>
    /// <param name="handler">Must not follow redirects. Disposed with the runner.</param>
    public SmokeRunner(IReporter reporter, TimeProvider clock, HttpMessageHandler handler)
    {
        _reporter = reporter;
        _clock = clock;
        _http = LimitedHttp.CreateClient(handler, Limits, clock);
    }

    /// <summary>Runs every check that may run. A check that fails does not stop those after it; only cancellation throws.</summary>
    public async Task<SmokeReport> RunAsync(IReadOnlyList<SmokeCheck> checks, SmokeOptions options, CancellationToken cancellationToken = default)
    {
        var run = new Run(options, _clock.GetTimestamp(), new Dictionary<string, string>(StringComparer.Ordinal));
        var results = new List<SmokeCheckResult>();
        foreach (var check in checks)
        {
            var result = await RunAsync(check, run, cancellationToken);
            results.Add(result);
            _reporter.Progress("Smoke test", results.Count, checks.Count);
            if (result.Status == SmokeStatus.Failed)
            {
                _reporter.Warning(result.Detail!);
            }
        }

        return new SmokeReport(results);
    }

    public void Dispose() => _http.Dispose();

    private async Task<SmokeCheckResult> RunAsync(SmokeCheck check, Run run, CancellationToken cancellationToken)
    {
        if (check.IsWrite && !run.Options.IncludeWrites)
        {
            return Skipped("It writes, and nothing was deployed.");
        }

        if (check.Needs.FirstOrDefault(x => !run.Remembered.ContainsKey(x)) is { } missing)
        {
            return Skipped($"It needs {{{missing}}}, which no earlier check gave.");
        }

        var start = _clock.GetTimestamp();
        var delay = FirstDelay;
        for (var attempt = 1; ; attempt++)
        {
            var failure = await TryAsync(check, run, cancellationToken);
            if (failure is null)
            {
                return new SmokeCheckResult(check.ToString(), SmokeStatus.Passed, _clock.GetElapsedTime(start), attempt, null);
            }

            // A write whose answer was lost may have been done.
            var mayRetry = check is { IsAllowedToLag: true, IsWrite: false } && _clock.GetElapsedTime(run.Start) + delay <= run.Options.LagLimit;
            if (!mayRetry)
            {
                return new SmokeCheckResult(check.ToString(), SmokeStatus.Failed, _clock.GetElapsedTime(start), attempt, failure);
            }

            await Task.Delay(delay, _clock, cancellationToken);
            delay = delay * 2 < LongestDelay ? delay * 2 : LongestDelay;
        }

        SmokeCheckResult Skipped(string reason) => new(check.ToString(), SmokeStatus.Skipped, TimeSpan.Zero, 0, reason);
    }

    /// <summary>One attempt. Null when every expectation holds.</summary>
    private async Task<string?> TryAsync(SmokeCheck check, Run run, CancellationToken cancellationToken)
    {
        var url = new Uri(run.Options.PublicUrl.AbsoluteUri.TrimEnd('/') + Fill(check.Path, run, Uri.EscapeDataString));
        using var timeout = new CancellationTokenSource(run.Options.RequestTimeout, _clock);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        SmokeResponse response;
        try
        {
            response = await SendAsync(check, url, run, linked.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $"{check.Method} {UrlText.Of(url)}: expected {Expected(check, run)}, got no answer within {run.Options.RequestTimeout.TotalSeconds:0.#} s.";
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return $"{check.Method} {UrlText.Of(url)}: expected {Expected(check, run)}, got no answer: {exception.Message.TrimEnd('.')}.";
        }

        foreach (var expectation in check.Expectations)
        {
            if (expectation.Got(response) is { } got)
            {
                var expected = response.Fill(expectation.Expected(run.Options.ReleaseId));
                return $"{check.Method} {UrlText.Of(url)}: expected {expected}, got {got}.{(expectation.ReadsBody ? Cut(response) : "")}{Evidence(response)}";
            }
        }

        foreach (var (name, path) in check.Remembered)
        {
            run.Remembered[name] = response.Json(path)!;
        }

        return null;
    }

    private async Task<SmokeResponse> SendAsync(SmokeCheck check, Uri url, Run run, CancellationToken cancellationToken)
    {
        for (var redirects = 0; ; redirects++)
        {
            using var request = new HttpRequestMessage(new HttpMethod(check.Method), url);
            if (check.Body is not null)
            {
                request.Content = new StringContent(Fill(check.Body, run, x => x), Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
            }

            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (check.AreRedirectsFollowed
                && redirects < MaxRedirects
                && (int)response.StatusCode is 301 or 302 or 303 or 307 or 308
                && response.Headers.Location is { } location)
            {
                url = new Uri(url, location);
                continue;
            }

            var isCut = (await response.Content.ReadAsByteArrayAsync(cancellationToken)).Length > LargestPage;
            var headers = response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
                .GroupBy(x => x.Key, StringComparer.OrdinalIgnoreCase)
                .ToDictionary(x => x.Key, x => string.Join(", ", x.SelectMany(y => y.Value)), StringComparer.OrdinalIgnoreCase);
            return new SmokeResponse(
                (int)response.StatusCode,
                response.Content.Headers.ContentType?.MediaType ?? "",
                await response.Content.ReadTextAsync(cancellationToken),
                headers,
                run.Options.ReleaseId,
                run.Remembered)
            { IsCut = isCut };
        }
    }

    private static string Expected(SmokeCheck check, Run run)
        => check.Expectations.Count == 0 ? "an answer" : check.Expectations[0].Expected(run.Options.ReleaseId);

    private static string Cut(SmokeResponse response)
        => response.IsCut ? $" Only the first {LargestPage / 1024 / 1024} MiB of the body were read; what is expected may be behind them." : "";

    /// <summary>The beginning of the body on one line, and what the edge says of where it came from.</summary>
    private static string Evidence(SmokeResponse response)
    {
        // Before it is cut: half a secret would not be found.
        var body = SecretMask.Hide(string.Join(' ', response.Body.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        var shown = body.Length == 0 ? " The body is empty." : $" Body: {(body.Length > ShownBody ? body[..ShownBody] + "…" : body)}";
        return response.Header("X-Cache") is { } cache ? $"{shown} X-Cache: {cache}." : shown;
    }

    private static string Fill(string text, Run run, Func<string, string> encode)
        => SmokeCheck.Placeholder().Replace(text, x => run.Remembered.TryGetValue(x.Groups[1].Value, out var value) ? encode(value) : x.Value);

    private static SocketsHttpHandler Handler()
    {
        var handler = VisitorHandler.Create(Limits);
        (handler.UseCookies, handler.AutomaticDecompression) = (false, DecompressionMethods.All);
        return handler;
    }

    private sealed record Run(SmokeOptions Options, long Start, Dictionary<string, string> Remembered);
}
