using Fairlead.LocalCloud.Access;
using Fairlead.LocalCloud.Protocol;
using Fairlead.LocalCloud.S3.Storage;
using Fairlead.LocalCloud.S3.Wire;

namespace Fairlead.LocalCloud.S3.Operations;

/// <summary>
/// May somebody without a key of this cloud read an object? The one place that decides it, for the distributions behind which a bucket is and for anybody, by
/// the bucket's policy, its access control lists and what it says of those
/// (https://docs.aws.amazon.com/AmazonS3/latest/userguide/how-s3-evaluates-access-control.html).
/// </summary>
internal sealed class ObjectAccess(EdgeKey edge, Account account)
{
    /// <summary>Who asks; null for who has a key and may do everything.</summary>
    public Requester? RequesterOf(S3Request request)
    {
        if (request.Context.Features.Get<Caller>() is not { } caller)
        {
            return Requester.Anybody;
        }

        return caller != edge.Caller ? null
            : request.Header(EdgeKey.SourceArn) is { } arn ? Requester.CloudFront(arn, account.Id)
            : Requester.Anybody;
    }

    /// <summary>
    /// Refuses a read that is not allowed. Of a key that is not there S3 says so to who may list the bucket, and that access is denied to all others
    /// (https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html, Permissions).
    /// </summary>
    /// <param name="request">GetObject or HeadObject.</param>
    /// <param name="bucket">The bucket's settings.</param>
    /// <param name="version">What would be read; null when it is not there.</param>
    /// <exception cref="AwsServiceException">AccessDenied.</exception>
    public void CheckRead(S3Request request, BucketConfiguration bucket, ObjectVersion? version)
    {
        if (RequesterOf(request) is not { } requester)
        {
            return;
        }

        var arn = $"arn:aws:s3:::{request.Bucket}";

        // What is not there has no tags either.
        var by = requester
            .With("aws:Referer", request.Header("Referer"))
            .With("aws:UserAgent", request.Header("User-Agent"))
            .WithTags(version?.Tags ?? []);
        var isAllowed = version is null
            ? IsAllowed(bucket, by, "s3:ListBucket", arn, () => AccessControlLists.LetEverybodyList(bucket))
            : IsAllowed(
                bucket,
                by,
                request.VersionId is null ? "s3:GetObject" : "s3:GetObjectVersion",
                $"{arn}/{request.Key}",
                () => AccessControlLists.LetEverybodyRead(bucket, version));
        if (!isAllowed)
        {
            throw S3Errors.AccessDenied("Access Denied");
        }
    }

    private static bool IsAllowed(BucketConfiguration bucket, Requester by, string action, string resource, Func<bool> isGrantedByList)
    {
        try
        {
            var policy = bucket.Policy is { } text ? BucketPolicy.Parse(text) : null;
            return !IsRestricted(bucket, by, policy) && (policy?.EffectOn(by, action, resource) ?? PolicyEffect.None) switch
            {
                PolicyEffect.Denies => false,
                PolicyEffect.Allows => true,
                _ => isGrantedByList(),
            };
        }
        catch (AwsServiceException)
        {
            // Earlier versions took policies that say nothing: what one of them would deny cannot be told.
            return false;
        }
    }

    /// <summary>A bucket with a public policy may be open to services of AWS and to its own account alone:
    /// https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html</summary>
    private static bool IsRestricted(BucketConfiguration bucket, Requester by, BucketPolicy? policy)
        => by.IsAnybody && bucket.PublicAccessBlock is { RestrictPublicBuckets: true } && policy is { IsPublic: true };
}
