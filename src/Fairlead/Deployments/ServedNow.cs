using Fairlead.Deployments.Steps;

namespace Fairlead.Deployments;

/// <summary>What a visitor gets at this moment, in a sentence: every page and every service is asked once.</summary>
internal static class ServedNow
{
    public static async Task<string> DescribeAsync(Deployment deployment, CancellationToken cancellationToken)
    {
        if (deployment.Place.Unserved is { } unserved)
        {
            return $"What serves was not asked: {unserved}";
        }

        var asked = new List<Task<string>>();
        foreach (var site in deployment.Sites)
        {
            if ((site.Stack.Url ?? deployment.Place.Outputs.PublicUrl) is { } url)
            {
                asked.Add(PageAsync(new Uri(url.AbsoluteUri.TrimEnd('/') + "/"), cancellationToken));
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

    private static async Task<string> PageAsync(Uri page, CancellationToken cancellationToken)
        => $"{page} {(await ServedPage.ReadAsync(page, cancellationToken)).Finding}";

    private static async Task<string> ServiceAsync(Deployment deployment, Uri url, CancellationToken cancellationToken)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var (release, finding) = await new Services.ServedVersion(http, deployment.Time).AskAsync(
            new Services.ServedVersionOptions { HealthUrl = url, RequestTimeout = TimeSpan.FromSeconds(5) }, cancellationToken);
        return release is null ? $"{url}: {finding.TrimEnd('.')}" : $"{url} names release {release}";
    }
}
