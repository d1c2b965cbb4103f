using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Access;

/// <summary>
/// The key that the edge reads buckets with, as CloudFront signs for an origin access control. New at every start, and only in the memory of this process:
/// the edge is open to everybody, S3 behind it is not. It opens nothing by itself: for which distribution a request is signed it says in
/// <see cref="SourceArn"/>, and without that it is one of nobody, who has not signed.
/// </summary>
internal sealed class EdgeKey(Account account)
{
    /// <summary>The header in which services of AWS say for which of their resources they ask; condition key <c>aws:SourceArn</c>.</summary>
    public const string SourceArn = "x-amz-source-arn";

    public AccessKey Key { get; } = AccessKey.Fleeting();

    public Caller Caller { get; } = new($"arn:aws:iam::{account.Id}:role/aws-service-role/cloudfront.amazonaws.com/local-cloud", "cloudfront.amazonaws.com");
}
