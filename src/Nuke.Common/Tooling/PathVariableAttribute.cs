using System.Reflection;

namespace Nuke.Common.Tooling;

/// <summary>Injects an executable of PATH; NAME_EXE overrides where it is.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public class PathVariableAttribute : ToolInjectionAttributeBase
{
    private readonly string _pathExecutable;

    public PathVariableAttribute(string pathExecutable = null) => _pathExecutable = pathExecutable;

    public override ToolRequirement GetRequirement(MemberInfo member) => new(Executable(member), Version: null);

    public override object GetValue(MemberInfo member, object instance) =>
        ToolResolver.TryGetEnvironmentTool(member.Name)
        ?? (ToolPathResolver.TryGetPathExecutable(Executable(member)) is { } path ? ToolResolver.GetTool(path) : null);

    private string Executable(MemberInfo member) => _pathExecutable ?? member.Name.ToLowerInvariant();
}
