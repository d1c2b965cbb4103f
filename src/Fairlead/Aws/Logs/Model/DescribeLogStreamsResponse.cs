using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>A page of streams.</summary>
public sealed class DescribeLogStreamsResponse : AmazonWebServiceResponse
{
    public List<LogStream>? LogStreams { get; set; }

    public string? NextToken { get; set; }
}
