namespace Nuke.Common.Tooling;

/// <summary>The executable is on PATH.</summary>
public class PathToolAttribute : ToolAttribute
{
    public string Executable { get; set; }

    internal override string GetToolPath(ToolOptions options) => ToolPathResolver.GetPathExecutable(Executable);

    internal override ToolRequirement GetRequirement(Type tasks, string version) => new PathToolRequirement(Executable) { Variable = ToolTasks.PathVariableOf(tasks) };
}
