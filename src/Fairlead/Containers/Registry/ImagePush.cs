using System.Text.RegularExpressions;
using Fairlead.Reporting;

namespace Fairlead.Containers.Registry;

/// <summary>Pushes images of this machine to a registry.</summary>
public sealed partial class ImagePush(RegistryClient registry, IReporter reporter)
{
    private const int Parallel = 4;

    /// <summary>Finds out what the registry lacks. Writes nothing.</summary>
    /// <param name="image">The image.</param>
    /// <param name="tag">The tag; the image's content tag when null.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<PushPlan> PlanAsync(OciImage image, string? tag = null, CancellationToken cancellationToken = default)
    {
        tag ??= image.ContentTag;
        if (!TagPattern().IsMatch(tag))
        {
            throw new FairleadException(
                $"'{tag}' cannot be the tag of an image.",
                "A tag has up to 128 letters, digits, underscores, dots and dashes, and does not begin with a dot or dash.",
                "Choose another tag.");
        }

        var existing = await registry.ManifestDigestAsync(tag, cancellationToken);
        if (existing == image.ManifestDigest)
        {
            return new PushPlan(image, tag, existing, []);
        }

        var blobs = image.Layers.Append(image.Config).DistinctBy(x => x.Digest).ToList();
        var present = await Task.WhenAll(blobs.Select(x => registry.HasBlobAsync(x.Digest, cancellationToken)));
        return new PushPlan(image, tag, existing, [.. blobs.Where((_, i) => !present[i])]);
    }

    /// <summary>
    /// Sends what is missing, then the manifest, and reads the manifest's digest back. A push that was cut off leaves no tag; run again,
    /// it sends what is still missing. Idempotent: a second call writes nothing.
    /// </summary>
    /// <exception cref="FairleadException">Refused, out of reach, or the registry does not hold afterwards what was sent.</exception>
    public async Task<PushResult> PushAsync(OciImage image, string? tag = null, CancellationToken cancellationToken = default)
        => await PushAsync(await PlanAsync(image, tag, cancellationToken), cancellationToken);

    /// <inheritdoc cref="PushAsync(OciImage, string?, CancellationToken)"/>
    public async Task<PushResult> PushAsync(PushPlan plan, CancellationToken cancellationToken = default)
    {
        var image = plan.Image;
        if (plan.Unchanged)
        {
            return new PushResult(registry.Repository, plan.Tag, image.ManifestDigest, 0, 0, Unchanged: true);
        }

        var done = 0L;
        var activity = $"Pushing {registry.Repository.Name}";
        await System.Threading.Tasks.Parallel.ForEachAsync(
            plan.MissingBlobs.OrderByDescending(x => x.Size),
            new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = cancellationToken },
            async (blob, token) => await registry.UploadBlobAsync(
                blob,
                image.BlobPath(blob),
                sent => reporter.Progress(activity, Interlocked.Add(ref done, sent), plan.Bytes),
                token));

        // The tag comes last: it never names an image that is not all there.
        var manifest = await File.ReadAllBytesAsync(image.BlobPath(image.Manifest), cancellationToken);
        await registry.PutManifestAsync(plan.Tag, manifest, image.Manifest.MediaType, cancellationToken);
        var stored = await registry.ManifestDigestAsync(plan.Tag, cancellationToken);
        if (stored != image.ManifestDigest)
        {
            throw new FairleadException(
                $"The image was pushed to {registry.Repository}:{plan.Tag}, but is not what is there.",
                $"The tag names {stored ?? "nothing"} where {image.ManifestDigest} is expected; somebody else may have pushed at the same time.",
                "Run this again.");
        }

        reporter.Information($"Pushed {registry.Repository}:{plan.Tag}, {plan.MissingBlobs.Count} blobs, {plan.Bytes} bytes.");
        return new PushResult(registry.Repository, plan.Tag, stored, plan.Bytes, plan.MissingBlobs.Count, Unchanged: false);
    }

    [GeneratedRegex("^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$", RegexOptions.CultureInvariant)]
    private static partial Regex TagPattern();
}
