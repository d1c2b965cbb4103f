using Fairlead.Components.Deployments;
using Fairlead.Components.Reporting;
using Fairlead.Releases;
using Fairlead.Services;
using Nuke.Common;
using Nuke.Common.IO;

namespace Fairlead.Components;

/// <summary>Rolls the new image out on the service host and finds out what serves in the end.</summary>
public interface IDeployService : IHazDeployment
{
    /// <summary>Further environment of the service's container. Not for secrets.</summary>
    IReadOnlyDictionary<string, string> ServiceEnvironment => new Dictionary<string, string>();

    /// <summary>Where the service runs, as the stack's outputs name it.</summary>
    sealed IServiceHost ServiceHost => ServiceHosts.Of(Deployment.Place, ReleaseArchive);

    /// <summary>For a service on EC2 instances: the <c>.tar.gz</c> that they unpack as the release; what PackService makes unless the build names another. A
    /// run that deploys to instances is refused before anything is changed while it is null.</summary>
    AbsolutePath? ReleaseArchive => (this as IPackService)?.ServiceArchive;

    Target DeployService => _ => _
        .Description("Rolls the new image out and waits for the truth about it")
        .DependsOn<IPushEcr>(x => x.PushEcr)
        .TryDependsOn<IMigrate>(x => x.Migrate)
        .TryTriggers<IUnlock>(x => x.Unlock)
        .Executes(async () =>
        {
            var before = await ServiceHost.StatusAsync(Cancellation.Token);
            var plan = await PlanServiceAsync();
            if (plan.IsUnchanged)
            {
                Deployment.ServiceRevision = before.Revision;
                var served = await Deployment.VerifyServedAsync((await Deployment.ReleaseAsync()).Release);
                this.Report(served switch
                {
                    { NotSmokeTested: true } =>
                        Outcome.Unchanged($"The service runs {before.Revision}, as its host says. {served.Reason}") with { NotSmokeTested = true },
                    { IsSuccess: true } => Outcome.Unchanged($"The service runs {before.Revision} and names this release."),
                    _ => served,
                });
                return;
            }

            await Deployment.BeginEffectsAsync();
            plan = await PlanServiceAsync();
            foreach (var line in plan.Describe())
            {
                LogReporter.Instance.Information(line);
            }

            Deployment.PreviousServiceRevision = before.Revision;
            Deployment.Progress = Deployment.Progress with { ServiceChanged = true };
            ServiceResult result;
            try
            {
                result = await ServiceHost.DeployAsync(plan, Cancellation.Token);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                this.Report(await Deployment.RollBackAsync(new Outcome(OutcomeKind.Failed, exception.Message)));
                return;
            }

            Deployment.ServiceRevision = result.Revision;
            if (result.Outcome.Kind == OutcomeKind.Failed)
            {
                // The host says how it left the service and why; that may be another deployment, which is not ours to undo.
                this.Report(result.Outcome);
            }

            this.Report(await Deployment.GuardAsync(async () =>
            {
                if (result.Outcome.Kind == OutcomeKind.RolledBack)
                {
                    // The host brought the service back itself; entry points that an interrupted run switched may have to follow.
                    Deployment.Progress = Deployment.Progress with { ServiceChanged = false };
                    return result.Outcome;
                }

                var served = await Deployment.VerifyServedAsync((await Deployment.ReleaseAsync()).Release);
                return served switch
                {
                    { NotSmokeTested: true } => result.Outcome with { Reason = $"{result.Outcome.Reason} {served.Reason}", NotSmokeTested = true },
                    { IsSuccess: true } => result.Outcome,
                    _ => served,
                };
            }));
        });

    /// <summary>What deploying the release would change.</summary>
    sealed async Task<ServicePlan> PlanServiceAsync()
    {
        var image = await Deployment.ImageAsync();
        return await ServiceHost.PlanAsync(
            new ServiceRelease
            {
                // Instances take no image, and their stack has no repository; the digest still tells contents apart.
                ImageDigestUri = Deployment.Place.Outputs.RepositoryUri is null ? image.ManifestDigest : $"{Deployment.Repository}@{image.ManifestDigest}",
                ReleaseId = (await Deployment.ReleaseAsync()).Release.ToString(),
                // The release id holds the commit that the release was first made from; an equal release of a later commit must not differ.
                Commit = (await Deployment.ReleaseAsync()).Release.Commit,
                Environment = ServiceEnvironment,
            },
            Cancellation.Token);
    }
}
