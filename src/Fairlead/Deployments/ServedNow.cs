using Fairlead.Deployments.Steps;
using Fairlead.Releases;
using Fairlead.Secrets;

namespace Fairlead.Deployments;

/// <summary>What a visitor gets at this moment, in a sentence: every page and every service is asked once.</summary>
internal static class ServedNow
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static async Task<string> DescribeAsync(Deployment deployment, CancellationToken cancellationToken)
    {
        if (deployment.Place.Unserved is { } unserved)
        {
            return $"What serves was not asked: {unserved}";
        }

        var asked = new List<Task<string>>();
        foreach (var site in deployment.Sites)
        {
            if (ServedPage.UrlOf(deployment.Place, site.Stack) is { } page)
            {
                asked.Add(PageAsync(page, cancellationToken));
            }
        }

        foreach (var service in deployment.Services)
        {
            if (Served.UrlOf(deployment, service) is { } url)
            {
                asked.Add(ServiceAsync(deployment, url, cancellationToken));
            }
        }

        return asked.Count == 0 ? "" : $"Asked now, {string.Join(", and ", await Task.WhenAll(asked))}.";
    }

    /// <summary>Every release that a page or a service names now, each once.</summary>
    public static async Task<IReadOnlyCollection<ReleaseId>> ReleasesAsync(Deployment deployment, CancellationToken cancellationToken)
    {
        var asked = deployment.Sites.Select(x => PageReleaseAsync(deployment, x, cancellationToken))
            .Concat(deployment.Services.Select(x => ServiceReleaseAsync(deployment, x, cancellationToken)));
        return [.. (await Task.WhenAll(asked)).OfType<ReleaseId>().Distinct()];
    }

    /// <summary>The release that the site's page names; null when it names none, or nobody can ask.</summary>
    public static async Task<ReleaseId?> PageReleaseAsync(Deployment deployment, SiteWork site, CancellationToken cancellationToken)
        => ServedPage.UrlOf(deployment.Place, site.Stack) is { } page
            && ReleaseId.TryParse((await ServedPage.ReadAsync(page, cancellationToken)).Release, out var release)
                ? release
                : null;

    /// <summary>The release that the service names, or else the one that its host is told to run; null when neither says one.</summary>
    public static async Task<ReleaseId?> ServiceReleaseAsync(Deployment deployment, ServiceWork service, CancellationToken cancellationToken)
    {
        var named = Served.UrlOf(deployment, service) is { } url ? (await Served.AskAsync(url, Patience, deployment.Time, cancellationToken)).Release : null;
        return ReleaseId.TryParse(named ?? (await service.Host.StatusAsync(cancellationToken)).ReleaseId, out var release) ? release : null;
    }

    private static async Task<string> PageAsync(Uri page, CancellationToken cancellationToken)
        => $"{UrlText.Of(page)} {(await ServedPage.ReadAsync(page, cancellationToken)).Finding}";

    private static async Task<string> ServiceAsync(Deployment deployment, Uri url, CancellationToken cancellationToken)
    {
        var (release, finding) = await Served.AskAsync(url, Patience, deployment.Time, cancellationToken);
        return release is null ? $"{UrlText.Of(url)}: {finding.TrimEnd('.')}" : $"{UrlText.Of(url)} names release {release}";
    }
}
