namespace Nuke.Common.Tooling;

/// <summary>An executable on PATH, unless an environment variable names it.</summary>
internal sealed class PathToolRequirement(string executable, string variable) : ToolRequirement
{
    public string Executable => executable;
    public string Variable => variable;
}
