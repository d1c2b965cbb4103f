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

        private static AmazonServiceException Error(ErrorResponse e) => new AmazonElasticLoadBalancingV2Exception(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode);
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

    /// <summary>A target.</summary>
    public sealed class TargetDescription
    {
        public string? Id { get; set; }

        public int? Port { get; set; }
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
}
