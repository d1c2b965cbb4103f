namespace Nuke.Common.ProjectModel;

/// <summary>Finds what is directly in a solution or solution folder.</summary>
public static class ProjectContainerExtensions
{
    /// <summary>null when there is none of that name directly in the container; <see cref="Solution.AllProjects"/> has those at any depth.</summary>
    public static Project? GetProject(this IProjectContainer container, string name)
        => container.Projects.SingleOrDefault(x => x.Name.Equals(name, StringComparison.Ordinal));

    /// <summary>null when there is none of that name directly in the container.</summary>
    public static SolutionFolder? GetSolutionFolder(this IProjectContainer container, string name)
        => container.SolutionFolders.SingleOrDefault(x => x.Name.Equals(name, StringComparison.Ordinal));
}
