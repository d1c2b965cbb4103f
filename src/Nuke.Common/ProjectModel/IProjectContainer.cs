namespace Nuke.Common.ProjectModel;

/// <summary>Something that has projects.</summary>
public interface IProjectContainer
{
    IReadOnlyCollection<Project> Projects { get; }
}
