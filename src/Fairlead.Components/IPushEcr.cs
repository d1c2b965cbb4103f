using System.Text;
using Amazon.ECR.Model;
using Fairlead.Components.Reporting;
using Fairlead.Containers;
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
        .TryTriggers<IUnlock>(x => x.Unlock)
        .Executes(async () =>
        {
            if (Deployment.Place.Outputs is { RepositoryUri: null, Service.Host: var host })
            {
                this.Report(Outcome.Unchanged($"Stack {Deployment.Place.Outputs.Stack} has no image repository: its service host is {host}, which takes no images."));
                return;
            }

            using var registry = new RegistryClient(Deployment.Repository, await CredentialsAsync());
            var push = new ImagePush(registry, LogReporter.Instance);
            var image = await Deployment.ImageAsync();
            var plan = await push.PlanAsync(image, cancellationToken: Cancellation.Token);
            if (plan.Unchanged)
            {
                this.Report(Outcome.Unchanged($"{registry.Repository}:{plan.Tag} is there already."));
                return;
            }

            await Deployment.BeginEffectsAsync();
            var result = await push.PushAsync(await push.PlanAsync(image, cancellationToken: Cancellation.Token), Cancellation.Token);
            this.Report(result.Unchanged
                ? Outcome.Unchanged($"{registry.Repository}:{result.Tag} is there already.")
                : Outcome.Succeeded($"Pushed {result.PinnedReference}: {result.BlobsSent} blobs, {result.BytesSent:N0} bytes."));
        });

    /// <summary>The token is base64 of <c>AWS:password</c> and good for twelve hours (https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_AuthorizationData.html).</summary>
    private async Task<RegistryCredentials> CredentialsAsync()
    {
        var answer = await Deployment.Place.Aws.Ecr.GetAuthorizationTokenAsync(new GetAuthorizationTokenRequest(), Cancellation.Token);
        var token = answer.AuthorizationData is [{ AuthorizationToken: { } first }, ..]
            ? first
            : throw new FairleadException("The registry cannot be signed in to.", "ECR gave no authorization token.", "Run again; if it stays so, look at the permission ecr:GetAuthorizationToken.");
        var parts = Encoding.UTF8.GetString(Convert.FromBase64String(token)).Split(':', 2);
        return new RegistryCredentials(parts[0], parts[1]);
    }
}
