using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Fairlead.Http;
using Fairlead.Secrets;

namespace Fairlead.Containers.Registry;

/// <summary>
/// Answers a registry's challenge: Basic as ECR wants it, or Bearer with a token from the registry's token server
/// (https://distribution.github.io/distribution/spec/auth/token/).
/// </summary>
internal sealed partial class RegistryAuthorization(HttpClient http, RepositoryReference repository, RegistryCredentials? credentials, TimeProvider time)
{
    // Tokens have some kilobytes; the largest that are known are those of registries that put every group of the user into them.
    private const int LargestAnswer = 256 * 1024;

    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>What to send along; null as long as nothing was asked for.</summary>
    public AuthenticationHeaderValue? Current { get; private set; }

    /// <summary>Finds an answer to a 401; false when the one that was refused is all there is.</summary>
    /// <param name="refused">What the refused request carried.</param>
    /// <param name="answer">The answer that refused it.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="FairleadException">The registry asks for something that nobody could give, or its token server gives no token.</exception>
    public async Task<bool> AnswerAsync(AuthenticationHeaderValue? refused, HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (!Equals(refused, Current))
            {
                // Another request was answered meanwhile.
                return true;
            }

            var challenges = ChallengesOf(answer);
            if (challenges.FirstOrDefault(x => x.Is("Bearer")) is { } bearer)
            {
                var token = await TokenAsync(bearer, cancellationToken);
                if (token is null || token == refused?.Parameter)
                {
                    return false;
                }

                SecretMask.Learn(token);
                Current = new AuthenticationHeaderValue("Bearer", token);
                return true;
            }

            if (refused is null && credentials is not null && challenges.Any(x => x.Is("Basic")))
            {
                Current = Basic(credentials);
                return true;
            }

            return false;
        }
        finally
        {
            _one.Release();
        }
    }

    private IReadOnlyList<Challenge> ChallengesOf(HttpResponseMessage answer)
    {
        try
        {
            return Challenge.Of(answer);
        }
        catch (FormatException exception)
        {
            throw Refused($"The WWW-Authenticate of its answer {exception.Message}", $"Check that {repository.Registry} is an image registry.");
        }
    }

    // Bearer realm="https://auth.example.com/token",service="registry.example.com",scope="repository:shop:pull,push"
    private async Task<string?> TokenAsync(Challenge challenge, CancellationToken cancellationToken)
    {
        var server = TokenServerOf(challenge);
        var scope = challenge.Parameters.GetValueOrDefault("scope") ?? $"repository:{repository.Name}:pull,push";
        var query = $"scope={Uri.EscapeDataString(scope)}";
        if (challenge.Parameters.TryGetValue("service", out var service))
        {
            query = $"service={Uri.EscapeDataString(service)}&{query}";
        }

        var address = new UriBuilder(server) { Query = server.Query.Length > 1 ? $"{server.Query[1..]}&{query}" : query, Fragment = "" }.Uri;
        using var request = new HttpRequestMessage(HttpMethod.Get, address).WithLimits(HttpLimits.Document(LargestAnswer));
        request.Headers.Authorization = credentials is null ? null : Basic(credentials);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        {
            return null;
        }

        if (!response.IsSuccessStatusCode)
        {
            throw await RegistryError.ReadAsync(response, time, cancellationToken);
        }

        return TokenOf(await response.Content.ReadAsByteArrayAsync(cancellationToken)) ?? throw Refused(
            $"Its token server {server.Host} answered without a token that can be sent along",
            $"Check that {server.Host} is the token server of {repository.Registry} and not a page to sign in at, then run this again.");
    }

    /// <summary>Where the password goes: over HTTPS, or from a registry of this machine to this machine.</summary>
    private Uri TokenServerOf(Challenge challenge)
    {
        var realm = challenge.Parameters.GetValueOrDefault("realm", "");
        var isOpen = repository.BaseAddress.Scheme == Uri.UriSchemeHttp;
        return Uri.TryCreate(realm, UriKind.Absolute, out var server) && server.UserInfo.Length == 0
            && (server.Scheme == Uri.UriSchemeHttps
                || (isOpen && server.Scheme == Uri.UriSchemeHttp && RepositoryReference.IsLoopback(server.Authority)))
            ? server
            : throw Refused(
                $"It sends for a token to '{Cut(UrlText.Of(realm))}', and a password is only sent over HTTPS, or from this machine to itself",
                "Use a registry that has HTTPS.");
    }

    /// <summary>Null when the answer has none: it may be anything.</summary>
    private static string? TokenOf(byte[] answer)
    {
        try
        {
            using var document = JsonDocument.Parse(answer);
            return document.RootElement.ValueKind != JsonValueKind.Object
                ? null
                : document.RootElement.EnumerateObject()
                    .Where(x => x.Name is "token" or "access_token" && x.Value.ValueKind == JsonValueKind.String)
                    .Select(x => x.Value.GetString()!)
                    .FirstOrDefault(x => TokenPattern().IsMatch(x));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The second tells of half a surrogate pair.
            return null;
        }
    }

    private FairleadException Refused(string why, string next) => new($"The registry {repository.Registry} does not let us in.", $"{why}.", next);

    private static string Cut(string text) => text.Length > 200 ? $"{text[..200]}…" : text;

    private static AuthenticationHeaderValue Basic(RegistryCredentials x)
        => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{x.Username}:{x.Password}")));

    // b64token of RFC 6750, section 2.1: what a header can carry.
    [GeneratedRegex("^[A-Za-z0-9._~+/-]+=*\\z", RegexOptions.CultureInvariant)]
    private static partial Regex TokenPattern();
}
