using System.Text.RegularExpressions;

namespace Fairlead.Components.Tests;

/// <summary>The repository's own sources, as the architecture tests read them.</summary>
internal static partial class SourceTree
{
    public static string Root { get; } = FindRoot();

    /// <summary>The C# files below a directory, by path relative to the root, without what tools put there.</summary>
    public static IEnumerable<(string Path, string Text)> Files(string directory)
        => Directory.EnumerateFiles(Path.Combine(Root, directory), "*.cs", SearchOption.AllDirectories)
            .Select(x => (Path: Path.GetRelativePath(Root, x).Replace('\\', '/'), Full: x))
            .Where(x => !x.Path.Split('/').Intersect(["bin", "obj"]).Any())
            .Select(x => (x.Path, Code(File.ReadAllText(x.Full))));

    public static string Project(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>Comments name what they are about, which is no dependency.</summary>
    private static string Code(string text) => Comment().Replace(text, "");

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "Solution.sln")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
