namespace Fairlead.Containers.Registry;

/// <summary>What a push would send.</summary>
/// <param name="Image">The image.</param>
/// <param name="Tag">The tag that will name it.</param>
/// <param name="ExistingDigest">Digest that the tag names in the registry now; null when it names nothing.</param>
/// <param name="MissingBlobs">Layers and configuration that the repository does not hold.</param>
public sealed record PushPlan(OciImage Image, string Tag, string? ExistingDigest, IReadOnlyList<OciDescriptor> MissingBlobs)
{
    /// <summary>The tag names this very image: there is nothing to do.</summary>
    public bool Unchanged => ExistingDigest == Image.ManifestDigest;

    /// <summary>Bytes of the missing blobs.</summary>
    public long Bytes => MissingBlobs.Sum(x => x.Size);

    public override string ToString()
        => Unchanged ? $"{Tag} is {Image.ManifestDigest} already" : $"{Tag}: {MissingBlobs.Count} of {Image.Layers.Count + 1} blobs to send, {Bytes} bytes";
}
