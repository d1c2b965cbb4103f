// Written by tools/AwsClientGenerator from ElasticLoadBalancingV2.json. Change that and run: dotnet run --project tools/AwsClientGenerator
#nullable enable

using System.Net;
using System.Xml.Linq;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Fairlead.Aws.Pipeline;

namespace Amazon.ElasticLoadBalancingV2
{
    using Amazon.ElasticLoadBalancingV2.Model;

    /// <summary>The operations of Elastic Load Balancing that are used here, named as in the vendor's package. Safe for use by several threads.</summary>
    public sealed class AmazonElasticLoadBalancingV2Client : ServiceClient
    {
        /// <summary>Takes credentials from the SDK's default chain.</summary>
        public AmazonElasticLoadBalancingV2Client(AmazonElasticLoadBalancingV2Config config) : base(config)
        {
        }

        public AmazonElasticLoadBalancingV2Client(AWSCredentials credentials, AmazonElasticLoadBalancingV2Config config) : base(credentials, config)
        {
        }

        /// <summary>Reads the health of the targets of a target group.</summary>
        /// <exception cref="AmazonElasticLoadBalancingV2Exception">The service refused.</exception>
        public Task<DescribeTargetHealthResponse> DescribeTargetHealthAsync(DescribeTargetHealthRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<DescribeTargetHealthResponse>(
                request,
                XmlOperation.Create<DescribeTargetHealthRequest, DescribeTargetHealthResponse>(AmazonElasticLoadBalancingV2Config.Service, ElasticLoadBalancingV2Xml.Write, ElasticLoadBalancingV2Xml.ReadDescribeTargetHealth, Error),
                cancellationToken);

        /// <summary>Describes target groups.</summary>
        /// <exception cref="AmazonElasticLoadBalancingV2Exception">The service refused.</exception>
        public Task<DescribeTargetGroupsResponse> DescribeTargetGroupsAsync(DescribeTargetGroupsRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<DescribeTargetGroupsResponse>(
                request,
                XmlOperation.Create<DescribeTargetGroupsRequest, DescribeTargetGroupsResponse>(AmazonElasticLoadBalancingV2Config.Service, ElasticLoadBalancingV2Xml.Write, ElasticLoadBalancingV2Xml.ReadDescribeTargetGroups, Error),
                cancellationToken);

        /// <summary>Reads the attributes of a target group.</summary>
        /// <exception cref="AmazonElasticLoadBalancingV2Exception">The service refused.</exception>
        public Task<DescribeTargetGroupAttributesResponse> DescribeTargetGroupAttributesAsync(DescribeTargetGroupAttributesRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<DescribeTargetGroupAttributesResponse>(
                request,
                XmlOperation.Create<DescribeTargetGroupAttributesRequest, DescribeTargetGroupAttributesResponse>(AmazonElasticLoadBalancingV2Config.Service, ElasticLoadBalancingV2Xml.Write, ElasticLoadBalancingV2Xml.ReadDescribeTargetGroupAttributes, Error),
                cancellationToken);

        private static AmazonServiceException Error(ErrorResponse e) => e.Code switch
        {
            "TargetGroupNotFound" => new TargetGroupNotFoundException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
            _ => new AmazonElasticLoadBalancingV2Exception(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        };
    }

    /// <summary>Settings of <see cref="AmazonElasticLoadBalancingV2Client"/>.</summary>
    public sealed class AmazonElasticLoadBalancingV2Config() : ServiceConfig(Service)
    {
        internal static readonly ServiceFacts Service =
            new("Amazon.ElasticLoadBalancingV2", "Elastic Load Balancing v2", "elasticloadbalancing", "elasticloadbalancing", "2015-12-01");
    }

    /// <summary>An error that Elastic Load Balancing answered.</summary>
    public class AmazonElasticLoadBalancingV2Exception(string message, Exception? inner, ErrorType type, string code, string requestId, HttpStatusCode status)
        : AmazonServiceException(message, inner, type, code, requestId, status);

    /// <summary>Known values; others are kept as they are.</summary>
    public sealed class ProtocolEnum(string value) : ConstantClass(value), IConstant<ProtocolEnum>
    {
        public static readonly ProtocolEnum HTTP = new("HTTP");
        public static readonly ProtocolEnum HTTPS = new("HTTPS");
        public static readonly ProtocolEnum TCP = new("TCP");
        public static readonly ProtocolEnum TLS = new("TLS");
        public static readonly ProtocolEnum UDP = new("UDP");
        public static readonly ProtocolEnum TCP_UDP = new("TCP_UDP");
        public static readonly ProtocolEnum GENEVE = new("GENEVE");
        public static readonly ProtocolEnum QUIC = new("QUIC");
        public static readonly ProtocolEnum TCP_QUIC = new("TCP_QUIC");

        public static ProtocolEnum FindValue(string value) => FindValue<ProtocolEnum>(value);

        public static implicit operator ProtocolEnum(string value) => FindValue(value);
    }

    /// <summary>Why a target is not healthy.</summary>
    public sealed class TargetHealthReasonEnum(string value) : ConstantClass(value), IConstant<TargetHealthReasonEnum>
    {
        public static readonly TargetHealthReasonEnum ElbRegistrationInProgress = new("Elb.RegistrationInProgress");
        public static readonly TargetHealthReasonEnum ElbInitialHealthChecking = new("Elb.InitialHealthChecking");
        public static readonly TargetHealthReasonEnum TargetResponseCodeMismatch = new("Target.ResponseCodeMismatch");
        public static readonly TargetHealthReasonEnum TargetTimeout = new("Target.Timeout");
        public static readonly TargetHealthReasonEnum TargetFailedHealthChecks = new("Target.FailedHealthChecks");
        public static readonly TargetHealthReasonEnum TargetNotRegistered = new("Target.NotRegistered");
        public static readonly TargetHealthReasonEnum TargetNotInUse = new("Target.NotInUse");
        public static readonly TargetHealthReasonEnum TargetDeregistrationInProgress = new("Target.DeregistrationInProgress");
        public static readonly TargetHealthReasonEnum TargetInvalidState = new("Target.InvalidState");
        public static readonly TargetHealthReasonEnum TargetIpUnusable = new("Target.IpUnusable");
        public static readonly TargetHealthReasonEnum TargetHealthCheckDisabled = new("Target.HealthCheckDisabled");
        public static readonly TargetHealthReasonEnum ElbInternalError = new("Elb.InternalError");

        public static TargetHealthReasonEnum FindValue(string value) => FindValue<TargetHealthReasonEnum>(value);

        public static implicit operator TargetHealthReasonEnum(string value) => FindValue(value);
    }

    /// <summary>State of a target.</summary>
    public sealed class TargetHealthStateEnum(string value) : ConstantClass(value), IConstant<TargetHealthStateEnum>
    {
        public static readonly TargetHealthStateEnum Initial = new("initial");
        public static readonly TargetHealthStateEnum Healthy = new("healthy");
        public static readonly TargetHealthStateEnum Unhealthy = new("unhealthy");
        public static readonly TargetHealthStateEnum UnhealthyDraining = new("unhealthy.draining");
        public static readonly TargetHealthStateEnum Unused = new("unused");
        public static readonly TargetHealthStateEnum Draining = new("draining");
        public static readonly TargetHealthStateEnum Unavailable = new("unavailable");

        public static TargetHealthStateEnum FindValue(string value) => FindValue<TargetHealthStateEnum>(value);

        public static implicit operator TargetHealthStateEnum(string value) => FindValue(value);
    }

    /// <summary>Known values; others are kept as they are.</summary>
    public sealed class TargetTypeEnum(string value) : ConstantClass(value), IConstant<TargetTypeEnum>
    {
        public static readonly TargetTypeEnum Instance = new("instance");
        public static readonly TargetTypeEnum Ip = new("ip");
        public static readonly TargetTypeEnum Lambda = new("lambda");
        public static readonly TargetTypeEnum Alb = new("alb");

        public static TargetTypeEnum FindValue(string value) => FindValue<TargetTypeEnum>(value);

        public static implicit operator TargetTypeEnum(string value) => FindValue(value);
    }

    /// <summary>The messages of Elastic Load Balancing on the wire.</summary>
    internal static class ElasticLoadBalancingV2Xml
    {
        public static void Write(DescribeTargetHealthRequest input, IRequest request)
        {
            var form = request.BeginForm("DescribeTargetHealth", "2015-12-01");
            form.Set("TargetGroupArn", input.TargetGroupArn);
            form.SetList("Targets.member", input.Targets, Write);
        }

        public static DescribeTargetHealthResponse ReadDescribeTargetHealth(XElement root, IWebResponseData response) => new()
        {
            TargetHealthDescriptions = root.Child("DescribeTargetHealthResult").List("TargetHealthDescriptions", "member", ReadTargetHealthDescription),
        };

        public static void Write(DescribeTargetGroupsRequest input, IRequest request)
        {
            var form = request.BeginForm("DescribeTargetGroups", "2015-12-01");
            form.SetList("TargetGroupArns.member", input.TargetGroupArns);
        }

        public static DescribeTargetGroupsResponse ReadDescribeTargetGroups(XElement root, IWebResponseData response) => new()
        {
            TargetGroups = root.Child("DescribeTargetGroupsResult").List("TargetGroups", "member", ReadTargetGroup),
        };

        public static void Write(DescribeTargetGroupAttributesRequest input, IRequest request)
        {
            var form = request.BeginForm("DescribeTargetGroupAttributes", "2015-12-01");
            form.Set("TargetGroupArn", input.TargetGroupArn);
        }

        public static DescribeTargetGroupAttributesResponse ReadDescribeTargetGroupAttributes(XElement root, IWebResponseData response) => new()
        {
            Attributes = root.Child("DescribeTargetGroupAttributesResult").List("Attributes", "member", ReadTargetGroupAttribute),
        };

        private static Matcher ReadMatcher(XElement element) => new()
        {
            HttpCode = element.Text("HttpCode"),
            GrpcCode = element.Text("GrpcCode"),
        };

        private static void Write(QueryForm form, TargetDescription value)
        {
            form.Set("Id", value.Id);
            form.Set("Port", value.Port);
        }

        private static TargetDescription ReadTargetDescription(XElement element) => new()
        {
            Id = element.Text("Id"),
            Port = element.Integer("Port"),
        };

        private static TargetGroup ReadTargetGroup(XElement element) => new()
        {
            TargetGroupArn = element.Text("TargetGroupArn"),
            TargetGroupName = element.Text("TargetGroupName"),
            Protocol = element.Constant<ProtocolEnum>("Protocol"),
            Port = element.Integer("Port"),
            HealthCheckProtocol = element.Constant<ProtocolEnum>("HealthCheckProtocol"),
            HealthCheckPort = element.Text("HealthCheckPort"),
            HealthCheckEnabled = element.Boolean("HealthCheckEnabled"),
            HealthCheckIntervalSeconds = element.Integer("HealthCheckIntervalSeconds"),
            HealthCheckTimeoutSeconds = element.Integer("HealthCheckTimeoutSeconds"),
            HealthyThresholdCount = element.Integer("HealthyThresholdCount"),
            UnhealthyThresholdCount = element.Integer("UnhealthyThresholdCount"),
            HealthCheckPath = element.Text("HealthCheckPath"),
            Matcher = element.Structure("Matcher", ReadMatcher),
            TargetType = element.Constant<TargetTypeEnum>("TargetType"),
        };

        private static TargetGroupAttribute ReadTargetGroupAttribute(XElement element) => new()
        {
            Key = element.Text("Key"),
            Value = element.Text("Value"),
        };

        private static TargetHealth ReadTargetHealth(XElement element) => new()
        {
            State = element.Constant<TargetHealthStateEnum>("State"),
            Reason = element.Constant<TargetHealthReasonEnum>("Reason"),
            Description = element.Text("Description"),
        };

        private static TargetHealthDescription ReadTargetHealthDescription(XElement element) => new()
        {
            Target = element.Structure("Target", ReadTargetDescription),
            HealthCheckPort = element.Text("HealthCheckPort"),
            TargetHealth = element.Structure("TargetHealth", ReadTargetHealth),
        };
    }
}

namespace Amazon.ElasticLoadBalancingV2.Model
{
    /// <summary>What <see cref="AmazonElasticLoadBalancingV2Client.DescribeTargetHealthAsync"/> sends.</summary>
    public sealed class DescribeTargetHealthRequest : AmazonWebServiceRequest
    {
        public string? TargetGroupArn { get; set; }

        public List<TargetDescription>? Targets { get; set; }
    }

    /// <summary>What <see cref="AmazonElasticLoadBalancingV2Client.DescribeTargetHealthAsync"/> is answered.</summary>
    public sealed class DescribeTargetHealthResponse : AmazonWebServiceResponse
    {
        public List<TargetHealthDescription>? TargetHealthDescriptions { get; set; }
    }

    /// <summary>What <see cref="AmazonElasticLoadBalancingV2Client.DescribeTargetGroupsAsync"/> sends.</summary>
    public sealed class DescribeTargetGroupsRequest : AmazonWebServiceRequest
    {
        public List<string>? TargetGroupArns { get; set; }
    }

    /// <summary>What <see cref="AmazonElasticLoadBalancingV2Client.DescribeTargetGroupsAsync"/> is answered.</summary>
    public sealed class DescribeTargetGroupsResponse : AmazonWebServiceResponse
    {
        public List<TargetGroup>? TargetGroups { get; set; }
    }

    /// <summary>What <see cref="AmazonElasticLoadBalancingV2Client.DescribeTargetGroupAttributesAsync"/> sends.</summary>
    public sealed class DescribeTargetGroupAttributesRequest : AmazonWebServiceRequest
    {
        public string? TargetGroupArn { get; set; }
    }

    /// <summary>What <see cref="AmazonElasticLoadBalancingV2Client.DescribeTargetGroupAttributesAsync"/> is answered.</summary>
    public sealed class DescribeTargetGroupAttributesResponse : AmazonWebServiceResponse
    {
        public List<TargetGroupAttribute>? Attributes { get; set; }
    }

    /// <summary>Which answers are healthy.</summary>
    public sealed class Matcher
    {
        public string? HttpCode { get; set; }

        public string? GrpcCode { get; set; }
    }

    /// <summary>A target.</summary>
    public sealed class TargetDescription
    {
        public string? Id { get; set; }

        public int? Port { get; set; }
    }

    /// <summary>A target group.</summary>
    public sealed class TargetGroup
    {
        public string? TargetGroupArn { get; set; }

        public string? TargetGroupName { get; set; }

        public ProtocolEnum? Protocol { get; set; }

        public int? Port { get; set; }

        public ProtocolEnum? HealthCheckProtocol { get; set; }

        /// <summary>A number, or <c>traffic-port</c>.</summary>
        public string? HealthCheckPort { get; set; }

        public bool? HealthCheckEnabled { get; set; }

        public int? HealthCheckIntervalSeconds { get; set; }

        public int? HealthCheckTimeoutSeconds { get; set; }

        public int? HealthyThresholdCount { get; set; }

        public int? UnhealthyThresholdCount { get; set; }

        public string? HealthCheckPath { get; set; }

        public Matcher? Matcher { get; set; }

        /// <summary><c>instance</c>, <c>ip</c>, <c>lambda</c> or <c>alb</c>.</summary>
        public TargetTypeEnum? TargetType { get; set; }
    }

    /// <summary>An attribute of a target group.</summary>
    public sealed class TargetGroupAttribute
    {
        public string? Key { get; set; }

        public string? Value { get; set; }
    }

    /// <summary>What the load balancer thinks of a target.</summary>
    public sealed class TargetHealth
    {
        public TargetHealthStateEnum? State { get; set; }

        public TargetHealthReasonEnum? Reason { get; set; }

        public string? Description { get; set; }
    }

    /// <summary>The health of a target.</summary>
    public sealed class TargetHealthDescription
    {
        public TargetDescription? Target { get; set; }

        public string? HealthCheckPort { get; set; }

        public TargetHealth? TargetHealth { get; set; }
    }

    /// <summary>The error <c>TargetGroupNotFound</c>.</summary>
    public sealed class TargetGroupNotFoundException(string message, Exception? inner, ErrorType type, string code, string requestId, HttpStatusCode status)
        : AmazonElasticLoadBalancingV2Exception(message, inner, type, code, requestId, status);
}
