using Amazon.ECR.Model;
using Fairlead.Aws;
using Fairlead.Containers.Registry;
using Fairlead.Http;

namespace Fairlead.Deployments.Steps;

/// <summary>The ECR repository of a service.</summary>
internal sealed class EcrRepository(Deployment deployment, ServiceWork service)
{
    /// <summary>Why the image has nowhere to go; null when it has. ECR makes no repository at a push; a registry that stands in for it would.</summary>
    public async Task<StepProblem?> FindProblemAsync(CancellationToken cancellationToken)
    {
        var name = service.Repository.Name;
        try
        {
            var answer = await deployment.Place.Aws.Ecr.DescribeRepositoriesAsync(
                new DescribeRepositoriesRequest { RegistryId = RegistryIdOf(service.Repository), RepositoryNames = [name] }, cancellationToken);
            if (answer.Repositories is [{ RepositoryName: { } found }, ..] && found == name)
            {
                return null;
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

        return new StepProblem(
            $"The image has nowhere to go: ECR in {deployment.Place.Outputs.Region} knows no repository '{name}', which the outputs of stack "
                + $"{deployment.Place.Outputs.Stack} name.",
            "Look at the stack's output repository_uri, and whether somebody deleted the repository: ./build.sh TerraformDrift tells.");
    }

    /// <summary>Signs in.</summary>
    public async Task<RegistryClient> ConnectAsync(CancellationToken cancellationToken)
    {
        var answer = await deployment.Place.Aws.Ecr.GetAuthorizationTokenAsync(new GetAuthorizationTokenRequest(), cancellationToken);
        var credentials = EcrToken.Read(answer.AuthorizationData?.FirstOrDefault()?.AuthorizationToken);
        var repository = service.Repository;

        // A proxy cannot reach this machine's loopback.
        var network = LimitedHttp.CreateTransport(configure: x => x.UseProxy = !repository.BaseAddress.IsLoopback);
        return new RegistryClient(repository, credentials, new EffectHandler(network));
    }

    /// <summary>Asks ECR itself for the image. True without asking where the registry is one that --registry-host put in place of ECR's own.</summary>
    public async Task<bool> HoldsAsync(string digest, CancellationToken cancellationToken)
    {
        if (deployment.Place.HasForeignRegistry)
        {
            return true;
        }

        try
        {
            var answer = await deployment.Place.Aws.Ecr.DescribeImagesAsync(
                new DescribeImagesRequest
                {
                    RegistryId = RegistryIdOf(service.Repository),
                    RepositoryName = service.Repository.Name,
                    ImageIds = [new ImageIdentifier { ImageDigest = digest }],
                },
                cancellationToken);
            return answer.ImageDetails?.Any(x => x.ImageDigest == digest) == true;
        }
        catch (Exception exception) when (exception is ImageNotFoundException or RepositoryNotFoundException)
        {
            return false;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw AwsErrors.Explain(exception, $"read the image {service.Repository}@{digest} back");
        }
    }

    /// <summary>The account of a repository's own host, which may be another than that of the deploy:
    /// <c>123456789012.dkr.ecr.us-east-1.amazonaws.com</c>. Null for the caller's.</summary>
    public static string? RegistryIdOf(RepositoryReference repository)
        => repository.Registry.Split('.') is [{ Length: 12 } account, "dkr", "ecr", ..] && account.All(char.IsAsciiDigit) ? account : null;
}
