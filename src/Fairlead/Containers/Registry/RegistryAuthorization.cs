using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Fairlead.Containers.Registry;

/// <summary>
/// Answers a registry's challenge: Basic as ECR wants it, or Bearer with a token from the registry's token server
/// (https://distribution.github.io/distribution/spec/auth/token/).
/// </summary>
internal sealed partial class RegistryAuthorization(HttpClient http, RepositoryReference repository, RegistryCredentials? credentials, TimeProvider time)
{
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>What to send along; null as long as nothing was asked for.</summary>
    public AuthenticationHeaderValue? Current { get; private set; }

    /// <summary>Finds an answer to a 401; false when the one that was refused is all there is.</summary>
    /// <param name="refused">What the refused request carried.</param>
    /// <param name="challenges">The answer's WWW-Authenticate.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<bool> AnswerAsync(
        AuthenticationHeaderValue? refused, HttpHeaderValueCollection<AuthenticationHeaderValue> challenges, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (!Equals(refused, Current))
            {
                // Another request was answered meanwhile.
                return true;
            }

            if (challenges.FirstOrDefault(x => x.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase)) is { Parameter: { } parameter })
            {
                var token = await TokenAsync(parameter, cancellationToken);
                if (token is null || token == refused?.Parameter)
                {
                    return false;
                }

                Current = new AuthenticationHeaderValue("Bearer", token);
                return true;
            }

            if (refused is null && credentials is not null && challenges.Any(x => x.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase)))
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

    // Bearer realm="https://auth.example.com/token",service="registry.example.com",scope="repository:shop:pull,push"
    private async Task<string?> TokenAsync(string challenge, CancellationToken cancellationToken)
    {
        var values = ChallengePattern().Matches(challenge).DistinctBy(x => x.Groups[1].Value, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(x => x.Groups[1].Value, x => x.Groups[2].Value, StringComparer.OrdinalIgnoreCase);
        if (!values.TryGetValue("realm", out var realm) || !Uri.TryCreate(realm, UriKind.Absolute, out var server)
            || (server.Scheme != Uri.UriSchemeHttps && !RepositoryReference.IsLoopback(server.Authority)))
        {
            throw new FairleadException(
                $"The registry {repository.Registry} does not let us in.",
                $"It sends for a token to '{realm}', and a password is only sent over HTTPS or within this machine.",
                "Use a registry that has HTTPS.");
        }

        var scope = values.GetValueOrDefault("scope") ?? $"repository:{repository.Name}:pull,push";
        var query = $"scope={Uri.EscapeDataString(scope)}";
        if (values.TryGetValue("service", out var service))
        {
            query = $"service={Uri.EscapeDataString(service)}&{query}";
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, new UriBuilder(server) { Query = query }.Uri);
        request.Headers.Authorization = credentials is null ? null : Basic(credentials);
        using var response = await http.SendAsync(request, cancellationToken);
        if (response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        {
            return null;
        }

        if (!response.IsSuccessStatusCode)
        {
            throw await RegistryError.ReadAsync(response, time, cancellationToken);
        }

        var root = WellFormedJson.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
        return root.ValueKind == JsonValueKind.Object && (root.TryGetProperty("token", out var token) || root.TryGetProperty("access_token", out token))
            && token.ValueKind == JsonValueKind.String && token.GetString() is { } text && text.AsSpan().IndexOfAny("\r\n\0") < 0
                ? text
                : null;
    }

    private static AuthenticationHeaderValue Basic(RegistryCredentials x)
        => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{x.Username}:{x.Password}")));

    [GeneratedRegex("([a-zA-Z_]+)\\s*=\\s*\"([^\"]*)\"", RegexOptions.CultureInvariant)]
    private static partial Regex ChallengePattern();
}
