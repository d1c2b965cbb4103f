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

    public override ToolRequirement GetRequirement(MemberInfo member) => new(_path, Version: null);

    public override object GetValue(MemberInfo member, object instance)
    {
        var root = Build?.RootDirectory ?? BuildSession.Current.RequireRoot();
        var path = Path.GetFullPath(_path, root);
        return ToolResolver.TryGetEnvironmentTool(member.Name) ?? (File.Exists(path) ? ToolResolver.GetTool(path) : null);
    }
}
