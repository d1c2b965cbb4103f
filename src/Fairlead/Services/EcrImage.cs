using Amazon.ECR.Model;
using Amazon.Runtime;
using Fairlead.Aws;
using Fairlead.Containers.Registry;

namespace Fairlead.Services;

/// <summary>An image by digest in a repository of ECR.</summary>
/// <param name="RegistryId">The account of the registry; null for the caller's.</param>
/// <param name="Region">The region of the registry; null for the caller's.</param>
/// <param name="Repository">Name of the repository.</param>
/// <param name="Digest"><c>sha256:…</c>.</param>
internal sealed record EcrImage(string? RegistryId, string? Region, string Repository, string Digest)
{
    /// <summary>Reads <c>123456789012.dkr.ecr.eu-central-1.amazonaws.com/shop@sha256:…</c>, or the same in a registry on this machine, as the local cloud
    /// has. Null for an image of another registry, or one that is named by tag.</summary>
    public static EcrImage? Parse(string? image)
    {
        if (image?.Split("@", 2) is not [var name, var digest] || !digest.StartsWith("sha256:", StringComparison.Ordinal)
            || name.Split('/', 2) is not [var host, var repository])
        {
            return null;
        }

        // A tag beside the digest says nothing.
        repository = repository.Split(':')[0];
        return host.Split('.') is [{ Length: 12 } account, "dkr", "ecr", var region, ..] && account.All(char.IsAsciiDigit)
            ? new EcrImage(account, region, repository, digest)
            : RepositoryReference.IsLoopback(host) ? new EcrImage(null, null, repository, digest) : null;
    }

    /// <summary>Whether ECR has the image. Null where it cannot be asked.</summary>
    public async Task<bool?> ExistsAsync(AwsClients aws, CancellationToken cancellationToken)
    {
        if (Region is not null && Region != (aws.Ecr.Config.RegionEndpoint?.SystemName ?? aws.Ecr.Config.AuthenticationRegion))
        {
            return null;
        }

        try
        {
            var answer = await aws.Ecr.DescribeImagesAsync(
                new DescribeImagesRequest { RegistryId = RegistryId, RepositoryName = Repository, ImageIds = [new ImageIdentifier { ImageDigest = Digest }] },
                cancellationToken);
            return answer.ImageDetails is { Count: > 0 };
        }
        catch (Exception e) when (e is ImageNotFoundException or RepositoryNotFoundException)
        {
            return false;
        }
        catch (AmazonServiceException)
        {
            // Another account's repository, or one that may not be read: no reason to say that the image is gone.
            return null;
        }
    }
}
