using System.Reflection;
using NuGet.Versioning;
using Nuke.Common.IO;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Tooling;

/// <summary>Injects the latest version of an artifact in a Maven repository, as text or <see cref="NuGetVersion"/>.</summary>
public class LatestMavenVersionAttribute : ValueInjectionAttributeBase
{
    private readonly string _repository;
    private readonly string _groupId;
    private readonly string? _artifactId;

    public LatestMavenVersionAttribute(string repository, string groupId, string? artifactId = null)
    {
        _repository = repository;
        _groupId = groupId;
        _artifactId = artifactId;
    }

    public bool IncludePrerelease { get; set; }

    public override object GetValue(MemberInfo member, object instance)
    {
        var host = _repository[(_repository.IndexOf("://", StringComparison.Ordinal) is var end and >= 0 ? end + 3 : 0)..].TrimEnd('/');
        var url = $"https://{host}/{_groupId.Replace('.', '/')}/{_artifactId ?? _groupId}/maven-metadata.xml";
        return InjectedVersion.For(member, Of(VersionFeed.ReadAsync(url).GetAwaiter().GetResult(), IncludePrerelease), _artifactId ?? _groupId);
    }

    // <metadata><versioning><versions><version>1.0</version>
    internal static string? Of(string metadata, bool includePrerelease) => ShallowXml.Parse(metadata).Descendants("version")
        .Select(x => NuGetVersion.TryParse(x.Value, out var version) ? version : null)
        .Where(x => x is not null && (includePrerelease || !x.IsPrerelease))
        .Max()?.ToNormalizedString();
}
