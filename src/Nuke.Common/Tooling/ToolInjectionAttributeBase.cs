using System.Reflection;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Tooling;

/// <summary>Base of attributes that inject a <see cref="Tool"/>; null when it is not there.</summary>
public abstract class ToolInjectionAttributeBase : ValueInjectionAttributeBase
{
    public override bool SuppressWarnings => true;

    public abstract ToolRequirement GetRequirement(MemberInfo member);

    /// <summary>What to do when the tool is missing.</summary>
    internal virtual string Hint(MemberInfo member) =>
        $"Install {GetRequirement(member).Name}, or name its path in the environment variable {member.Name.ToUpperInvariant()}_EXE.";
}
