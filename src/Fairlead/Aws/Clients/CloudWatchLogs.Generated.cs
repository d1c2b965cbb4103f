// Written by tools/AwsClientGenerator from CloudWatchLogs.json. Change that and run: dotnet run --project tools/AwsClientGenerator
#nullable enable

using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Fairlead.Aws.Pipeline;

namespace Amazon.CloudWatchLogs
{
    using Amazon.CloudWatchLogs.Model;

    /// <summary>The operations of Amazon CloudWatch Logs that are used here, named as in the vendor's package. Safe for use by several threads.</summary>
    public sealed class AmazonCloudWatchLogsClient : ServiceClient
    {
        /// <summary>Takes credentials from the SDK's default chain.</summary>
        public AmazonCloudWatchLogsClient(AmazonCloudWatchLogsConfig config) : base(config)
        {
        }

        public AmazonCloudWatchLogsClient(AWSCredentials credentials, AmazonCloudWatchLogsConfig config) : base(credentials, config)
        {
        }

        /// <summary>Reads one stream, a page at a time.</summary>
        /// <exception cref="AmazonCloudWatchLogsException">The service refused.</exception>
        public Task<GetLogEventsResponse> GetLogEventsAsync(GetLogEventsRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<GetLogEventsResponse>(
                request,
                JsonOperation.Create(AmazonCloudWatchLogsConfig.Service, "GetLogEvents", CloudWatchLogsJson.Default.GetLogEventsRequest, CloudWatchLogsJson.Default.GetLogEventsResponse, Error),
                cancellationToken);

        /// <summary>Searches the streams of a group, a page at a time.</summary>
        /// <exception cref="AmazonCloudWatchLogsException">The service refused.</exception>
        public Task<FilterLogEventsResponse> FilterLogEventsAsync(FilterLogEventsRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<FilterLogEventsResponse>(
                request,
                JsonOperation.Create(AmazonCloudWatchLogsConfig.Service, "FilterLogEvents", CloudWatchLogsJson.Default.FilterLogEventsRequest, CloudWatchLogsJson.Default.FilterLogEventsResponse, Error),
                cancellationToken);

        /// <summary>Lists log groups, a page at a time.</summary>
        /// <exception cref="AmazonCloudWatchLogsException">The service refused.</exception>
        public Task<DescribeLogGroupsResponse> DescribeLogGroupsAsync(DescribeLogGroupsRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<DescribeLogGroupsResponse>(
                request,
                JsonOperation.Create(AmazonCloudWatchLogsConfig.Service, "DescribeLogGroups", CloudWatchLogsJson.Default.DescribeLogGroupsRequest, CloudWatchLogsJson.Default.DescribeLogGroupsResponse, Error),
                cancellationToken);

        private static AmazonServiceException Error(ErrorResponse e) => e.Code switch
        {
            "ResourceNotFoundException" => new ResourceNotFoundException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
            _ => new AmazonCloudWatchLogsException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        };
    }

    /// <summary>Settings of <see cref="AmazonCloudWatchLogsClient"/>.</summary>
    public sealed class AmazonCloudWatchLogsConfig() : ServiceConfig(Service)
    {
        internal static readonly ServiceFacts Service =
            new("Amazon.CloudWatchLogs", "CloudWatch Logs", "logs", "logs", "2014-03-28", TargetPrefix: "Logs_20140328", ContentType: "application/x-amz-json-1.1");
    }

    /// <summary>An error that Amazon CloudWatch Logs answered.</summary>
    public class AmazonCloudWatchLogsException(string message, Exception? inner, ErrorType type, string code, string requestId, HttpStatusCode status)
        : AmazonServiceException(message, inner, type, code, requestId, status);

    [JsonSerializable(typeof(GetLogEventsRequest))]
    [JsonSerializable(typeof(GetLogEventsResponse))]
    [JsonSerializable(typeof(FilterLogEventsRequest))]
    [JsonSerializable(typeof(FilterLogEventsResponse))]
    [JsonSerializable(typeof(DescribeLogGroupsRequest))]
    [JsonSerializable(typeof(DescribeLogGroupsResponse))]
    [JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = [typeof(EpochSecondsConverter)])]
    internal sealed partial class CloudWatchLogsJson : JsonSerializerContext;
}

namespace Amazon.CloudWatchLogs.Model
{
    /// <summary>What <see cref="AmazonCloudWatchLogsClient.GetLogEventsAsync"/> sends.</summary>
    public sealed class GetLogEventsRequest : AmazonWebServiceRequest
    {
        [JsonPropertyName("logGroupName")]
        public string? LogGroupName { get; set; }

        [JsonPropertyName("logStreamName")]
        public string? LogStreamName { get; set; }

        [JsonPropertyName("startTime")]
        [JsonConverter(typeof(EpochMillisecondsConverter))]
        public DateTime? StartTime { get; set; }

        [JsonPropertyName("nextToken")]
        public string? NextToken { get; set; }

        /// <summary>At most 10,000.</summary>
        [JsonPropertyName("limit")]
        public int? Limit { get; set; }

        /// <summary>Whether the oldest lines come first; without it, the newest page is answered.</summary>
        [JsonPropertyName("startFromHead")]
        public bool? StartFromHead { get; set; }
    }

    /// <summary>What <see cref="AmazonCloudWatchLogsClient.GetLogEventsAsync"/> is answered.</summary>
    public sealed class GetLogEventsResponse : AmazonWebServiceResponse
    {
        [JsonPropertyName("events")]
        public List<OutputLogEvent>? Events { get; set; }
    }

    /// <summary>What <see cref="AmazonCloudWatchLogsClient.FilterLogEventsAsync"/> sends.</summary>
    public sealed class FilterLogEventsRequest : AmazonWebServiceRequest
    {
        [JsonPropertyName("logGroupName")]
        public string? LogGroupName { get; set; }

        [JsonPropertyName("startTime")]
        [JsonConverter(typeof(EpochMillisecondsConverter))]
        public DateTime? StartTime { get; set; }

        [JsonPropertyName("nextToken")]
        public string? NextToken { get; set; }

        [JsonPropertyName("limit")]
        public int? Limit { get; set; }
    }

    /// <summary>What <see cref="AmazonCloudWatchLogsClient.FilterLogEventsAsync"/> is answered.</summary>
    public sealed class FilterLogEventsResponse : AmazonWebServiceResponse
    {
        [JsonPropertyName("events")]
        public List<FilteredLogEvent>? Events { get; set; }

        [JsonPropertyName("nextToken")]
        public string? NextToken { get; set; }
    }

    /// <summary>What <see cref="AmazonCloudWatchLogsClient.DescribeLogGroupsAsync"/> sends.</summary>
    public sealed class DescribeLogGroupsRequest : AmazonWebServiceRequest
    {
        [JsonPropertyName("logGroupNamePrefix")]
        public string? LogGroupNamePrefix { get; set; }

        [JsonPropertyName("nextToken")]
        public string? NextToken { get; set; }

        [JsonPropertyName("limit")]
        public int? Limit { get; set; }
    }

    /// <summary>What <see cref="AmazonCloudWatchLogsClient.DescribeLogGroupsAsync"/> is answered.</summary>
    public sealed class DescribeLogGroupsResponse : AmazonWebServiceResponse
    {
        [JsonPropertyName("logGroups")]
        public List<LogGroup>? LogGroups { get; set; }

        [JsonPropertyName("nextToken")]
        public string? NextToken { get; set; }
    }

    /// <summary>A line that was found.</summary>
    public sealed class FilteredLogEvent
    {
        [JsonPropertyName("logStreamName")]
        public string? LogStreamName { get; set; }

        [JsonPropertyName("timestamp")]
        [JsonConverter(typeof(EpochMillisecondsConverter))]
        public DateTime? Timestamp { get; set; }

        [JsonPropertyName("message")]
        public string? Message { get; set; }
    }

    /// <summary>A log group.</summary>
    public sealed class LogGroup
    {
        [JsonPropertyName("logGroupName")]
        public string? LogGroupName { get; set; }

        [JsonPropertyName("retentionInDays")]
        public int? RetentionInDays { get; set; }
    }

    /// <summary>A line.</summary>
    public sealed class OutputLogEvent
    {
        [JsonPropertyName("timestamp")]
        [JsonConverter(typeof(EpochMillisecondsConverter))]
        public DateTime? Timestamp { get; set; }

        [JsonPropertyName("message")]
        public string? Message { get; set; }
    }

    /// <summary>The error <c>ResourceNotFoundException</c>.</summary>
    public sealed class ResourceNotFoundException(string message, Exception? inner, ErrorType type, string code, string requestId, HttpStatusCode status)
        : AmazonCloudWatchLogsException(message, inner, type, code, requestId, status);
}
