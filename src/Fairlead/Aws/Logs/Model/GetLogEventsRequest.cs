using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>Asks for lines of one stream.</summary>
public sealed class GetLogEventsRequest : AmazonWebServiceRequest
{
    public string? LogGroupName { get; set; }

    public string? LogStreamName { get; set; }

    public DateTime? StartTime { get; set; }

    public DateTime? EndTime { get; set; }

    public string? NextToken { get; set; }

    /// <summary>At most 10,000.</summary>
    public int? Limit { get; set; }

    /// <summary>Whether the oldest lines come first; without it, the newest page is answered.</summary>
    public bool? StartFromHead { get; set; }
}
