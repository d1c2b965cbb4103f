namespace Nuke.Common.Tooling;

/// <summary>Where the executable of a class of tool tasks comes from.</summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class ToolAttribute : Attribute
{
    internal abstract string GetToolPath(ToolOptions options);

    internal abstract ToolRequirement GetRequirement(Type tasks, string version);
}
