using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Fairlead.LocalCloud.Access.Signatures;

/// <summary>Signing keys by key and scope. Deriving one takes four HMACs, and all requests of a day share it.
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html#derive-signing-key</summary>
internal sealed class SigningKeys
{
    /// <summary>More than the services of a day. Temporary credentials come and go, so there is a bound.</summary>
    private const int Most = 256;

    private readonly ConcurrentDictionary<(AccessKey Key, CredentialScope Scope), byte[]> _keys = new();

    public byte[] Of(AccessKey key, CredentialScope scope)
    {
        if (_keys.Count >= Most)
        {
            _keys.Clear();
        }

        return _keys.GetOrAdd((key, scope), static x => Derive(x.Key.Secret, x.Scope));
    }

    public static byte[] Derive(string secret, CredentialScope scope)
    {
        var key = Encoding.UTF8.GetBytes("AWS4" + secret);
        foreach (var part in new[] { scope.Date, scope.Region, scope.Service, CredentialScope.Terminator })
        {
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        }

        return key;
    }
}
