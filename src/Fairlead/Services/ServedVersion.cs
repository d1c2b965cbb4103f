using System.Net;
using System.Text.Json;
using Fairlead.Json;
using Fairlead.Releases;
using Fairlead.Secrets;

namespace Fairlead.Services;

/// <summary>Asks the service, as its users would, which release it is.</summary>
public sealed class ServedVersion(HttpClient http, TimeProvider time)
{
    // Enough of an answer to recognize it by; a health document is small.
    private const int MaximumBody = 64 * 1024;
    private const int QuotedBody = 200;

    /// <summary>Waits until the health address names the release several times in a row.</summary>
    /// <returns>Succeeded, or Failed with the last answer in its reason.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task<Outcome> VerifyAsync(string releaseId, ServedVersionOptions options, CancellationToken cancellationToken)
    {
        var deadline = time.GetUtcNow() + options.Timeout;
        var inARow = 0;
        while (true)
        {
            var (served, finding) = await AskAsync(options, cancellationToken);
            inARow = served == releaseId ? inARow + 1 : 0;
            if (inARow >= options.Consecutive)
            {
                return Outcome.Succeeded($"{UrlText.Of(options.HealthUrl)} serves release {releaseId}, {inARow} times in a row.");
            }

            if (time.GetUtcNow() + options.Interval > deadline)
            {
                return new Outcome(
                    OutcomeKind.Failed,
                    $"{UrlText.Of(options.HealthUrl)} did not serve release {releaseId} within {options.Timeout.TotalSeconds:0} s: {finding}",
                    new WhyBlock([], [], [], []));
            }

            await Task.Delay(options.Interval, time, cancellationToken);
        }
    }

    /// <summary>Asks once.</summary>
    /// <returns>The release that the answer names, and what was found in one sentence.</returns>
    public async Task<(string? Release, string Finding)> AskAsync(ServedVersionOptions options, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(options.RequestTimeout);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, options.HealthUrl);
            request.Headers.CacheControl = new() { NoCache = true };
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timeout.Token);
            var body = await ReadAsync(response, timeout.Token);
            if (response.StatusCode != HttpStatusCode.OK)
            {
                return (null, $"it answered {(int)response.StatusCode} {Quote(body)}");
            }

            return Release(body, options.ReleaseProperty) is { } release
                ? (release, $"it answered 200 as release {release}.")
                : (null, $"it answered 200 without a JSON property \"{options.ReleaseProperty}\" {Quote(body)}");
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return (null, e is OperationCanceledException
                ? $"it did not answer within {options.RequestTimeout.TotalSeconds:0} s."
                : $"it could not be reached ({e.Message}).");
        }
    }

    private static async Task<string> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[MaximumBody];
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return System.Text.Encoding.UTF8.GetString(buffer, 0, length);
    }

    private static string? Release(string body, string property)
    {
        try
        {
            var root = WellFormedJson.Parse(body);
            return root.ValueKind == JsonValueKind.Object
                && root.TryGetProperty(property, out var value)
                && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Quote(string body)
    {
        // Before it is cut: half a secret would not be found.
        var text = SecretMask.Hide(string.Join(' ', body.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        return text.Length == 0 ? "with an empty body." : $"with the body: {(text.Length <= QuotedBody ? text : text[..QuotedBody] + "…")}";
    }
}
