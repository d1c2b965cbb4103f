namespace Nuke.Common.Tooling;

internal sealed class PathToolRequirement(string executable) : ToolRequirement
{
    public string Executable => executable;
}
