using Fairlead.Aws.Pipeline;

namespace Amazon.ElasticLoadBalancingV2;

/// <summary>Settings of <see cref="AmazonElasticLoadBalancingV2Client"/>.</summary>
public sealed class AmazonElasticLoadBalancingV2Config : ServiceConfig
{
    public AmazonElasticLoadBalancingV2Config()
        : base(new ServiceFacts("Elastic Load Balancing v2", "elasticloadbalancing", "elasticloadbalancing", "2015-12-01"))
    {
    }
}
