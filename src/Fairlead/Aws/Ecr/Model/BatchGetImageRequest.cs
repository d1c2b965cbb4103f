using Amazon.Runtime;

namespace Amazon.ECR.Model;

/// <summary>Asks for manifests.</summary>
public sealed class BatchGetImageRequest : AmazonWebServiceRequest
{
    public string? RegistryId { get; set; }

    public string? RepositoryName { get; set; }

    public List<ImageIdentifier>? ImageIds { get; set; }

    public List<string>? AcceptedMediaTypes { get; set; }
}
