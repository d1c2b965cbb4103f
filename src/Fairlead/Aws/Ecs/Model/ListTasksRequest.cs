using Amazon.Runtime;

namespace Amazon.ECS.Model;

/// <summary>Lists tasks. <see cref="StartedBy"/>, when set, must be the only filter.</summary>
public sealed class ListTasksRequest : AmazonWebServiceRequest
{
    public string? Cluster { get; set; }

    public string? Family { get; set; }

    public string? ServiceName { get; set; }

    public DesiredStatus? DesiredStatus { get; set; }

    public string? StartedBy { get; set; }

    public string? NextToken { get; set; }

    public int? MaxResults { get; set; }
}
