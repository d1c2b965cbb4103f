// Written by tools/AwsClientGenerator from AppRunner.json. Change that and run: dotnet run --project tools/AwsClientGenerator
#nullable enable

using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Fairlead.Aws.Pipeline;

namespace Amazon.AppRunner
{
    using Amazon.AppRunner.Model;

    /// <summary>The operations of AWS App Runner that are used here, named as in the vendor's package. Safe for use by several threads.</summary>
    public sealed class AmazonAppRunnerClient : ServiceClient
    {
        /// <summary>Takes credentials from the SDK's default chain.</summary>
        public AmazonAppRunnerClient(AmazonAppRunnerConfig config) : base(config)
        {
        }

        public AmazonAppRunnerClient(AWSCredentials credentials, AmazonAppRunnerConfig config) : base(credentials, config)
        {
        }

        /// <summary>Describes a service.</summary>
        /// <exception cref="AmazonAppRunnerException">The service refused.</exception>
        public Task<DescribeServiceResponse> DescribeServiceAsync(DescribeServiceRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<DescribeServiceResponse>(
                request,
                JsonOperation.Create(AmazonAppRunnerConfig.Service, "DescribeService", AppRunnerJson.Default.DescribeServiceRequest, AppRunnerJson.Default.DescribeServiceResponse, Error),
                cancellationToken);

        /// <summary>Lists what was and is done to a service, newest first, a page at a time.</summary>
        /// <exception cref="AmazonAppRunnerException">The service refused.</exception>
        public Task<ListOperationsResponse> ListOperationsAsync(ListOperationsRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<ListOperationsResponse>(
                request,
                JsonOperation.Create(AmazonAppRunnerConfig.Service, "ListOperations", AppRunnerJson.Default.ListOperationsRequest, AppRunnerJson.Default.ListOperationsResponse, Error),
                cancellationToken);

        /// <summary>Changes a service; that starts an operation.</summary>
        /// <exception cref="AmazonAppRunnerException">The service refused.</exception>
        public Task<UpdateServiceResponse> UpdateServiceAsync(UpdateServiceRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<UpdateServiceResponse>(
                request,
                JsonOperation.Create(AmazonAppRunnerConfig.Service, "UpdateService", AppRunnerJson.Default.UpdateServiceRequest, AppRunnerJson.Default.UpdateServiceResponse, Error),
                cancellationToken);

        private static AmazonServiceException Error(ErrorResponse e) => e.Code switch
        {
            "InvalidStateException" => new InvalidStateException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
            "ResourceNotFoundException" => new ResourceNotFoundException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
            _ => new AmazonAppRunnerException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        };
    }

    /// <summary>Settings of <see cref="AmazonAppRunnerClient"/>.</summary>
    public sealed class AmazonAppRunnerConfig() : ServiceConfig(Service)
    {
        internal static readonly ServiceFacts Service =
            new("Amazon.AppRunner", "AppRunner", "apprunner", "apprunner", "2020-05-15", TargetPrefix: "AppRunner", ContentType: "application/x-amz-json-1.0");
    }

    /// <summary>An error that AWS App Runner answered.</summary>
    public class AmazonAppRunnerException(string message, Exception? inner, ErrorType type, string code, string requestId, HttpStatusCode status)
        : AmazonServiceException(message, inner, type, code, requestId, status);

    /// <summary>Known values; others are kept as they are.</summary>
    [JsonConverter(typeof(ConstantJsonConverter<ImageRepositoryType>))]
    public sealed class ImageRepositoryType(string value) : ConstantClass(value), IConstant<ImageRepositoryType>
    {
        public static readonly ImageRepositoryType ECR = new("ECR");
        public static readonly ImageRepositoryType ECR_PUBLIC = new("ECR_PUBLIC");

        public static ImageRepositoryType FindValue(string value) => FindValue<ImageRepositoryType>(value);

        public static implicit operator ImageRepositoryType(string value) => FindValue(value);
    }

    /// <summary>How far an operation is.</summary>
    [JsonConverter(typeof(ConstantJsonConverter<OperationStatus>))]
    public sealed class OperationStatus(string value) : ConstantClass(value), IConstant<OperationStatus>
    {
        public static readonly OperationStatus PENDING = new("PENDING");
        public static readonly OperationStatus IN_PROGRESS = new("IN_PROGRESS");
        public static readonly OperationStatus FAILED = new("FAILED");
        public static readonly OperationStatus SUCCEEDED = new("SUCCEEDED");
        public static readonly OperationStatus ROLLBACK_IN_PROGRESS = new("ROLLBACK_IN_PROGRESS");
        public static readonly OperationStatus ROLLBACK_FAILED = new("ROLLBACK_FAILED");
        public static readonly OperationStatus ROLLBACK_SUCCEEDED = new("ROLLBACK_SUCCEEDED");

        public static OperationStatus FindValue(string value) => FindValue<OperationStatus>(value);

        public static implicit operator OperationStatus(string value) => FindValue(value);
    }

    /// <summary>Known values; others are kept as they are.</summary>
    [JsonConverter(typeof(ConstantJsonConverter<OperationType>))]
    public sealed class OperationType(string value) : ConstantClass(value), IConstant<OperationType>
    {
        public static readonly OperationType START_DEPLOYMENT = new("START_DEPLOYMENT");
        public static readonly OperationType CREATE_SERVICE = new("CREATE_SERVICE");
        public static readonly OperationType PAUSE_SERVICE = new("PAUSE_SERVICE");
        public static readonly OperationType RESUME_SERVICE = new("RESUME_SERVICE");
        public static readonly OperationType DELETE_SERVICE = new("DELETE_SERVICE");
        public static readonly OperationType UPDATE_SERVICE = new("UPDATE_SERVICE");

        public static OperationType FindValue(string value) => FindValue<OperationType>(value);

        public static implicit operator OperationType(string value) => FindValue(value);
    }

    /// <summary>State of a service.</summary>
    [JsonConverter(typeof(ConstantJsonConverter<ServiceStatus>))]
    public sealed class ServiceStatus(string value) : ConstantClass(value), IConstant<ServiceStatus>
    {
        public static readonly ServiceStatus CREATE_FAILED = new("CREATE_FAILED");
        public static readonly ServiceStatus RUNNING = new("RUNNING");
        public static readonly ServiceStatus DELETED = new("DELETED");
        public static readonly ServiceStatus DELETE_FAILED = new("DELETE_FAILED");
        public static readonly ServiceStatus PAUSED = new("PAUSED");
        public static readonly ServiceStatus OPERATION_IN_PROGRESS = new("OPERATION_IN_PROGRESS");

        public static ServiceStatus FindValue(string value) => FindValue<ServiceStatus>(value);

        public static implicit operator ServiceStatus(string value) => FindValue(value);
    }

    [JsonSerializable(typeof(DescribeServiceRequest))]
    [JsonSerializable(typeof(DescribeServiceResponse))]
    [JsonSerializable(typeof(ListOperationsRequest))]
    [JsonSerializable(typeof(ListOperationsResponse))]
    [JsonSerializable(typeof(UpdateServiceRequest))]
    [JsonSerializable(typeof(UpdateServiceResponse))]
    [JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = [typeof(EpochSecondsConverter)])]
    internal sealed partial class AppRunnerJson : JsonSerializerContext;
}

namespace Amazon.AppRunner.Model
{
    /// <summary>What <see cref="AmazonAppRunnerClient.DescribeServiceAsync"/> sends.</summary>
    public sealed class DescribeServiceRequest : AmazonWebServiceRequest
    {
        public string? ServiceArn { get; set; }
    }

    /// <summary>What <see cref="AmazonAppRunnerClient.DescribeServiceAsync"/> is answered.</summary>
    public sealed class DescribeServiceResponse : AmazonWebServiceResponse
    {
        public Service? Service { get; set; }
    }

    /// <summary>What <see cref="AmazonAppRunnerClient.ListOperationsAsync"/> sends.</summary>
    public sealed class ListOperationsRequest : AmazonWebServiceRequest
    {
        public string? ServiceArn { get; set; }

        /// <summary>At most 20.</summary>
        public int? MaxResults { get; set; }

        public string? NextToken { get; set; }
    }

    /// <summary>What <see cref="AmazonAppRunnerClient.ListOperationsAsync"/> is answered.</summary>
    public sealed class ListOperationsResponse : AmazonWebServiceResponse
    {
        /// <summary>Newest first.</summary>
        public List<OperationSummary>? OperationSummaryList { get; set; }

        public string? NextToken { get; set; }
    }

    /// <summary>What <see cref="AmazonAppRunnerClient.UpdateServiceAsync"/> sends.</summary>
    public sealed class UpdateServiceRequest : AmazonWebServiceRequest
    {
        public string? ServiceArn { get; set; }

        public SourceConfiguration? SourceConfiguration { get; set; }
    }

    /// <summary>What <see cref="AmazonAppRunnerClient.UpdateServiceAsync"/> is answered.</summary>
    public sealed class UpdateServiceResponse : AmazonWebServiceResponse
    {
        public Service? Service { get; set; }

        public string? OperationId { get; set; }
    }

    /// <summary>With what App Runner reads a source that is not public.</summary>
    public sealed class AuthenticationConfiguration
    {
        /// <summary>ARN of the role that pulls from a private ECR repository.</summary>
        public string? AccessRoleArn { get; set; }

        /// <summary>Members that the description does not name, kept so that reading and sending again loses nothing.</summary>
        [JsonInclude, JsonExtensionData]
        internal Dictionary<string, JsonElement>? Unmodelled { get; set; }
    }

    /// <summary>How an image is run.</summary>
    public sealed class ImageConfiguration
    {
        public Dictionary<string, string>? RuntimeEnvironmentVariables { get; set; }

        /// <summary>What is run instead of the image's own program.</summary>
        public string? StartCommand { get; set; }

        /// <summary>Members that the description does not name, kept so that reading and sending again loses nothing.</summary>
        [JsonInclude, JsonExtensionData]
        internal Dictionary<string, JsonElement>? Unmodelled { get; set; }
    }

    /// <summary>An image and how it is run.</summary>
    public sealed class ImageRepository
    {
        /// <summary>The image by tag or digest.</summary>
        public string? ImageIdentifier { get; set; }

        public ImageConfiguration? ImageConfiguration { get; set; }

        /// <summary><c>ECR</c> or <c>ECR_PUBLIC</c>.</summary>
        public ImageRepositoryType? ImageRepositoryType { get; set; }

        /// <summary>Members that the description does not name, kept so that reading and sending again loses nothing.</summary>
        [JsonInclude, JsonExtensionData]
        internal Dictionary<string, JsonElement>? Unmodelled { get; set; }
    }

    /// <summary>One operation on a service.</summary>
    public sealed class OperationSummary
    {
        public string? Id { get; set; }

        /// <summary>For example <c>UPDATE_SERVICE</c>.</summary>
        public OperationType? Type { get; set; }

        public OperationStatus? Status { get; set; }

        public DateTime? StartedAt { get; set; }
    }

    /// <summary>A service.</summary>
    public sealed class Service
    {
        public string? ServiceName { get; set; }

        public string? ServiceId { get; set; }

        public string? ServiceArn { get; set; }

        public DateTime? CreatedAt { get; set; }

        public ServiceStatus? Status { get; set; }

        public SourceConfiguration? SourceConfiguration { get; set; }
    }

    /// <summary>What a service runs.</summary>
    public sealed class SourceConfiguration
    {
        public ImageRepository? ImageRepository { get; set; }

        public bool? AutoDeploymentsEnabled { get; set; }

        /// <summary>How the image is pulled from a private repository; null for a public one, for which App Runner takes none.</summary>
        public AuthenticationConfiguration? AuthenticationConfiguration { get; set; }

        /// <summary>Members that the description does not name, kept so that reading and sending again loses nothing.</summary>
        [JsonInclude, JsonExtensionData]
        internal Dictionary<string, JsonElement>? Unmodelled { get; set; }
    }

    /// <summary>The error <c>InvalidStateException</c>.</summary>
    public sealed class InvalidStateException(string message, Exception? inner, ErrorType type, string code, string requestId, HttpStatusCode status)
        : AmazonAppRunnerException(message, inner, type, code, requestId, status);

    /// <summary>The error <c>ResourceNotFoundException</c>.</summary>
    public sealed class ResourceNotFoundException(string message, Exception? inner, ErrorType type, string code, string requestId, HttpStatusCode status)
        : AmazonAppRunnerException(message, inner, type, code, requestId, status);
}
