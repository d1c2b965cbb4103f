using System.Globalization;
using System.Xml.Linq;
using Amazon.ElasticLoadBalancingV2.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Fairlead.Aws.Pipeline;

namespace Amazon.ElasticLoadBalancingV2;

/// <summary>The operations of Elastic Load Balancing that a deploy needs, named as in the vendor's package so that the package can take this one's place. Safe for use by several threads.</summary>
public sealed class AmazonElasticLoadBalancingV2Client : ServiceClient
{
    private static readonly InvokeOptions DescribeTargetHealth = XmlOperation.Create<DescribeTargetHealthRequest, DescribeTargetHealthResponse>(
        "Amazon.ElasticLoadBalancingV2", Write, (root, _) => Read(root), ElasticLoadBalancingV2Errors.From);

    /// <summary>Takes credentials from the SDK's default chain.</summary>
    public AmazonElasticLoadBalancingV2Client(AmazonElasticLoadBalancingV2Config config)
        : base(config)
    {
    }

    public AmazonElasticLoadBalancingV2Client(AWSCredentials credentials, AmazonElasticLoadBalancingV2Config config)
        : base(credentials, config)
    {
    }

    /// <summary>Reads the health of the targets of a target group.</summary>
    /// <exception cref="AmazonElasticLoadBalancingV2Exception">The service refused.</exception>
    public Task<DescribeTargetHealthResponse> DescribeTargetHealthAsync(DescribeTargetHealthRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeTargetHealthResponse>(request, DescribeTargetHealth, cancellationToken);

    private static void Write(DescribeTargetHealthRequest input, IRequest request)
    {
        request.HttpMethod = "POST";
        request.ResourcePath = "/";
        request.Parameters.Add("Action", "DescribeTargetHealth");
        request.Parameters.Add("Version", "2015-12-01");
        request.Parameters.Add("TargetGroupArn", input.TargetGroupArn ?? "");
        for (var i = 0; i < (input.Targets?.Count ?? 0); i++)
        {
            var target = input.Targets![i];
            request.Parameters.Add($"Targets.member.{i + 1}.Id", target.Id ?? "");
            if (target.Port is { } port)
            {
                request.Parameters.Add($"Targets.member.{i + 1}.Port", port.ToString(CultureInfo.InvariantCulture));
            }
        }
    }

    private static DescribeTargetHealthResponse Read(XElement root) => new()
    {
        TargetHealthDescriptions =
        [
            .. root.Child("DescribeTargetHealthResult").Child("TargetHealthDescriptions").Children("member").Select(member => new TargetHealthDescription
            {
                HealthCheckPort = member.Text("HealthCheckPort"),
                Target = new TargetDescription
                {
                    Id = member.Child("Target").Text("Id"),
                    Port = member.Child("Target").Integer("Port"),
                    AvailabilityZone = member.Child("Target").Text("AvailabilityZone"),
                },
                TargetHealth = new TargetHealth
                {
                    State = member.Child("TargetHealth").Text("State") is { } state ? TargetHealthStateEnum.FindValue(state) : null,
                    Reason = member.Child("TargetHealth").Text("Reason") is { } reason ? TargetHealthReasonEnum.FindValue(reason) : null,
                    Description = member.Child("TargetHealth").Text("Description"),
                },
            }),
        ],
    };
}
