using Amazon.ECR.Model;
using Fairlead.Aws;
using Fairlead.Releases;

namespace Fairlead.Deployments.Steps;

/// <summary>Takes away what pruned releases left in registries, service hosts and buckets.</summary>
internal sealed class PlacePruneTarget(Deployment deployment) : IPruneTarget
{
    // https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_BatchDeleteImage.html
    private const int LargestBatch = 100;

    /// <inheritdoc/>
    public async Task RemoveImagesAsync(string service, IReadOnlyList<string> digests, CancellationToken cancellationToken)
    {
        if (Service(service) is not { Stack.RepositoryUri: not null } work || deployment.Place.HasForeignRegistry)
        {
            return;
        }

        foreach (var batch in digests.Chunk(LargestBatch))
        {
            BatchDeleteImageResponse answer;
            try
            {
                answer = await deployment.Place.Aws.Ecr.BatchDeleteImageAsync(
                    new BatchDeleteImageRequest
                    {
                        RegistryId = EcrRepository.RegistryIdOf(work.Repository),
                        RepositoryName = work.Repository.Name,
                        ImageIds = [.. batch.Select(x => new ImageIdentifier { ImageDigest = x })],
                    },
                    cancellationToken);
            }
            catch (RepositoryNotFoundException)
            {
                // With its repository every image is gone.
                return;
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                throw AwsErrors.Explain(exception, $"remove images from '{work.Repository.Name}'");
            }

            if (answer.Failures?.FirstOrDefault(x => x.FailureCode != "ImageNotFound") is { } failure)
            {
                throw new FairleadException(
                    $"The image {failure.ImageId?.ImageDigest} was not removed from '{work.Repository.Name}'.",
                    $"{failure.FailureCode}: {failure.FailureReason}",
                    "Remove what refers to it, or leave it, and prune again.");
            }
        }
    }

    /// <inheritdoc/>
    public async Task RemoveRevisionsAsync(string service, IReadOnlyList<string> revisions, CancellationToken cancellationToken)
    {
        if (Service(service) is { } work)
        {
            await work.Host.RemoveRevisionsAsync(revisions, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async Task RemoveAssetsAsync(string site, IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        if ((deployment.Sites.FirstOrDefault(x => x.Name == site) ?? (deployment.Sites is [var only] ? only : null)) is { } work)
        {
            await work.Runner.RemoveAsync([.. keys], cancellationToken);
        }
    }

    // By the name of today where there is one: parts of old records may have other names.
    private ServiceWork? Service(string name)
        => deployment.Services.FirstOrDefault(x => x.Name == name) ?? (deployment.Services is [var only] ? only : null);
}
