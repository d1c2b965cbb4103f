using Nuke.Common.Execution;
using Nuke.Common.IO;

namespace Nuke.Common.ProjectModel;

/// <summary>Reads solutions.</summary>
public static class SolutionModelExtensions
{
    /// <param name="path">A .sln or .slnx file.</param>
    /// <exception cref="Exception">The file does not exist, or is broken: with its line.</exception>
    public static Solution ReadSolution(this AbsolutePath path)
    {
        if (!path.FileExists())
        {
            throw new BuildException($"The solution '{path}' does not exist.", "Correct the path in .nuke/parameters.json or in [Solution].");
        }

        var entries = path.Extension.ToLowerInvariant() switch
        {
            ".sln" => SlnFile.Read(path, path.ReadAllLines()),
            ".slnx" => SlnxFile.Read(path),
            _ => throw new BuildException($"'{path}' is not a solution.", "A solution is a .sln or a .slnx file."),
        };
        return new Solution(path, entries);
    }

    internal static BuildException Broken(AbsolutePath file, int line, string what)
        => new($"The solution '{file}' is broken: line {line}: {what}", "Correct the file, or restore it from version control.");
}
