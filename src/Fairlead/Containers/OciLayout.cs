using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Fairlead.Containers;

/// <summary>Reads OCI image layouts: https://github.com/opencontainers/image-spec/blob/v1.1.1/image-layout.md.</summary>
public static class OciLayout
{
    // The registry protocol asks registries to take manifests of up to 4 MiB, so there are no larger ones.
    private const long MaxJsonLength = 4 * 1024 * 1024;

    /// <summary>Opens the layout's only image, or its image for the platform, and checks length and digest of each of its blobs.</summary>
    /// <exception cref="FairleadException">There is no layout, no such image, or a blob is missing or is not what its digest says.</exception>
    public static async Task<OciImage> OpenAsync(string directory, ImagePlatform? platform = null, CancellationToken cancellationToken = default)
    {
        var content = await ReadAsync(directory, platform, cancellationToken);
        foreach (var blob in content.Image.Layers)
        {
            if (await ProblemOfAsync(directory, blob, cancellationToken) is { } problem)
            {
                throw Broken(directory, problem);
            }
        }

        return content.Image;
    }

    internal static string BlobPath(string directory, string digest)
        => Path.Combine(directory, "blobs", "sha256", digest["sha256:".Length..]);

    /// <summary>What is wrong with a stored blob, as a sentence; null when nothing is.</summary>
    internal static async Task<string?> ProblemOfAsync(string directory, OciDescriptor blob, CancellationToken cancellationToken)
    {
        var file = new FileInfo(BlobPath(directory, blob.Digest));
        if (!file.Exists)
        {
            return $"The blob {blob.Digest} is missing.";
        }

        if (file.Length != blob.Size)
        {
            return $"The blob {blob.Digest} has {file.Length} bytes instead of {blob.Size}.";
        }

        var actual = await OciDigest.OfFileAsync(file.FullName, cancellationToken);
        return actual == blob.Digest ? null : $"The blob {blob.Digest} has the digest {actual}.";
    }

    /// <summary>Reads index, manifest and configuration, with their digests checked; looks at no layer.</summary>
    internal static async Task<OciLayoutContent> ReadAsync(string directory, ImagePlatform? platform, CancellationToken cancellationToken)
    {
        if (!File.Exists(Path.Combine(directory, "oci-layout")))
        {
            throw Broken(directory, "It has no file named oci-layout.");
        }

        var indexPath = Path.Combine(directory, "index.json");
        if (!File.Exists(indexPath))
        {
            throw Broken(directory, "It has no file named index.json.");
        }

        var index = Parse(await File.ReadAllBytesAsync(indexPath, cancellationToken), OciJson.Plain.OciIndex, "index.json");
        var entry = Choose(index);
        if (entry.MediaType == OciMediaTypes.Index)
        {
            index = await ReadBlobAsync(new OciDescriptor(entry.MediaType, entry.Digest, entry.Size), OciJson.Plain.OciIndex);
            entry = Choose(index);
        }

        var manifestDescriptor = new OciDescriptor(entry.MediaType, entry.Digest, entry.Size);
        var manifest = await ReadBlobAsync(manifestDescriptor, OciJson.Plain.OciManifest);
        if (manifest.Config is null || manifest.Layers is null || manifest.Layers.Any(x => !OciDigest.IsValid(x?.Digest)))
        {
            throw Broken(directory, $"The manifest {entry.Digest} is not an image manifest.");
        }

        var config = await ReadBlobAsync(manifest.Config, OciJson.Plain.OciConfig);
        if (config.Rootfs?.DiffIds is null || config.Rootfs.DiffIds.Count != manifest.Layers.Count)
        {
            throw Broken(directory, $"The configuration {manifest.Config.Digest} does not name the layers of its manifest.");
        }

        return new OciLayoutContent(new OciImage(directory, manifestDescriptor, manifest.Config, manifest.Layers), config);

        OciIndexEntry Choose(OciIndex from)
        {
            var images = from.Manifests?.OfType<OciIndexEntry>().Where(x => x.Platform is null || platform is null || Matches(x.Platform)).ToList() ?? [];
            return images.Count == 1
                ? images[0]
                : throw Broken(directory, $"It holds {images.Count} images{(platform is null ? "" : $" for {platform}")} where one is expected.");
        }

        bool Matches(OciPlatform x) => x.Os == platform.OperatingSystem && x.Architecture == platform.Architecture;

        async Task<T> ReadBlobAsync<T>(OciDescriptor blob, JsonTypeInfo<T> type)
        {
            if (!OciDigest.IsValid(blob.Digest) || blob.Size > MaxJsonLength)
            {
                throw Broken(directory, $"'{blob.Digest}' of {blob.Size} bytes cannot be the digest of a manifest or configuration.");
            }

            if (await ProblemOfAsync(directory, blob, cancellationToken) is { } problem)
            {
                throw Broken(directory, problem);
            }

            return Parse(await File.ReadAllBytesAsync(BlobPath(directory, blob.Digest), cancellationToken), type, blob.Digest);
        }

        T Parse<T>(byte[] json, JsonTypeInfo<T> type, string name)
        {
            try
            {
                return JsonSerializer.Deserialize(json, type) ?? throw Broken(directory, $"{name} is empty.");
            }
            catch (JsonException e)
            {
                throw Broken(directory, $"{name} is not the JSON that it should be.", e);
            }
        }
    }

    private static FairleadException Broken(string directory, string why, Exception? inner = null)
        => new(
            $"The image layout in {directory} cannot be used.",
            why,
            "Delete the directory and run the target that makes it again.",
            inner);
}
