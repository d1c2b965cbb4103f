using System.Security.Cryptography;
using System.Text;

namespace Fairlead.Secrets;

/// <summary>
/// Digest of a text that may hold secrets, for records that others read. Whoever has the digest and guesses has to stretch each guess (PBKDF2-HMAC-SHA256, RFC
/// 8018, section 5.2), and has to begin anew for each salt; a plain digest tells a password of eight letters within minutes.
/// </summary>
public static class StretchedDigest
{
    /// <summary>Some hundredths of a second; each deploy pays for it once. Part of what is recorded: another number makes other digests.</summary>
    public const int Iterations = 100_000;

    /// <param name="text">May hold secrets.</param>
    /// <param name="salt">What the digest is of: the same text for something else has another digest.</param>
    /// <returns><c>pbkdf2-sha256:100000:</c> and 64 hexadecimal digits; the same on every machine.</returns>
    public static string Of(string text, string salt)
    {
        var digest = Rfc2898DeriveBytes.Pbkdf2(
            Encoding.UTF8.GetBytes(text), SHA256.HashData(Encoding.UTF8.GetBytes(salt)), Iterations, HashAlgorithmName.SHA256, SHA256.HashSizeInBytes);
        return $"pbkdf2-sha256:{Iterations}:{Convert.ToHexStringLower(digest)}";
    }
}
