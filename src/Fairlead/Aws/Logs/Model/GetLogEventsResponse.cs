using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>A page of lines, oldest first. At the end of the stream the token equals the one that was sent.</summary>
public sealed class GetLogEventsResponse : AmazonWebServiceResponse
{
    public List<OutputLogEvent>? Events { get; set; }

    public string? NextForwardToken { get; set; }

    public string? NextBackwardToken { get; set; }
}
