using System.Reflection;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Tooling;

/// <summary>Base of attributes that inject a <see cref="Tool"/>; null when it is not there.</summary>
public abstract class ToolInjectionAttributeBase : ValueInjectionAttributeBase
{
    public override bool SuppressWarnings => true;

    /// <summary>What has to be there for the value; null when nothing can be done about it.</summary>
    public abstract ToolRequirement? GetRequirement(MemberInfo member);

    /// <summary>What to do when the tool is missing.</summary>
    internal virtual string Hint(MemberInfo member) => $"Name its path in the environment variable {member.Name.ToUpperInvariant()}_EXE.";
}
