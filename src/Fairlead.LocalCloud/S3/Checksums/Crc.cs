using System.Buffers.Binary;

namespace Fairlead.LocalCloud.S3.Checksums;

/// <summary>
/// A reflected cyclic redundancy check of 32 or 64 bits whose register starts and ends inverted, eight bytes a step.
/// The three that S3 knows: https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html
/// </summary>
internal sealed class Crc
{
    private const int Slices = 8;

    private readonly int _width;
    private readonly ulong _polynomial;
    private readonly ulong _mask;
    private readonly ulong[] _tables = new ulong[Slices * 256];

    private Crc(int width, ulong reflectedPolynomial)
    {
        _width = width;
        _polynomial = reflectedPolynomial;
        _mask = width == 64 ? ulong.MaxValue : (1UL << width) - 1;
        for (var value = 0; value < 256; value++)
        {
            var register = (ulong)value;
            for (var bit = 0; bit < 8; bit++)
            {
                register = (register & 1) != 0 ? (register >> 1) ^ reflectedPolynomial : register >> 1;
            }

            _tables[value] = register;
        }

        for (var index = 256; index < _tables.Length; index++)
        {
            var before = _tables[index - 256];
            _tables[index] = (before >> 8) ^ _tables[(int)(before & 0xFF)];
        }
    }

    public static Crc Crc32 { get; } = new(32, 0xEDB88320);

    public static Crc Crc32C { get; } = new(32, 0x82F63B78);

    public static Crc Crc64Nvme { get; } = new(64, 0x9A6C9329AC4BC9B5);

    public int Bytes => _width / 8;

    /// <summary>The check of what <paramref name="crc"/> covers, followed by <paramref name="data"/>. 0 is the check of nothing.</summary>
    public ulong Append(ulong crc, ReadOnlySpan<byte> data)
    {
        var tables = _tables;
        var register = ~crc & _mask;
        while (data.Length >= Slices)
        {
            register ^= BinaryPrimitives.ReadUInt64LittleEndian(data);
            register = tables[0x700 + (int)(register & 0xFF)]
                       ^ tables[0x600 + (int)((register >> 8) & 0xFF)]
                       ^ tables[0x500 + (int)((register >> 16) & 0xFF)]
                       ^ tables[0x400 + (int)((register >> 24) & 0xFF)]
                       ^ tables[0x300 + (int)((register >> 32) & 0xFF)]
                       ^ tables[0x200 + (int)((register >> 40) & 0xFF)]
                       ^ tables[0x100 + (int)((register >> 48) & 0xFF)]
                       ^ tables[(int)(register >> 56)];
            data = data[Slices..];
        }

        foreach (var value in data)
        {
            register = (register >> 8) ^ tables[(int)((register ^ value) & 0xFF)];
        }

        return ~register & _mask;
    }

    /// <summary>The check of two stretches of data, from the check of each: the parts of an upload are not read again to get the check of the whole.</summary>
    /// <param name="first">The check of the first stretch.</param>
    /// <param name="second">The check of the second stretch.</param>
    /// <param name="secondLength">Bytes in the second stretch.</param>
    public ulong Combine(ulong first, ulong second, long secondLength)
        => Multiply(PowerOfX(8 * (UInt128)secondLength), first) ^ second;

    public byte[] ToBytes(ulong crc)
    {
        var bytes = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, crc);
        return bytes[^Bytes..];
    }

    public ulong FromBytes(ReadOnlySpan<byte> bytes)
    {
        var crc = 0UL;
        foreach (var value in bytes)
        {
            crc = (crc << 8) | value;
        }

        return crc;
    }

    /// <summary>Polynomials over GF(2) modulo the check's own; the highest bit stands for x^0 because the check is reflected.</summary>
    private ulong Multiply(ulong left, ulong right)
    {
        var product = 0UL;
        for (var bit = 1UL << (_width - 1); bit != 0 && left != 0; bit >>= 1)
        {
            if ((left & bit) != 0)
            {
                product ^= right;
                left ^= bit;
            }

            right = (right & 1) != 0 ? (right >> 1) ^ _polynomial : right >> 1;
        }

        return product;
    }

    private ulong PowerOfX(UInt128 exponent)
    {
        var result = 1UL << (_width - 1);
        var square = 1UL << (_width - 2);
        for (; exponent != 0; exponent >>= 1)
        {
            if (!UInt128.IsEvenInteger(exponent))
            {
                result = Multiply(square, result);
            }

            square = Multiply(square, square);
        }

        return result;
    }
}
