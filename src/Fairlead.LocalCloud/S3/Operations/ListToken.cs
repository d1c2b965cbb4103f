using System.Buffers.Binary;
using System.Buffers.Text;
using System.Text;
using Fairlead.LocalCloud.S3.Checksums;

namespace Fairlead.LocalCloud.S3.Operations;

/// <summary>
/// A continuation token: the last name that was listed, so that the next page goes on behind it though it was deleted meanwhile. It belongs to the list that it
/// was made for, by a check of both: one of another list, or one that was changed, is refused.
/// </summary>
internal static class ListToken
{
    private const int CheckBytes = sizeof(uint);

    /// <param name="list">Which list it is.</param>
    /// <param name="last">The name.</param>
    public static string Of(string list, string last)
    {
        var name = Encoding.UTF8.GetBytes(last);
        var token = new byte[CheckBytes + name.Length];
        BinaryPrimitives.WriteUInt32BigEndian(token, Check(list, name));
        name.CopyTo(token, CheckBytes);
        return Base64Url.EncodeToString(token);
    }

    /// <exception cref="Protocol.AwsServiceException">InvalidArgument: it was not made for the list.</exception>
    public static string Read(string list, string token)
    {
        if (Base64Url.IsValid(token) && Base64Url.DecodeFromChars(token) is { Length: > CheckBytes } bytes
            && BinaryPrimitives.ReadUInt32BigEndian(bytes) == Check(list, bytes.AsSpan(CheckBytes)))
        {
            return Encoding.UTF8.GetString(bytes, CheckBytes, bytes.Length - CheckBytes);
        }

        throw S3Errors.InvalidArgument("The continuation token provided is incorrect");
    }

    private static uint Check(string list, ReadOnlySpan<byte> name) => (uint)Crc.Crc32.Append(Crc.Crc32.Append(0, Encoding.UTF8.GetBytes(list + "\n")), name);
}
