namespace Nuke.Common.ProjectModel;

/// <summary>What a solution file says of a project or folder.</summary>
/// <param name="Id">A GUID in a .sln file; the path of a folder or project in a .slnx file.</param>
/// <param name="Name">What is shown.</param>
/// <param name="RelativePath">null for a folder.</param>
/// <param name="ParentId">The folder that it is in; null for the solution itself.</param>
internal sealed record SolutionEntry(string Id, string Name, string? RelativePath, string? ParentId)
{
    /// <summary>Folders in each other that are read.</summary>
    public const int Deepest = 100;

    public bool IsFolder => RelativePath is null;

    /// <summary>A path as both formats have it, with either separator.</summary>
    public static string Native(string path) => path.Replace('\\', Path.DirectorySeparatorChar).Replace('/', Path.DirectorySeparatorChar);
}
