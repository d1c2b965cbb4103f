using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Access;

/// <summary>
/// Credentials for a time. Nothing of them is stored: the session token says under a MAC whose they are and until when, and the secret is derived from the
/// token. So they outlive a restart, and nobody can make or lengthen them without the key of the state directory.
/// </summary>
internal sealed class TemporaryCredentials(AccessKey key)
{
    /// <summary>So that nobody takes them for those of AWS.</summary>
    public const string TokenPrefix = "fairlead-local-cloud/";

    private readonly SealedText _tokens = new(key, "session token");
    private readonly byte[] _secretKey = SealedText.Derive(key, "session secret");

    /// <param name="caller">Who the holder is.</param>
    /// <param name="expiration">From then on they are refused; whole seconds count.</param>
    public IssuedCredentials Issue(Caller caller, DateTimeOffset expiration)
    {
        var (id, seconds) = (AccessKey.NewTemporaryId(), expiration.ToUnixTimeSeconds());
        return Of(id, seconds, caller, TokenPrefix + _tokens.Seal(id, seconds.ToString(CultureInfo.InvariantCulture), caller.Arn, caller.UserId));
    }

    /// <summary>The credentials that a session token belongs to, also those that have expired; null when it is not one of this state directory, or not of that
    /// access key id.</summary>
    public IssuedCredentials? Find(string accessKeyId, string sessionToken)
        => sessionToken.StartsWith(TokenPrefix, StringComparison.Ordinal)
           && _tokens.Open(sessionToken[TokenPrefix.Length..]) is [var id, var seconds, var arn, var userId]
           && id == accessKeyId
            ? Of(id, long.Parse(seconds, CultureInfo.InvariantCulture), new Caller(arn, userId), sessionToken)
            : null;

    private IssuedCredentials Of(string id, long expiration, Caller caller, string token)
        => new(new AccessKey(id, Secret(token)), token, DateTimeOffset.FromUnixTimeSeconds(expiration), caller);

    private string Secret(string token) => Base64Url.EncodeToString(HMACSHA256.HashData(_secretKey, Encoding.UTF8.GetBytes(token)))[..40];
}
