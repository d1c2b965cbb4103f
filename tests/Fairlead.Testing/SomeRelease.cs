using Fairlead.Releases;

namespace Fairlead.Testing;

/// <summary>Releases to test with.</summary>
public static class SomeRelease
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    public static ReleaseId Id(int second = 0) => ReleaseId.Create(Noon.AddSeconds(second), "6cef224aa");

    public static ContentDigest Content(string text = "one") => ContentDigest.Of(text, null, null);

    public static SiteFile EntryPoint(char digest) => new(new string(digest, 64), "text/html; charset=utf-8", "no-cache", IsEntryPoint: true);

    public static ReleaseManifest Manifest(int second = 0, string content = "one") => new()
    {
        Release = Id(second),
        Content = Content(content),
        Commit = "6cef224aa",
        Services = new Dictionary<string, ReleasedService>
        {
            [PartNames.Service] = new() { ImageDigest = $"sha256:{new string('1', 64)}", Revision = $"task-definition/shop:{second}" },
        },
        Sites = new Dictionary<string, IReadOnlyDictionary<string, SiteFile>>
        {
            [PartNames.Site] = new Dictionary<string, SiteFile>
            {
                ["index.html"] = EntryPoint('2'),
                ["assets/größe-1.js"] = new(new string('3', 64), "text/javascript", "public, max-age=31536000, immutable", IsEntryPoint: false),
            },
        },
        Who = "mira@desk",
        Where = new ReleasePlace("shop", "us-east-1", "123456789012", "https://shop.example.com"),
        Started = Noon.AddSeconds(second),
        Finished = Noon.AddSeconds(second + 30),
        Outcome = OutcomeKind.Succeeded,
        Reason = "It serves.",
        Verified = true,
    };
}
