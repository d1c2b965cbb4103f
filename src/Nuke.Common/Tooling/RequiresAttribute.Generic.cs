using Nuke.Common.Tooling;

namespace Nuke.Common;

/// <summary>The build needs the tool of a class of tasks: <c>[Requires&lt;ReportGeneratorTasks&gt;(Version = "5.0.0")]</c>.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, AllowMultiple = true)]
public class RequiresAttribute<T> : RequiresAttribute
    where T : IRequireTool
{
    /// <summary>Default: the latest.</summary>
    public string? Version { get; set; }

    public override ToolRequirement? GetRequirement() => ToolRequirement.Of(typeof(T), Version);
}
