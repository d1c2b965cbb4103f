using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Fairlead.LocalCloud.Protocol;

/// <summary>
/// The token between two pages of a listing: the position that the first page ended at, and not an item, so that it holds when the item is deleted. Opaque:
/// base64url of a checksum, the listing and the position. It is good for the listing that gave it and for no other, also after a restart.
/// </summary>
internal static class PageToken
{
    private const int ChecksumLength = 6;

    /// <param name="listing">What is listed: the operation, and what it lists the items of. Without line ends.</param>
    /// <param name="position">The key of the last item shown.</param>
    public static string Of(string listing, string position)
    {
        var content = Encoding.UTF8.GetBytes($"{listing}\n{position}");
        return Base64Url.EncodeToString([.. Checksum(content), .. content]);
    }

    /// <summary>The position; null when the token is damaged, or another listing's.</summary>
    public static string? Position(string listing, string token)
    {
        if (!Base64Url.IsValid(token))
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(token);
        if (bytes.Length <= ChecksumLength || !Checksum(bytes.AsSpan(ChecksumLength)).AsSpan().SequenceEqual(bytes.AsSpan(0, ChecksumLength)))
        {
            return null;
        }

        var content = Encoding.UTF8.GetString(bytes, ChecksumLength, bytes.Length - ChecksumLength);
        return content.StartsWith(listing + "\n", StringComparison.Ordinal) ? content[(listing.Length + 1)..] : null;
    }

    private static byte[] Checksum(ReadOnlySpan<byte> content) => SHA256.HashData(content)[..ChecksumLength];
}
