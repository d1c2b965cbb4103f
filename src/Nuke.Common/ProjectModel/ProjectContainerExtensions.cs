namespace Nuke.Common.ProjectModel;

/// <summary>Finds projects.</summary>
public static class ProjectContainerExtensions
{
    /// <summary>null when there is none of that name.</summary>
    public static Project GetProject(this IProjectContainer container, string name) =>
        container.Projects.SingleOrDefault(x => x.Name.Equals(name, StringComparison.Ordinal));
}
