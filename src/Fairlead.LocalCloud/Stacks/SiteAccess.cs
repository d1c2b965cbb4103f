using System.Xml.Linq;
using Fairlead.LocalCloud.CloudFront;
using Fairlead.LocalCloud.CloudFront.Configuration;
using Fairlead.LocalCloud.S3.Storage;

namespace Fairlead.LocalCloud.Stacks;

/// <summary>
/// By what right the distribution of a site reads its bucket, as in infra/modules/static-site: an origin access control, with which it signs, and a bucket
/// policy, which knows it by its ARN. The access control is called as the bucket.
/// </summary>
internal sealed class SiteAccess(S3Store buckets, ConfigurationStore configurations, DistributionStore distributions)
{
    private static ConfigurationKind Kind => ConfigurationKind.OriginAccessControl;

    /// <summary>Id of the access control; null while it is not made.</summary>
    public string? ControlIdOf(string bucket) => configurations.FindByName(Kind, bucket)?.Id;

    /// <summary>What has to be done to the access control. Reads only.</summary>
    public StackStep LookAtControl(string bucket)
    {
        var wanted = ControlOf(bucket);
        return configurations.FindByName(Kind, bucket) is not { } found ? StackStep.Create(() => configurations.Create(Kind, wanted))
            : found.ConfigXml == wanted.ToString(SaveOptions.DisableFormatting) ? StackStep.Unchanged
            : StackStep.Update(() => configurations.Update(Kind, found.Id, found.ETag, wanted));
    }

    /// <summary>What has to be done to the bucket's policy. Reads only; of a distribution that is not made the ARN is not known, and the policy has to be
    /// written in any case.</summary>
    /// <param name="bucket">Of the site; it need not be made.</param>
    /// <param name="distribution">Name of the distribution.</param>
    public StackStep LookAtPolicy(string bucket, string distribution)
    {
        var policy = Find(bucket)?.Configuration.Policy;
        return policy is null ? StackStep.Create(() => Grant(bucket, distribution))
            : distributions.Find(distribution) is { } found && SitePolicy.With(policy, bucket, distributions.Arn(found.Id)) == policy ? StackStep.Unchanged
            : StackStep.Update(() => Grant(bucket, distribution));
    }

    /// <summary>
    /// Gives a site that was made when the edge read buckets by no right what it needs to be served on. Idempotent; what is not there any more is left to the
    /// next deploy.
    /// </summary>
    /// <param name="bucket">Of the site.</param>
    /// <param name="distribution">Name of the distribution.</param>
    public void Upgrade(string bucket, string distribution)
    {
        if (Find(bucket) is not null && distributions.Find(distribution) is not null)
        {
            var id = ControlIdOf(bucket) ?? configurations.Create(Kind, ControlOf(bucket)).Id;
            distributions.AddAccessControl(distribution, DistributionConfig.SiteOrigin, id);
            Grant(bucket, distribution);
        }
    }

    private void Grant(string bucket, string distribution)
    {
        var arn = distributions.Arn(distributions.Find(distribution)!.Id);
        buckets.Bucket(bucket).Configure(x => x with { Policy = SitePolicy.With(x.Policy, bucket, arn) });
    }

    private Bucket? Find(string bucket) => buckets.Buckets.FirstOrDefault(x => x.Name == bucket);

    private static XElement ControlOf(string bucket) => CloudFrontXml.Element(
        $"{Kind.Name}Config",
        CloudFrontXml.Element("Name", bucket),
        CloudFrontXml.Element("Description", $"Signs the reads of {bucket}"),
        CloudFrontXml.Element("SigningProtocol", "sigv4"),
        CloudFrontXml.Element("SigningBehavior", "always"),
        CloudFrontXml.Element("OriginAccessControlOriginType", "s3"));
}
