namespace Nuke.Common.Tooling;

/// <summary>Makes <see cref="Tool"/> delegates of executables.</summary>
public static class ToolResolver
{
    public static Tool GetTool(string toolPath) => new ToolExecutor(toolPath).Execute;

    /// <exception cref="FileNotFoundException">It is not on PATH.</exception>
    public static Tool GetPathTool(string name) => GetTool(ToolPathResolver.GetPathExecutable(name));

    /// <summary>The tool that NAME_EXE names; null when the variable is not set.</summary>
    public static Tool TryGetEnvironmentTool(string name) =>
        ToolPathResolver.TryGetEnvironmentExecutable($"{name.ToUpperInvariant()}_EXE") is { } path ? GetTool(path) : null;

    public static Tool GetEnvironmentOrPathTool(string name) => TryGetEnvironmentTool(name) ?? GetPathTool(name);
}
