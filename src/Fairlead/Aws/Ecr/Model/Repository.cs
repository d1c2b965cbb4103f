namespace Amazon.ECR.Model;

/// <summary>A repository.</summary>
public sealed class Repository
{
    public string? RepositoryArn { get; set; }

    public string? RegistryId { get; set; }

    public string? RepositoryName { get; set; }

    public string? RepositoryUri { get; set; }

    public DateTime? CreatedAt { get; set; }

    public ImageTagMutability? ImageTagMutability { get; set; }
}
