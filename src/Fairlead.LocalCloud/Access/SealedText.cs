using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Fairlead.LocalCloud.Access;

/// <summary>
/// Says something under a MAC that only the key of a state directory makes, so that it can be handed out and believed when it comes back. One for each
/// purpose: what was sealed for another is not opened.
/// </summary>
internal sealed class SealedText(AccessKey key, string purpose)
{
    private const char Separator = '\n';

    private readonly byte[] _key = Derive(key, purpose);

    /// <param name="parts">None may hold a line end.</param>
    public string Seal(params string[] parts)
    {
        var text = Encoding.UTF8.GetBytes(string.Join(Separator, parts));
        return $"{Base64Url.EncodeToString(text)}.{Base64Url.EncodeToString(HMACSHA256.HashData(_key, text))}";
    }

    /// <summary>What was sealed; null when this was not sealed with the key and for the purpose.</summary>
    public string[]? Open(string text)
        => text.Split('.') is [var said, var mac] && TryDecode(said, out var bytes) && TryDecode(mac, out var sent)
           && CryptographicOperations.FixedTimeEquals(sent, HMACSHA256.HashData(_key, bytes))
            ? Encoding.UTF8.GetString(bytes).Split(Separator)
            : null;

    /// <summary>A key of its own for each purpose.</summary>
    public static byte[] Derive(AccessKey key, string purpose)
        => HMACSHA256.HashData(Encoding.UTF8.GetBytes(key.Secret), Encoding.UTF8.GetBytes($"fairlead local cloud: {purpose}"));

    private static bool TryDecode(string text, out byte[] bytes)
    {
        try
        {
            bytes = Base64Url.DecodeFromChars(text);
            return true;
        }
        catch (FormatException)
        {
            bytes = [];
            return false;
        }
    }
}
