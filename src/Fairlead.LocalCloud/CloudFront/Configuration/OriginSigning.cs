namespace Fairlead.LocalCloud.CloudFront.Configuration;

/// <summary>SigningBehavior of https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_OriginAccessControlConfig.html</summary>
internal enum OriginSigning
{
    /// <summary><c>never</c>, and an origin without an origin access control.</summary>
    Never,

    /// <summary><c>no-override</c>: not where the viewer sends an Authorization header that the cache policy names.</summary>
    UnlessAuthorized,

    /// <summary><c>always</c>.</summary>
    Always,
}
