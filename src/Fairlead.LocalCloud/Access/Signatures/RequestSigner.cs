using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Access.Signatures;

/// <summary>Signs the edge's own requests to S3.</summary>
internal sealed class RequestSigner(EdgeKey edge, SigningKeys signingKeys, Account account, TimeProvider clock)
{
    private const string UnsignedPayload = "UNSIGNED-PAYLOAD";

    /// <summary>Adds what S3 asks for. Call it when the message has its headers.</summary>
    /// <param name="message">To S3.</param>
    /// <param name="sourceArn">The distribution that signs for its origin; null where it does not, and anybody asks.</param>
    public void Sign(HttpRequestMessage message, string? sourceArn)
    {
        var time = RequestSignature.Written(clock.GetUtcNow());
        var scope = new CredentialScope(time[..8], account.Region, "s3");
        message.Headers.Remove("X-Amz-Date");
        message.Headers.Remove("X-Amz-Content-Sha256");
        message.Headers.Remove(EdgeKey.SourceArn);
        message.Headers.TryAddWithoutValidation("X-Amz-Date", time);
        message.Headers.TryAddWithoutValidation("X-Amz-Content-Sha256", UnsignedPayload);
        if (sourceArn is not null)
        {
            message.Headers.TryAddWithoutValidation(EdgeKey.SourceArn, sourceArn);
        }

        var headers = message.Headers.NonValidated
            .Select(x => (Name: x.Key.ToLowerInvariant(), Value: string.Join(',', x.Value)))
            .Where(x => x.Name.StartsWith("x-amz-", StringComparison.Ordinal))
            .Append((Name: "host", Value: message.Headers.Host ?? message.RequestUri!.Authority))
            .OrderBy(x => x.Name, StringComparer.Ordinal)
            .ToList();
        var canonical = CanonicalRequest.Of(
            message.Method.Method,
            CanonicalRequest.Paths(message.RequestUri!.AbsolutePath, isS3: true).First(),
            CanonicalRequest.Query(message.RequestUri.Query.TrimStart('?')),
            headers,
            UnsignedPayload);
        var names = string.Join(';', headers.Select(x => x.Name));
        var signature = CanonicalRequest.Signature(signingKeys.Of(edge.Key, scope), CanonicalRequest.StringToSign(time, scope, canonical));
        message.Headers.TryAddWithoutValidation(
            "Authorization",
            $"{CanonicalRequest.Algorithm} Credential={edge.Key.Id}/{scope}, SignedHeaders={names}, Signature={signature}");
    }
}
