using System.Security.Cryptography;
using System.Text;
using Nuke.Common.Parameters;

namespace Nuke.Common.Secrets;

/// <summary>
/// The format that NUKE gives secrets in parameters files: `v1:` and the base64 of AES-256-CBC with PKCS#7 padding. The first 32 bytes of
/// PBKDF2-HMAC-SHA256 over the password's UTF-8 bytes are the key, the next 16 the initialisation vector.
/// </summary>
/// <remarks>
/// There is no authentication: about one wrong password in 256 yields a valid padding. Text that is not UTF-8 afterwards counts as wrong too,
/// which leaves next to none.
/// </remarks>
internal static class SecretCipher
{
    public const string Prefix = RawValue.EncryptedPrefix;

    private const int Iterations = 10_000;
    private const int KeySize = 32;
    private const int BlockSize = 16;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // A constant of the format; it is the same in every repository.
    private static ReadOnlySpan<byte> Salt => [0x49, 0x76, 0x61, 0x6e, 0x20, 0x4d, 0x65, 0x64, 0x76, 0x65, 0x64, 0x65, 0x76];

    /// <summary>Key and initialisation vector of a password. Takes some milliseconds, so keep it where several values are read.</summary>
    public static byte[] DeriveKey(string password)
        => Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(password), Salt, Iterations, HashAlgorithmName.SHA256, KeySize + BlockSize);

    public static string Encrypt(string text, byte[] key)
    {
        using var aes = Create(key);
        return Prefix + Convert.ToBase64String(aes.EncryptCbc(Encoding.UTF8.GetBytes(text), key.AsSpan(KeySize)));
    }

    /// <summary>The text; null when the key is not the one that it was encrypted with.</summary>
    /// <exception cref="FormatException">The value is damaged: it is not what <see cref="Encrypt"/> returns for any key.</exception>
    public static string? Decrypt(string value, byte[] key)
    {
        var bytes = Convert.FromBase64String(value[Prefix.Length..]);
        if (bytes.Length == 0 || bytes.Length % BlockSize != 0)
        {
            throw new FormatException();
        }

        using var aes = Create(key);
        try
        {
            return Strict.GetString(aes.DecryptCbc(bytes, key.AsSpan(KeySize)));
        }
        catch (Exception exception) when (exception is CryptographicException or DecoderFallbackException)
        {
            return null;
        }
    }

    private static Aes Create(byte[] key)
    {
        var aes = Aes.Create();
        aes.Key = key[..KeySize];
        return aes;
    }
}
