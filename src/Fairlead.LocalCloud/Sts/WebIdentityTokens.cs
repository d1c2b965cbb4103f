using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Xml;
using Fairlead.LocalCloud.Access;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Sts;

/// <summary>
/// The tokens that AssumeRoleWithWebIdentity takes. On AWS the caller has no key and the token of an identity provider is the proof. The local cloud asks no
/// provider, so whoever wants credentials shows that they have its key all the same: a token counts that is signed with HS256 (RFC 7518, section 3.2) and the
/// secret access key.
/// </summary>
internal sealed class WebIdentityTokens(AccessKey key, TimeProvider clock)
{
    private const string Algorithm = "HS256";

    /// <exception cref="AwsServiceException">It is no JWT, not signed with the key, or has expired.</exception>
    public WebIdentityToken Verify(string token)
    {
        try
        {
            var parts = token.Split('.');
            if (parts.Length != 3)
            {
                throw new FormatException();
            }

            using var header = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[0]));
            using var payload = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]));
            var claims = payload.RootElement;
            var read = new WebIdentityToken(Text(claims, "sub"), Text(claims, "iss"), Text(claims, "aud"));
            if (Text(header.RootElement, "alg") != Algorithm || !IsSigned(parts))
            {
                throw new AwsServiceException(
                    "InvalidIdentityToken",
                    $"No OpenIDConnect provider found in your account for {read.Issuer}. The local cloud takes tokens that are signed with {Algorithm} and its "
                        + "own secret access key, and no others. './build.sh LocalCloudEnvironment' prints that key.");
            }

            return claims.TryGetProperty("exp", out var expiry) && DateTimeOffset.FromUnixTimeSeconds(expiry.GetInt64()) <= clock.GetUtcNow()
                ? throw new AwsServiceException(
                    "ExpiredTokenException",
                    "Token expired: the web identity token that was passed is expired or is not valid. Get a new one from the identity provider.")
                : read;
        }
        catch (Exception exception)
            when (exception is FormatException or JsonException or XmlException or InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            throw new AwsServiceException(
                "InvalidIdentityToken",
                "The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)");
        }
    }

    private bool IsSigned(string[] parts) => CryptographicOperations.FixedTimeEquals(
        Base64Url.DecodeFromChars(parts[2]),
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(key.Secret), Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}")));

    /// <summary>A claim stands in the answer, which is XML and does not have every character of JSON.</summary>
    private static string Text(JsonElement claims, string name)
        => !claims.TryGetProperty(name, out var value) ? ""
            : XmlConvert.VerifyXmlChars((value.ValueKind == JsonValueKind.Array ? value[0] : value).GetString() ?? "");
}
