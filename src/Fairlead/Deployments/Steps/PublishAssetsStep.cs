using Fairlead.Releases;
using Fairlead.Site;

namespace Fairlead.Deployments.Steps;

/// <summary>Uploads the site's assets, which hurts nobody: no page names them yet. Keeps the entry points in the ledger for the rollback of a later release.</summary>
internal sealed class PublishAssetsStep(Deployment deployment, SiteWork site) : ReleaseStep(StepNames.PublishAssets(site.Name))
{
    /// <inheritdoc/>
    public override async Task<StepLook> LookAsync(CancellationToken cancellationToken)
    {
        var identity = await deployment.ReleaseAsync();
        var plan = await deployment.PlanAsync(site, cancellationToken);
        if (plan.Assets.Count == 0 && identity.Kind == ReleaseIdentityKind.Current)
        {
            return StepLook.Unchanged("Every asset is there.");
        }

        var overwritten = plan.OverwrittenAssets.ToHashSet(StringComparer.Ordinal);
        return StepLook.WouldChange(
            $"{plan.Assets.Count} assets are to be sent, {plan.Assets.Sum(x => x.Size):N0} bytes; {plan.Unchanged} objects are there.",
            [
                .. plan.Assets.Select(x => new PlannedChange(
                    overwritten.Contains(x.Path) ? ChangeAction.Update : ChangeAction.Create,
                    $"s3://{site.Stack.Bucket}/{x.Path}",
                    x.CacheControl,
                    x.Size)),
            ]);
    }

    /// <inheritdoc/>
    public override async Task<Outcome> ChangeAsync(StepLook look, Effects effects, CancellationToken cancellationToken)
    {
        var release = (await deployment.ReleaseAsync()).Release;
        var plan = await deployment.PlanAsync(site, cancellationToken);
        site.Replaced.UnionWith(await deployment.RememberedAssetsAsync(plan));
        site.Written += plan.Assets.Count;
        site.Forget();
        var uploaded = await site.Runner.UploadAssetsAsync(plan, cancellationToken);
        foreach (var file in (await site.ContentAsync()).EntryPoints)
        {
            var content = SitePlanner.Publish(file, release.ToString()).Content?.ToArray() ?? await File.ReadAllBytesAsync(file.SourcePath, cancellationToken);
            await deployment.Ledger.SaveEntryPointAsync(
                release, site.Name, file.Path, new EntryPointCopy(content, file.ContentType, file.CacheControl), cancellationToken);
        }

        return uploaded.Outcome;
    }
}
