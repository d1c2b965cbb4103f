using System.Reflection;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Tooling;

/// <summary>Injects the latest version of a package of npm's registry, as text or NuGetVersion.</summary>
public class LatestNpmVersionAttribute : ValueInjectionAttributeBase
{
    private readonly string _packageId;

    public LatestNpmVersionAttribute(string packageId) => _packageId = packageId;

    public override object GetValue(MemberInfo member, object instance)
        => InjectedVersion.For(member, NpmVersionResolver.GetLatestVersion(_packageId).GetAwaiter().GetResult(), _packageId);
}
