namespace Fairlead.Node;

/// <summary>A release of Node.js: what its archives are was settled when it was chosen, and not by the server that they come from.</summary>
/// <param name="Version">Its version.</param>
/// <param name="Digests">SHA-256 of its archives, in lower-case hexadecimals, by name.</param>
internal sealed record NodeRelease(NodeVersion Version, IReadOnlyDictionary<string, string> Digests)
{
    /// <summary>The release that is downloaded when none on PATH will do. Version and digests change together.</summary>
    /// <remarks>From the signed SHASUMS256 of the release: https://nodejs.org/en/blog/release/v22.20.0.</remarks>
    public static NodeRelease Pinned { get; } = new(new NodeVersion(22, 20, 0), new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["node-v22.20.0-darwin-arm64.tar.gz"] = "cc04a76a09f79290194c0646f48fec40354d88969bec467789a5d55dd097f949",
        ["node-v22.20.0-darwin-x64.tar.gz"] = "00df9c5df3e4ec6848c26b70fb47bf96492f342f4bed6b17f12d99b3a45eeecc",
        ["node-v22.20.0-linux-arm64.tar.gz"] = "4181609e03dcb9880e7e5bf956061ecc0503c77a480c6631d868cb1f65a2c7dd",
        ["node-v22.20.0-linux-x64.tar.gz"] = "eeaccb0378b79406f2208e8b37a62479c70595e20be6b659125eb77dd1ab2a29",
        ["node-v22.20.0-win-arm64.zip"] = "b12919e609b4fa1176ba8a155b49f761419a0c7cc97b42e6be09874a3f760ab6",
        ["node-v22.20.0-win-x64.zip"] = "bb819d6eb8f5bfda294bbc83a7e4ec6539da67c4233d54b0d655b9248b15e29d",
    });
}
