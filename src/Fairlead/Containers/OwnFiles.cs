using System.Text.Json;

namespace Fairlead.Containers;

/// <summary>Tells what the team wrote from what it depends on.</summary>
internal static class OwnFiles
{
    /// <summary>
    /// The main assembly, the assemblies of referenced projects (as the <c>deps.json</c> tells), what belongs to them by name, and
    /// settings. Everything is the team's own when there is no main assembly to go by.
    /// </summary>
    public static IReadOnlySet<string> Of(ImageOptions options, IReadOnlyList<LayerEntry> files)
    {
        var main = MainAssembly(options, files);
        if (main is null)
        {
            return files.Select(x => x.Path).ToHashSet(StringComparer.Ordinal);
        }

        var names = ProjectAssemblies(files.FirstOrDefault(x => x.Path == $"{main}.deps.json")?.Source);
        names.Add(main);
        return files.Select(x => x.Path).Where(IsOwn).ToHashSet(StringComparer.Ordinal);

        bool IsOwn(string path)
        {
            // wwwroot is content that the team wrote or generated; it may hold vendored scripts too, and still belongs to the app.
            if (path.StartsWith("wwwroot/", StringComparison.Ordinal))
            {
                return true;
            }

            var name = path[(path.LastIndexOf('/') + 1)..];
            return (name.StartsWith("appsettings", StringComparison.Ordinal) && name.EndsWith(".json", StringComparison.Ordinal))
                || names.Any(x => name == x || Suffixes.Any(y => name == x + y));
        }
    }

    private static readonly string[] Suffixes =
        [".dll", ".exe", ".pdb", ".xml", ".deps.json", ".runtimeconfig.json", ".dll.config", ".resources.dll", ".staticwebassets.endpoints.json"];

    private static string? MainAssembly(ImageOptions options, IReadOnlyList<LayerEntry> files)
    {
        foreach (var word in options.Entrypoint)
        {
            var name = word[(word.LastIndexOf('/') + 1)..];
            name = name.EndsWith(".dll", StringComparison.Ordinal) ? name[..^4] : name;
            if (name.Length > 0 && files.Any(x => x.Path == $"{name}.dll" || x.Path == $"{name}.deps.json"))
            {
                return name;
            }
        }

        return files.Select(x => x.Path).Where(x => x.EndsWith(".runtimeconfig.json", StringComparison.Ordinal) && !x.Contains('/')).ToList() is [var only]
            ? only[..^".runtimeconfig.json".Length]
            : null;
    }

    // {"targets": {".NETCoreApp,Version=v10.0": {"Shop.Core/1.0.0": {"runtime": {"Shop.Core.dll":
    // {}}}}}, "libraries": {"Shop.Core/1.0.0": {"type": "project"}}}
    private static HashSet<string> ProjectAssemblies(string? dependencyFile)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        if (dependencyFile is null)
        {
            return names;
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(dependencyFile));
            var projects = document.RootElement.GetProperty("libraries").EnumerateObject()
                .Where(x => x.Value.TryGetProperty("type", out var type) && type.ValueEquals("project"))
                .Select(x => x.Name)
                .ToHashSet(StringComparer.Ordinal);
            foreach (var library in document.RootElement.GetProperty("targets").EnumerateObject().SelectMany(x => x.Value.EnumerateObject()))
            {
                if (projects.Contains(library.Name) && library.Value.TryGetProperty("runtime", out var runtime))
                {
                    names.UnionWith(runtime.EnumerateObject().Select(x => Path.GetFileNameWithoutExtension(x.Name)));
                }
            }
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // How files are spread over layers is only about speed: a file that is not as expected must not fail the build.
            return names;
        }

        return names;
    }
}
