using System.Text.Json;

namespace Nuke.Common.Tooling;

/// <summary>Asks npm's registry for versions.</summary>
public static class NpmVersionResolver
{
    /// <summary>The version with the tag <c>latest</c>; null when it cannot be found out.</summary>
    public static Task<string?> GetLatestVersion(string packageId) => VersionFeed.TryReadAsync($"https://registry.npmjs.org/{packageId}", Of);

    // {"dist-tags":{"latest":"5.0.0"}}
    internal static string? Of(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.GetProperty("dist-tags").GetProperty("latest").GetString();
    }
}
