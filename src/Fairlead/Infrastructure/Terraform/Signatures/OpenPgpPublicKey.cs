using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Fairlead.Infrastructure.Terraform.Signatures;

/// <summary>A version 4 RSA public key: https://www.rfc-editor.org/rfc/rfc9580#section-5.5.2</summary>
internal sealed class OpenPgpPublicKey
{
    // NIST SP 800-131A: shorter RSA keys sign nothing that is trusted any more.
    private const int ShortestModulus = 2048 / 8;

    private readonly RSAParameters _rsa;

    [SuppressMessage(
        "Security",
        "CA5350",
        Justification = "The fingerprint of a version 4 key is defined so, and keys are compared with ones that are pinned whole.")]
    private OpenPgpPublicKey(byte[] body, RSAParameters rsa)
    {
        _rsa = rsa;

        // Section 5.5.4.2: 99, the length, the body.
        var prefix = new byte[3];
        prefix[0] = 0x99;
        BinaryPrimitives.WriteUInt16BigEndian(prefix.AsSpan(1), (ushort)body.Length);
        Encoded = [.. prefix, .. body];
        Fingerprint = Convert.ToHexString(SHA1.HashData(Encoded));
    }

    /// <summary>40 hexadecimal digits.</summary>
    public string Fingerprint { get; }

    /// <summary>As a signature over the key hashes it, section 5.2.4.</summary>
    public byte[] Encoded { get; }

    /// <exception cref="OpenPgpException">It is no key of this kind.</exception>
    public static OpenPgpPublicKey Read(byte[] body)
    {
        var at = 0;
        var head = OpenPgpPacket.Take(body, ref at, 6);
        if (head[0] != 4 || head[5] is not (1 or 3))
        {
            throw new OpenPgpException("it is not an RSA key of version 4");
        }

        var modulus = OpenPgpSignature.Mpi(body, ref at);
        var exponent = OpenPgpSignature.Mpi(body, ref at);
        return modulus.Length < ShortestModulus || exponent.Length == 0
            ? throw new OpenPgpException("its key is too short to be trusted")
            : new OpenPgpPublicKey(body, new RSAParameters { Modulus = modulus, Exponent = exponent });
    }

    public bool IsNamedBy(string issuer) => Fingerprint.EndsWith(issuer, StringComparison.OrdinalIgnoreCase);

    /// <exception cref="OpenPgpException">Its numbers make no RSA key.</exception>
    public bool Verifies(byte[] digest, byte[] signature, HashAlgorithmName hash)
    {
        if (signature.Length > _rsa.Modulus!.Length)
        {
            return false;
        }

        // A number has no leading zeros; the signature is as long as the modulus.
        var padded = new byte[_rsa.Modulus.Length];
        signature.CopyTo(padded, padded.Length - signature.Length);
        try
        {
            using var rsa = RSA.Create(_rsa);
            return rsa.VerifyHash(digest, padded, hash, RSASignaturePadding.Pkcs1);
        }
        catch (CryptographicException exception)
        {
            throw new OpenPgpException($"its numbers make no RSA key: {exception.Message}");
        }
    }
}
