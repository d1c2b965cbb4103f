using System.Xml;
using System.Xml.Linq;
using Nuke.Common.IO;

namespace Nuke.Common.ProjectModel;

/// <summary>A solution as XML: <c>Solution / Folder / Project</c>; the name of a folder is its whole path, such as /src/tools/.</summary>
internal static class SlnxFile
{
    public static IReadOnlyCollection<SolutionEntry> Read(AbsolutePath file)
    {
        XElement root;
        try
        {
            root = ShallowXml.Load(file, LoadOptions.SetLineInfo).Root!; // a document without one is not valid
        }
        catch (XmlException exception)
        {
            throw SolutionModelExtensions.Broken(file, exception.LineNumber, $"it is not valid XML. {exception.Message}");
        }

        if (root.Name.LocalName != "Solution")
        {
            throw Broken(root, $"expected <Solution>, but found <{root.Name.LocalName}>.");
        }

        var folders = new Dictionary<string, SolutionEntry>(StringComparer.OrdinalIgnoreCase);
        var projects = new Dictionary<string, SolutionEntry>(StringComparer.OrdinalIgnoreCase);
        foreach (var element in root.Elements())
        {
            if (element.Name.LocalName == "Project")
            {
                AddProject(element, parent: null);
            }

            if (element.Name.LocalName != "Folder")
            {
                continue;
            }

            var folder = Required(element, "Name");
            if (folder.Count(x => x == '/') > SolutionEntry.Deepest)
            {
                throw Broken(element, $"folders are nested more than {SolutionEntry.Deepest} deep.");
            }

            if (folder.Length < 3 || folder[0] != '/' || folder[^1] != '/')
            {
                throw Broken(element, $"the name of a folder begins and ends with a slash, unlike '{folder}'.");
            }

            AddFolder(folder);
            foreach (var project in element.Elements().Where(x => x.Name.LocalName == "Project"))
            {
                AddProject(project, folder);
            }
        }

        return [.. folders.Values, .. projects.Values];

        void AddProject(XElement element, string? parent)
        {
            var path = SolutionEntry.Native(Required(element, "Path"));
            var name = (string?)element.Attribute("DisplayName") ?? Path.GetFileNameWithoutExtension(path);
            if (!projects.TryAdd(path, new SolutionEntry(path, name, path, parent)))
            {
                throw Broken(element, $"the project '{path}' is there twice.");
            }
        }

        // /src/tools/ is in /src/, whether that is named or not.
        string AddFolder(string path)
        {
            if (folders.ContainsKey(path))
            {
                return path;
            }

            var end = path.LastIndexOf('/', path.Length - 2);
            var parent = end > 0 ? AddFolder(path[..(end + 1)]) : null;
            folders[path] = new SolutionEntry(path, path[(end + 1)..^1], null, parent);
            return path;
        }

        string Required(XElement element, string attribute)
            => (string?)element.Attribute(attribute) is { Length: > 0 } value
                ? value
                : throw Broken(element, $"<{element.Name.LocalName}> has no {attribute}.");

        Exception Broken(XElement element, string what) => SolutionModelExtensions.Broken(file, ((IXmlLineInfo)element).LineNumber, what);
    }
}
