using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Fairlead.Components.Tests.Architecture;

/// <summary>The repository's own sources, as the architecture tests read them.</summary>
internal static partial class SourceTree
{
    public static string Root => Repository.Root;

    /// <summary>The C# files below a directory, by path relative to the root, without what tools put there and without comments.</summary>
    public static IEnumerable<(string Path, string Text)> Files(string directory) => Sources(directory).Select(x => (x.Path, Code(x.Text)));

    /// <summary>The C# files below a directory as they are written, by path relative to the root, without what tools put there.</summary>
    public static IEnumerable<(string Path, string Text)> Sources(string directory)
        => Directory.EnumerateFiles(Path.Combine(Root, directory), "*.cs", SearchOption.AllDirectories)
            .Select(x => (Path: Path.GetRelativePath(Root, x).Replace('\\', '/'), Full: x))
            .Where(x => !x.Path.Split('/').Intersect(["bin", "obj", "node_modules"]).Any())
            .Select(x => (x.Path, File.ReadAllText(x.Full)));

    /// <summary>The projects below some directories, by path relative to the root.</summary>
    public static IEnumerable<string> Projects(params string[] directories)
        => directories.SelectMany(x => Directory.EnumerateFiles(Path.Combine(Root, x), "*.csproj", SearchOption.AllDirectories))
            .Select(x => Path.GetRelativePath(Root, x).Replace('\\', '/'));

    /// <summary>What is in the items of a kind of a project.</summary>
    public static IReadOnlyList<XElement> Items(string project, string kind)
        => [.. XDocument.Load(Path.Combine(Root, project)).Descendants(kind).Where(x => x.Attribute("Include") is not null)];

    /// <summary>Comments name what they are about, which is no dependency.</summary>
    private static string Code(string text) => Comment().Replace(text, "");

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
