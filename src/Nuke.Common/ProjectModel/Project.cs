using Nuke.Common.IO;

namespace Nuke.Common.ProjectModel;

/// <summary>A project of a solution.</summary>
public class Project : SolutionItem, IAbsolutePathHolder
{
    internal Project(string name, string relativePath, Solution solution, SolutionFolder? folder)
        : base(name, solution, folder) => RelativePath = relativePath;

    /// <summary>From the solution's directory, with the platform's separators; absolute when the file has it so.</summary>
    public string RelativePath { get; }

    public AbsolutePath Path
        => AbsolutePath.Create(System.IO.Path.GetFullPath(RelativePath, Solution.Directory));

    public string FileName => System.IO.Path.GetFileName(RelativePath);

    public AbsolutePath Directory => Path.Parent;

    public static implicit operator string?(Project? project) => project?.Path!;

    public static implicit operator AbsolutePath?(Project? project) => project?.Path!;
}
