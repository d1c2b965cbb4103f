namespace Fairlead.LocalCloud.Ecr;

/// <summary>The content digests of the registry: <c>sha256:</c> and 64 lower-case hexadecimal digits.</summary>
internal static class Digest
{
    public static bool IsValid(string? text)
        => text is { Length: 71 } && text.StartsWith("sha256:", StringComparison.Ordinal) && text.AsSpan(7).IndexOfAnyExcept("0123456789abcdef") < 0;

    public static string Of(ReadOnlySpan<byte> content) => "sha256:" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content));
}
