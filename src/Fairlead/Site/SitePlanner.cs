using System.Security.Cryptography;
using Fairlead.Releases;

namespace Fairlead.Site;

/// <summary>Compares a site with what is in the bucket.</summary>
public static class SitePlanner
{
    /// <summary>
    /// Pure. An object with the size and MD5 of the file counts as unchanged, unless the release before is known to have published it with other headers; a
    /// listing does not have them, so that headers altered by hand are not seen. In a bucket encrypted with a
    /// KMS key ETags are no MD5s, and everything is written each time.
    /// </summary>
    /// <param name="content">The site.</param>
    /// <param name="releaseId">What the pages are to name.</param>
    /// <param name="remote">What is in the bucket.</param>
    /// <param name="recorded">What the release before published, by key; null when that is not known.</param>
    public static SitePlan Plan(
        SiteContent content,
        string releaseId,
        IReadOnlyCollection<RemoteObject> remote,
        IReadOnlyDictionary<string, Releases.SiteFile>? recorded = null)
    {
        var there = remote.ToDictionary(x => x.Key, StringComparer.Ordinal);
        var assets = new List<SiteObject>();
        var entryPoints = new List<SiteObject>();
        var overwritten = new List<string>();
        var unchanged = 0;
        foreach (var file in content.Files)
        {
            var published = Publish(file, releaseId);
            var known = there.GetValueOrDefault(file.Path);
            var hasOtherHeaders = recorded?.GetValueOrDefault(file.Path) is { } before
                && (before.ContentType, before.CacheControl) != (file.ContentType, file.CacheControl);
            if (known is not null && known.Size == published.Size && known.ETag == published.Md5 && !hasOtherHeaders)
            {
                unchanged++;
                continue;
            }

            (file.IsEntryPoint ? entryPoints : assets).Add(published);
            if (known is not null)
            {
                overwritten.Add(file.Path);
            }
        }

        return new SitePlan(releaseId, assets, [.. entryPoints.OrderBy(Rank)], unchanged) { Overwritten = overwritten };
    }

    /// <summary>The file as a release publishes it: HTML entry points name the release.</summary>
    public static SiteObject Publish(SiteFile file, string releaseId)
    {
        if (file.Html is not { } html)
        {
            return new SiteObject
            {
                Path = file.Path,
                Md5 = file.Md5,
                Size = file.Size,
                ContentType = file.ContentType,
                CacheControl = file.CacheControl,
                SourcePath = file.SourcePath
            };
        }

        var stamped = ReleaseStamp.Apply(file.Path, html.Span, releaseId);
        return new SiteObject
        {
            Path = file.Path,
            Md5 = Convert.ToHexStringLower(MD5.HashData(stamped)),
            Size = stamped.Length,
            ContentType = file.ContentType,
            CacheControl = file.CacheControl,
            Content = stamped,
        };
    }

    /// <summary>Pages after what they load by a fixed name, the root's page after everything.</summary>
    private static int Rank(SiteObject entryPoint)
        => entryPoint.Path == "index.html" ? 2 : entryPoint.ContentType.StartsWith("text/html", StringComparison.Ordinal) ? 1 : 0;
}
