using System.Text;
using Fairlead.Http;
using Fairlead.Infrastructure;
using Fairlead.Releases;
using Fairlead.Verification;

namespace Fairlead.Deployments.Steps;

/// <summary>What a visitor of the site gets.</summary>
/// <param name="Release">The release that the page names; null when it names none, or there is no page.</param>
/// <param name="Finding">What was seen, as it follows the URL.</param>
internal sealed record ServedPage(string? Release, string Finding)
{
    private const int LargestPage = 4 * 1024 * 1024;

    private static readonly HttpLimits Limits = HttpLimits.Document(LargestPage) with { Whole = TimeSpan.FromSeconds(10) };

    /// <summary>Where visitors get the site's page; null where nobody can ask.</summary>
    public static Uri? UrlOf(Place place, StackSite site)
        => place.Unserved is null && (site.Url ?? place.Outputs.PublicUrl) is { } url ? new Uri(url.AbsoluteUri.TrimEnd('/') + "/") : null;

    /// <summary>Asks once. Never throws for what the answer is.</summary>
    public static async Task<ServedPage> ReadAsync(Uri page, CancellationToken cancellationToken)
    {
        using var http = VisitorHandler.CreateClient(Limits);
        try
        {
            using var answer = await http.GetAsync(page, cancellationToken);
            if (!answer.IsSuccessStatusCode)
            {
                return new ServedPage(null, $"answers {(int)answer.StatusCode}");
            }

            return ReleaseStamp.Read(Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(cancellationToken))) is { } release
                ? new ServedPage(release, $"names release {release}")
                : new ServedPage(null, "names no release");
        }
        catch (HttpRequestException exception)
        {
            return new ServedPage(null, $"cannot be reached ({exception.Message.TrimEnd('.')})");
        }
    }
}
