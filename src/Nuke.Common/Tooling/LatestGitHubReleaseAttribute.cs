using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using NuGet.Versioning;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Tooling;

/// <summary>Injects the latest version that a GitHub repository has released, as text or <see cref="NuGetVersion"/>.</summary>
public class LatestGitHubReleaseAttribute : ValueInjectionAttributeBase
{
    private readonly string _identifier;

    /// <param name="identifier">OWNER/NAME.</param>
    public LatestGitHubReleaseAttribute(string identifier) => _identifier = identifier;

    public bool IncludePrerelease { get; set; }

    /// <summary>Read the version from the tag rather than from the name of the release.</summary>
    public bool UseTagName { get; set; }

    /// <summary>A regular expression whose group <c>version</c> is the version.</summary>
    public string Pattern { get; set; } = @"v?(?<version>(?<!\d)\d+(\.\d+)+(-[\w.]+)?)";

    public override object GetValue(MemberInfo member, object instance)
        => InjectedVersion.For(member, Of(VersionFeed.ReadAsync($"https://api.github.com/repos/{_identifier}/releases").GetAwaiter().GetResult()), _identifier);

    // [{"tag_name":"v1.2.3","name":"1.2.3"}]
    internal string? Of(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.EnumerateArray()
            .Select(x => x.GetProperty(UseTagName ? "tag_name" : "name").GetString() ?? "")
            .Select(x => NuGetVersion.TryParse(Regex.Match(x, Pattern).Groups["version"].Value, out var version) ? version : null)
            .Where(x => x is not null && (IncludePrerelease || !x.IsPrerelease))
            .Max()?.ToNormalizedString();
    }
}
