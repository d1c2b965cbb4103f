using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Fairlead.Infrastructure.Terraform.Signatures;

/// <summary>A version 4 RSA signature over SHA-256, SHA-384 or SHA-512: https://www.rfc-editor.org/rfc/rfc9580#section-5.2.3</summary>
internal sealed record OpenPgpSignature
{
    /// <summary>Section 5.2.1.1: over a document, byte for byte.</summary>
    public const int Binary = 0x00;

    /// <summary>Section 5.2.1.8: a primary key says that a subkey is its own.</summary>
    public const int SubkeyBinding = 0x18;

    private const int Rsa = 1;

    private const int RsaSignOnly = 3;

    public required int Type { get; init; }

    public required HashAlgorithmName Hash { get; init; }

    /// <summary>From the version to the end of the hashed subpackets: what is hashed behind the document.</summary>
    public required byte[] Hashed { get; init; }

    /// <summary>Fingerprint of the key that signed, or its last eight bytes; hints, proven by the signature only.</summary>
    public required IReadOnlyList<string> Issuers { get; init; }

    /// <summary>Section 5.2.3.29 of the hashed subpackets: what the key may be used for; null when it does not say.</summary>
    public required int? KeyFlags { get; init; }

    public required byte[] Value { get; init; }

    /// <exception cref="OpenPgpException">It is no signature of this kind.</exception>
    public static OpenPgpSignature Read(byte[] body)
    {
        var at = 0;
        var head = OpenPgpPacket.Take(body, ref at, 6);
        if (head[0] != 4)
        {
            throw new OpenPgpException($"its version is {head[0]}, and only 4 is understood");
        }

        if (head[2] is not (Rsa or RsaSignOnly))
        {
            throw new OpenPgpException($"its algorithm is {head[2]}, and only RSA is understood");
        }

        // Section 9.5. SHA-1 and MD5 are left out: https://www.rfc-editor.org/rfc/rfc9580#section-9.5-3
        var hash = head[3] switch
        {
            8 => HashAlgorithmName.SHA256,
            9 => HashAlgorithmName.SHA384,
            10 => HashAlgorithmName.SHA512,
            var other => throw new OpenPgpException($"its hash algorithm is {other}, and only SHA-2 is accepted"),
        };
        var type = head[1];
        var hashed = OpenPgpPacket.Take(body, ref at, BinaryPrimitives.ReadUInt16BigEndian(head[4..])).ToArray();
        var covered = body[..at];
        var unhashed = OpenPgpPacket.Take(body, ref at, BinaryPrimitives.ReadUInt16BigEndian(OpenPgpPacket.Take(body, ref at, 2))).ToArray();

        // Two bytes of the hash, which only save work when they differ.
        OpenPgpPacket.Take(body, ref at, 2);
        var subpackets = Subpackets(hashed).ToList();
        return new OpenPgpSignature
        {
            Type = type,
            Hash = hash,
            Hashed = covered,
            Issuers = [.. subpackets.Concat(Subpackets(unhashed)).Select(Issuer).OfType<string>()],
            KeyFlags = subpackets.FirstOrDefault(x => x.Type == 27) is { Data.Length: > 0 } flags ? flags.Data[0] : null,
            Value = Mpi(body, ref at),
        };
    }

    /// <summary>Section 5.2.4: the document, the hashed part, then 04 FF and its length.</summary>
    public bool Verifies(OpenPgpPublicKey key, params ReadOnlySpan<byte[]> document)
    {
        using var digest = IncrementalHash.CreateHash(Hash);
        foreach (var part in document)
        {
            digest.AppendData(part);
        }

        var trailer = new byte[6];
        (trailer[0], trailer[1]) = (4, 0xFF);
        BinaryPrimitives.WriteUInt32BigEndian(trailer.AsSpan(2), (uint)Hashed.Length);
        digest.AppendData(Hashed);
        digest.AppendData(trailer);
        return key.Verifies(digest.GetHashAndReset(), Value, Hash);
    }

    /// <summary>Section 3.2: the length in bits, then the number.</summary>
    public static byte[] Mpi(ReadOnlySpan<byte> bytes, ref int at)
    {
        var bits = BinaryPrimitives.ReadUInt16BigEndian(OpenPgpPacket.Take(bytes, ref at, 2));
        return OpenPgpPacket.Take(bytes, ref at, (bits + 7) / 8).ToArray();
    }

    // Section 5.2.3.7: length, type with the critical bit, data.
    private static IEnumerable<(int Type, byte[] Data)> Subpackets(byte[] area)
    {
        for (var at = 0; at < area.Length;)
        {
            var length = OpenPgpPacket.NewLength(area, ref at);
            if (length is 0 or > 0xFFFF)
            {
                throw new OpenPgpException("it has a subpacket without a type");
            }

            var data = OpenPgpPacket.Take(area, ref at, (int)length).ToArray();
            yield return (data[0] & 0x7F, data[1..]);
        }
    }

    // Sections 5.2.3.12 and 5.2.3.35; a fingerprint stands behind the version of the key.
    private static string? Issuer((int Type, byte[] Data) subpacket) => subpacket switch
    {
        { Type: 16, Data.Length: 8 } => Convert.ToHexString(subpacket.Data),
        { Type: 33, Data.Length: > 1 } => Convert.ToHexString(subpacket.Data.AsSpan(1)),
        _ => null,
    };
}
