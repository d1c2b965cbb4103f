using Fairlead.Releases;

namespace Fairlead.Components.Deployments;

/// <summary>The manifest of the release that a run makes.</summary>
internal static class ReleaseRecord
{
    public static async Task<ReleaseManifest> CreateAsync(DeployRun deployment, Outcome outcome)
    {
        var identity = await deployment.ReleaseAsync();
        var site = await deployment.PublishedSiteAsync();
        var outputs = deployment.Place.Outputs;
        return new ReleaseManifest
        {
            Release = identity.Release,
            Content = await deployment.ContentAsync(),
            Commit = (await deployment.SourceAsync()).Commit,
            ImageDigest = (await deployment.ImageAsync()).ManifestDigest,
            ServiceRevision = deployment.ServiceRevision,
            PreviousServiceRevision = deployment.PreviousServiceRevision,
            PreviousRelease = identity.Current?.Release,
            Site = site,
            PlanDigest = deployment.PlanDigest,
            ConfigurationDigest = await deployment.ConfigurationDigestAsync(),
            Who = LockOwner.Current().Name,
            Where = new ReleasePlace(outputs.Stack, outputs.Region, deployment.Place.Account, outputs.PublicUrl.AbsoluteUri.TrimEnd('/')),
            Started = deployment.Started,
            Finished = TimeProvider.System.GetUtcNow(),
            Outcome = outcome.Kind,
            Reason = outcome.Reason,
            Verified = outcome is { IsSuccess: true, NotSmokeTested: false },
        };
    }
}
