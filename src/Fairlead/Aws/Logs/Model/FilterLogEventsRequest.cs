using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>Searches streams.</summary>
public sealed class FilterLogEventsRequest : AmazonWebServiceRequest
{
    public string? LogGroupName { get; set; }

    public List<string>? LogStreamNames { get; set; }

    public string? LogStreamNamePrefix { get; set; }

    public DateTime? StartTime { get; set; }

    public DateTime? EndTime { get; set; }

    public string? FilterPattern { get; set; }

    public string? NextToken { get; set; }

    public int? Limit { get; set; }
}
