using System.Reflection;
using Nuke.Common.Execution;

namespace Nuke.Common.Tooling;

/// <summary>Injects an executable of the repository; relative paths start at the root directory.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public class LocalPathAttribute : ToolInjectionAttributeBase
{
    private readonly string _path;

    public LocalPathAttribute(string absoluteOrRelativePath) => _path = absoluteOrRelativePath;

    public LocalPathAttribute(string windowsPath, string unixPath) => _path = EnvironmentInfo.IsWin ? windowsPath : unixPath;

    public override ToolRequirement? GetRequirement(MemberInfo member) => null;

    public override object GetValue(MemberInfo member, object instance)
        => ToolResolver.TryGetEnvironmentTool(member.Name)
        ?? ToolResolver.GetTool(Path.GetFullPath(_path, Build?.RootDirectory ?? BuildSession.Current.RequireRoot()));

    internal override string Hint(MemberInfo member) => $"Look for '{_path}' in the repository. {base.Hint(member)}";
}
