using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Fairlead.LocalCloud.Protocol;
using Microsoft.AspNetCore.Http.Features;

namespace Fairlead.LocalCloud.Access.Signatures;

/// <summary>
/// Verifies Signature Version 4 (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html) against the key of the state directory, the temporary
/// credentials that were made with it, and the key of the edge. S3's bodies are verified while they are read: by their digest in the head, or chunk by chunk.
/// Those of the other services are small and read first.
/// </summary>
internal sealed partial class SignatureVerifier(
    AccessKey key,
    EdgeKey edge,
    TemporaryCredentials sessions,
    SigningKeys signingKeys,
    Account account,
    TimeProvider clock)
{
    /// <summary>What S3 allows (https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html), for all services here.</summary>
    public static readonly TimeSpan LargestSkew = TimeSpan.FromMinutes(15);

    /// <summary>Above every limit of the services that are here but S3: a task definition has 64 KiB, PutLogEvents 1 MiB, UploadLayerPart 20 MiB in base64.
    /// </summary>
    private const int LargestBody = 32 * 1024 * 1024;

    private const string S3 = "s3";

    private const string PayloadHeader = "x-amz-content-sha256";

    private const string UnsignedPayload = "UNSIGNED-PAYLOAD";

    /// <summary>CloudFront adds it behind the signature of the viewer's presigned URL.</summary>
    private const string EdgeRequestId = "x-amz-cf-id";

    /// <summary>The bodies that <see cref="PayloadHeader"/> can announce instead of their digest, and whether their chunks and trailers are signed.</summary>
    private static readonly Dictionary<string, (bool Chunks, bool Trailers)> Announced = new()
    {
        [UnsignedPayload] = (false, false),
        ["STREAMING-UNSIGNED-PAYLOAD-TRAILER"] = (false, false),
        ["STREAMING-AWS4-HMAC-SHA256-PAYLOAD"] = (true, false),
        ["STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER"] = (true, true),
    };

    /// <summary>Returns when the request is who it says it is. From then on it has the feature <see cref="Caller"/>, and, for S3,
    /// <see cref="PayloadDigest"/> where it declares one and <see cref="IChunkSignatures"/> where its body is signed in chunks.</summary>
    /// <exception cref="SignatureRefusedException">It is not.</exception>
    public async Task VerifyAsync(HttpContext context, RequestSignature signature)
    {
        var (secret, caller) = Holder(signature);
        CheckTime(signature);
        var isS3 = signature.Scope.Service == S3;
        var payload = isS3 ? DeclaredPayload(context.Request, signature) : await ReadPayloadAsync(context);
        var signingKey = signingKeys.Of(secret, signature.Scope);
        if (!Forms(context, signature, isS3, payload).Any(x => IsSignature(x, signingKey, signature)))
        {
            throw new SignatureRefusedException(SignatureFault.Mismatch);
        }

        context.Features.Set(caller);
        if (isS3 && !Announced.ContainsKey(payload))
        {
            context.Features.Set(new PayloadDigest(payload));
        }

        if (isS3 && Announced.GetValueOrDefault(payload) is { Chunks: true } chunked)
        {
            var chunks = new ChunkSignatures(signingKey, signature.Time, signature.Scope, signature.Signature, chunked.Trailers);
            context.Response.RegisterForDispose(chunks);
            context.Features.Set<IChunkSignatures>(chunks);
        }
    }

    private (AccessKey Key, Caller Caller) Holder(RequestSignature signature)
    {
        if (signature.SessionToken is not { } token)
        {
            return signature.AccessKeyId == key.Id ? (key, Caller.Owner(account))
                : signature.AccessKeyId == edge.Key.Id ? (edge.Key, edge.Caller)
                : throw new SignatureRefusedException(SignatureFault.UnknownKey);
        }

        var issued = sessions.Find(signature.AccessKeyId, token) ?? throw new SignatureRefusedException(SignatureFault.InvalidToken);
        return issued.Expiration > clock.GetUtcNow()
            ? (issued.Key, issued.Caller)
            : throw new SignatureRefusedException(SignatureFault.ExpiredToken);
    }

    private void CheckTime(RequestSignature signature)
    {
        var now = clock.GetUtcNow();
        if (signature.SignedAt > now + LargestSkew)
        {
            throw new SignatureRefusedException(
                signature.Lifetime is null ? SignatureFault.Skewed : SignatureFault.Expired,
                signature.Lifetime is null ? Detail("not yet current", "is still later than", LargestSkew, '+') : "Request is not valid yet");
        }

        if (signature.Lifetime is { } lifetime)
        {
            if (now > signature.SignedAt + lifetime)
            {
                throw new SignatureRefusedException(SignatureFault.Expired);
            }
        }
        else if (signature.SignedAt < now - LargestSkew)
        {
            throw new SignatureRefusedException(SignatureFault.Skewed, Detail("expired", "is now earlier than", -LargestSkew, '-'));
        }

        // S3 has one sentence for both.
        string? Detail(string what, string relation, TimeSpan skew, char sign)
            => signature.Scope.Service == S3 ? null
                : $"Signature {what}: {signature.Time} {relation} {RequestSignature.Written(now + skew)} "
                    + $"({RequestSignature.Written(now)} {sign} {LargestSkew.TotalMinutes:0} min.)";
    }

    private static string DeclaredPayload(HttpRequest request, RequestSignature signature)
    {
        var inHeader = request.Headers[PayloadHeader].ToString();
        var declared = inHeader.Length > 0 ? inHeader : request.Query["X-Amz-Content-Sha256"].ToString();
        return declared switch
        {
            // Chunks are told by the header alone; without it the body would be taken as it comes, and no chunk be verified.
            _ when inHeader.Length == 0 && declared.StartsWith("STREAMING-", StringComparison.Ordinal)
                => throw new SignatureRefusedException(SignatureFault.InvalidPayloadHash),
            "" => signature.Lifetime is null ? throw new SignatureRefusedException(SignatureFault.NoPayloadHash) : UnsignedPayload,
            _ when Announced.ContainsKey(declared) || Sha256().IsMatch(declared) => declared,
            _ => throw new SignatureRefusedException(SignatureFault.InvalidPayloadHash),
        };
    }

    /// <summary>The digest of the body, which stays to be read.</summary>
    private static async Task<string> ReadPayloadAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.ContentLength > LargestBody)
        {
            throw new SignatureRefusedException(SignatureFault.TooLarge);
        }

        var body = new MemoryStream((int)(request.ContentLength ?? 0));
        context.Response.RegisterForDispose(body);
        var buffer = new byte[16 * 1024];
        for (int count; (count = await request.Body.ReadAsync(buffer, context.RequestAborted)) > 0;)
        {
            body.Write(buffer, 0, count);
            if (body.Length > LargestBody)
            {
                throw new SignatureRefusedException(SignatureFault.TooLarge);
            }
        }

        body.Position = 0;
        request.Body = body;
        return Convert.ToHexStringLower(SHA256.HashData(body.GetBuffer().AsSpan(0, (int)body.Length)));
    }

    private static IEnumerable<string> Forms(HttpContext context, RequestSignature signature, bool isS3, string payload)
    {
        var headers = SignedHeaders(context.Request, signature);
        var (path, query) = Target(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);
        var canonicalQuery = CanonicalRequest.Query(query, signature.Lifetime is null ? null : RequestSignature.QuerySignature);
        return CanonicalRequest.Paths(path, isS3).Select(x => CanonicalRequest.Of(context.Request.Method, x, canonicalQuery, headers, payload));
    }

    private static List<(string Name, string Value)> SignedHeaders(HttpRequest request, RequestSignature signature)
    {
        var signed = signature.SignedHeaders.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var missing = request.Headers.Keys
            .Where(x => x.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase) && !x.Equals(EdgeRequestId, StringComparison.OrdinalIgnoreCase))
            .Prepend("host")
            .Where(x => !signed.Contains(x))
            .ToList();
        return missing.Count == 0
            ? [.. signature.SignedHeaders.Select(x => (x, string.Join(',', request.Headers[x].ToArray())))]
            : throw new SignatureRefusedException(
                SignatureFault.UnsignedHeaders,
                $"There were headers present in the request which were not signed: {string.Join(", ", missing).ToLowerInvariant()}");
    }

    /// <summary>Path and query as they came. The target may be a whole URI when the client believes it talks to a proxy.</summary>
    private static (string Path, string Query) Target(string rawTarget)
    {
        var authority = rawTarget.StartsWith('/') ? -1 : rawTarget.IndexOf("://", StringComparison.Ordinal);
        var start = authority < 0 ? 0 : rawTarget.IndexOfAny(['/', '?'], authority + 3);
        var parts = (start < 0 ? "" : rawTarget[start..]).Split('?', 2);
        return (parts[0].Length == 0 ? "/" : parts[0], parts.Length > 1 ? parts[1] : "");
    }

    private static bool IsSignature(string canonicalRequest, byte[] signingKey, RequestSignature signature)
    {
        var expected = CanonicalRequest.Signature(signingKey, CanonicalRequest.StringToSign(signature.Time, signature.Scope, canonicalRequest));
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(signature.Signature));
    }

    [GeneratedRegex("^[0-9A-Fa-f]{64}\\z")]
    private static partial Regex Sha256();
}
