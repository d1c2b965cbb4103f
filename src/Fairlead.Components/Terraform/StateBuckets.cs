using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using Fairlead.Aws;
using Fairlead.Components.Deployments;
using Fairlead.Components.Reporting;
using Fairlead.Infrastructure.Terraform;
using Fairlead.Releases;

namespace Fairlead.Components.Terraform;

/// <summary>The bucket of a build's states: looked for, and made where that is asked for.</summary>
internal static class StateBuckets
{
    /// <summary>Whether it is there and may be used. Reads only.</summary>
    /// <exception cref="FairleadException">It belongs to another account, or could not be asked for.</exception>
    public static async Task<bool> ExistsAsync(ITerraform build, string name, CancellationToken cancellationToken)
    {
        using var aws = new AwsClients(Options(build));
        try
        {
            await aws.S3.HeadBucketAsync(new HeadBucketRequest { BucketName = name }, cancellationToken);
            return true;
        }
        catch (AmazonS3Exception exception) when (exception.StatusCode == HttpStatusCode.NotFound)
        {
            return false;
        }
        catch (AmazonS3Exception exception) when (exception.StatusCode == HttpStatusCode.Forbidden)
        {
            throw new FairleadException(
                $"The state bucket {name} cannot be used.",
                "It belongs to another account, or these credentials may not list it.",
                "Check --state-bucket and the credentials: aws sts get-caller-identity names them.",
                exception);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw AwsErrors.Explain(exception, $"look for the state bucket {name}");
        }
    }

    /// <summary>Sees to it that the bucket is there. Idempotent.</summary>
    /// <exception cref="FairleadException">It is not there and may not be made.</exception>
    public static async Task<Outcome> EnsureAsync(ITerraform build, string name, CancellationToken cancellationToken)
    {
        if (build is { CreateStateBucket: true, DryRun: false })
        {
            using var aws = new AwsClients(Options(build));
            var made = await new StateBucket(aws.S3, aws.Sts, LogReporter.Instance).EnsureAsync(
                new StateBucketOptions(name, build.StateRegion),
                cancellationToken);
            return !made.IsUnchanged
                ? Outcome.Succeeded($"The state bucket {name} is ready.")
                : Outcome.Unchanged($"The state bucket {name} is there.");
        }

        return await ExistsAsync(build, name, cancellationToken)
            ? Outcome.Unchanged($"The state bucket {name} is there.")
            : throw new FairleadException(
                $"The state bucket {name} does not exist.",
                "Terraform keeps its state there, and no stack makes it.",
                "Run again with --create-state-bucket, or name another with --state-bucket.");
    }

    private static AwsOptions Options(ITerraform build) => AwsPlace.Options(build) with { Region = build.StateRegion };
}
