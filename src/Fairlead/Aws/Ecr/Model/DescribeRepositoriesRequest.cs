using Amazon.Runtime;

namespace Amazon.ECR.Model;

/// <summary>Asks for repositories.</summary>
public sealed class DescribeRepositoriesRequest : AmazonWebServiceRequest
{
    public string? RegistryId { get; set; }

    public List<string>? RepositoryNames { get; set; }

    public string? NextToken { get; set; }

    public int? MaxResults { get; set; }
}
