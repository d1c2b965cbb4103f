using System.Reflection;
using Nuke.Common.Execution;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.CI;

/// <summary>Injects the CI server that the build runs on; null elsewhere.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property | AttributeTargets.Field)]
public class CIAttribute : ValueInjectionAttributeBase
{
    public override object? GetValue(MemberInfo member, object instance)
    {
        var type = member is PropertyInfo property ? property.PropertyType : ((FieldInfo)member).FieldType;
        if (!typeof(Host).IsAssignableFrom(type))
        {
            throw new BuildException(
                $"'{MemberNames.Short(member.Name)}' has [CI], but its type {type.Name} is not a CI server.",
                $"Use one of: {nameof(GitHubActions)}, {nameof(GitLab)}, {nameof(Jenkins)}.");
        }

        var host = ((Build as NukeBuild)?.Session ?? BuildSession.Current).Host;
        return type.IsInstanceOfType(host) ? host : null;
    }
}
