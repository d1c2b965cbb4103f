using System.Xml.Linq;
using Fairlead.LocalCloud.CloudFront.Configuration;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.CloudFront;

/// <summary>
/// By what right a distribution reads its origins
/// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html). Origin access identities, the older way,
/// are not here: an origin that names one is refused.
/// </summary>
internal static class OriginAccess
{
    private const string S3 = "s3";

    /// <exception cref="AwsServiceException">IllegalOriginAccessConfiguration, InvalidOriginAccessIdentity, InvalidOriginAccessControl.</exception>
    public static void Check(CloudFrontDocument document, DistributionConfig config)
    {
        foreach (var origin in config.Origins)
        {
            if (origin is { AccessControlId: not null, AccessIdentity: not null })
            {
                throw new AwsServiceException(
                    "IllegalOriginAccessConfiguration",
                    $"An origin cannot contain both an origin access control (OAC) and an origin access identity (OAI): {origin.Id}.");
            }

            if (origin.AccessIdentity is { } identity)
            {
                throw new AwsServiceException(
                    "InvalidOriginAccessIdentity",
                    $"The specified origin access identity does not exist or is not valid: {identity}. The local cloud has none; "
                        + "use an origin access control.");
            }

            if (origin.AccessControlId is { } id && (Find(document, id) is not { } control || IsForBucket(control) != (origin.Bucket is not null)))
            {
                throw new AwsServiceException(
                    "InvalidOriginAccessControl",
                    $"The specified origin access control does not exist or is not valid: {id} for the origin {origin.Id}.");
            }
        }
    }

    /// <summary>How a distribution signs for an origin.</summary>
    public static OriginSigning SigningOf(CloudFrontDocument document, Origin origin)
        => origin is { Bucket: not null, AccessControlId: { } id } && Find(document, id) is { } control && IsForBucket(control)
            ? Value(control, "SigningBehavior") switch
            {
                "always" => OriginSigning.Always,
                "no-override" => OriginSigning.UnlessAuthorized,
                _ => OriginSigning.Never,
            }
            : OriginSigning.Never;

    private static XElement? Find(CloudFrontDocument document, string id)
        => document.Configurations.Find(x => x.Kind == ConfigurationKind.OriginAccessControl.Name && x.Id == id) is { } found
            ? XElement.Parse(found.ConfigXml)
            : null;

    private static bool IsForBucket(XElement control) => Value(control, "OriginAccessControlOriginType") == S3;

    private static string? Value(XElement control, string name) => control.Element(DistributionXml.Namespace + name)?.Value;
}
