using System.Xml;
using Nuke.Common.IO;
using Nuke.Common.ProjectModel;

namespace Nuke.Components;

/// <summary>Reads the packages of a project from its file and the Directory.Build files above it, without evaluating it.</summary>
internal static class PackageReferences
{
    public static bool Has(Project project, string package)
    {
        string[] files =
        [
            project.Path,
            .. Parents(project.Directory).Select(x => (string)(x / "Directory.Build.props")),
            .. Parents(project.Directory).Select(x => (string)(x / "Directory.Build.targets")),
        ];
        return files.Where(File.Exists).Any(x => IsIn(x, package));
    }

    private static IEnumerable<AbsolutePath> Parents(AbsolutePath directory)
    {
        for (var current = directory; current is not null; current = current.Parent)
        {
            yield return current;
        }
    }

    private static bool IsIn(string file, string package)
    {
        using var reader = XmlReader.Create(file);
        while (reader.ReadToFollowing("PackageReference"))
        {
            if (string.Equals(reader.GetAttribute("Include"), package, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
