namespace Nuke.Common.Tooling;

/// <summary>An executable on PATH, unless an environment variable names it.</summary>
public class PathToolRequirement(string pathExecutable) : ToolRequirement
{
    public string PathExecutable { get; init; } = pathExecutable;

    /// <summary>The environment variable.</summary>
    internal string Variable { get; init; } = $"{pathExecutable.ToUpperInvariant()}_EXE";
}
