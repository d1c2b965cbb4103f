// Written by tools/AwsClientGenerator from CloudFront.json. Change that and run: dotnet run --project tools/AwsClientGenerator
#nullable enable

using System.Net;
using System.Xml.Linq;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Fairlead.Aws.Pipeline;

namespace Amazon.CloudFront
{
    using Amazon.CloudFront.Model;

    /// <summary>The operations of Amazon CloudFront that are used here, named as in the vendor's package. Safe for use by several threads.</summary>
    public sealed class AmazonCloudFrontClient : ServiceClient
    {
        /// <summary>Takes credentials from the SDK's default chain.</summary>
        public AmazonCloudFrontClient(AmazonCloudFrontConfig config) : base(config)
        {
        }

        public AmazonCloudFrontClient(AWSCredentials credentials, AmazonCloudFrontConfig config) : base(credentials, config)
        {
        }

        /// <summary>Begins an invalidation. Idempotent: a caller reference that was used with the same paths names the same invalidation.</summary>
        /// <exception cref="AmazonCloudFrontException">The service refused.</exception>
        public Task<CreateInvalidationResponse> CreateInvalidationAsync(CreateInvalidationRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<CreateInvalidationResponse>(
                request,
                XmlOperation.Create<CreateInvalidationRequest, CreateInvalidationResponse>(AmazonCloudFrontConfig.Service, CloudFrontXml.Write, CloudFrontXml.ReadCreateInvalidation, Error),
                cancellationToken);

        /// <summary>Reads one invalidation.</summary>
        /// <exception cref="AmazonCloudFrontException">The service refused.</exception>
        public Task<GetInvalidationResponse> GetInvalidationAsync(GetInvalidationRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<GetInvalidationResponse>(
                request,
                XmlOperation.Create<GetInvalidationRequest, GetInvalidationResponse>(AmazonCloudFrontConfig.Service, CloudFrontXml.Write, CloudFrontXml.ReadGetInvalidation, Error),
                cancellationToken);

        /// <summary>Lists invalidations, newest first, a page at a time.</summary>
        /// <exception cref="AmazonCloudFrontException">The service refused.</exception>
        public Task<ListInvalidationsResponse> ListInvalidationsAsync(ListInvalidationsRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<ListInvalidationsResponse>(
                request,
                XmlOperation.Create<ListInvalidationsRequest, ListInvalidationsResponse>(AmazonCloudFrontConfig.Service, CloudFrontXml.Write, CloudFrontXml.ReadListInvalidations, Error),
                cancellationToken);

        private static AmazonServiceException Error(ErrorResponse e) => new AmazonCloudFrontException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode);
    }

    /// <summary>Settings of <see cref="AmazonCloudFrontClient"/>.</summary>
    public sealed class AmazonCloudFrontConfig() : ServiceConfig(Service)
    {
        internal static readonly ServiceFacts Service =
            new("Amazon.CloudFront", "CloudFront", "cloudfront", "cloudfront", "2020-05-31", IsGlobal: true);
    }

    /// <summary>An error that Amazon CloudFront answered.</summary>
    public class AmazonCloudFrontException(string message, Exception? inner, ErrorType type, string code, string requestId, HttpStatusCode status)
        : AmazonServiceException(message, inner, type, code, requestId, status);

    /// <summary>The messages of Amazon CloudFront on the wire.</summary>
    internal static class CloudFrontXml
    {
        private static readonly XNamespace Namespace = "http://cloudfront.amazonaws.com/doc/2020-05-31/";

        public static void Write(CreateInvalidationRequest input, IRequest request)
        {
            request.HttpMethod = "POST";
            request.ResourcePath = "/2020-05-31/distribution/{DistributionId}/invalidation";
            request.SetPath("DistributionId", input.DistributionId);
            request.SetBody(XmlWriting.Structure(Namespace + "InvalidationBatch", input.InvalidationBatch, Write));
        }

        public static CreateInvalidationResponse ReadCreateInvalidation(XElement root, IWebResponseData response) => new()
        {
            Location = response.Header("Location"),
            Invalidation = ReadInvalidation(root),
        };

        public static void Write(GetInvalidationRequest input, IRequest request)
        {
            request.HttpMethod = "GET";
            request.ResourcePath = "/2020-05-31/distribution/{DistributionId}/invalidation/{Id}";
            request.SetPath("DistributionId", input.DistributionId);
            request.SetPath("Id", input.Id);
        }

        public static GetInvalidationResponse ReadGetInvalidation(XElement root, IWebResponseData response) => new()
        {
            Invalidation = ReadInvalidation(root),
        };

        public static void Write(ListInvalidationsRequest input, IRequest request)
        {
            request.HttpMethod = "GET";
            request.ResourcePath = "/2020-05-31/distribution/{DistributionId}/invalidation";
            request.SetPath("DistributionId", input.DistributionId);
            request.SetQuery("Marker", input.Marker);
            request.SetQuery("MaxItems", input.MaxItems);
        }

        public static ListInvalidationsResponse ReadListInvalidations(XElement root, IWebResponseData response) => new()
        {
            InvalidationList = ReadInvalidationList(root),
        };

        private static Invalidation ReadInvalidation(XElement element) => new()
        {
            Id = element.Text("Id"),
            Status = element.Text("Status"),
            CreateTime = element.Time("CreateTime"),
            InvalidationBatch = element.Structure("InvalidationBatch", ReadInvalidationBatch),
        };

        private static object?[] Write(InvalidationBatch value) =>
        [
            XmlWriting.Structure(Namespace + "Paths", value.Paths, Write),
            XmlWriting.Element(Namespace + "CallerReference", value.CallerReference),
        ];

        private static InvalidationBatch ReadInvalidationBatch(XElement element) => new()
        {
            Paths = element.Structure("Paths", ReadPaths),
            CallerReference = element.Text("CallerReference"),
        };

        private static InvalidationList ReadInvalidationList(XElement element) => new()
        {
            Marker = element.Text("Marker"),
            NextMarker = element.Text("NextMarker"),
            MaxItems = element.Integer("MaxItems"),
            IsTruncated = element.Boolean("IsTruncated"),
            Quantity = element.Integer("Quantity"),
            Items = element.List("Items", "InvalidationSummary", ReadInvalidationSummary),
        };

        private static InvalidationSummary ReadInvalidationSummary(XElement element) => new()
        {
            Id = element.Text("Id"),
            CreateTime = element.Time("CreateTime"),
            Status = element.Text("Status"),
        };

        private static object?[] Write(Paths value) =>
        [
            XmlWriting.Element(Namespace + "Quantity", value.Quantity),
            XmlWriting.List(Namespace + "Items", Namespace + "Path", value.Items),
        ];

        private static Paths ReadPaths(XElement element) => new()
        {
            Quantity = element.Integer("Quantity"),
            Items = element.List("Items", "Path", item => item.Value),
        };
    }
}

namespace Amazon.CloudFront.Model
{
    /// <summary>What <see cref="AmazonCloudFrontClient.CreateInvalidationAsync"/> sends.</summary>
    public sealed class CreateInvalidationRequest : AmazonWebServiceRequest
    {
        public string? DistributionId { get; set; }

        public InvalidationBatch? InvalidationBatch { get; set; }
    }

    /// <summary>What <see cref="AmazonCloudFrontClient.CreateInvalidationAsync"/> is answered.</summary>
    public sealed class CreateInvalidationResponse : AmazonWebServiceResponse
    {
        public string? Location { get; set; }

        public Invalidation? Invalidation { get; set; }
    }

    /// <summary>What <see cref="AmazonCloudFrontClient.GetInvalidationAsync"/> sends.</summary>
    public sealed class GetInvalidationRequest : AmazonWebServiceRequest
    {
        public string? DistributionId { get; set; }

        public string? Id { get; set; }
    }

    /// <summary>What <see cref="AmazonCloudFrontClient.GetInvalidationAsync"/> is answered.</summary>
    public sealed class GetInvalidationResponse : AmazonWebServiceResponse
    {
        public Invalidation? Invalidation { get; set; }
    }

    /// <summary>What <see cref="AmazonCloudFrontClient.ListInvalidationsAsync"/> sends.</summary>
    public sealed class ListInvalidationsRequest : AmazonWebServiceRequest
    {
        public string? DistributionId { get; set; }

        public string? Marker { get; set; }

        public string? MaxItems { get; set; }
    }

    /// <summary>What <see cref="AmazonCloudFrontClient.ListInvalidationsAsync"/> is answered.</summary>
    public sealed class ListInvalidationsResponse : AmazonWebServiceResponse
    {
        public InvalidationList? InvalidationList { get; set; }
    }

    /// <summary>An invalidation.</summary>
    public sealed class Invalidation
    {
        public string? Id { get; set; }

        /// <summary><c>InProgress</c> or <c>Completed</c>.</summary>
        public string? Status { get; set; }

        public DateTime? CreateTime { get; set; }

        public InvalidationBatch? InvalidationBatch { get; set; }
    }

    /// <summary>Paths to remove.</summary>
    public sealed class InvalidationBatch
    {
        public Paths? Paths { get; set; }

        /// <summary>Equal references with equal paths name one invalidation.</summary>
        public string? CallerReference { get; set; }
    }

    /// <summary>A page of invalidations.</summary>
    public sealed class InvalidationList
    {
        public string? Marker { get; set; }

        public string? NextMarker { get; set; }

        public int? MaxItems { get; set; }

        public bool? IsTruncated { get; set; }

        public int? Quantity { get; set; }

        public List<InvalidationSummary>? Items { get; set; }
    }

    /// <summary>An invalidation in a list.</summary>
    public sealed class InvalidationSummary
    {
        public string? Id { get; set; }

        public DateTime? CreateTime { get; set; }

        public string? Status { get; set; }
    }

    /// <summary>Paths, each with its leading slash; a star stands for the rest.</summary>
    public sealed class Paths
    {
        /// <summary>Must be the number of items.</summary>
        public int? Quantity { get; set; }

        public List<string>? Items { get; set; }
    }
}
