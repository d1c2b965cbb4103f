namespace Amazon.ECR.Model;

/// <summary>An image.</summary>
public sealed class ImageDetail
{
    public string? RegistryId { get; set; }

    public string? RepositoryName { get; set; }

    public string? ImageDigest { get; set; }

    public List<string>? ImageTags { get; set; }

    public long? ImageSizeInBytes { get; set; }

    public DateTime? ImagePushedAt { get; set; }

    public string? ImageManifestMediaType { get; set; }

    public string? ArtifactMediaType { get; set; }

    public DateTime? LastRecordedPullTime { get; set; }
}
