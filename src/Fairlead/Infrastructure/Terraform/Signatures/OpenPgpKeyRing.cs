using System.Text;

namespace Fairlead.Infrastructure.Terraform.Signatures;

/// <summary>
/// The key of one publisher with the subkeys that it signs with, and the check of a detached signature. As little of OpenPGP as that needs.
/// Expiry and revocation are not looked at: the key is pinned, and a new one comes with a new version of this program.
/// </summary>
internal sealed class OpenPgpKeyRing
{
    private const int MaySign = 0x02;

    private readonly IReadOnlyList<OpenPgpPublicKey> _keys;

    private OpenPgpKeyRing(IReadOnlyList<OpenPgpPublicKey> keys) => _keys = keys;

    /// <summary>Fingerprint of the primary key.</summary>
    public string Fingerprint => _keys[0].Fingerprint;

    /// <summary>Reads an armored key. A subkey counts when the primary key signed that it is its own and signs.</summary>
    /// <exception cref="OpenPgpException">It is no such key.</exception>
    public static OpenPgpKeyRing Read(string armored)
    {
        OpenPgpPublicKey? primary = null;
        OpenPgpPublicKey? subkey = null;
        var keys = new List<OpenPgpPublicKey>();
        foreach (var packet in OpenPgpPacket.Read(Unarmor(armored)))
        {
            switch (packet.Tag)
            {
                case OpenPgpPacket.PublicKey when primary is null:
                    primary = OpenPgpPublicKey.Read(packet.Body);
                    keys.Add(primary);
                    break;
                case OpenPgpPacket.PublicKey:
                    throw new OpenPgpException("it holds more than one key");
                case OpenPgpPacket.PublicSubkey:
                    subkey = OpenPgpPublicKey.Read(packet.Body);
                    break;
                case OpenPgpPacket.Signature when primary is not null && subkey is not null && !keys.Contains(subkey) && Binds(packet.Body, primary, subkey):
                    keys.Add(subkey);
                    break;
            }
        }

        return primary is null ? throw new OpenPgpException("it holds no key") : new OpenPgpKeyRing(keys);
    }

    /// <summary>Checks that one of the signatures is by this key and over exactly these bytes.</summary>
    /// <exception cref="OpenPgpException">It is not.</exception>
    public void Verify(byte[] document, byte[] detachedSignature)
    {
        var signatures = OpenPgpPacket.Read(detachedSignature).Where(x => x.Tag == OpenPgpPacket.Signature).Select(x => OpenPgpSignature.Read(x.Body)).ToList();
        if (signatures.Count == 0)
        {
            throw new OpenPgpException("it holds no signature");
        }

        var ours = signatures.Select(x => (Signature: x, Key: _keys.FirstOrDefault(y => x.Issuers.Any(y.IsNamedBy)))).Where(x => x.Key is not null).ToList();
        if (ours.Count == 0)
        {
            throw new OpenPgpException($"it is by key {signatures[0].Issuers.FirstOrDefault() ?? "unknown"}, and key {Fingerprint} is expected");
        }

        if (!ours.Any(x => x.Signature.Type == OpenPgpSignature.Binary && x.Signature.Verifies(x.Key!, document)))
        {
            throw new OpenPgpException("it is not over this content");
        }
    }

    private static bool Binds(byte[] body, OpenPgpPublicKey primary, OpenPgpPublicKey subkey)
    {
        try
        {
            var signature = OpenPgpSignature.Read(body);
            return signature.Type == OpenPgpSignature.SubkeyBinding
                && (signature.KeyFlags & MaySign) == MaySign
                && signature.Verifies(primary, primary.Encoded, subkey.Encoded);
        }
        catch (OpenPgpException)
        {
            return false;
        }
    }

    // Section 6.2: headers up to an empty line, base64, and a checksum that starts with "=" and protects against nothing here.
    private static byte[] Unarmor(string armored)
    {
        var lines = armored.Split('\n')
            .Select(x => x.Trim())
            .SkipWhile(x => x != "-----BEGIN PGP PUBLIC KEY BLOCK-----")
            .Skip(1)
            .TakeWhile(x => !x.StartsWith("-----END", StringComparison.Ordinal));
        var text = new StringBuilder();
        foreach (var line in lines.SkipWhile(x => x.Length > 0).Where(x => x.Length > 0 && x[0] != '='))
        {
            text.Append(line);
        }

        try
        {
            return text.Length == 0 ? throw new OpenPgpException("it is not an armored public key") : Convert.FromBase64String(text.ToString());
        }
        catch (FormatException)
        {
            throw new OpenPgpException("it is not an armored public key");
        }
    }
}
