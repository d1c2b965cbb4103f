using System.Reflection;

namespace Nuke.Common.Tooling;

/// <summary>
/// Injects an executable of a NuGet package that the build's project downloads (<c>PackageDownload</c> or <c>PackageReference</c>) or that a
/// target requires. NAME_EXE overrides where it is.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public class NuGetPackageAttribute : ToolInjectionAttributeBase
{
    private readonly string _packageId;
    private readonly string _packageExecutable;

    public NuGetPackageAttribute(string packageId, string packageExecutable)
        : this(packageId, packageExecutable, packageExecutable)
    {
    }

    public NuGetPackageAttribute(string packageId, string packageExecutable32, string packageExecutable64)
    {
        _packageId = packageId;
        _packageExecutable = EnvironmentInfo.Is32Bit ? packageExecutable32 : packageExecutable64;
    }

    /// <summary>The target framework whose executable is used; default: the newest that runs here.</summary>
    public string? Framework { get; set; }

    public string? Version { get; set; }

    public override ToolRequirement GetRequirement(MemberInfo member) => new NuGetPackageRequirement(_packageId, Version);

    public override object GetValue(MemberInfo member, object instance)
        => ToolResolver.TryGetEnvironmentTool(member.Name)
        ?? ToolResolver.GetNuGetTool(_packageId, _packageExecutable, Version, Framework);

    internal override string Hint(MemberInfo member)
        => $"Add <PackageDownload Include=\"{_packageId}\" Version=\"[{Version ?? "x.y.z"}]\" /> to the build's project. {base.Hint(member)}";
}
