using Fairlead.LocalCloud.Protocol;
using Fairlead.LocalCloud.S3.Operations;
using Fairlead.LocalCloud.S3.Storage;

namespace Fairlead.LocalCloud.S3;

internal sealed class BucketGrants(S3Store store, Account account) : IBucketGrants
{
    public bool? MayList(string bucket, string distributionId)
    {
        if (store.Buckets.FirstOrDefault(x => x.Name == bucket) is not { } found)
        {
            return null;
        }

        try
        {
            return found.Configuration.Policy is { } policy
                && BucketPolicy.Parse(policy).LetsCloudFrontList(bucket, $"arn:aws:cloudfront::{account.Id}:distribution/{distributionId}", account.Id);
        }
        catch (AwsServiceException)
        {
            // Earlier versions took policies that say nothing.
            return false;
        }
    }
}
