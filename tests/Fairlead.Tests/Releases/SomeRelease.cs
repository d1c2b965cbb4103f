using Fairlead.Releases;

namespace Fairlead.Tests.Releases;

/// <summary>Releases to test with.</summary>
internal static class SomeRelease
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    public static ReleaseId Id(int second = 0) => ReleaseId.Create(Noon.AddSeconds(second), "6cef224aa");

    public static ContentDigest Content(string text) => ContentDigest.Of(text, null, null);

    public static SiteFile EntryPoint(char digest) => new(new string(digest, 64), "text/html; charset=utf-8", "no-cache", IsEntryPoint: true);

    public static ReleaseManifest Manifest(int second = 0) => new()
    {
        Release = Id(second),
        Content = Content("one"),
        ServiceRevision = $"task-definition/shop:{second}",
        Site = new Dictionary<string, SiteFile> { ["index.html"] = EntryPoint('1') },
        Who = "mira@desk",
        Where = new ReleasePlace("shop", "us-east-1", "123456789012", "https://shop.example.com"),
        Started = Noon,
        Finished = Noon,
        Outcome = OutcomeKind.Succeeded,
        Reason = "It serves.",
        Verified = true,
    };
}
