namespace Nuke.Common.ProjectModel;

/// <summary>A project or a solution folder.</summary>
public class SolutionItem
{
    private readonly SolutionFolder? _folder;

    internal SolutionItem(string name, Solution solution, SolutionFolder? folder)
    {
        Name = name;
        Solution = solution;
        _folder = folder;
    }

    public string Name { get; }

    public Solution Solution { get; }

    /// <summary>The solution folder that it is in, or the solution.</summary>
    public IProjectContainer Parent => (IProjectContainer?)_folder ?? Solution;

    public override string ToString() => Name;
}
