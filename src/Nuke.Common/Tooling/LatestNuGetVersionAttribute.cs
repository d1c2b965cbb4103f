using System.Reflection;
using NuGet.Versioning;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Tooling;

/// <summary>Injects the latest version of a package on nuget.org, as text or <see cref="NuGetVersion"/>.</summary>
public class LatestNuGetVersionAttribute : ValueInjectionAttributeBase
{
    private readonly string _packageId;

    public LatestNuGetVersionAttribute(string packageId) => _packageId = packageId;

    public bool IncludePrerelease { get; set; }
    public bool IncludeUnlisted { get; set; }

    public override object GetValue(MemberInfo member, object instance)
        => InjectedVersion.For(
            member,
            NuGetVersionResolver.GetLatestVersion(_packageId, IncludePrerelease, IncludeUnlisted).GetAwaiter().GetResult(),
            _packageId);
}
