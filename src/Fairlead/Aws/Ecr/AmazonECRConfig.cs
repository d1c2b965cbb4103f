using Fairlead.Aws.Pipeline;

namespace Amazon.ECR;

/// <summary>Settings of <see cref="AmazonECRClient"/>.</summary>
public sealed class AmazonECRConfig : ServiceConfig
{
    public AmazonECRConfig()
        : base(new ServiceFacts("ECR", "ecr", "api.ecr", "2015-09-21"))
    {
    }
}
