using Amazon.Runtime;

namespace Amazon.ECS.Model;

/// <summary>A page of task ARNs.</summary>
public sealed class ListTasksResponse : AmazonWebServiceResponse
{
    public List<string>? TaskArns { get; set; }

    public string? NextToken { get; set; }
}
