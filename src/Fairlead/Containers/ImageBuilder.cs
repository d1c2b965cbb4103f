using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Fairlead.Containers;

/// <summary>
/// Builds images without a container engine. The same inputs give the same bytes: in any order of files on disk, at any time, by any
/// user, as often as one likes. (Compressed bytes are those of the running .NET's deflate; a layer that the layout already holds is
/// taken as it is, so an update of .NET does not change it.)
/// </summary>
public sealed class ImageBuilder
{
    /// <summary>
    /// Leaves the layout with exactly the blobs of this image. A run that is killed leaves either the earlier image or this one, and
    /// perhaps files that the next run removes. Idempotent: a second call with the same inputs writes nothing.
    /// </summary>
    /// <exception cref="FairleadException">The content or the base image cannot be used, or the disk does not take the image.</exception>
    public async Task<ImageBuildResult> BuildAsync(ImageOptions options, string layoutDirectory, CancellationToken cancellationToken = default)
    {
        var plan = ImagePlan.Create(options);
        var root = Path.GetFullPath(layoutDirectory);
        try
        {
            return await BuildAsync(options, plan, root, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FairleadException(
                $"The image could not be built into {root}.",
                e.Message,
                "Make sure that the published application can be read, that the disk has room and that the directory can be written, then run this "
                    + "target again.",
                e);
        }
    }

    private static async Task<ImageBuildResult> BuildAsync(ImageOptions options, ImagePlan plan, string root, CancellationToken cancellationToken)
    {
        var earlier = await TryReadAsync(root, cancellationToken);
        var baseImage = options.BaseLayoutDirectory is { } baseDirectory ? await OpenBaseAsync(baseDirectory, options.Platform, cancellationToken) : null;
        var store = new BlobStore(root);

        var layers = new List<OciDescriptor>();
        var diffIds = new List<string>();
        if (baseImage is not null)
        {
            foreach (var layer in baseImage.Image.Layers)
            {
                await store.ImportAsync(baseImage.Image.BlobPath(layer), layer, cancellationToken);
            }

            layers.AddRange(baseImage.Image.Layers);
            diffIds.AddRange(baseImage.Config.Rootfs!.DiffIds);
        }

        foreach (var layer in plan.Layers)
        {
            var diffId = await DiffIdAsync(layer, options.Created, cancellationToken);
            var blob = await ReusableAsync(earlier, diffId, cancellationToken)
                ?? await WriteLayerAsync(store, layer, options.Created, diffId, cancellationToken);
            layers.Add(blob);
            diffIds.Add(diffId);
        }

        var config = await WriteJsonAsync(ImageConfiguration.Create(options, plan, baseImage?.Config, diffIds), OciJson.Plain.OciConfig, OciMediaTypes.Config);
        var manifest = await WriteJsonAsync(new OciManifest(2, OciMediaTypes.Manifest, config, layers), OciJson.Plain.OciManifest, OciMediaTypes.Manifest);
        var image = new OciImage(root, manifest, config, layers);

        var platform = new OciPlatform(options.Platform.Architecture, options.Platform.OperatingSystem);
        var index = new OciIndex(2, OciMediaTypes.Index, [new OciIndexEntry(manifest.MediaType, manifest.Digest, manifest.Size, platform)]);
        await store.WriteFileAsync(
            "oci-layout",
            JsonSerializer.SerializeToUtf8Bytes(new OciLayoutFile("1.0.0"), OciJson.Plain.OciLayoutFile),
            cancellationToken);
        await store.WriteFileAsync("index.json", JsonSerializer.SerializeToUtf8Bytes(index, OciJson.Plain.OciIndex), cancellationToken);
        store.RemoveAllBut([manifest.Digest, config.Digest, .. layers.Select(x => x.Digest)]);
        return new ImageBuildResult(image, plan, Unchanged: !store.HasWritten);

        Task<OciDescriptor> WriteJsonAsync<T>(T value, JsonTypeInfo<T> type, string mediaType)
            => store.AddAsync(JsonSerializer.SerializeToUtf8Bytes(value, type), mediaType, cancellationToken);
    }

    private static async Task<OciLayoutContent?> TryReadAsync(string root, CancellationToken cancellationToken)
    {
        try
        {
            return await OciLayout.ReadAsync(root, null, cancellationToken);
        }
        catch (FairleadException)
        {
            // Nothing there yet, or not usable: then there is nothing to reuse.
            return null;
        }
    }

    private static async Task<OciLayoutContent> OpenBaseAsync(string directory, ImagePlatform platform, CancellationToken cancellationToken)
    {
        var content = await OciLayout.ReadAsync(directory, platform, cancellationToken);
        return content.Config.Os is { } system
            && content.Config.Architecture is { } processor
            && (system, processor) != (platform.OperatingSystem, platform.Architecture)
            ? throw new FairleadException(
                $"The image for {platform} cannot be built on the base image in {directory}.",
                $"The base image is for {system}/{processor}.",
                "Use a base image for the same platform, or set the platform to that of the base.")
            : content;
    }

    private static async Task<OciDescriptor?> ReusableAsync(OciLayoutContent? earlier, string diffId, CancellationToken cancellationToken)
    {
        var position = earlier?.Config.Rootfs!.DiffIds.ToList().IndexOf(diffId) ?? -1;
        if (position < 0)
        {
            return null;
        }

        var blob = earlier!.Image.Layers[position];
        return await OciLayout.ProblemOfAsync(earlier.Image.LayoutDirectory, blob, cancellationToken) is null ? blob : null;
    }

    // Digesting a layer costs a fiftieth of compressing it, so it is done first to find out whether compressing is needed at all.
    private static async Task<string> DiffIdAsync(LayerPlan layer, DateTimeOffset time, CancellationToken cancellationToken)
    {
        await using var digest = new DigestingStream(Stream.Null);
        await TarLayerWriter.WriteAsync(layer, time, digest, cancellationToken);
        return digest.Digest;
    }

    private static async Task<OciDescriptor> WriteLayerAsync(
        BlobStore store, LayerPlan layer, DateTimeOffset time, string diffId, CancellationToken cancellationToken)
    {
        return await store.AddAsync(
            async output =>
            {
                await using var gzip = new GZipStream(new GzipHeaderStream(output), CompressionLevel.Optimal, leaveOpen: true);
                await using var tar = new DigestingStream(gzip);
                await TarLayerWriter.WriteAsync(layer, time, tar, cancellationToken);
                if (tar.Digest != diffId)
                {
                    throw new FairleadException(
                        "The image cannot be built.",
                        "The published application changed while it was read.",
                        "Let nothing else write to the published application, and run this target again.");
                }
            },
            OciMediaTypes.GzipLayer,
            cancellationToken);
    }
}
