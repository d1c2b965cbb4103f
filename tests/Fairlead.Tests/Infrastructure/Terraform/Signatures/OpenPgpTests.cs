using System.Security.Cryptography;
using System.Text;
using Fairlead.Infrastructure.Terraform;
using Fairlead.Infrastructure.Terraform.Signatures;

namespace Fairlead.Tests.Infrastructure.Terraform.Signatures;

public sealed class OpenPgpTests
{
    private static readonly byte[] Sums = Encoding.UTF8.GetBytes(PublishedRelease.Sums.ReplaceLineEndings("\n"));
    private static readonly byte[] Signature = Convert.FromHexString(PublishedRelease.Signature);
    private static readonly OpenPgpKeyRing HashiCorp = ReleaseKeys.Of(TerraformProduct.Terraform);

    [Fact]
    public void The_checksums_are_the_published_ones()
        => Convert.ToHexStringLower(SHA256.HashData(Sums)).ShouldBe("d13d3d14a74864332d85aa4690602b67008890d8c78166387477cbc24ec5b67d");

    [Fact]
    public void A_published_release_of_Terraform_is_verified() => HashiCorp.Verify(Sums, Signature);

    [Fact]
    public void The_pinned_keys_are_the_published_ones()
    {
        HashiCorp.Fingerprint.ShouldBe("C874011F0AB405110D02105534365D9472D7468F");
        ReleaseKeys.Of(TerraformProduct.OpenTofu).Fingerprint.ShouldBe("E3E6E43D84CB852EADB0051D0C0AF313E5FD9F80");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(500)]
    public void One_changed_byte_is_noticed(int at)
    {
        var tampered = (byte[])Sums.Clone();
        tampered[at] ^= 1;

        Should.Throw<OpenPgpException>(() => HashiCorp.Verify(tampered, Signature)).Message.ShouldBe("it is not over this content");
    }

    [Fact]
    public void One_more_byte_is_noticed()
        => Should.Throw<OpenPgpException>(() => HashiCorp.Verify([.. Sums, (byte)'\n'], Signature)).Message.ShouldBe("it is not over this content");

    [Fact]
    public void A_changed_signature_is_noticed()
    {
        var tampered = (byte[])Signature.Clone();
        tampered[^1] ^= 1;

        Should.Throw<OpenPgpException>(() => HashiCorp.Verify(Sums, tampered)).Message.ShouldBe("it is not over this content");
    }

    [Fact]
    public void A_changed_time_of_signing_is_noticed()
    {
        var tampered = (byte[])Signature.Clone();
        tampered[12] ^= 1;

        Should.Throw<OpenPgpException>(() => HashiCorp.Verify(Sums, tampered)).Message.ShouldBe("it is not over this content");
    }

    [Fact]
    public void A_genuine_signature_over_something_else_is_refused()
        => Should.Throw<OpenPgpException>(() => ReleaseKeys
            .Of(TerraformProduct.OpenTofu)
            .Verify(Sums, Convert.FromHexString(PublishedRelease.TofuSignature))).Message.ShouldBe("it is not over this content");

    [Fact]
    public void A_signature_of_another_publisher_is_refused_and_both_keys_are_named()
        => Should.Throw<OpenPgpException>(() => HashiCorp.Verify(Sums, Convert.FromHexString(PublishedRelease.TofuSignature))).Message
            .ShouldBe("it is by key E3E6E43D84CB852EADB0051D0C0AF313E5FD9F80, and key C874011F0AB405110D02105534365D9472D7468F is expected");

    [Fact]
    public void A_subkey_that_its_primary_key_did_not_sign_for_does_not_count()
    {
        // The certificate of one publisher with the subkey of the other in it, bound by nobody: primary and user id, then subkey and signature.
        var tofu = OpenPgpPacket.Read(Bytes("opentofu.asc")).ToList();
        var hashiCorp = OpenPgpPacket.Read(Bytes("hashicorp.asc")).ToList();
        var subkeys = hashiCorp.SkipWhile(x => x.Tag != OpenPgpPacket.PublicSubkey);

        // The release of HashiCorp is signed with that subkey.
        Should.Throw<OpenPgpException>(() => OpenPgpKeyRing.Read(Armor([.. tofu, .. subkeys])).Verify(Sums, Signature)).Message
            .ShouldBe("it is by key C820C6D5CD27AB87, and key E3E6E43D84CB852EADB0051D0C0AF313E5FD9F80 is expected");
    }

    [Fact]
    public void A_key_whose_numbers_make_none_is_an_error()
    {
        // Version, time and algorithm; a modulus of 2048 bits; an exponent of 2, which no RSA key has.
        byte[] body = [4, 0, 0, 0, 0, 1, 8, 0, .. Enumerable.Repeat((byte)0xFF, 256), 0, 2, 2];

        Should.Throw<OpenPgpException>(() => OpenPgpPublicKey.Read(body).Verifies(new byte[32], new byte[256], HashAlgorithmName.SHA256))
            .Message.ShouldStartWith("its numbers make no RSA key");
    }

    [Fact]
    public void Every_cut_of_a_signature_is_an_error_and_no_crash()
    {
        for (var length = 0; length < Signature.Length; length++)
        {
            Should.Throw<OpenPgpException>(() => HashiCorp.Verify(Sums, Signature[..length]));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("no key")]
    [InlineData("-----BEGIN PGP PUBLIC KEY BLOCK-----\n\n!!!!\n-----END PGP PUBLIC KEY BLOCK-----")]
    [InlineData("-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nAAAA\n-----END PGP PUBLIC KEY BLOCK-----")]
    public void What_is_no_key_is_an_error(string armored) => Should.Throw<OpenPgpException>(() => OpenPgpKeyRing.Read(armored));

    [Theory]
    [InlineData(2, "only RSA is understood")]
    [InlineData(3, "only SHA-2 is accepted")]
    [InlineData(0, "only 4 is understood")]
    public void Other_kinds_of_signatures_are_refused_by_name(int at, string reason)
    {
        // Behind the header of three bytes: version, type, algorithm, hash.
        var other = (byte[])Signature.Clone();
        other[3 + at] = 2;

        Should.Throw<OpenPgpException>(() => HashiCorp.Verify(Sums, other)).Message.ShouldContain(reason);
    }

    private static byte[] Bytes(string resource)
    {
        using var stream = typeof(ReleaseKeys).Assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n').Where(x => x.Length > 0 && x[0] is not ('-' or '='));
        return Convert.FromBase64String(string.Concat(lines));
    }

    private static string Armor(IEnumerable<OpenPgpPacket> packets)
    {
        var bytes = packets.SelectMany(x => new[]
        {
            (byte)(0xC0 | x.Tag),
            (byte)255,
            (byte)(x.Body.Length >> 24),
            (byte)(x.Body.Length >> 16),
            (byte)(x.Body.Length >> 8),
            (byte)x.Body.Length
        }.Concat(x.Body)).ToArray();
        return $"-----BEGIN PGP PUBLIC KEY BLOCK-----\n\n{Convert.ToBase64String(bytes)}\n-----END PGP PUBLIC KEY BLOCK-----\n";
    }
}
