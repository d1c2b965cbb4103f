using Fairlead.Aws.Pipeline;

namespace Amazon.CloudFront;

/// <summary>Settings of <see cref="AmazonCloudFrontClient"/>.</summary>
public sealed class AmazonCloudFrontConfig : ServiceConfig
{
    public AmazonCloudFrontConfig()
        : base(new ServiceFacts("CloudFront", "cloudfront", "cloudfront", "2020-05-31", IsGlobal: true))
    {
    }
}
