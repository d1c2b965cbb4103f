using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Nuke.Common.Execution;
using Nuke.Common.IO;

namespace Nuke.Common.ProjectModel;

/// <summary>Reads .sln and .slnx files.</summary>
public static partial class SolutionModelExtensions
{
    private const string SolutionFolderType = "2150E333-8FDC-42A3-9474-1A3956D46DE8";

    public static Solution ReadSolution(this AbsolutePath path)
    {
        if (!path.FileExists())
            throw new BuildException($"The solution '{path}' does not exist.", "Correct the path in .nuke/parameters.json or in [Solution].");
        try
        {
            return new Solution(path, path.HasExtension(".slnx") ? ReadXml(path) : ReadText(path));
        }
        catch (XmlException exception)
        {
            throw new BuildException($"The solution '{path}' is not valid XML: {exception.Message}", "Correct the file.");
        }
    }

    // Project("{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}") = "App", "src\App\App.csproj", "{5D0D4F2D-2E2A-4B0B-9C63-51A6C0B8B2B4}"
    private static IEnumerable<(string Name, string RelativePath)> ReadText(AbsolutePath path) =>
        path.ReadAllLines()
            .Select(x => ProjectPattern().Match(x))
            .Where(x => x.Success && !x.Groups["type"].Value.Equals(SolutionFolderType, StringComparison.OrdinalIgnoreCase))
            .Select(x => (x.Groups["name"].Value, Native(x.Groups["path"].Value)));

    // <Solution><Folder Name="/src/"><Project Path="src/App/App.csproj" /></Folder></Solution>
    private static IEnumerable<(string Name, string RelativePath)> ReadXml(AbsolutePath path) =>
        XDocument.Load(path).Descendants("Project")
            .Select(x => (Path: (string)x.Attribute("Path"), DisplayName: (string)x.Attribute("DisplayName")))
            .Where(x => x.Path is not null)
            .Select(x => (x.DisplayName ?? Path.GetFileNameWithoutExtension(Native(x.Path)), Native(x.Path)))
            .ToList();

    private static string Native(string path) => path.Replace('\\', Path.DirectorySeparatorChar).Replace('/', Path.DirectorySeparatorChar);

    [GeneratedRegex("""^\s*Project\("\{(?<type>[^}]+)\}"\)\s*=\s*"(?<name>[^"]+)"\s*,\s*"(?<path>[^"]+)"\s*,""")]
    private static partial Regex ProjectPattern();
}
