using System.Security.Cryptography;
using System.Text;
using Fairlead.Releases;

namespace Fairlead.Tests.Releases;

/// <summary>Releases of a page each, every one made when the one before was current.</summary>
internal static class ChainedReleases
{
    /// <summary>The entry point of a release.</summary>
    public static string Page(int second) => $"<html><head></head></html>{second}";

    public static ReleaseManifest Manifest(int second) => SomeRelease.Manifest(second, $"content {second}") with
    {
        PreviousRelease = second == 1 ? null : SomeRelease.Id(second - 1),
        Sites = new Dictionary<string, IReadOnlyDictionary<string, SiteFile>>
        {
            ["web"] = new Dictionary<string, SiteFile>
            {
                ["index.html"] = SomeRelease.EntryPoint('0') with
                {
                    Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Page(second)))),
                },
            },
        },
    };

    public static ServedReleases Serving(int? second)
    {
        var release = second is { } known ? SomeRelease.Id(known) : null;
        return new ServedReleases(new Dictionary<string, ReleaseId?> { ["web"] = release }, new Dictionary<string, ReleaseId?> { ["api"] = release });
    }
}
