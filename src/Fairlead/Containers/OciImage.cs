using System.Text.Json;
using Fairlead.Json;

namespace Fairlead.Containers;

/// <summary>An image in an OCI image layout on this machine.</summary>
/// <param name="LayoutDirectory">Directory of the layout.</param>
/// <param name="Manifest">The image's manifest; its digest is the image's identity.</param>
/// <param name="Config">The image's configuration.</param>
/// <param name="Layers">The layers, lowest first.</param>
public sealed record OciImage(string LayoutDirectory, OciDescriptor Manifest, OciDescriptor Config, IReadOnlyList<OciDescriptor> Layers)
{
    public string ManifestDigest => Manifest.Digest;

    /// <summary>Bytes of manifest, configuration and layers as they are stored and sent.</summary>
    public long Size => Manifest.Size + Config.Size + Layers.Sum(x => x.Size);

    /// <summary>Tag that follows from the content, so that equal content has an equal tag: <c>sha-0123456789ab</c>.</summary>
    public string ContentTag => $"sha-{ManifestDigest["sha256:".Length..][..12]}";

    /// <summary>Architecture that the image's configuration names: <c>amd64</c>; null when it names none
    /// (https://github.com/opencontainers/image-spec/blob/main/config.md).</summary>
    public async Task<string?> ReadArchitectureAsync(CancellationToken cancellationToken)
    {
        try
        {
            var configuration = WellFormedJson.Parse(await File.ReadAllBytesAsync(BlobPath(Config), cancellationToken));
            return configuration.ValueKind == JsonValueKind.Object
                && configuration.TryGetProperty("architecture", out var architecture)
                && architecture.ValueKind == JsonValueKind.String ? architecture.GetString() : null;
        }
        catch (JsonException exception)
        {
            throw new FairleadException(
                "The image cannot be read.",
                $"Its configuration {BlobPath(Config)} is not JSON: {exception.Message.TrimEnd('.')}.",
                "Build the image again.",
                exception);
        }
    }

    /// <summary>Path of a blob of this image on this machine.</summary>
    public string BlobPath(OciDescriptor blob) => OciLayout.BlobPath(LayoutDirectory, blob.Digest);
}
