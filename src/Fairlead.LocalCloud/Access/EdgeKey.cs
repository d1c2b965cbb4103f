using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Access;

/// <summary>
/// The key that the edge reads buckets with, as CloudFront signs for an origin access control. New at every start, and only in the memory of this process:
/// the edge is open to everybody, S3 behind it is not.
/// </summary>
internal sealed class EdgeKey(Account account)
{
    public AccessKey Key { get; } = AccessKey.Fleeting();

    public Caller Caller { get; } = new($"arn:aws:iam::{account.Id}:role/aws-service-role/cloudfront.amazonaws.com/local-cloud", "cloudfront.amazonaws.com");
}
