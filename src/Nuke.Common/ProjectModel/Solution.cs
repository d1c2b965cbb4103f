using Nuke.Common.IO;

namespace Nuke.Common.ProjectModel;

/// <summary>A solution and its projects.</summary>
public class Solution : IProjectContainer, IAbsolutePathHolder
{
    internal Solution(AbsolutePath path, IEnumerable<(string Name, string RelativePath)> projects)
    {
        Path = path;
        AllProjects = [.. projects.Select(x => new Project(this, x.Name, x.RelativePath))];
    }

    public AbsolutePath Path { get; set; }
    public string Name => Path.NameWithoutExtension;
    public string FileName => Path.Name;
    public AbsolutePath Directory => Path.Parent;

    /// <summary>The projects at any depth of solution folders, in the file's order.</summary>
    public IReadOnlyCollection<Project> AllProjects { get; }

    /// <summary>The same as <see cref="AllProjects"/>: solution folders are not modelled.</summary>
    public IReadOnlyCollection<Project> Projects => AllProjects;

    public static implicit operator string(Solution solution) => solution?.Path;

    public static implicit operator AbsolutePath(Solution solution) => solution?.Path;

    /// <summary>The projects whose names match, with * for any text.</summary>
    public IEnumerable<Project> GetAllProjects(string wildcardPattern) =>
        AllProjects.Where(x => System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(wildcardPattern, x.Name, ignoreCase: false));

    public override string ToString() => Path;
}
