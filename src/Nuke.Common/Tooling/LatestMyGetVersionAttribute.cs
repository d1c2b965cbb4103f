using System.Reflection;
using Nuke.Common.IO;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Tooling;

/// <summary>Injects the latest version of a package of a MyGet feed, as text or NuGetVersion.</summary>
public class LatestMyGetVersionAttribute : ValueInjectionAttributeBase
{
    private readonly string _feed;
    private readonly string _package;

    public LatestMyGetVersionAttribute(string feed, string package)
    {
        _feed = feed;
        _package = package;
    }

    public override object GetValue(MemberInfo member, object instance)
        => InjectedVersion.For(member, Of(VersionFeed.ReadAsync($"https://www.myget.org/RSS/{_feed}").GetAwaiter().GetResult(), _package), _package);

    // <title>[nuget] feed/Package (version 1.2.3)</title>
    internal static string? Of(string rss, string package) => ShallowXml.Parse(rss).Descendants("title")
        .Select(x => x.Value)
        .FirstOrDefault(x => x.Contains($"/{package} (version ", StringComparison.Ordinal))
        ?.Split("(version ")[1].TrimEnd(')');
}
