using Fairlead.Releases;
using Fairlead.Secrets;
using Fairlead.Site.Invalidation;

namespace Fairlead.Deployments.Steps;

/// <summary>The edge in front of a site.</summary>
internal static class Edge
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    /// <summary>Makes the edge forget and waits until it has.</summary>
    /// <param name="deployment">The deployment.</param>
    /// <param name="site">The site.</param>
    /// <param name="plan">What it has to forget.</param>
    /// <param name="occasion">What it is for: release and fence, so that no other attempt has made one with this name.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<Outcome> InvalidateAsync(
        Deployment deployment, SiteWork site, InvalidationPlan plan, string occasion, CancellationToken cancellationToken)
        => site.Stack.DistributionId is { } distribution
            ? (await new InvalidationRunner(
                deployment.Place.Aws.CloudFront,
                new InvalidationOptions { DistributionId = distribution },
                deployment.Reporter,
                deployment.Time).RunAsync(plan, occasion, cancellationToken)).Outcome
            : Outcome.Unchanged("The site has no distribution: nothing is cached in front of it.");

    /// <summary>Asks the edge for the site's page until it names the release. Null where nobody can ask.</summary>
    public static async Task<Outcome?> VerifyAsync(Deployment deployment, SiteWork site, ReleaseId release, CancellationToken cancellationToken)
    {
        if (ServedPage.UrlOf(deployment.Place, site.Stack) is not { } page)
        {
            return null;
        }

        var began = deployment.Time.GetTimestamp();
        while (true)
        {
            var seen = await ServedPage.ReadAsync(page, cancellationToken);
            if (seen.Release == release.ToString())
            {
                return Outcome.Succeeded($"{UrlText.Of(page)} names release {release}.");
            }

            if (deployment.Time.GetElapsedTime(began) > Timeout)
            {
                return new Outcome(
                    OutcomeKind.Failed,
                    $"The edge was told to forget the earlier pages, and {UrlText.Of(page)} {seen.Finding}, not release {release}.");
            }

            await Task.Delay(Interval, deployment.Time, cancellationToken);
        }
    }
}
