using System.Net;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using Fairlead.Aws;
using Fairlead.Reporting;

namespace Fairlead.Infrastructure.Terraform;

/// <summary>
/// Makes the bucket that states are kept in, for somebody who has none yet: private, versioned, encrypted, over TLS only. What is set is read back.
/// </summary>
public sealed class StateBucket(IAmazonS3 s3, IAmazonSecurityTokenService sts, IReporter reporter)
{
    /// <summary>The bucket as it has to be. Idempotent: a second call writes nothing. Other statements of its policy, and everything in it, stay.</summary>
    /// <exception cref="FairleadException">It belongs to another account, or cannot be made; or a setting does not hold when it is read back.</exception>
    public async Task<StateBucketResult> EnsureAsync(StateBucketOptions options, CancellationToken cancellationToken)
    {
        try
        {
            var caller = await sts.GetCallerIdentityAsync(new GetCallerIdentityRequest(), cancellationToken);
            var place = new Place(options.Bucket, caller.Account, caller.Arn.Split(':') is [_, { Length: > 0 } partition, ..] ? partition : "aws");
            var created = !await ExistsAsync(place, cancellationToken) && await CreateAsync(place, options.Region, cancellationToken);
            var changes = new List<string>();
            foreach (var setting in Settings(place))
            {
                if (await setting.HoldsAsync(cancellationToken))
                {
                    continue;
                }

                await setting.SetAsync(cancellationToken);
                changes.Add(setting.Name);
                if (!await setting.HoldsAsync(cancellationToken))
                {
                    throw new FairleadException(
                        $"The bucket {options.Bucket} is not ready to keep a state.",
                        $"Its {setting.Name} was set and does not hold when it is read back.",
                        "Look at the bucket in the console, and run the build again.");
                }
            }

            if (created || changes.Count > 0)
            {
                reporter.Information(
                    $"The bucket {options.Bucket} of account {place.Account} {(created ? "was created" : "was there")}; set: {string.Join(", ", changes)}.");
            }

            return new StateBucketResult(created, changes);
        }
        catch (JsonException exception)
        {
            throw new FairleadException(
                $"The bucket {options.Bucket} is not ready to keep a state.",
                "Its policy cannot be understood, and is not replaced blindly.",
                "Correct the policy by hand, and run the build again.",
                exception);
        }
        catch (Exception exception) when (exception is AmazonServiceException or AmazonClientException or HttpRequestException)
        {
            throw AwsErrors.Explain(exception, $"prepare the bucket of the state, {options.Bucket}");
        }
    }

    // Every later call names the account that must own the bucket, so that none touches one that changed hands in between.
    private async Task<bool> ExistsAsync(Place place, CancellationToken cancellationToken)
    {
        try
        {
            await s3.HeadBucketAsync(new HeadBucketRequest { BucketName = place.Bucket, ExpectedBucketOwner = place.Account }, cancellationToken);
            return true;
        }
        catch (AmazonS3Exception exception) when (exception.StatusCode == HttpStatusCode.NotFound)
        {
            return false;
        }
        catch (AmazonS3Exception exception) when (exception.StatusCode is HttpStatusCode.Forbidden)
        {
            throw Foreign(place, exception);
        }
    }

    private async Task<bool> CreateAsync(Place place, string region, CancellationToken cancellationToken)
    {
        try
        {
            await s3.PutBucketAsync(
                new PutBucketRequest
                {
                    BucketName = place.Bucket,
                    BucketRegionName = region,
                    UseClientRegion = false,
                    ObjectOwnership = ObjectOwnership.BucketOwnerEnforced
                }, cancellationToken);
            return true;
        }
        catch (AmazonS3Exception exception) when (exception.ErrorCode == "BucketAlreadyExists")
        {
            throw Foreign(place, exception);
        }
        catch (AmazonS3Exception exception) when (exception.ErrorCode == "BucketAlreadyOwnedByYou")
        {
            // Made by another run in between.
            return false;
        }
    }

    private static FairleadException Foreign(Place place, Exception exception) => new(
        $"The bucket {place.Bucket} cannot keep the state.",
        $"It belongs to another account than {place.Account}, or these credentials may not use it; names of buckets are unique over all accounts.",
        "Choose another name for it in the backend's configuration, or use the credentials of the account that owns it; nothing was changed.",
        exception);

    private IEnumerable<Setting> Settings(Place place)
    => [
        new("public access block", x => IsPrivateAsync(place, x), x => s3.PutPublicAccessBlockAsync(
            new PutPublicAccessBlockRequest
            {
                BucketName = place.Bucket,
                ExpectedBucketOwner = place.Account,
                PublicAccessBlockConfiguration = new PublicAccessBlockConfiguration
                {
                    BlockPublicAcls = true,
                    BlockPublicPolicy = true,
                    IgnorePublicAcls = true,
                    RestrictPublicBuckets = true
                },
            },
            x)),
        new("versioning", x => IsVersionedAsync(place, x), x => s3.PutBucketVersioningAsync(
            new PutBucketVersioningRequest
            {
                BucketName = place.Bucket,
                ExpectedBucketOwner = place.Account,
                VersioningConfig = new S3BucketVersioningConfig { Status = VersionStatus.Enabled }
            }, x)),
        new("encryption", x => IsEncryptedAsync(place, x), x => s3.PutBucketEncryptionAsync(
            new PutBucketEncryptionRequest
            {
                BucketName = place.Bucket,
                ExpectedBucketOwner = place.Account,
                ServerSideEncryptionConfiguration = new ServerSideEncryptionConfiguration
                {
                    ServerSideEncryptionRules = [new ServerSideEncryptionRule
                    {
                        ServerSideEncryptionByDefault = new ServerSideEncryptionByDefault { ServerSideEncryptionAlgorithm = ServerSideEncryptionMethod.AES256 }
                    }],
                },
            },
            x)),
        new(
            "TLS-only policy",
            async x => TransportPolicy.Add(await PolicyAsync(place, x), place.Bucket, place.Partition) is null,
            x => SetPolicyAsync(place, x)),
    ];

    private async Task<bool> IsPrivateAsync(Place place, CancellationToken cancellationToken)
        => await ReadAsync(
            async () => (await s3.GetPublicAccessBlockAsync(
                new GetPublicAccessBlockRequest { BucketName = place.Bucket, ExpectedBucketOwner = place.Account },
                cancellationToken)).PublicAccessBlockConfiguration, "NoSuchPublicAccessBlockConfiguration")
        is { BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true };

    private async Task<bool> IsVersionedAsync(Place place, CancellationToken cancellationToken)
        => (await s3.GetBucketVersioningAsync(
            new GetBucketVersioningRequest { BucketName = place.Bucket, ExpectedBucketOwner = place.Account },
            cancellationToken)).VersioningConfig?.Status == VersionStatus.Enabled;

    // Any algorithm will do: who chose a key of their own keeps it.
    private async Task<bool> IsEncryptedAsync(Place place, CancellationToken cancellationToken)
        => (await ReadAsync(
            async () => (await s3.GetBucketEncryptionAsync(
                new GetBucketEncryptionRequest { BucketName = place.Bucket, ExpectedBucketOwner = place.Account },
                cancellationToken)).ServerSideEncryptionConfiguration, "ServerSideEncryptionConfigurationNotFoundError"))
        ?.ServerSideEncryptionRules?.Any(x => x.ServerSideEncryptionByDefault?.ServerSideEncryptionAlgorithm?.Value is { Length: > 0 }) == true;

    // For a bucket without a policy the SDK throws nothing and hands out the XML of the error in its place.
    private async Task<string?> PolicyAsync(Place place, CancellationToken cancellationToken)
        => await ReadAsync(async () => (string?)(await s3.GetBucketPolicyAsync(
            new GetBucketPolicyRequest { BucketName = place.Bucket, ExpectedBucketOwner = place.Account },
            cancellationToken)).Policy, "NoSuchBucketPolicy")
            is { } policy && !policy.TrimStart().StartsWith('<') ? policy : null;

    private async Task SetPolicyAsync(Place place, CancellationToken cancellationToken)
    {
        if (TransportPolicy.Add(await PolicyAsync(place, cancellationToken), place.Bucket, place.Partition) is { } policy)
        {
            await s3.PutBucketPolicyAsync(
                new PutBucketPolicyRequest { BucketName = place.Bucket, ExpectedBucketOwner = place.Account, Policy = policy },
                cancellationToken);
        }
    }

    private static async Task<T?> ReadAsync<T>(Func<Task<T?>> read, string absent)
        where T : class
    {
        try
        {
            return await read();
        }
        catch (AmazonS3Exception exception) when (exception.ErrorCode == absent || exception.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    private sealed record Place(string Bucket, string Account, string Partition);

    private sealed record Setting(string Name, Func<CancellationToken, Task<bool>> HoldsAsync, Func<CancellationToken, Task> SetAsync);
}
