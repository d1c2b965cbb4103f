using System.IO.Enumeration;
using Nuke.Common.IO;

namespace Nuke.Common.ProjectModel;

/// <summary>A solution: its projects, and the folders that they are in.</summary>
public class Solution : IProjectContainer, IAbsolutePathHolder
{
    internal Solution(AbsolutePath path, IReadOnlyCollection<SolutionEntry> entries)
    {
        Path = path;
        var byId = entries.ToDictionary(x => x.Id, StringComparer.OrdinalIgnoreCase);
        var folders = new Dictionary<SolutionEntry, SolutionFolder>();
        AllSolutionFolders = [.. entries.Where(x => x.IsFolder).Select(FolderOf)];
        AllProjects = [.. entries.Where(x => !x.IsFolder).Select(x => new Project(x.Name, x.RelativePath!, this, ParentOf(x)))];

        SolutionFolder? ParentOf(SolutionEntry entry) => entry.ParentId is { } id ? FolderOf(byId[id]) : null;

        SolutionFolder FolderOf(SolutionEntry entry)
        {
            if (!folders.TryGetValue(entry, out var folder))
            {
                folders[entry] = folder = new SolutionFolder(entry.Name, this, ParentOf(entry));
            }

            return folder;
        }
    }

    public AbsolutePath Path { get; set; }

    public string Name => Path.NameWithoutExtension;

    public string FileName => Path.Name;

    public AbsolutePath Directory => Path.Parent;

    /// <summary>The projects at any depth of solution folders, in the file's order.</summary>
    public IReadOnlyCollection<Project> AllProjects { get; }

    /// <summary>The solution folders at any depth, in the file's order.</summary>
    public IReadOnlyCollection<SolutionFolder> AllSolutionFolders { get; }

    /// <summary>The projects that are in no solution folder.</summary>
    public IReadOnlyCollection<Project> Projects => [.. AllProjects.Where(x => x.Parent == this)];

    /// <summary>The solution folders that are in no other one.</summary>
    public IReadOnlyCollection<SolutionFolder> SolutionFolders => [.. AllSolutionFolders.Where(x => x.Parent == this)];

    IProjectContainer? IProjectContainer.Parent => null;

    public static implicit operator string?(Solution? solution) => solution?.Path!;

    public static implicit operator AbsolutePath?(Solution? solution) => solution?.Path!;

    /// <summary>The projects at any depth whose names match, with * for any text.</summary>
    public IEnumerable<Project> GetAllProjects(string wildcardPattern)
        => AllProjects.Where(x => FileSystemName.MatchesSimpleExpression(wildcardPattern, x.Name, ignoreCase: false));

    public override string ToString() => Path;
}
