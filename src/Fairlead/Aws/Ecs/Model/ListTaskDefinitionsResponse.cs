using Amazon.Runtime;

namespace Amazon.ECS.Model;

/// <summary>A page of revisions.</summary>
public sealed class ListTaskDefinitionsResponse : AmazonWebServiceResponse
{
    public List<string>? TaskDefinitionArns { get; set; }

    public string? NextToken { get; set; }
}
