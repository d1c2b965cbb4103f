namespace Fairlead.Containers.Registry;

/// <param name="Repository">Where the image is.</param>
/// <param name="Tag">The tag that names it.</param>
/// <param name="Digest">Digest of the manifest, as read back from the registry.</param>
/// <param name="BytesSent">Bytes of the blobs that were sent; 0 when there was nothing to do.</param>
/// <param name="BlobsSent">Number of blobs that were sent.</param>
/// <param name="Unchanged">The registry had all of it; nothing was written.</param>
public sealed record PushResult(RepositoryReference Repository, string Tag, string Digest, long BytesSent, int BlobsSent, bool Unchanged)
{
    /// <summary>Reference that cannot be moved to other content: <c>host/shop@sha256:…</c>.</summary>
    public string PinnedReference => $"{Repository}@{Digest}";
}
