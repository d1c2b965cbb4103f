namespace Amazon.ECR.Model;

/// <summary>A manifest.</summary>
public sealed class Image
{
    public string? RegistryId { get; set; }

    public string? RepositoryName { get; set; }

    public ImageIdentifier? ImageId { get; set; }

    /// <summary>The manifest, byte for byte.</summary>
    public string? ImageManifest { get; set; }

    public string? ImageManifestMediaType { get; set; }
}
