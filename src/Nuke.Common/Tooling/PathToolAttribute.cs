namespace Nuke.Common.Tooling;

/// <summary>The executable is on PATH.</summary>
public class PathToolAttribute : ToolAttribute
{
    public string? Executable { get; set; }

    internal override string GetToolPath(ToolOptions? options) => ToolPathResolver.GetPathExecutable(Given(Executable, nameof(Executable)));

    internal override ToolRequirement GetRequirement(Type tasks, string? version)
        => new PathToolRequirement(Given(Executable, nameof(Executable), tasks)) { Variable = ToolTasks.PathVariableOf(tasks) };
}
