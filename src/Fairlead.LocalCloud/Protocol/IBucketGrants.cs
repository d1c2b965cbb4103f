namespace Fairlead.LocalCloud.Protocol;

/// <summary>What bucket policies grant to those who read buckets for others.</summary>
internal interface IBucketGrants
{
    /// <summary>May a distribution list a bucket (s3:ListBucket)? Null when there is no such bucket.</summary>
    bool? MayList(string bucket, string distributionId);
}
