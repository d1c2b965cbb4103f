namespace Fairlead.Infrastructure.Terraform.Signatures;

/// <summary>
/// The keys that releases are signed with: https://www.hashicorp.com/trust/security (72D7468F) and
/// https://opentofu.org/docs/intro/install/standalone/ (opentofu.asc). Kept beside this file as <c>gpg --armor --export</c> writes them.
/// </summary>
internal static class ReleaseKeys
{
    /// <summary>Fingerprint of the primary key of a product's publisher.</summary>
    public static string Fingerprint(TerraformProduct product) => product == TerraformProduct.OpenTofu
        ? "E3E6E43D84CB852EADB0051D0C0AF313E5FD9F80"
        : "C874011F0AB405110D02105534365D9472D7468F";

    public static OpenPgpKeyRing Of(TerraformProduct product)
    {
        using var resource = typeof(ReleaseKeys).Assembly.GetManifestResourceStream(product == TerraformProduct.OpenTofu ? "opentofu.asc" : "hashicorp.asc")!;
        using var reader = new StreamReader(resource);
        var ring = OpenPgpKeyRing.Read(reader.ReadToEnd());
        return ring.Fingerprint == Fingerprint(product)
            ? ring
            : throw new OpenPgpException($"it is key {ring.Fingerprint}, and {Fingerprint(product)} is expected");
    }
}
