using System.Net;
using System.Text.Json.Nodes;
using Amazon.S3;
using Amazon.S3.Model;
using Fairlead.Aws;
using Fairlead.Releases;

namespace Fairlead.Infrastructure;

/// <summary>
/// Looks for the state's bucket, or makes it: private, encrypted, versioned (the state of before a mistake is worth having), TLS only.
/// https://developer.hashicorp.com/terraform/language/backend/s3 recommends the versions.
/// </summary>
public sealed class StateBucket(IAmazonS3 s3, StateBucketOptions options)
{
    /// <summary>Whether the bucket is there and may be used.</summary>
    /// <exception cref="FairleadException">It belongs to somebody else, or could not be asked for.</exception>
    public async Task<bool> ExistsAsync(CancellationToken cancellationToken)
    {
        try
        {
            await s3.HeadBucketAsync(new HeadBucketRequest { BucketName = options.Name }, cancellationToken);
            return true;
        }
        catch (AmazonS3Exception exception) when (exception.StatusCode == HttpStatusCode.NotFound)
        {
            return false;
        }
        catch (AmazonS3Exception exception) when (exception.StatusCode == HttpStatusCode.Forbidden)
        {
            throw new FairleadException($"The state bucket {options.Name} cannot be used.", "It belongs to another account, or these credentials may not list it.", "Check --state-bucket and the credentials: aws sts get-caller-identity names them.", exception);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw AwsErrors.Explain(exception, $"look for the state bucket {options.Name}");
        }
    }

    /// <summary>Sees to it that the bucket is there. Idempotent: a second call writes nothing.</summary>
    /// <exception cref="FairleadException">It is not there and may not be made, or could not be made.</exception>
    public async Task<Outcome> EnsureAsync(CancellationToken cancellationToken)
    {
        var exists = await ExistsAsync(cancellationToken);
        if (!options.Create)
        {
            return exists
                ? Outcome.Unchanged($"The state bucket {options.Name} is there.")
                : throw new FairleadException($"The state bucket {options.Name} does not exist.", "Terraform keeps its state there, and no stack makes it.", "Run again with --create-state-bucket, or name another with --state-bucket.");
        }

        try
        {
            // Versions are set last: a bucket that has them is complete, and one that a killed run left half is finished.
            if (exists && await IsVersionedAsync(cancellationToken))
            {
                return Outcome.Unchanged($"The state bucket {options.Name} is there.");
            }

            if (!exists)
            {
                await CreateAsync(cancellationToken);
            }

            await ConfigureAsync(cancellationToken);
            return Outcome.Succeeded($"Made the state bucket {options.Name}: private, encrypted, versioned.");
        }
        catch (Exception exception) when (exception is not OperationCanceledException and not FairleadException)
        {
            throw AwsErrors.Explain(exception, $"make the state bucket {options.Name}");
        }
    }

    private async Task CreateAsync(CancellationToken cancellationToken)
    {
        var request = new PutBucketRequest { BucketName = options.Name, UseClientRegion = false };
        if (options.Region != "us-east-1")
        {
            // us-east-1 is the one region that must not be named: https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html
            request.BucketRegionName = options.Region;
        }

        await s3.PutBucketAsync(request, cancellationToken);
    }

    private async Task<bool> IsVersionedAsync(CancellationToken cancellationToken)
        => (await s3.GetBucketVersioningAsync(new GetBucketVersioningRequest { BucketName = options.Name }, cancellationToken)).VersioningConfig?.Status == VersionStatus.Enabled;

    private async Task ConfigureAsync(CancellationToken cancellationToken)
    {
        await s3.PutPublicAccessBlockAsync(
            new PutPublicAccessBlockRequest
            {
                BucketName = options.Name,
                PublicAccessBlockConfiguration = new PublicAccessBlockConfiguration { BlockPublicAcls = true, BlockPublicPolicy = true, IgnorePublicAcls = true, RestrictPublicBuckets = true },
            },
            cancellationToken);
        await s3.PutBucketEncryptionAsync(
            new PutBucketEncryptionRequest
            {
                BucketName = options.Name,
                ServerSideEncryptionConfiguration = new ServerSideEncryptionConfiguration
                {
                    ServerSideEncryptionRules = [new ServerSideEncryptionRule { ServerSideEncryptionByDefault = new ServerSideEncryptionByDefault { ServerSideEncryptionAlgorithm = ServerSideEncryptionMethod.AES256 } }],
                },
            },
            cancellationToken);
        await s3.PutBucketPolicyAsync(new PutBucketPolicyRequest { BucketName = options.Name, Policy = TlsOnly().ToJsonString() }, cancellationToken);
        await s3.PutBucketVersioningAsync(
            new PutBucketVersioningRequest { BucketName = options.Name, VersioningConfig = new S3BucketVersioningConfig { Status = VersionStatus.Enabled } },
            cancellationToken);
        if (!await IsVersionedAsync(cancellationToken))
        {
            throw new FairleadException($"The state bucket {options.Name} is not complete.", "It keeps no versions although it was told to.", "Run again; if it stays so, look at the bucket in the console.");
        }
    }

    private JsonObject TlsOnly() => new()
    {
        ["Version"] = "2012-10-17",
        ["Statement"] = new JsonArray(new JsonObject
        {
            ["Sid"] = "TlsOnly",
            ["Effect"] = "Deny",
            ["Principal"] = "*",
            ["Action"] = "s3:*",
            ["Resource"] = new JsonArray($"arn:{Partition}:s3:::{options.Name}", $"arn:{Partition}:s3:::{options.Name}/*"),
            ["Condition"] = new JsonObject { ["Bool"] = new JsonObject { ["aws:SecureTransport"] = "false" } },
        }),
    };

    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
    private string Partition => options.Region switch
    {
        ['c', 'n', '-', ..] => "aws-cn",
        ['u', 's', '-', 'g', 'o', 'v', '-', ..] => "aws-us-gov",
        _ => "aws",
    };
}
