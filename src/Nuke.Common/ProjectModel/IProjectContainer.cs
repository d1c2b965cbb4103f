namespace Nuke.Common.ProjectModel;

/// <summary>A solution or a solution folder.</summary>
public interface IProjectContainer
{
    /// <summary>null for a solution.</summary>
    IProjectContainer? Parent { get; }

    /// <summary>The projects directly in it.</summary>
    IReadOnlyCollection<Project> Projects { get; }

    /// <summary>The solution folders directly in it.</summary>
    IReadOnlyCollection<SolutionFolder> SolutionFolders { get; }
}
