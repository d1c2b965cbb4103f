using Amazon.Runtime;

namespace Amazon.ECR.Model;

/// <summary>A page of repositories.</summary>
public sealed class DescribeRepositoriesResponse : AmazonWebServiceResponse
{
    public List<Repository>? Repositories { get; set; }

    public string? NextToken { get; set; }
}
