using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>Asks for the streams of a group.</summary>
public sealed class DescribeLogStreamsRequest : AmazonWebServiceRequest
{
    public string? LogGroupName { get; set; }

    public string? LogStreamNamePrefix { get; set; }

    public OrderBy? OrderBy { get; set; }

    public bool? Descending { get; set; }

    public string? NextToken { get; set; }

    public int? Limit { get; set; }
}
