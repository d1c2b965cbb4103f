using Amazon.Runtime;

namespace Amazon.ElasticLoadBalancingV2.Model;

/// <summary>Asks for the health of a target group.</summary>
public sealed class DescribeTargetHealthRequest : AmazonWebServiceRequest
{
    public string? TargetGroupArn { get; set; }

    public List<TargetDescription>? Targets { get; set; }
}
