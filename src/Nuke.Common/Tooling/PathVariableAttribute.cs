using System.Reflection;

namespace Nuke.Common.Tooling;

/// <summary>Injects an executable of PATH, by default the one named like the member in lower case. NAME_EXE,
/// of the member or the executable, overrides where it is.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public class PathVariableAttribute : ToolInjectionAttributeBase
{
    private readonly string? _pathExecutable;

    public PathVariableAttribute(string? pathExecutable = null) => _pathExecutable = pathExecutable;

    public override ToolRequirement GetRequirement(MemberInfo member)
        => new PathToolRequirement(Executable(member)) { Variable = $"{member.Name.ToUpperInvariant()}_EXE" };

    public override object GetValue(MemberInfo member, object instance)
        => ToolResolver.TryGetEnvironmentTool(member.Name) ?? ToolResolver.GetEnvironmentOrPathTool(Executable(member));

    internal override string Hint(MemberInfo member)
        => $"Install {Executable(member)}, or name its path in the environment variable {member.Name.ToUpperInvariant()}_EXE.";

    private string Executable(MemberInfo member) => _pathExecutable ?? member.Name.ToLowerInvariant();
}
