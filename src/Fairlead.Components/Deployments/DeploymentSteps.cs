using Fairlead.Components.Reporting;
using Fairlead.Releases;
using Fairlead.Services;
using Fairlead.Site;
using Fairlead.Site.Invalidation;

namespace Fairlead.Components.Deployments;

/// <summary>Runners of the deploy library, set up for the place of this run.</summary>
internal static class DeploymentSteps
{
    public static SiteRunner SiteRunner(this DeployRun deployment)
        => new(
            deployment.Place.Aws.S3,
            new SiteOptions { Directory = ((IWebBuild)deployment.Build).SiteDirectory, Bucket = deployment.Place.Outputs.SiteBucket },
            LogReporter.Instance);

    /// <summary>The site as this release publishes it, for its manifest.</summary>
    public static async Task<IReadOnlyDictionary<string, Releases.SiteFile>> PublishedSiteAsync(this DeployRun deployment)
    {
        var release = (await deployment.ReleaseAsync()).Release.ToString();
        var site = await deployment.SiteAsync();
        return site.Files.ToDictionary(
            x => x.Path,
            x => new Releases.SiteFile(
                SitePlanner.Publish(x, release).Content is { } stamped
                    ? Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(stamped.Span))
                    : x.Sha256,
                x.ContentType,
                x.CacheControl,
                x.IsEntryPoint));
    }

    /// <summary>Keeps the entry points as this release publishes them, for the rollback of a later one.</summary>
    public static async Task SaveEntryPointsAsync(this DeployRun deployment)
    {
        var release = (await deployment.ReleaseAsync()).Release;
        foreach (var file in (await deployment.SiteAsync()).EntryPoints)
        {
            var content = SitePlanner.Publish(file, release.ToString()).Content?.ToArray() ?? await File.ReadAllBytesAsync(file.SourcePath, Cancellation.Token);
            await deployment.Ledger.SaveEntryPointAsync(
                release,
                file.Path,
                new EntryPointCopy(content, file.ContentType, file.CacheControl),
                Cancellation.Token);
        }
    }

    /// <summary>Makes the edge forget paths and waits until it has. Unchanged where there is no edge.</summary>
    public static async Task<Outcome> InvalidateAsync(this DeployRun deployment, InvalidationPlan plan, string occasion)
        => deployment.Place.Outputs.DistributionId is { } distribution
            ? (await new InvalidationRunner(
                deployment.Place.Aws.CloudFront,
                new InvalidationOptions { DistributionId = distribution },
                LogReporter.Instance,
                TimeProvider.System)
                .RunAsync(plan, occasion, Cancellation.Token)).Outcome
            : Outcome.Unchanged($"Stack {deployment.Place.Outputs.Stack} has no distribution: nothing is cached in front of the site.");

    /// <summary>Whether the service, asked through the public URL, says that it is this release. Where nothing can be asked, the outcome says so.</summary>
    public static async Task<Outcome> VerifyServedAsync(this DeployRun deployment, ReleaseId release)
    {
        if (deployment.Place.Unserved is { } unserved)
        {
            return Outcome.Succeeded($"Not asked which release serves: {unserved}") with { NotSmokeTested = true };
        }

        var outputs = deployment.Place.Outputs;
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        return await new ServedVersion(http, TimeProvider.System).VerifyAsync(
            release.ToString(),
            new ServedVersionOptions
            {
                HealthUrl = new Uri(outputs.PublicUrl, outputs.HealthCheckPath),
                Interval = TimeSpan.FromMilliseconds(100),
                Timeout = TimeSpan.FromSeconds(30)
            },
            Cancellation.Token);
    }
}
