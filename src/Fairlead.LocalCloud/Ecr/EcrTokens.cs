using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Fairlead.LocalCloud.Ecr;

/// <summary>
/// Passwords of the registry's user <c>AWS</c>: good for 12 hours, across restarts. A token states its expiry and carries a random part
/// and an HMAC over both, so that none has to be stored.
/// </summary>
internal sealed class EcrTokens(EcrRepositories repositories, TimeProvider clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    public (string Token, DateTimeOffset ExpiresAt) Create()
    {
        var expires = clock.GetUtcNow() + Lifetime;
        var payload = $"{expires.ToUnixTimeSeconds()}.{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(18))}";
        return ($"{payload}.{Mac(payload)}", expires);
    }

    public bool IsValid(string token)
    {
        var end = token.LastIndexOf('.');
        return end > 0
               && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token[(end + 1)..]), Encoding.UTF8.GetBytes(Mac(token[..end])))
               && long.TryParse(token.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var expires)
               && clock.GetUtcNow().ToUnixTimeSeconds() < expires;
    }

    private string Mac(string payload) => Base64Url.EncodeToString(HMACSHA256.HashData(repositories.TokenKey(), Encoding.UTF8.GetBytes(payload)));
}
