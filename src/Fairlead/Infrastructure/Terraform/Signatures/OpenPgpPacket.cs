using System.Buffers.Binary;

namespace Fairlead.Infrastructure.Terraform.Signatures;

/// <summary>A packet of OpenPGP: https://www.rfc-editor.org/rfc/rfc9580#section-4</summary>
internal sealed record OpenPgpPacket(int Tag, byte[] Body)
{
    public const int Signature = 2;

    public const int PublicKey = 6;

    public const int PublicSubkey = 14;

    /// <exception cref="OpenPgpException">The bytes are no sequence of packets.</exception>
    public static IEnumerable<OpenPgpPacket> Read(byte[] bytes)
    {
        var at = 0;
        while (at < bytes.Length)
        {
            var header = bytes[at++];
            if ((header & 0x80) == 0)
            {
                throw new OpenPgpException("it is not OpenPGP data");
            }

            // Section 4.2: bit 6 tells the new format from the legacy one, and they write lengths differently.
            var isNew = (header & 0x40) != 0;
            var length = isNew ? NewLength(bytes, ref at) : LegacyLength(bytes, ref at, header & 3);
            if (length > bytes.Length - at)
            {
                throw new OpenPgpException("it is cut off");
            }

            yield return new OpenPgpPacket(isNew ? header & 0x3F : (header >> 2) & 0xF, bytes[at..(at + (int)length)]);
            at += (int)length;
        }
    }

    // Section 4.2.1. Partial lengths are for data of unknown length; neither keys nor signatures have them.
    public static long NewLength(ReadOnlySpan<byte> bytes, ref int at)
    {
        var first = Take(bytes, ref at, 1)[0];
        return first switch
        {
            < 192 => first,
            < 224 => ((first - 192) << 8) + Take(bytes, ref at, 1)[0] + 192,
            255 => BinaryPrimitives.ReadUInt32BigEndian(Take(bytes, ref at, 4)),
            _ => throw new OpenPgpException("it has a packet of partial length"),
        };
    }

    public static ReadOnlySpan<byte> Take(ReadOnlySpan<byte> bytes, ref int at, int count)
    {
        if (count > bytes.Length - at)
        {
            throw new OpenPgpException("it is cut off");
        }

        at += count;
        return bytes.Slice(at - count, count);
    }

    // Section 4.2.2
    private static long LegacyLength(ReadOnlySpan<byte> bytes, ref int at, int type) => type switch
    {
        0 => Take(bytes, ref at, 1)[0],
        1 => BinaryPrimitives.ReadUInt16BigEndian(Take(bytes, ref at, 2)),
        2 => BinaryPrimitives.ReadUInt32BigEndian(Take(bytes, ref at, 4)),
        _ => throw new OpenPgpException("it has a packet of unknown length"),
    };
}
