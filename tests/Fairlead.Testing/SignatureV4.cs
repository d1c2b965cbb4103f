using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace Fairlead.Testing;

/// <summary>
/// Signs requests of tests as the clients of AWS do, in the fewest words: for raw requests, which no SDK would send. Written from
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html and nothing of the product, so that neither hides
/// the other's fault.
/// </summary>
public sealed record SignatureV4(string AccessKeyId, string SecretAccessKey)
{
    private const string UnsignedPayload = "UNSIGNED-PAYLOAD";

    /// <summary>Goes along with temporary credentials.</summary>
    public string? SessionToken { get; init; }

    /// <summary>The clock of the client.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public string Region { get; init; } = "us-east-1";

    /// <summary>A client that signs what it sends for the service.</summary>
    public HttpClient Client(Uri baseAddress, string service)
        => new(new Handler(this, service) { InnerHandler = new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false } })
        {
            BaseAddress = baseAddress,
        };

    /// <summary>Signs a request whose address is absolute. One that carries a signature already, or is a presigned URL, stays as it is.</summary>
    /// <returns>The signature, from which those of chunks follow.</returns>
    public async Task<string?> SignAsync(HttpRequestMessage request, string service, CancellationToken cancellationToken = default)
    {
        var uri = request.RequestUri!;
        if (request.Headers.Contains("Authorization")
            || uri.Query.Contains("X-Amz-", StringComparison.Ordinal)
            || uri.AbsolutePath.StartsWith("/_fairlead/", StringComparison.Ordinal))
        {
            return null;
        }

        var time = Clock.GetUtcNow().UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        request.Headers.TryAddWithoutValidation("x-amz-date", time);
        if (SessionToken is not null)
        {
            request.Headers.TryAddWithoutValidation("x-amz-security-token", SessionToken);
        }

        string payload;
        if (service != "s3")
        {
            payload = Hash(request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken));
        }
        else
        {
            // Not read: a test may send its body piece by piece.
            payload = request.Headers.TryGetValues("x-amz-content-sha256", out var declared) ? declared.Single() : UnsignedPayload;
            request.Headers.Remove("x-amz-content-sha256");
            request.Headers.TryAddWithoutValidation("x-amz-content-sha256", payload);
        }

        var headers = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["host"] = request.Headers.Host ?? uri.Authority };
        foreach (var (name, values) in request.Headers.NonValidated.Concat(request.Content?.Headers.NonValidated ?? default(HttpHeadersNonValidated)))
        {
            if (name.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase))
            {
                headers[name.ToLowerInvariant()] = string.Join(',', values);
            }
        }

        var scope = $"{time[..8]}/{Region}/{service}/aws4_request";
        var path = service == "s3" ? uri.AbsolutePath : uri.AbsolutePath.Replace("%", "%25", StringComparison.Ordinal);
        var query = string.Join('&', uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(x => x.Split('=', 2))
            .Select(x => $"{Encoded(x[0])}={(x.Length > 1 ? Encoded(x[1]) : "")}")
            .Order(StringComparer.Ordinal));
        var canonical = string.Join('\n', [
            request.Method.Method, path, query, .. headers.Select(x => $"{x.Key}:{x.Value.Trim()}"), "", string.Join(';', headers.Keys), payload
        ]);
        var signature = Hmac(SigningKey(scope), $"AWS4-HMAC-SHA256\n{time}\n{scope}\n{Hash(Encoding.UTF8.GetBytes(canonical))}");
        var text = Convert.ToHexStringLower(signature);
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            $"AWS4-HMAC-SHA256 Credential={AccessKeyId}/{scope}, SignedHeaders={string.Join(';', headers.Keys)}, Signature={text}");
        return text;
    }

    /// <summary>The lines of a signed head, for tests that write a request byte for byte.</summary>
    /// <param name="method">GET, PUT …</param>
    /// <param name="url">Where it goes; the path as it is sent.</param>
    /// <param name="service">For whom it is signed.</param>
    /// <param name="host">What it names in <c>Host</c>; null for the authority of the URL. Not among the lines.</param>
    /// <param name="body">What it carries.</param>
    /// <param name="headers">Further headers of AWS's own, which are signed.</param>
    public async Task<string[]> HeadAsync(
        string method, Uri url, string service, string? host = null, string? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), url) { Content = body is null ? null : new StringContent(body) };
        request.Headers.Host = host;
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        await SignAsync(request, service);
        return [.. request.Headers.NonValidated.Where(x => x.Key != "Host").Select(x => $"{x.Key}: {x.Value}")];
    }

    public byte[] SigningKey(string scope) => scope.Split('/').Aggregate(Encoding.UTF8.GetBytes("AWS4" + SecretAccessKey), (key, part) => Hmac(key, part));

    public static byte[] Hmac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static string Encoded(string parameter) => Uri.EscapeDataString(Uri.UnescapeDataString(parameter));

    private sealed class Handler(SignatureV4 signer, string service) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await signer.SignAsync(request, service, cancellationToken);
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
