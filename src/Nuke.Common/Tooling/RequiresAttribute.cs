using Nuke.Common.Tooling;

namespace Nuke.Common;

/// <summary>A tool that the whole build needs.</summary>
public abstract class RequiresAttribute : Attribute
{
    public abstract ToolRequirement? GetRequirement();
}
