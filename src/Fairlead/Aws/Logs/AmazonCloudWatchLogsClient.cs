using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Fairlead.Aws.Pipeline;
using Amazon.CloudWatchLogs.Model;

namespace Amazon.CloudWatchLogs;

/// <summary>The operations of Amazon CloudWatch Logs that a deploy needs, named as in the vendor's package so that the package can take this one's place. Safe for use by several threads.</summary>
public sealed class AmazonCloudWatchLogsClient : ServiceClient
{
    private const string Name = "Amazon.CloudWatchLogs";
    private const string Target = "Logs_20140328.";

    private static readonly InvokeOptions GetLogEvents = JsonOperation.Create(Name, Target + "GetLogEvents", CloudWatchLogsJson.Default.GetLogEventsRequest, CloudWatchLogsJson.Default.GetLogEventsResponse, CloudWatchLogsErrors.From);

    private static readonly InvokeOptions FilterLogEvents = JsonOperation.Create(Name, Target + "FilterLogEvents", CloudWatchLogsJson.Default.FilterLogEventsRequest, CloudWatchLogsJson.Default.FilterLogEventsResponse, CloudWatchLogsErrors.From);

    private static readonly InvokeOptions DescribeLogStreams = JsonOperation.Create(Name, Target + "DescribeLogStreams", CloudWatchLogsJson.Default.DescribeLogStreamsRequest, CloudWatchLogsJson.Default.DescribeLogStreamsResponse, CloudWatchLogsErrors.From);

    /// <summary>Takes credentials from the SDK's default chain.</summary>
    public AmazonCloudWatchLogsClient(AmazonCloudWatchLogsConfig config)
        : base(config)
    {
    }

    public AmazonCloudWatchLogsClient(AWSCredentials credentials, AmazonCloudWatchLogsConfig config)
        : base(credentials, config)
    {
    }

    /// <summary>Reads one stream, a page at a time.</summary>
    /// <exception cref="AmazonCloudWatchLogsException">The service refused.</exception>
    public Task<GetLogEventsResponse> GetLogEventsAsync(GetLogEventsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetLogEventsResponse>(request, GetLogEvents, cancellationToken);

    /// <summary>Searches the streams of a group, a page at a time.</summary>
    /// <exception cref="AmazonCloudWatchLogsException">The service refused.</exception>
    public Task<FilterLogEventsResponse> FilterLogEventsAsync(FilterLogEventsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<FilterLogEventsResponse>(request, FilterLogEvents, cancellationToken);

    /// <summary>Lists the streams of a group, a page at a time.</summary>
    /// <exception cref="AmazonCloudWatchLogsException">The service refused.</exception>
    public Task<DescribeLogStreamsResponse> DescribeLogStreamsAsync(DescribeLogStreamsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeLogStreamsResponse>(request, DescribeLogStreams, cancellationToken);
}
