using System.Text;
using Amazon.ECR.Model;
using Fairlead.Aws;
using Fairlead.Components.Deployments;
using Fairlead.Components.Reporting;
using Fairlead.Containers.Registry;
using Fairlead.Releases;
using Nuke.Common;
using Nuke.Components;

namespace Fairlead.Components;

/// <summary>Pushes the image to its ECR repository, over the OCI distribution protocol.</summary>
public interface IPushEcr : IHazDeployment
{
    Target PushEcr => _ => _
        .Description("Pushes the service's image to its ECR repository")
        .DependsOn<ITerraform>(x => x.TerraformApply)
        .TryDependsOn<ITest>(x => x.Test)
        .TryDependsOn<IWebBuild>(x => x.WebBuild)
        .TryDependsOn<IDockerImage>(x => x.DockerImage)
        .TryDependsOn<IPackService>(x => x.PackService)
        .TryTriggers<IUnlock>(x => x.Unlock)
        .Executes(async () =>
        {
            if (Deployment.Place.Outputs is { RepositoryUri: null, Service.Host: var host })
            {
                this.Report(Outcome.Unchanged(
                    $"Stack {Deployment.Place.Outputs.Stack} has no image repository: its service host is {host}, which takes no images."));
                return;
            }

            await FindRepositoryAsync();
            using var registry = new RegistryClient(Deployment.Repository, await CredentialsAsync());
            var push = new ImagePush(registry, LogReporter.Instance);
            var image = await Deployment.ImageAsync();
            var plan = await push.PlanAsync(image, cancellationToken: Cancellation.Token);
            if (plan.Unchanged)
            {
                await ReadBackAsync(image.ManifestDigest);
                this.Report(Outcome.Unchanged($"{registry.Repository}:{plan.Tag} is there already."));
                return;
            }

            await Deployment.BeginEffectsAsync();
            var result = await push.PushAsync(await push.PlanAsync(image, cancellationToken: Cancellation.Token), Cancellation.Token);
            await ReadBackAsync(result.Digest);
            this.Report(result.Unchanged
                ? Outcome.Unchanged($"{registry.Repository}:{result.Tag} is there already.")
                : Outcome.Succeeded($"Pushed {result.PinnedReference}: {result.BlobsSent} blobs, {result.BytesSent:N0} bytes."));
        });

    /// <summary>ECR makes no repository at a push; a registry that stands in for it would.</summary>
    private async Task FindRepositoryAsync()
    {
        var name = Deployment.Repository.Name;
        try
        {
            var answer = await Deployment.Place.Aws.Ecr.DescribeRepositoriesAsync(
                new DescribeRepositoriesRequest { RegistryId = RegistryId, RepositoryNames = [name] },
                Cancellation.Token);
            if (answer.Repositories is [{ RepositoryName: { } found }, ..] && found == name)
            {
                return;
            }
        }
        catch (RepositoryNotFoundException)
        {
            // The same as an answer without it.
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw AwsErrors.Explain(exception, $"read the image repository '{name}'");
        }

        throw new FairleadException(
            $"The image has nowhere to go: there is no repository '{name}'.",
            $"The outputs of stack {Deployment.Place.Outputs.Stack} name it, and ECR in {Deployment.Place.Outputs.Region} does not know it.",
            "Look at the stack's output repository_uri, and whether somebody deleted the repository: ./build.sh TerraformDrift tells.");
    }

    /// <summary>Asks ECR itself for the image, where the registry is ECR's own and not one that --registry-host put in its place.</summary>
    private async Task ReadBackAsync(string digest)
    {
        if (this is IHazStack { RegistryHost: not null })
        {
            return;
        }

        var repository = Deployment.Repository;
        try
        {
            var answer = await Deployment.Place.Aws.Ecr.DescribeImagesAsync(
                new DescribeImagesRequest
                {
                    RegistryId = RegistryId,
                    RepositoryName = repository.Name,
                    ImageIds = [new ImageIdentifier { ImageDigest = digest }]
                },
                Cancellation.Token);
            if (answer.ImageDetails?.Any(x => x.ImageDigest == digest) == true)
            {
                return;
            }
        }
        catch (ImageNotFoundException)
        {
            // The same as an answer without it.
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw AwsErrors.Explain(exception, $"read the image {repository}@{digest} back");
        }

        throw new FairleadException(
            $"The image {repository}@{digest} is not in its repository.",
            "The registry has it, and ECR does not list it.",
            "Run the build again; if it stays so, look whether the stack's repository_uri and --aws-region belong to the same registry.");
    }

    /// <summary>The account of a repository's own host, which may be another than that of the deploy:
    /// <c>123456789012.dkr.ecr.us-east-1.amazonaws.com</c>. Null for the caller's.</summary>
    private string? RegistryId
        => Deployment.Repository.Registry.Split('.') is [{ Length: 12 } account, "dkr", "ecr", ..] && account.All(char.IsAsciiDigit) ? account : null;

    /// <summary>The token is base64 of <c>AWS:password</c> and good for twelve hours
    /// (https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_AuthorizationData.html).</summary>
    private async Task<RegistryCredentials> CredentialsAsync()
    {
        var answer = await Deployment.Place.Aws.Ecr.GetAuthorizationTokenAsync(new GetAuthorizationTokenRequest(), Cancellation.Token);
        var token = answer.AuthorizationData is [{ AuthorizationToken: { } first }, ..]
            ? first
            : throw new FairleadException(
                "The registry cannot be signed in to.",
                "ECR gave no authorization token.",
                "Run again; if it stays so, look at the permission ecr:GetAuthorizationToken.");
        var parts = Encoding.UTF8.GetString(Convert.FromBase64String(token)).Split(':', 2);
        return new RegistryCredentials(parts[0], parts[1]);
    }
}
