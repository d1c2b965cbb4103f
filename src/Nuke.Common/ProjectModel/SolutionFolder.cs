namespace Nuke.Common.ProjectModel;

/// <summary>A folder of a solution, which need not be one on the disk.</summary>
public class SolutionFolder : SolutionItem, IProjectContainer
{
    internal SolutionFolder(string name, Solution solution, SolutionFolder? folder)
        : base(name, solution, folder)
    {
    }

    /// <summary>The projects directly in the folder, in the file's order.</summary>
    public IReadOnlyCollection<Project> Projects => [.. Solution.AllProjects.Where(x => x.Parent == this)];

    /// <summary>The folders directly in the folder, in the file's order.</summary>
    public IReadOnlyCollection<SolutionFolder> SolutionFolders => [.. Solution.AllSolutionFolders.Where(x => x.Parent == this)];
}
