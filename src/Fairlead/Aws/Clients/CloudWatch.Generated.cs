// Written by tools/AwsClientGenerator from CloudWatch.json. Change that and run: dotnet run --project tools/AwsClientGenerator
#nullable enable

using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Fairlead.Aws.Pipeline;

namespace Amazon.CloudWatch
{
    using Amazon.CloudWatch.Model;

    /// <summary>The operations of Amazon CloudWatch that are used here, named as in the vendor's package. Safe for use by several threads.</summary>
    public sealed class AmazonCloudWatchClient : ServiceClient
    {
        /// <summary>Takes credentials from the SDK's default chain.</summary>
        public AmazonCloudWatchClient(AmazonCloudWatchConfig config) : base(config)
        {
        }

        public AmazonCloudWatchClient(AWSCredentials credentials, AmazonCloudWatchConfig config) : base(credentials, config)
        {
        }

        /// <summary>Describes alarms, a page at a time.</summary>
        /// <exception cref="AmazonCloudWatchException">The service refused.</exception>
        public Task<DescribeAlarmsResponse> DescribeAlarmsAsync(DescribeAlarmsRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<DescribeAlarmsResponse>(
                request,
                JsonOperation.Create(AmazonCloudWatchConfig.Service, "DescribeAlarms", CloudWatchJson.Default.DescribeAlarmsRequest, CloudWatchJson.Default.DescribeAlarmsResponse, Error),
                cancellationToken);

        private static AmazonServiceException Error(ErrorResponse e) => new AmazonCloudWatchException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode);
    }

    /// <summary>Settings of <see cref="AmazonCloudWatchClient"/>.</summary>
    public sealed class AmazonCloudWatchConfig() : ServiceConfig(Service)
    {
        internal static readonly ServiceFacts Service =
            new("Amazon.CloudWatch", "CloudWatch", "monitoring", "monitoring", "2010-08-01", TargetPrefix: "GraniteServiceVersion20100801", ContentType: "application/x-amz-json-1.0");
    }

    /// <summary>An error that Amazon CloudWatch answered.</summary>
    public class AmazonCloudWatchException(string message, Exception? inner, ErrorType type, string code, string requestId, HttpStatusCode status)
        : AmazonServiceException(message, inner, type, code, requestId, status);

    /// <summary>State of an alarm.</summary>
    [JsonConverter(typeof(ConstantJsonConverter<StateValue>))]
    public sealed class StateValue(string value) : ConstantClass(value), IConstant<StateValue>
    {
        public static readonly StateValue OK = new("OK");
        public static readonly StateValue ALARM = new("ALARM");
        public static readonly StateValue INSUFFICIENT_DATA = new("INSUFFICIENT_DATA");

        public static StateValue FindValue(string value) => FindValue<StateValue>(value);

        public static implicit operator StateValue(string value) => FindValue(value);
    }

    [JsonSerializable(typeof(DescribeAlarmsRequest))]
    [JsonSerializable(typeof(DescribeAlarmsResponse))]
    [JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = [typeof(EpochSecondsConverter)])]
    internal sealed partial class CloudWatchJson : JsonSerializerContext;
}

namespace Amazon.CloudWatch.Model
{
    /// <summary>What <see cref="AmazonCloudWatchClient.DescribeAlarmsAsync"/> sends.</summary>
    public sealed class DescribeAlarmsRequest : AmazonWebServiceRequest
    {
        /// <summary>At most 100.</summary>
        public List<string>? AlarmNames { get; set; }

        /// <summary><c>MetricAlarm</c>, <c>CompositeAlarm</c>; without it, only the former are answered.</summary>
        public List<string>? AlarmTypes { get; set; }

        public string? NextToken { get; set; }

        public int? MaxRecords { get; set; }
    }

    /// <summary>What <see cref="AmazonCloudWatchClient.DescribeAlarmsAsync"/> is answered.</summary>
    public sealed class DescribeAlarmsResponse : AmazonWebServiceResponse
    {
        public List<CompositeAlarm>? CompositeAlarms { get; set; }

        public List<MetricAlarm>? MetricAlarms { get; set; }

        public string? NextToken { get; set; }
    }

    /// <summary>An alarm on other alarms.</summary>
    public sealed class CompositeAlarm
    {
        public string? AlarmName { get; set; }

        public StateValue? StateValue { get; set; }

        public string? StateReason { get; set; }
    }

    /// <summary>An alarm on a metric.</summary>
    public sealed class MetricAlarm
    {
        public string? AlarmName { get; set; }

        public StateValue? StateValue { get; set; }

        public string? StateReason { get; set; }
    }
}
