// Written by tools/AwsClientGenerator from ECR.json. Change that and run: dotnet run --project tools/AwsClientGenerator
#nullable enable

using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Fairlead.Aws.Pipeline;

namespace Amazon.ECR
{
    using Amazon.ECR.Model;

    /// <summary>The operations of Amazon ECR that are used here, named as in the vendor's package. Safe for use by several threads.</summary>
    public sealed class AmazonECRClient : ServiceClient
    {
        /// <summary>Takes credentials from the SDK's default chain.</summary>
        public AmazonECRClient(AmazonECRConfig config) : base(config)
        {
        }

        public AmazonECRClient(AWSCredentials credentials, AmazonECRConfig config) : base(credentials, config)
        {
        }

        /// <summary>Gets a registry password, good for 12 hours.</summary>
        /// <exception cref="AmazonECRException">The service refused.</exception>
        public Task<GetAuthorizationTokenResponse> GetAuthorizationTokenAsync(GetAuthorizationTokenRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<GetAuthorizationTokenResponse>(
                request,
                JsonOperation.Create(AmazonECRConfig.Service, "GetAuthorizationToken", ECRJson.Default.GetAuthorizationTokenRequest, ECRJson.Default.GetAuthorizationTokenResponse, Error),
                cancellationToken);

        /// <summary>Describes images of a repository, a page at a time.</summary>
        /// <exception cref="AmazonECRException">The service refused.</exception>
        public Task<DescribeImagesResponse> DescribeImagesAsync(DescribeImagesRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<DescribeImagesResponse>(
                request,
                JsonOperation.Create(AmazonECRConfig.Service, "DescribeImages", ECRJson.Default.DescribeImagesRequest, ECRJson.Default.DescribeImagesResponse, Error),
                cancellationToken);

        /// <summary>Describes repositories, a page at a time.</summary>
        /// <exception cref="AmazonECRException">The service refused.</exception>
        public Task<DescribeRepositoriesResponse> DescribeRepositoriesAsync(DescribeRepositoriesRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<DescribeRepositoriesResponse>(
                request,
                JsonOperation.Create(AmazonECRConfig.Service, "DescribeRepositories", ECRJson.Default.DescribeRepositoriesRequest, ECRJson.Default.DescribeRepositoriesResponse, Error),
                cancellationToken);

        /// <summary>Deletes up to 100 images by digest or tag, and tells which it did not.</summary>
        /// <exception cref="AmazonECRException">The service refused.</exception>
        public Task<BatchDeleteImageResponse> BatchDeleteImageAsync(BatchDeleteImageRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<BatchDeleteImageResponse>(
                request,
                JsonOperation.Create(AmazonECRConfig.Service, "BatchDeleteImage", ECRJson.Default.BatchDeleteImageRequest, ECRJson.Default.BatchDeleteImageResponse, Error),
                cancellationToken);

        private static AmazonServiceException Error(ErrorResponse e) => e.Code switch
        {
            "ImageNotFoundException" => new ImageNotFoundException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
            "RepositoryNotFoundException" => new RepositoryNotFoundException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
            _ => new AmazonECRException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        };
    }

    /// <summary>Settings of <see cref="AmazonECRClient"/>.</summary>
    public sealed class AmazonECRConfig() : ServiceConfig(Service)
    {
        internal static readonly ServiceFacts Service =
            new("Amazon.ECR", "ECR", "ecr", "api.ecr", "2015-09-21", TargetPrefix: "AmazonEC2ContainerRegistry_V20150921", ContentType: "application/x-amz-json-1.1");
    }

    /// <summary>An error that Amazon ECR answered.</summary>
    public class AmazonECRException(string message, Exception? inner, ErrorType type, string code, string requestId, HttpStatusCode status)
        : AmazonServiceException(message, inner, type, code, requestId, status);

    [JsonSerializable(typeof(GetAuthorizationTokenRequest))]
    [JsonSerializable(typeof(GetAuthorizationTokenResponse))]
    [JsonSerializable(typeof(DescribeImagesRequest))]
    [JsonSerializable(typeof(DescribeImagesResponse))]
    [JsonSerializable(typeof(DescribeRepositoriesRequest))]
    [JsonSerializable(typeof(DescribeRepositoriesResponse))]
    [JsonSerializable(typeof(BatchDeleteImageRequest))]
    [JsonSerializable(typeof(BatchDeleteImageResponse))]
    [JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = [typeof(EpochSecondsConverter)])]
    internal sealed partial class ECRJson : JsonSerializerContext;
}

namespace Amazon.ECR.Model
{
    /// <summary>What <see cref="AmazonECRClient.GetAuthorizationTokenAsync"/> sends.</summary>
    public sealed class GetAuthorizationTokenRequest : AmazonWebServiceRequest
    {
    }

    /// <summary>What <see cref="AmazonECRClient.GetAuthorizationTokenAsync"/> is answered.</summary>
    public sealed class GetAuthorizationTokenResponse : AmazonWebServiceResponse
    {
        [JsonPropertyName("authorizationData")]
        public List<AuthorizationData>? AuthorizationData { get; set; }
    }

    /// <summary>What <see cref="AmazonECRClient.DescribeImagesAsync"/> sends.</summary>
    public sealed class DescribeImagesRequest : AmazonWebServiceRequest
    {
        [JsonPropertyName("registryId")]
        public string? RegistryId { get; set; }

        [JsonPropertyName("repositoryName")]
        public string? RepositoryName { get; set; }

        [JsonPropertyName("imageIds")]
        public List<ImageIdentifier>? ImageIds { get; set; }

        [JsonPropertyName("nextToken")]
        public string? NextToken { get; set; }

        [JsonPropertyName("maxResults")]
        public int? MaxResults { get; set; }
    }

    /// <summary>What <see cref="AmazonECRClient.DescribeImagesAsync"/> is answered.</summary>
    public sealed class DescribeImagesResponse : AmazonWebServiceResponse
    {
        [JsonPropertyName("imageDetails")]
        public List<ImageDetail>? ImageDetails { get; set; }

        [JsonPropertyName("nextToken")]
        public string? NextToken { get; set; }
    }

    /// <summary>What <see cref="AmazonECRClient.DescribeRepositoriesAsync"/> sends.</summary>
    public sealed class DescribeRepositoriesRequest : AmazonWebServiceRequest
    {
        [JsonPropertyName("registryId")]
        public string? RegistryId { get; set; }

        [JsonPropertyName("repositoryNames")]
        public List<string>? RepositoryNames { get; set; }

        [JsonPropertyName("nextToken")]
        public string? NextToken { get; set; }

        [JsonPropertyName("maxResults")]
        public int? MaxResults { get; set; }
    }

    /// <summary>What <see cref="AmazonECRClient.DescribeRepositoriesAsync"/> is answered.</summary>
    public sealed class DescribeRepositoriesResponse : AmazonWebServiceResponse
    {
        [JsonPropertyName("repositories")]
        public List<Repository>? Repositories { get; set; }

        [JsonPropertyName("nextToken")]
        public string? NextToken { get; set; }
    }

    /// <summary>What <see cref="AmazonECRClient.BatchDeleteImageAsync"/> sends.</summary>
    public sealed class BatchDeleteImageRequest : AmazonWebServiceRequest
    {
        [JsonPropertyName("registryId")]
        public string? RegistryId { get; set; }

        [JsonPropertyName("repositoryName")]
        public string? RepositoryName { get; set; }

        [JsonPropertyName("imageIds")]
        public List<ImageIdentifier>? ImageIds { get; set; }
    }

    /// <summary>What <see cref="AmazonECRClient.BatchDeleteImageAsync"/> is answered.</summary>
    public sealed class BatchDeleteImageResponse : AmazonWebServiceResponse
    {
        [JsonPropertyName("imageIds")]
        public List<ImageIdentifier>? ImageIds { get; set; }

        [JsonPropertyName("failures")]
        public List<ImageFailure>? Failures { get; set; }
    }

    /// <summary>A registry password: a secret.</summary>
    public sealed class AuthorizationData
    {
        /// <summary>Base64 of <c>AWS:password</c>. Never print it.</summary>
        [JsonPropertyName("authorizationToken")]
        public string? AuthorizationToken { get; set; }
    }

    /// <summary>An image.</summary>
    public sealed class ImageDetail
    {
        [JsonPropertyName("registryId")]
        public string? RegistryId { get; set; }

        [JsonPropertyName("repositoryName")]
        public string? RepositoryName { get; set; }

        [JsonPropertyName("imageDigest")]
        public string? ImageDigest { get; set; }
    }

    /// <summary>An image that was left as it is.</summary>
    public sealed class ImageFailure
    {
        [JsonPropertyName("imageId")]
        public ImageIdentifier? ImageId { get; set; }

        [JsonPropertyName("failureCode")]
        public string? FailureCode { get; set; }

        [JsonPropertyName("failureReason")]
        public string? FailureReason { get; set; }
    }

    /// <summary>An image by digest, by tag, or both.</summary>
    public sealed class ImageIdentifier
    {
        [JsonPropertyName("imageDigest")]
        public string? ImageDigest { get; set; }

        [JsonPropertyName("imageTag")]
        public string? ImageTag { get; set; }

        /// <summary>Members that the description does not name, kept so that reading and sending again loses nothing.</summary>
        [JsonInclude, JsonExtensionData]
        internal Dictionary<string, JsonElement>? Unmodelled { get; set; }
    }

    /// <summary>A repository.</summary>
    public sealed class Repository
    {
        [JsonPropertyName("registryId")]
        public string? RegistryId { get; set; }

        [JsonPropertyName("repositoryName")]
        public string? RepositoryName { get; set; }

        [JsonPropertyName("repositoryUri")]
        public string? RepositoryUri { get; set; }

        [JsonPropertyName("createdAt")]
        public DateTime? CreatedAt { get; set; }
    }

    /// <summary>The error <c>ImageNotFoundException</c>.</summary>
    public sealed class ImageNotFoundException(string message, Exception? inner, ErrorType type, string code, string requestId, HttpStatusCode status)
        : AmazonECRException(message, inner, type, code, requestId, status);

    /// <summary>The error <c>RepositoryNotFoundException</c>.</summary>
    public sealed class RepositoryNotFoundException(string message, Exception? inner, ErrorType type, string code, string requestId, HttpStatusCode status)
        : AmazonECRException(message, inner, type, code, requestId, status);
}
