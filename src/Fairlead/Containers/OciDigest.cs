using System.Security.Cryptography;

namespace Fairlead.Containers;

/// <summary>Digests as OCI writes them. SHA-256 only: nothing here or at AWS uses another.</summary>
internal static class OciDigest
{
    private const string Prefix = "sha256:";

    public static bool IsValid(string? digest)
        => digest is { Length: 71 } && digest.StartsWith(Prefix, StringComparison.Ordinal)
            && digest.AsSpan(Prefix.Length).IndexOfAnyExcept("0123456789abcdef") < 0;

    public static string Of(ReadOnlySpan<byte> bytes) => Prefix + Convert.ToHexStringLower(SHA256.HashData(bytes));

    public static async Task<string> OfFileAsync(string path, CancellationToken cancellationToken)
    {
        await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 128 * 1024, FileOptions.SequentialScan);
        return Prefix + Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken));
    }
}
