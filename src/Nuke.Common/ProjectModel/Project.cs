using Nuke.Common.IO;

namespace Nuke.Common.ProjectModel;

/// <summary>A project of a solution.</summary>
public class Project : IAbsolutePathHolder
{
    internal Project(Solution solution, string name, string relativePath)
    {
        Solution = solution;
        Name = name;
        RelativePath = relativePath;
    }

    public string Name { get; }
    public Solution Solution { get; }

    /// <summary>From the solution's directory.</summary>
    public string RelativePath { get; }

    public AbsolutePath Path => Solution.Directory / RelativePath;
    public string FileName => Path.Name;
    public AbsolutePath Directory => Path.Parent;

    public static implicit operator string(Project project) => project?.Path;

    public static implicit operator AbsolutePath(Project project) => project?.Path;

    public override string ToString() => Path;
}
