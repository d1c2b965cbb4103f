using System.Reflection;

namespace Nuke.Common.Tooling;

/// <summary>Injects an executable of an npm package that a target requires, by default the one named like
/// the member in lower case. NAME_EXE overrides where it is.</summary>
public class NpmPackageAttribute : ToolInjectionAttributeBase
{
    private readonly string _packageId;
    private readonly string? _packageExecutable;

    public NpmPackageAttribute(string packageId, string? packageExecutable = null)
    {
        _packageId = packageId;
        _packageExecutable = packageExecutable;
    }

    public string? Version { get; set; }

    public override ToolRequirement GetRequirement(MemberInfo member) => new NpmPackageRequirement(_packageId, Version);

    public override object GetValue(MemberInfo member, object instance)
    {
        var name = _packageExecutable ?? member.Name.ToLowerInvariant();
        return ToolResolver.TryGetEnvironmentTool(name) ?? ToolResolver.GetNpmTool(name);
    }
}
