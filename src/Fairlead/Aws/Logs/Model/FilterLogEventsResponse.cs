using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>A page of lines.</summary>
public sealed class FilterLogEventsResponse : AmazonWebServiceResponse
{
    public List<FilteredLogEvent>? Events { get; set; }

    public string? NextToken { get; set; }
}
