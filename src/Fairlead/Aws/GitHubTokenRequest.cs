using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using Fairlead.Http;

namespace Fairlead.Aws;

/// <summary>
/// Asks GitHub for a job's token, as often and with the waits of GitHub's own toolkit: @actions/core sets ten retries, and @actions/http-client sends a GET
/// again after 502, 503 and 504 (https://github.com/actions/toolkit/blob/main/packages/http-client/src/index.ts). A connection that breaks is one of them.
/// </summary>
internal sealed partial class GitHubTokenRequest(HttpClient http, Func<string, string?> environment, TimeProvider time)
{
    private const int Retries = 10;
    private const int LargestAnswer = 64 * 1024;

    // Times two to the number of the retry: 10 ms, 20 ms, … 5.12 s, ten seconds together.
    private static readonly TimeSpan TimeSlice = TimeSpan.FromMilliseconds(5);

    private static readonly HttpLimits Limits = HttpLimits.Document(LargestAnswer) with { Answer = TimeSpan.FromSeconds(30) };

    /// <param name="audience">Whom the token is for.</param>
    /// <exception cref="FairleadException">GitHub gives none. The permission is named only where GitHub's answer is about permissions.</exception>
    public async Task<string> SendAsync(string audience)
    {
        var address = AddressFor(audience);
        for (var retry = 0; ; retry++)
        {
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, address).WithLimits(Limits);
                request.Headers.Authorization = RequestToken();
                using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
                if (response.IsSuccessStatusCode)
                {
                    return TokenOf(await response.Content.ReadAsByteArrayAsync()) ?? throw NoIdentity($"{address.Host} answered without a token", Again);
                }

                if (!IsPassing(response.StatusCode) || retry == Retries)
                {
                    throw NoIdentity(
                        $"{address.Host} answered {(int)response.StatusCode} {response.StatusCode}{(retry > 0 ? $", {retry + 1} times" : "")}",
                        AdviceFor(response.StatusCode));
                }
            }
            catch (HttpRequestException exception)
            {
                // Whoever let us wait once would do so eleven times.
                if (exception is HttpLimitException || retry == Retries)
                {
                    throw NoIdentity(exception.Message.TrimEnd('.'), Again, exception);
                }
            }

            await Task.Delay(TimeSlice * Math.Pow(2, retry + 1), time);
        }
    }

    private const string Again = "Run the job again; https://www.githubstatus.com says whether GitHub has a problem.";

    private static bool IsPassing(HttpStatusCode status)
        => status is HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    private static string AdviceFor(HttpStatusCode status)
        => status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound
            ? "Give the workflow the permission id-token: write, and run it again."
            : Again;

    // {"count": 1, "value": "eyJ0eXAi…"}
    private static string? TokenOf(byte[] answer)
    {
        try
        {
            using var document = JsonDocument.Parse(answer);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("value", out var value)
                && value.ValueKind == JsonValueKind.String
                && TokenPattern().IsMatch(value.GetString()!) ? value.GetString() : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The second tells of half a surrogate pair.
            return null;
        }
    }

    private Uri AddressFor(string audience)
    {
        var given = environment("ACTIONS_ID_TOKEN_REQUEST_URL");
        return Uri.TryCreate(given, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || url.IsLoopback)
            ? new Uri($"{given}{(url.Query.Length == 0 ? "?" : "&")}audience={Uri.EscapeDataString(audience)}")
            : throw NoIdentity("ACTIONS_ID_TOKEN_REQUEST_URL is no https address", "Leave this variable to the runner.");
    }

    private AuthenticationHeaderValue RequestToken()
        => environment("ACTIONS_ID_TOKEN_REQUEST_TOKEN") is { } token && TokenPattern().IsMatch(token)
            ? new AuthenticationHeaderValue("Bearer", token)
            : throw NoIdentity("ACTIONS_ID_TOKEN_REQUEST_TOKEN is no token", "Leave this variable to the runner.");

    private static FairleadException NoIdentity(string why, string next, Exception? inner = null)
        => new("GitHub gave this job no identity.", $"{why}.", next, inner);

    // b64token of RFC 6750, section 2.1; a JSON Web Token is one.
    [GeneratedRegex("^[A-Za-z0-9._~+/-]+=*\\z", RegexOptions.CultureInvariant)]
    private static partial Regex TokenPattern();
}
