namespace Nuke.Common.Tooling;

/// <summary>A tool that a target or member needs.</summary>
public class ToolRequirement
{
    /// <summary>Of a class of tool tasks; null when it does not say where its tool comes from.</summary>
    internal static ToolRequirement? Of(Type tasks, string? version)
        => ((ToolAttribute?)Attribute.GetCustomAttribute(tasks, typeof(ToolAttribute)))?.GetRequirement(tasks, version);
}
