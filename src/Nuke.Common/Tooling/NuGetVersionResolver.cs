using System.Text.Json;
using NuGet.Versioning;

namespace Nuke.Common.Tooling;

/// <summary>Asks nuget.org for versions.</summary>
public static class NuGetVersionResolver
{
    /// <summary>The highest version; null when it cannot be found out.</summary>
    public static Task<string?> GetLatestVersion(string packageId, bool includePrereleases, bool includeUnlisted = false) => includeUnlisted
        ? VersionFeed.TryReadAsync($"https://api.nuget.org/v3-flatcontainer/{packageId.ToLowerInvariant()}/index.json", x => OfAll(x, includePrereleases))
        : VersionFeed.TryReadAsync(
            $"https://azuresearch-usnc.nuget.org/query?q=packageid:{packageId}&prerelease={(includePrereleases ? "true" : "false")}&semVerLevel=2.0.0",
                OfSearch);

    // {"versions":["1.0.0","1.1.0-beta"]}
    internal static string? OfAll(string json, bool includePrereleases)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.GetProperty("versions").EnumerateArray()
            .Select(x => NuGetVersion.TryParse(x.GetString(), out var version) ? version : null)
            .Where(x => x is not null && (includePrereleases || !x.IsPrerelease))
            .Max()?.ToNormalizedString();
    }

    // {"data":[{"id":"Serilog","version":"3.1.1"}]}
    internal static string? OfSearch(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.GetProperty("data").EnumerateArray().Select(x => x.GetProperty("version").GetString()).FirstOrDefault();
    }
}
