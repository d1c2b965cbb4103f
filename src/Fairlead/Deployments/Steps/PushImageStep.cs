using Fairlead.Containers.Registry;
using Fairlead.Releases;

namespace Fairlead.Deployments.Steps;

/// <summary>Pushes the service's image to its ECR repository, over the OCI distribution protocol, and reads it back from ECR.</summary>
internal sealed class PushImageStep(Deployment deployment, ServiceWork service) : ReleaseStep(StepNames.Push(service.Name))
{
    private readonly EcrRepository _repository = new(deployment, service);

    /// <inheritdoc/>
    public override async Task<StepLook> LookAsync(CancellationToken cancellationToken)
    {
        if (!service.Stack.Host.TakesImages)
        {
            return StepLook.NotApplicable($"Its service host is {service.Stack.Host.Host}, which takes no images.");
        }

        if (await service.ImageAsync() is not { } image)
        {
            return StepLook.Impossible(new StepProblem($"The build made no image of {service.Name}.", "Run DockerImage too."));
        }

        if (await _repository.FindProblemAsync(cancellationToken) is { } problem)
        {
            return StepLook.Impossible(problem);
        }

        using var registry = await _repository.ConnectAsync(cancellationToken);
        var plan = await new ImagePush(registry, deployment.Reporter).PlanAsync(image, cancellationToken: cancellationToken);
        return plan.Unchanged
            ? StepLook.Unchanged($"{registry.Repository}:{plan.Tag} is there already.")
            : StepLook.WouldChange(
                $"{plan.MissingBlobs.Count} of {image.Layers.Count + 1} blobs are to be sent, {plan.Bytes:N0} bytes.",
                new PlannedChange(ChangeAction.Create, $"image {registry.Repository}:{plan.Tag}", image.ManifestDigest, plan.Bytes));
    }

    /// <inheritdoc/>
    public override async Task<Outcome> ChangeAsync(StepLook look, Effects effects, CancellationToken cancellationToken)
    {
        using var registry = await _repository.ConnectAsync(cancellationToken);
        var result = await new ImagePush(registry, deployment.Reporter).PushAsync((await service.ImageAsync())!, cancellationToken: cancellationToken);
        return result.Unchanged
            ? Outcome.Unchanged($"{registry.Repository}:{result.Tag} is there already.")
            : Outcome.Succeeded($"Pushed {result.PinnedReference}: {result.BlobsSent} blobs, {result.BytesSent:N0} bytes.");
    }

    /// <inheritdoc/>
    public override async Task<Outcome?> VerifyAsync(CancellationToken cancellationToken)
    {
        var digest = (await service.ImageAsync())!.ManifestDigest;
        return await _repository.HoldsAsync(digest, cancellationToken)
            ? null
            : new Outcome(
                OutcomeKind.Failed,
                $"The image {service.Repository}@{digest} is not in its repository: the registry has it, and ECR does not list it. Look whether the stack's "
                    + "repository_uri and --aws-region belong to the same registry.");
    }
}
