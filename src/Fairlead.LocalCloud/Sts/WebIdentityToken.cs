using System.Buffers.Text;
using System.Text.Json;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Sts;

/// <summary>What a web identity token says of itself. Its signature is not verified: the local cloud
/// trusts no identity provider and no one trusts it.</summary>
internal sealed record WebIdentityToken(string Subject, string Issuer, string Audience, DateTimeOffset? Expiry)
{
    public static WebIdentityToken Parse(string token)
    {
        try
        {
            var parts = token.Split('.');
            using var payload = JsonDocument.Parse(Base64Url.DecodeFromChars(parts.Length == 3 ? parts[1] : throw new FormatException()));
            var claims = payload.RootElement;
            return new WebIdentityToken(
                Text(claims, "sub"),
                Text(claims, "iss"),
                Text(claims, "aud"),
                claims.TryGetProperty("exp", out var expiry) ? DateTimeOffset.FromUnixTimeSeconds(expiry.GetInt64()) : null);
        }
        catch (Exception exception) when (exception is FormatException or JsonException or InvalidOperationException or ArgumentException)
        {
            throw new AwsServiceException(
                "InvalidIdentityToken",
                "The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)");
        }
    }

    private static string Text(JsonElement claims, string name)
        => !claims.TryGetProperty(name, out var value) ? "" : value.ValueKind == JsonValueKind.Array ? value[0].GetString() ?? "" : value.GetString() ?? "";
}
